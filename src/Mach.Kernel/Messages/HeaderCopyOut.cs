using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>Gives a message's header rights to its receiver and writes the header as received (spec section 24).</summary>
internal static class HeaderCopyOut
{
    /// <summary>Gives reply right and voucher and writes the header into the message's bytes. No lock held.</summary>
    internal static kern_return_t Give(KThread thread, KMessage message, ref Aftermath after)
    {
        var keepsVoucher = thread.Receive.Has(MACH64_RCV_VOUCHER);
        uint reply = ReferenceEquals(message.Reply, KPort.Dead) ? MACH_PORT_DEAD : MACH_PORT_NULL, voucher = MACH_PORT_NULL;
        if (KPort.IsLive(message.Reply) || message.Voucher is not null)
        {
            var space = thread.Space;
            if (keepsVoucher && message.Voucher is not null)
                VoucherPassage.Receive(thread.Task, message, ref after);
            space.Gate.Enter();
            var code = space.Active ? GiveRights(space, message, keepsVoucher, out reply, out voucher, ref after) : MACH_RCV_INVALID_NAME;
            space.Gate.Exit();
            if (code != MACH_MSG_SUCCESS)
                return code;
        }
        message.Reply = null;
        var voucherType = VoucherType(message, keepsVoucher);
        if (message.VoucherType == 0)
            voucher = message.OpaqueVoucher;
        Write(
            message.Bytes,
            message.Bits & MACH_MSGH_BITS_COMPLEX | voucherType << 16 | (uint)message.DestinationType << 8 | message.ReplyType,
            (uint)message.Size,
            reply,
            message.LocalName,
            voucher,
            message.Id);
        return MACH_MSG_SUCCESS;
    }

    private static kern_return_t GiveRights(
        KSpace space, KMessage message, bool keepsVoucher, out uint reply, out uint voucher, ref Aftermath after)
    {
        voucher = MACH_PORT_NULL;
        if (space.CopyOut(message.Reply, message.ReplyType, out reply, ref after) != KERN_SUCCESS)
            return MACH_RCV_HEADER_ERROR | MACH_MSG_IPC_SPACE;
        if (message.Voucher is not { } carried)
            return MACH_MSG_SUCCESS;
        message.Voucher = null;
        if (!keepsVoucher || space.CopyOut(carried, (byte)MACH_MSG_TYPE_PORT_SEND, out voucher, ref after) != KERN_SUCCESS)
            after.Release(carried, (byte)MACH_MSG_TYPE_PORT_SEND);
        return MACH_MSG_SUCCESS;
    }

    /// <summary>R-VCH-1 to 3: 17 for a voucher that came; 0 where none is wanted; the sender's where it named none.</summary>
    private static uint VoucherType(KMessage message, bool keepsVoucher)
    {
        if (!keepsVoucher || message.VoucherType == 0)
            return 0;
        return message.VoucherName == MACH_PORT_NULL ? message.VoucherType : (uint)MACH_MSG_TYPE_PORT_SEND;
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
