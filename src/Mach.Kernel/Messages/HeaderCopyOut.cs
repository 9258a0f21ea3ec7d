using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>Gives a message's header rights to its receiver and writes the header as received (spec section 24).</summary>
internal static class HeaderCopyOut
{
    /// <summary>Gives reply right and voucher and writes the header into the message's bytes. The space's gate held.</summary>
    internal static kern_return_t GiveLocked(KThread thread, KMessage message, ref Aftermath after)
    {
        var space = thread.Space;
        if (!space.Active)
            return MACH_RCV_INVALID_NAME;
        var reply = MACH_PORT_NULL;
        if (message.Reply is not null && space.CopyOut(message.Reply, message.ReplyType, out reply, ref after) != KERN_SUCCESS)
            return MACH_RCV_HEADER_ERROR | MACH_MSG_IPC_SPACE;
        message.Reply = null;
        var local = LocalNameLocked(space, message, ref after);
        var keepsVoucher = thread.Receive.Has(MACH64_RCV_VOUCHER);
        var voucher = MACH_PORT_NULL;
        if (message.Voucher is { } carried)
        {
            if (!keepsVoucher || space.CopyOut(carried, (byte)MACH_MSG_TYPE_PORT_SEND, out voucher, ref after) != KERN_SUCCESS)
                after.Release(carried, (byte)MACH_MSG_TYPE_PORT_SEND);
            message.Voucher = null;
        }
        var voucherType = VoucherType(message, keepsVoucher);
        if (message.VoucherType == 0)
            voucher = message.OpaqueVoucher;
        Write(
            message.Bytes,
            message.Bits & MACH_MSGH_BITS_COMPLEX | voucherType << 16 | (uint)message.DestinationType << 8 | message.ReplyType,
            (uint)message.Size,
            reply,
            local,
            voucher,
            message.Id);
        return MACH_MSG_SUCCESS;
    }

    /// <summary>R-VCH-1 to 3: 17 for a voucher that came; 0 where none is wanted; the sender's where it named none.</summary>
    private static uint VoucherType(KMessage message, bool keepsVoucher)
    {
        if (!keepsVoucher || message.VoucherType == 0)
            return 0;
        return message.VoucherName == MACH_PORT_NULL ? message.VoucherType : (uint)MACH_MSG_TYPE_PORT_SEND;
    }

    /// <summary>The receiver's name of the port that the message came in on (R-DLV-2, R-DLV-3). No lock held.</summary>
    internal static uint LocalName(KSpace space, KMessage message, ref Aftermath after)
    {
        space.Gate.Enter();
        var name = LocalNameLocked(space, message, ref after);
        space.Gate.Exit();
        return name;
    }

    private static uint LocalNameLocked(KSpace space, KMessage message, ref Aftermath after)
    {
        var port = message.ReceivedOn!;
        if (ReferenceEquals(port.Receiver, space))
            return port.ReceiverName;
        port.Gate.Enter();
        var active = port.Active;
        var unused = active && message.DestinationType == MACH_MSG_TYPE_PORT_SEND_ONCE;
        if (unused)
            port.SendOnceRights++;      // its receiver never saw it: it is told of as unused
        port.Gate.Exit();
        if (unused)
            after.Release(port, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        return active ? MACH_PORT_NULL : MACH_PORT_DEAD;
    }

    internal static void Write(Span<byte> place, uint bits, uint size, uint remote, uint local, uint voucher, int id)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(place, bits);
        BinaryPrimitives.WriteUInt32LittleEndian(place[4..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(place[8..], remote);
        BinaryPrimitives.WriteUInt32LittleEndian(place[12..], local);
        BinaryPrimitives.WriteUInt32LittleEndian(place[16..], voucher);
        BinaryPrimitives.WriteInt32LittleEndian(place[20..], id);
    }
}
