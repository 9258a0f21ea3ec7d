using System.Diagnostics.CodeAnalysis;

namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Writes a typed message, whole or not at all, and takes its <see cref="Id"/> over.</summary>
    /// <param name="message">What the builder is to hold: it must be empty but for a reply port.</param>
    /// <exception cref="ArgumentException">A part is null or longer than the message allows.</exception>
    /// <exception cref="MachRightException">A right or region is gone, lent, or another task's. Nothing was moved.</exception>
    public MessageBuilder Put<T>(in T message)
        where T : IWritableMessage
    {
        message.WriteTo(this);
        return this;
    }

    /// <summary>Writes the reply that carries only a code: an NDR record and the code, as MIG does.</summary>
    /// <param name="code">Why there is no other reply.</param>
    public MessageBuilder PutError(kern_return_t code) => WriteNdr().Write(code);

    /// <summary>Opens a draft: what is written from now on stays when it is committed, and otherwise never happened.</summary>
    /// <param name="id">What the message means.</param>
    /// <param name="size">Bytes of the whole message: room is made for them before anything moves.</param>
    /// <exception cref="InvalidOperationException">The builder has parts of another message, or messages do not get that large.</exception>
    [Experimental("MACHX001")]
    public MessageDraft BeginDraft(mach_msg_id_t id, int size)
    {
        Writable().BeginDraft(size);
        return new MessageDraft(this, id);
    }

    internal void EndDraft(mach_msg_id_t id)
    {
        Writable().EndDraft();
        Id = id;
    }

    internal void AbandonDraft() => _parcel?.AbandonDraft();
}

/// <summary>An open draft of a message. Disposing it before <see cref="Commit"/> gives every right and region back to its owner.</summary>
[Experimental("MACHX001")]
public readonly ref struct MessageDraft : IDisposable
{
    private readonly MessageBuilder _message;
    private readonly mach_msg_id_t _id;

    internal MessageDraft(MessageBuilder message, mach_msg_id_t id) => (_message, _id) = (message, id);

    /// <summary>What moved is the message's now.</summary>
    public void Commit() => _message.EndDraft(_id);

    /// <summary>Ends the draft; nothing happens when it was committed.</summary>
    public void Dispose() => _message.AbandonDraft();
}
