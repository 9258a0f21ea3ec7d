using System.Buffers.Binary;

namespace Mach.Kernel;

/// <summary>A message that could not be queued goes back into its sender's buffer, its rights under new names (R-FAIL-3 to R-FAIL-7).</summary>
internal static class PseudoReceive
{
    internal static kern_return_t GiveBack(KThread thread, KMessage message, kern_return_t code, ref Aftermath after)
    {
        var space = thread.Space;
        var problems = kern_return_t.KERN_SUCCESS;
        var destination = Give(space, ref message.Destination, message.DestinationType, ref problems, ref after);
        var (reply, replyType) = GiveReply(space, message, ref problems, ref after);
        var (voucher, voucherType) = GiveVoucher(space, message, ref problems, ref after);
        if (message.DescriptorCount > 0)
            problems |= BodyCopyOut.Give(thread, message, message.Bytes, thread.Send.Address, forReceive: false, ref after);
        HeaderCopyOut.Write(
            message.Bytes,
            message.Bits & MACH_MSGH_BITS_COMPLEX | voucherType << 16 | (uint)replyType << 8 | message.DestinationType,
            (uint)message.Size,
            destination,
            reply,
            voucher,
            message.Id);
        thread.Memory.TryWrite(thread.Send.Address, message.Bytes.AsSpan(0, message.Size));
        message.ReleaseAll(ref after);
        return code | problems;
    }

    private static uint Give(KSpace space, ref KPort? right, byte type, ref kern_return_t problems, ref Aftermath after)
    {
        var name = MACH_PORT_NULL;
        space.Gate.Enter();
        var code = space.Active ? space.CopyOut(right, type, out name, ref after) : KERN_NO_SPACE;
        space.Gate.Exit();
        if (code != KERN_SUCCESS)
        {
            after.ReleaseNow(right, type);
            problems |= MACH_MSG_IPC_SPACE;
        }
        right = null;
        return name;
    }

    /// <summary>A hardened reply port gets its send-once right back into itself, so that the message can be tried again (R-FAIL-5).</summary>
    private static (uint Name, byte Type) GiveReply(
        KSpace space, KMessage message, ref kern_return_t problems, ref Aftermath after)
    {
        if (!KPort.IsLive(message.Reply) || message.ReplyType != MACH_MSG_TYPE_PORT_SEND_ONCE || !message.Reply.Is(PortFlags.HardReply))
            return (Give(space, ref message.Reply, message.ReplyType, ref problems, ref after), message.ReplyType);
        var port = message.Reply;
        message.Reply = null;
        space.Gate.Enter();
        var name = ReferenceEquals(port.Receiver, space) ? port.ReceiverName : MACH_PORT_DEAD;
        port.Gate.Enter();
        if (port.Active)
            port.SendOnceRights--;
        port.Gate.Exit();
        space.Gate.Exit();
        return (name, (byte)MACH_MSG_TYPE_MAKE_SEND_ONCE);
    }

    /// <summary>A moved voucher comes back; a copied one is released and its name restored (R-FAIL-6).</summary>
    private static (uint Name, uint Type) GiveVoucher(
        KSpace space, KMessage message, ref kern_return_t problems, ref Aftermath after)
    {
        if (message.VoucherType == MACH_MSG_TYPE_MOVE_SEND && message.Voucher is not null)
            VoucherPassage.Receive(space.Task, message, ref after);
        if (message.VoucherType == MACH_MSG_TYPE_MOVE_SEND)
            return (Give(space, ref message.Voucher, (byte)MACH_MSG_TYPE_PORT_SEND, ref problems, ref after), message.VoucherType);
        after.ReleaseNow(message.Voucher, (byte)MACH_MSG_TYPE_PORT_SEND);
        message.Voucher = null;
        return (message.VoucherType == 0 ? message.OpaqueVoucher : message.VoucherName, message.VoucherType);
    }
}
