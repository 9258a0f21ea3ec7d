using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>
/// What the kernel sends of its own accord: the six notifications on send-once rights (spec section 16), and the messages of timers and
/// alarms.
/// </summary>
internal static class Notices
{
    private const int NamedSize = 36;
    private const int PortDestroyedSize = 40;
    private const int TimedSize = 48;

    internal static KMessage Name(ManagedKernel kernel, int id, KPort notify, uint name) =>
        Word(kernel, id, notify, name);

    internal static KMessage NoSenders(ManagedKernel kernel, KPort notify, uint makeSendCount) =>
        Word(kernel, MACH_NOTIFY_NO_SENDERS, notify, makeSendCount);

    internal static KMessage SendOnce(ManagedKernel kernel, KPort port) => Bare(kernel, MACH_NOTIFY_SEND_ONCE, port);

    /// <summary>A header and nothing else.</summary>
    internal static KMessage Bare(ManagedKernel kernel, int id, KPort notify) => New(kernel, id, notify, 24, 0);

    internal static KMessage PortDestroyed(ManagedKernel kernel, KPort notify, KPort receive)
    {
        var message = New(kernel, MACH_NOTIFY_PORT_DESTROYED, notify, PortDestroyedSize, MACH_MSGH_BITS_COMPLEX);
        message.ReserveDescriptors(1);
        BinaryPrimitives.WriteUInt32LittleEndian(message.Bytes.AsSpan(24), 1);
        message.Descriptors[0] = new KDescriptor
        {
            Type = (byte)MACH_MSG_PORT_DESCRIPTOR,
            Disposition = (byte)MACH_MSG_TYPE_PORT_RECEIVE,
            Port = receive,
        };
        message.Circular = !kernel.TryEnterTransit(receive, notify);
        return message;
    }

    /// <summary>The message of a timer: nothing but zeros, on a send right that the caller adds (R-TMR-3).</summary>
    internal static KMessage Expiry(ManagedKernel kernel, KPort timer)
    {
        var message = New(kernel, 0, timer, TimedSize, 0);
        message.DestinationType = (byte)MACH_MSG_TYPE_PORT_SEND;
        return message;
    }

    /// <summary>True for the message of a timer; no other message of the kernel's has its id and its size.</summary>
    internal static bool IsExpiry(KMessage message) => message is { Sender: null, Id: 0, Size: TimedSize };

    /// <summary>The message of an alarm (R-CLK-4).</summary>
    internal static KMessage Alarm(ManagedKernel kernel, KPort notify, kern_return_t code, int type, mach_timespec_t time)
    {
        const int alarmReply = 3125107;
        var message = New(kernel, alarmReply, notify, TimedSize, 0);
        var bytes = message.Bytes.AsSpan(0, TimedSize);
        bytes[28] = 1;    // NDR: little-endian integers
        BinaryPrimitives.WriteInt32LittleEndian(bytes[32..], (int)code);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[36..], type);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[40..], time.tv_sec);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[44..], time.tv_nsec);
        return message;
    }

    /// <summary>Delivers a message of the kernel's: no limit, no waiting; a dead target drops it (R-NOT-6).</summary>
    internal static void Deliver(KMessage message, ref Aftermath after)
    {
        var port = message.Destination!;
        var offer = Offer.Dead;
        if (!message.Circular)
        {
            port.Gate.Enter();
            offer = port.IsKernelOwned ? Offer.Dead : port.Accept(message, force: true, ref after);
            port.Gate.Exit();
        }
        if (offer != Offer.Taken)
            Drop(message, ref after);
    }

    /// <summary>A notice that could not be delivered: its own send-once right goes quietly, what it carries is released.</summary>
    private static void Drop(KMessage message, ref Aftermath after)
    {
        var port = message.Destination!;
        message.Destination = null;
        port.Gate.Enter();
        if (port.Active)
            port.SendOnceRights--;
        port.Gate.Exit();
        message.ReleaseAll(ref after);
    }

    private static KMessage Word(ManagedKernel kernel, int id, KPort notify, uint word)
    {
        var message = New(kernel, id, notify, NamedSize, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(message.Bytes.AsSpan(32), word);
        return message;
    }

    private static KMessage New(ManagedKernel kernel, int id, KPort notify, int size, uint bits)
    {
        var message = kernel.Messages.Rent();
        message.SentBy(null);
        message.Size = size;
        message.Bits = bits;
        message.Id = id;
        message.Destination = notify;
        message.DestinationType = (byte)MACH_MSG_TYPE_PORT_SEND_ONCE;
        message.Bytes.AsSpan(0, size).Clear();
        if (size == NamedSize)
            message.Bytes[28] = 1;    // NDR: little-endian integers (R-NOT-4)
        return message;
    }
}
