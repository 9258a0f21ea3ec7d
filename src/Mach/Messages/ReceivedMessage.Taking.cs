using System.Diagnostics.CodeAnalysis;

namespace Mach;

public readonly partial struct ReceivedMessage
{
    /// <summary>Takes a send right out of the message.</summary>
    /// <param name="index">The descriptor's number.</param>
    /// <param name="right">The right; the caller's now.</param>
    /// <returns>False when the descriptor has no live send right, or not any more.</returns>
    public bool TryTakeSend(int index, [NotNullWhen(true)] out SendRight? right) => Taking.TrySend(Parcel, index, out right);

    /// <summary>Takes a send-once right out of the message.</summary>
    /// <param name="index">The descriptor's number.</param>
    /// <param name="right">The right; the caller's now.</param>
    /// <returns>False when the descriptor has no live send-once right, or not any more.</returns>
    public bool TryTakeSendOnce(int index, [NotNullWhen(true)] out SendOnceRight? right) => Taking.TrySendOnce(Parcel, index, out right);

    /// <summary>Takes a receive right out of the message and guards it.</summary>
    /// <param name="index">The descriptor's number.</param>
    /// <param name="right">The right; the caller's now.</param>
    /// <returns>False when the descriptor has no live receive right, or not any more.</returns>
    public bool TryTakeReceive(int index, [NotNullWhen(true)] out ReceiveRight? right) => Taking.TryReceive(Parcel, index, out right);

    /// <summary>Takes a region out of the message. A region of 0 bytes is one too.</summary>
    /// <param name="index">The descriptor's number.</param>
    /// <param name="buffer">The region; the caller's now.</param>
    /// <returns>False when the descriptor has none, or not any more.</returns>
    public bool TryTakeMemory(int index, [NotNullWhen(true)] out OolBuffer? buffer) => Taking.TryMemory(Parcel, index, out buffer);

    /// <summary>Takes an array of send rights out of the message.</summary>
    /// <param name="index">The descriptor's number.</param>
    /// <param name="rights">The rights, the caller's now; null where there is no live one.</param>
    /// <returns>False when the descriptor has no such array, or not any more.</returns>
    public bool TryTakeSends(int index, [NotNullWhen(true)] out SendRight?[]? rights) => Taking.TrySends(Parcel, index, out rights);

    /// <summary>Takes an array of send-once rights out of the message.</summary>
    /// <param name="index">The descriptor's number.</param>
    /// <param name="rights">The rights, the caller's now; null where there is no live one.</param>
    /// <returns>False when the descriptor has no such array, or not any more.</returns>
    public bool TryTakeSendOnces(int index, [NotNullWhen(true)] out SendOnceRight?[]? rights) => Taking.TrySendOnces(Parcel, index, out rights);

    /// <summary>Takes an array of receive rights out of the message and guards them.</summary>
    /// <param name="index">The descriptor's number.</param>
    /// <param name="rights">The rights, the caller's now; null where there is no live one.</param>
    /// <returns>False when the descriptor has no such array, or not any more.</returns>
    public bool TryTakeReceives(int index, [NotNullWhen(true)] out ReceiveRight?[]? rights) => Taking.TryReceives(Parcel, index, out rights);

    /// <summary>Copies a region out of the message into an array, and frees it.</summary>
    internal bool TryTakeElements<T>(int index, [NotNullWhen(true)] out T[]? elements)
        where T : unmanaged => Taking.TryElements(Parcel, index, out elements);

    /// <summary>Takes the right to reply with, when it is a send-once right.</summary>
    /// <returns>False when there is none of that kind, or not any more.</returns>
    public bool TryTakeReply([NotNullWhen(true)] out SendOnceRight? right)
    {
        Parcel parcel = Parcel;
        right = parcel.TryTakeReply(MACH_MSG_TYPE_PORT_SEND_ONCE, out mach_port_name_t name) ? new SendOnceRight(parcel.Task, name) : null;
        return right is not null;
    }

    /// <summary>Takes the right to reply with, when it is a send right.</summary>
    /// <returns>False when there is none of that kind, or not any more.</returns>
    public bool TryTakeReplySend([NotNullWhen(true)] out SendRight? right)
    {
        Parcel parcel = Parcel;
        right = parcel.TryTakeReply(MACH_MSG_TYPE_PORT_SEND, out mach_port_name_t name) ? new SendRight(parcel.Task, name) : null;
        return right is not null;
    }

    /// <inheritdoc cref="TryTakeSend"/>
    /// <exception cref="MessageFormatException">The descriptor has no live send right, or not any more.</exception>
    public SendRight TakeSend(int index) => TryTakeSend(index, out SendRight? right) ? right : throw Missing("send right", index);

    /// <inheritdoc cref="TryTakeSendOnce"/>
    /// <exception cref="MessageFormatException">The descriptor has no live send-once right, or not any more.</exception>
    public SendOnceRight TakeSendOnce(int index) => TryTakeSendOnce(index, out SendOnceRight? right) ? right : throw Missing("send-once right", index);

    /// <inheritdoc cref="TryTakeReceive"/>
    /// <exception cref="MessageFormatException">The descriptor has no live receive right, or not any more.</exception>
    public ReceiveRight TakeReceive(int index) => TryTakeReceive(index, out ReceiveRight? right) ? right : throw Missing("receive right", index);

    /// <inheritdoc cref="TryTakeMemory"/>
    /// <exception cref="MessageFormatException">The descriptor has no region, or not any more.</exception>
    public OolBuffer TakeMemory(int index) => TryTakeMemory(index, out OolBuffer? buffer) ? buffer : throw Missing("region", index);

    /// <inheritdoc cref="TryTakeReply"/>
    /// <exception cref="MessageFormatException">There is no send-once right to reply with, or not any more.</exception>
    public SendOnceRight TakeReply() =>
        TryTakeReply(out SendOnceRight? right) ? right : throw new MessageFormatException($"Message {Id} has no send-once right to reply with.");

    private MessageFormatException Missing(string what, int index) => new($"Message {Id} has no {what} in descriptor {index}.");
}
