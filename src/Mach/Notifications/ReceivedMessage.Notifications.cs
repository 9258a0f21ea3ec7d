using System.Diagnostics.CodeAnalysis;

namespace Mach;

public readonly partial struct ReceivedMessage
{
    /// <summary>Takes a notification out of the message.</summary>
    /// <param name="notification">The notification, the caller's now.</param>
    /// <returns>False when it is none, or when anybody but the kernel sent it, whatever it looks like.</returns>
    public bool TryTakeNotification([NotNullWhen(true)] out MachNotification? notification)
    {
        Parcel parcel = Parcel;
        notification = null;
        // Notifications come through the send-once right that the request gave, from the kernel, with an id that means one.
        if (parcel.LocalDisposition != MACH_MSG_TYPE_PORT_SEND_ONCE || !parcel.Trailer.IsFromKernel || MACH_PORT_VALID(parcel.ReplyName))
            return false;
        notification = parcel.Id switch
        {
            MACH_NOTIFY_SEND_ONCE when parcel.DescriptorCount == 0 => new SendOnceNotification(),
            MACH_NOTIFY_PORT_DESTROYED => Taking.TryReceive(parcel, 0, out ReceiveRight? right) ? new PortDestroyedNotification(right) : null,
            _ => FromNumber(parcel),
        };
        return notification is not null;
    }

    private static MachNotification? FromNumber(Parcel parcel)
    {
        var body = new MachBodyReader(parcel.Body);
        if (parcel.DescriptorCount != 0 || !body.TryNdr(out _) || !body.TryUInt32(out uint number))
            return null;
        return parcel.Id switch
        {
            MACH_NOTIFY_PORT_DELETED => new PortDeletedNotification(new RawMachPort(number)),
            MACH_NOTIFY_SEND_POSSIBLE => new SendPossibleNotification(new RawMachPort(number)),
            MACH_NOTIFY_NO_SENDERS => new NoSendersNotification(number),
            MACH_NOTIFY_DEAD_NAME when MACH_PORT_VALID(number) && parcel.TryTakeNumber() =>
                new DeadNameNotification(new DeadName(parcel.Task, number)),
            _ => null,
        };
    }
}
