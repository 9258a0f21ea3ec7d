using System.Diagnostics.CodeAnalysis;

namespace Mach;

/// <summary>A message that can be sent. Implemented by Mach.Generators for a <see cref="MachMessageAttribute"/> type.</summary>
[Experimental("MACHX001")]
public interface IWritableMessage
{
    /// <summary>Writes the message into an empty builder, whole or not at all.</summary>
    void WriteTo(MessageBuilder message);
}

/// <summary>A message that can be read. Implemented by Mach.Generators for a <see cref="MachMessageAttribute"/> type.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[Experimental("MACHX001")]
public interface IReadableMessage<TSelf>
    where TSelf : IReadableMessage<TSelf>
{
    /// <summary>What it means.</summary>
    static abstract mach_msg_id_t MessageId { get; }

    /// <summary>Reads it and takes its rights and regions out of the message.</summary>
    /// <param name="message">A received message. What is not taken stays in it.</param>
    /// <param name="value">What it carries, the caller's now.</param>
    /// <returns>False when any part is missing, of another kind or too long, or when there is more than there should be. Nothing is the caller's then.</returns>
    static abstract bool TryRead(ReceivedMessage message, [NotNullWhen(true)] out TSelf? value);
}
