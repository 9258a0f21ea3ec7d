namespace Mach.Darwin;

/// <summary>The message traps as XNU takes them from a program of today: all of them as <c>mach_msg2</c>.</summary>
/// <remarks>
/// XNU refuses to send by the two old traps, and may end the program for it; libSystem's own <c>mach_msg</c> does the same as this.
/// A message to any kind of port (<c>MACH64_SEND_ANY</c>) is known on macOS only; elsewhere it is one to a queue.
/// </remarks>
internal static unsafe class MessageTraps
{
    /// <summary>True for a trap that sends or receives.</summary>
    internal static bool Is(int number) =>
        number is MachTrapNumbers.mach_msg_trap or MachTrapNumbers.mach_msg_overwrite_trap or MachTrapNumbers.mach_msg2_trap;

    /// <summary>Puts the trap into its present form.</summary>
    /// <param name="memory">Where an old trap's header is read.</param>
    /// <param name="macOS">The system is macOS.</param>
    /// <param name="frame">The trap; only on success is it changed.</param>
    /// <param name="vector">Holds what an old trap with two buffers needs, and stays where it is until the trap has ended.</param>
    /// <returns>False when the header cannot be read.</returns>
    internal static bool TryModernise(IUserMemory memory, bool macOS, ref TrapFrame frame, mach_msg_vector_t* vector)
    {
        if (frame.Number != MachTrapNumbers.mach_msg2_trap && !TryPack(memory, ref frame, vector))
            return false;
        if (!macOS && (frame.A1 & MACH64_SEND_ANY) != 0)
            frame.A1 = (frame.A1 & ~MACH64_SEND_ANY) | MACH64_SEND_MQ_CALL;
        return true;
    }

    /// <summary>What a trap answers that was interrupted before it began.</summary>
    internal static kern_return_t Interrupted(in TrapFrame frame) =>
        !Is(frame.Number) ? KERN_ABORTED
        : (frame.A1 & MACH64_SEND_MSG) != 0 ? MACH_SEND_INTERRUPTED
        : MACH_RCV_INTERRUPTED;

    /// <summary>
    /// After a receive that ended interrupted though nobody asked for it, such as by a signal: makes it the receive alone, with
    /// its full time, as libSystem resumes it. False for any other end.
    /// </summary>
    internal static bool TryResume(ref TrapFrame frame)
    {
        if (frame.Number != MachTrapNumbers.mach_msg2_trap || frame.Code.Base != MACH_RCV_INTERRUPTED)
            return false;
        frame.A1 &= ~MACH64_SEND_MSG;
        frame.A2 = 0;
        frame.A3 = 0;
        frame.A4 = 0;
        frame.A5 &= 0xffff_ffff_0000_0000;
        return true;
    }

    private static bool TryPack(IUserMemory memory, ref TrapFrame old, mach_msg_vector_t* vector)
    {
        var options = (uint)old.A1;
        var (sendSize, receiveSize) = ((uint)old.A2, (uint)old.A3);
        bool sends = (options & MACH_SEND_MSG) != 0, receives = (options & MACH_RCV_MSG) != 0;
        var sent = old.A0;
        var received = old.Number == MachTrapNumbers.mach_msg_overwrite_trap && old.A7 != 0 ? old.A7 : sent;

        // A receive alone may name a port to boost, where mach_msg2 has the destination; a send and receive may not.
        mach_msg_header_t header = default;
        if (sends)
            options &= ~(uint)MACH_RCV_SYNC_WAIT;
        else
            header.msgh_remote_port = (uint)old.A6;

        // A message of a wrong size is not read: the kernel refuses it by that.
        uint descriptors = 0;
        if (sends && sendSize >= sizeof(mach_msg_header_t) && sendSize <= MachMessageLayout.MaxSendSize && (sendSize & 3) == 0)
        {
            if (!new UserPtr<mach_msg_header_t>(sent).TryRead(memory, out header))
                return false;
            if ((header.msgh_bits & MACH_MSGH_BITS_COMPLEX) != 0 && sendSize >= sizeof(mach_msg_base_t)
                && !new UserPtr<uint>(sent + (uint)sizeof(mach_msg_header_t)).TryRead(memory, out descriptors))
                return false;
        }

        TrapFrame now = new(MachTrapNumbers.mach_msg2_trap)
        {
            A0 = sends ? sent : received,
            A1 = options | (sends ? MACH64_SEND_ANY : 0),
            A2 = Pair(header.msgh_bits, sendSize),
            A3 = Pair(header.msgh_remote_port, header.msgh_local_port),
            A4 = Pair(header.msgh_voucher_port, (uint)header.msgh_id),
            A5 = Pair(descriptors, (uint)old.A4),
            A6 = Pair(receiveSize, (uint)old.A6),
            A7 = (uint)old.A5,
        };
        if (sends && receives && received != sent)
        {
            *vector = new mach_msg_vector_t { msgv_data = sent, msgv_rcv_addr = received, msgv_send_size = sendSize, msgv_rcv_size = receiveSize };
            now.A0 = (ulong)vector;
            now.A1 |= MACH64_MSG_VECTOR;
            now.A2 = Pair(header.msgh_bits, 1);
            now.A6 = Pair(1, (uint)old.A6);
        }

        old = now;
        return true;
    }

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);
}
