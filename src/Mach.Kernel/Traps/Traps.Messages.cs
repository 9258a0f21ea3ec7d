using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>The three message traps: each becomes one pair of send and receive arguments.</summary>
internal sealed partial class Traps
{
    private const ulong UserOptions = uint.MaxValue & ~(ulong)(MACH_SEND_ALWAYS | MACH_SEND_IMPORTANCE | MACH_SEND_KERNEL);

    public override TrapStatus mach_msg_trap(
        KThread thread, ref TrapFrame frame, UserPtr<mach_msg_header_t> msg, int option, uint send_size, uint rcv_size,
        uint rcv_name, uint timeout, uint notify) =>
        Old(thread, ref frame, msg, (uint)option, send_size, rcv_size, rcv_name, timeout, notify, msg.Address);

    public override TrapStatus mach_msg_overwrite_trap(
        KThread thread, ref TrapFrame frame, UserPtr<mach_msg_header_t> msg, int option, uint send_size, uint rcv_size,
        uint rcv_name, uint timeout, uint priority, UserPtr<mach_msg_header_t> rcv_msg) =>
        Old(thread, ref frame, msg, (uint)option, send_size, rcv_size, rcv_name, timeout, priority, rcv_msg.IsNull ? msg.Address : rcv_msg.Address);

    private static TrapStatus Old(
        KThread thread, ref TrapFrame frame, UserPtr<mach_msg_header_t> msg, uint option, uint sendSize, uint receiveSize,
        uint receiveName, uint timeout, uint notify, ulong receiveAddress)
    {
        var options = option & UserOptions;
        var sends = (options & MACH64_SEND_MSG) != 0;
        if ((options & MACH64_RCV_MSG) != 0)
            thread.Receive.Begin(wanted: true, options, receiveName, receiveAddress, receiveSize, timeout, sends ? MACH_PORT_NULL : notify);
        else
            thread.Receive.Wanted = false;
        if (!sends)
            return ReceiveOnly(thread, ref frame);
        thread.Send.Begin(options | MACH64_SEND_ANY, msg.Address, sendSize, timeout);
        if (sendSize < MessageScan.HeaderSize || (sendSize & 3) != 0)
            return Done(ref frame, MACH_SEND_MSG_TOO_SMALL);
        if (sendSize > MessageScan.LargestMessage)
            return Done(ref frame, MACH_SEND_TOO_LARGE);
        if (!msg.TryRead(thread.Memory, out var header))
            return Done(ref frame, MACH_SEND_INVALID_DATA);
        return thread.RunSend(
            new OutgoingHeader
            {
                Bits = header.msgh_bits & MACH_MSGH_BITS_USER,
                Remote = header.msgh_remote_port,
                Local = header.msgh_local_port,
                Voucher = header.msgh_voucher_port,
                Id = header.msgh_id,
            },
            Sending.CountInMessage,
            ref frame);
    }

    public override TrapStatus mach_msg2_trap(
        KThread thread, ref TrapFrame frame, UserPtr<byte> data, ulong options, ulong msgh_bits_and_send_size,
        ulong msgh_remote_and_local_port, ulong msgh_voucher_and_id, ulong desc_count_and_rcv_name, ulong rcv_size_and_priority,
        ulong timeout)
    {
        options &= UserOptions | 0xffffffff00000000;
        var sends = (options & MACH64_SEND_MSG) != 0;
        var sendSize = (uint)(msgh_bits_and_send_size >> 32);
        var receiveSize = (uint)rcv_size_and_priority;
        var remote = (uint)msgh_remote_and_local_port;
        thread.Receive.Begin(
            (options & MACH64_RCV_MSG) != 0, options, (uint)(desc_count_and_rcv_name >> 32), data.Address, receiveSize, (uint)timeout, remote);
        thread.Send.Begin(options, data.Address, sendSize, (uint)timeout);
        if (sends && !Sending.KindsAreGood(options))
            return Done(ref frame, MACH_SEND_INVALID_OPTIONS);
        if ((options & MACH64_MSG_VECTOR) != 0)
        {
            var code = ReadVector(thread, data.Address, sendSize, receiveSize, sends);
            if (code != MACH_MSG_SUCCESS)
                return Done(ref frame, code);
        }
        if (!sends)
            return ReceiveOnly(thread, ref frame);
        return thread.RunSend(
            new OutgoingHeader
            {
                Bits = (uint)msgh_bits_and_send_size & MACH_MSGH_BITS_USER,
                Remote = remote,
                Local = (uint)(msgh_remote_and_local_port >> 32),
                Voucher = (uint)msgh_voucher_and_id,
                Id = (int)(msgh_voucher_and_id >> 32),
            },
            (uint)desc_count_and_rcv_name,
            ref frame);
    }

    /// <summary>
    /// Takes sizes and addresses from the vector (R-M2-5 to R-M2-10). It is read once, as long as the greater of the two
    /// counts says, whichever halves were asked for.
    /// </summary>
    private static kern_return_t ReadVector(KThread thread, ulong address, uint sends, uint receives, bool sending)
    {
        ref var send = ref thread.Send;
        ref var receive = ref thread.Receive;
        var invalid = sending ? MACH_SEND_INVALID_DATA : MACH_RCV_INVALID_ARGUMENTS;
        if (sends > MACH_MSGV_MAX_COUNT || receives > MACH_MSGV_MAX_COUNT)
            return invalid;
        if (sending && sends == 0)
            return MACH_SEND_MSG_TOO_SMALL;
        Span<mach_msg_vector_t> elements = stackalloc mach_msg_vector_t[(int)MACH_MSGV_MAX_COUNT];
        elements.Clear();
        var count = (int)Math.Max(sends, receives);
        if (!thread.Memory.TryRead(address, MemoryMarshal.AsBytes(elements[..count])))
            return invalid;
        ref var first = ref elements[0];
        ref var second = ref elements[1];
        if (sending)
        {
            send.Address = first.msgv_data;
            send.Size = first.msgv_send_size;
            if (sends > 1)
            {
                send.AuxAddress = second.msgv_data;
                send.AuxSize = second.msgv_send_size;
            }
            if (send.Address == 0)
                return MACH_SEND_INVALID_DATA;
        }
        if (!receive.Wanted)
            return MACH_MSG_SUCCESS;
        receive.IsVector = true;
        receive.Address = first.msgv_rcv_addr != 0 ? first.msgv_rcv_addr : first.msgv_data;
        receive.Size = first.msgv_rcv_size;
        receive.BadVector = receives == 0;
        if (receives > 1)
        {
            receive.AuxAddress = second.msgv_rcv_addr != 0 ? second.msgv_rcv_addr : second.msgv_data;
            receive.AuxSize = second.msgv_rcv_size;
            receive.BadVector |= receive.AuxAddress == 0 || receive.AuxSize < Sending.AuxHeaderSize;
        }
        return receive.BadVector && !sending ? MACH_RCV_INVALID_ARGUMENTS : MACH_MSG_SUCCESS;
    }

    private static TrapStatus ReceiveOnly(KThread thread, ref TrapFrame frame)
    {
        if (thread.Receive.Wanted)
            return thread.RunReceive(ref frame);
        return Done(ref frame, MACH_MSG_SUCCESS);
    }

    private static TrapStatus Done(ref TrapFrame frame, kern_return_t code)
    {
        frame.Return(code);
        return TrapStatus.Done;
    }
}
