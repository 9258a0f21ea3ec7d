using System.Diagnostics.CodeAnalysis;

namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Takes a send right back out of a message that was not sent.</summary>
    /// <returns>False when the descriptor has no live send right that was moved in or came back, or not any more.</returns>
    public bool TryTakeSend(int index, [NotNullWhen(true)] out SendRight? right)
    {
        right = null;
        return Returned is { } parcel && Taking.TrySend(parcel, index, out right);
    }

    /// <summary>Takes a send-once right back out of a message that was not sent.</summary>
    /// <returns>False when the descriptor has no live send-once right that was moved in or came back, or not any more.</returns>
    public bool TryTakeSendOnce(int index, [NotNullWhen(true)] out SendOnceRight? right)
    {
        right = null;
        return Returned is { } parcel && Taking.TrySendOnce(parcel, index, out right);
    }

    /// <summary>Takes a receive right back out of a message that was not sent.</summary>
    /// <returns>False when the descriptor has no live receive right that was moved in or came back, or not any more.</returns>
    public bool TryTakeReceive(int index, [NotNullWhen(true)] out ReceiveRight? right)
    {
        right = null;
        return Returned is { } parcel && Taking.TryReceive(parcel, index, out right);
    }

    /// <summary>Takes a region back out of a message that was not sent.</summary>
    /// <returns>False when the descriptor has no region that was moved in or came back, or not any more.</returns>
    public bool TryTakeMemory(int index, [NotNullWhen(true)] out OolBuffer? buffer)
    {
        buffer = null;
        return Returned is { } parcel && Taking.TryMemory(parcel, index, out buffer);
    }

    /// <summary>Takes an array of send rights back out of a message that was not sent.</summary>
    /// <returns>False when the descriptor has no such array that was moved in or came back, or not any more.</returns>
    public bool TryTakeSends(int index, [NotNullWhen(true)] out SendRight?[]? rights)
    {
        rights = null;
        return Returned is { } parcel && Taking.TrySends(parcel, index, out rights);
    }

    private Parcel? Returned => !_inFlight && _parcel is { State: ParcelState.Outgoing, IsDraft: false } parcel ? parcel : null;
}
