namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    // These two are the library's: the kernel does not know them.
    private const int LibraryOptions = MACH_SEND_INTERRUPT | MACH_RCV_INTERRUPT;

    /// <summary>Sends a message, receives one, or both, in that order.</summary>
    /// <param name="msg">The message, and where the received one goes.</param>
    /// <param name="option"><c>MACH_SEND_MSG</c>, <c>MACH_RCV_MSG</c>, … An interrupted half is resumed unless its <c>INTERRUPT</c> option is given.</param>
    /// <param name="send_size">Bytes to send; the size field of the header does not count.</param>
    /// <param name="rcv_size">Bytes of room.</param>
    /// <param name="rcv_name">A receive right or port set.</param>
    /// <param name="timeout">Milliseconds, for each half that has its <c>TIMEOUT</c> option.</param>
    /// <param name="notify">The priority of what is sent.</param>
    public static mach_msg_return_t mach_msg(
        mach_msg_header_t* msg,
        mach_msg_option_t option,
        mach_msg_size_t send_size,
        mach_msg_size_t rcv_size,
        mach_port_name_t rcv_name,
        mach_msg_timeout_t timeout,
        mach_port_name_t notify) =>
        mach_msg_overwrite(msg, option, send_size, rcv_size, rcv_name, timeout, notify, null, 0);

    /// <summary>As <see cref="mach_msg"/>, receiving into another buffer.</summary>
    /// <param name="msg">The message to send.</param>
    /// <param name="option">As in <see cref="mach_msg"/>.</param>
    /// <param name="send_size">Bytes to send.</param>
    /// <param name="rcv_size">Bytes of room.</param>
    /// <param name="rcv_name">A receive right or port set.</param>
    /// <param name="timeout">Milliseconds, for each half that has its <c>TIMEOUT</c> option.</param>
    /// <param name="notify">The priority of what is sent.</param>
    /// <param name="rcv_msg">Where the received message goes; null: to <paramref name="msg"/>.</param>
    /// <param name="rcv_limit">Ignored.</param>
    public static mach_msg_return_t mach_msg_overwrite(
        mach_msg_header_t* msg,
        mach_msg_option_t option,
        mach_msg_size_t send_size,
        mach_msg_size_t rcv_size,
        mach_port_name_t rcv_name,
        mach_msg_timeout_t timeout,
        mach_msg_priority_t notify,
        mach_msg_header_t* rcv_msg,
        mach_msg_size_t rcv_limit)
    {
        // What comes back from an interrupted send is a message of moved rights, which the next try sends as it is.
        mach_msg_return_t code;
        do
            code = mach_msg_overwrite_trap(msg, option & ~LibraryOptions, send_size, rcv_size, rcv_name, timeout, notify, rcv_msg, rcv_limit);
        while (code == MACH_SEND_INTERRUPTED && (option & MACH_SEND_INTERRUPT) == 0);

        while (code == MACH_RCV_INTERRUPTED && (option & MACH_RCV_INTERRUPT) == 0)
        {
            int receive = option & ~(LibraryOptions | MACH_SEND_MSG);
            code = mach_msg_overwrite_trap(msg, receive, 0, rcv_size, rcv_name, timeout, notify, rcv_msg, rcv_limit);
        }

        return code;
    }

    /// <summary>As <see cref="mach_msg"/>, with today's options; the header's fields are passed and not read from memory.</summary>
    /// <param name="data">The message, or a vector.</param>
    /// <param name="option64"><c>MACH64_*</c>.</param>
    /// <param name="header">The header of what is sent.</param>
    /// <param name="send_size">Bytes to send, or elements of the vector.</param>
    /// <param name="rcv_size">Bytes of room, or elements of the vector.</param>
    /// <param name="rcv_name">A receive right or port set.</param>
    /// <param name="timeout">Milliseconds.</param>
    /// <param name="priority">The priority of what is sent.</param>
    public static mach_msg_return_t mach_msg2(
        void* data,
        mach_msg_option64_t option64,
        mach_msg_header_t header,
        mach_msg_size_t send_size,
        mach_msg_size_t rcv_size,
        mach_port_t rcv_name,
        ulong timeout,
        uint priority)
    {
        mach_msg_base_t* message = (option64 & MACH64_MSG_VECTOR) != 0 ? (mach_msg_base_t*)((mach_msg_vector_t*)data)->msgv_data : (mach_msg_base_t*)data;
        mach_msg_size_t descriptors = (header.msgh_bits & MACH_MSGH_BITS_COMPLEX) != 0 && (option64 & MACH64_SEND_MSG) != 0 ? message->body.msgh_descriptor_count : 0;
        return mach_msg2_internal(
            data,
            option64,
            Pair(header.msgh_bits, send_size),
            Pair(header.msgh_remote_port, header.msgh_local_port),
            Pair(header.msgh_voucher_port, (uint)header.msgh_id),
            Pair(descriptors, rcv_name),
            Pair(rcv_size, priority),
            timeout);
    }

    /// <summary>What <see cref="mach_msg2"/> is made of: pairs of 32-bit values, the first in the low half.</summary>
    public static mach_msg_return_t mach_msg2_internal(
        void* data,
        mach_msg_option64_t option64,
        ulong msgh_bits_and_send_size,
        ulong msgh_remote_and_local_port,
        ulong msgh_voucher_and_id,
        ulong desc_count_and_rcv_name,
        ulong rcv_size_and_priority,
        ulong timeout)
    {
        ulong option = option64 & ~(ulong)LibraryOptions;
        mach_msg_return_t code = mach_msg2_trap(
            data, option, msgh_bits_and_send_size, msgh_remote_and_local_port, msgh_voucher_and_id, desc_count_and_rcv_name, rcv_size_and_priority, timeout);
        while (code == MACH_SEND_INTERRUPTED && (option64 & MACH64_SEND_INTERRUPT) == 0)
        {
            // The rights that came back, under the names they have now, are what is sent next: the former header would take new ones.
            var back = (mach_msg_header_t*)((option64 & MACH64_MSG_VECTOR) != 0 ? (void*)((mach_msg_vector_t*)data)->msgv_data : data);
            code = mach_msg2_trap(
                data,
                option,
                Pair(back->msgh_bits, (uint)(msgh_bits_and_send_size >> 32)),
                Pair(back->msgh_remote_port, back->msgh_local_port),
                Pair(back->msgh_voucher_port, (uint)back->msgh_id),
                desc_count_and_rcv_name,
                rcv_size_and_priority,
                timeout);
        }

        while (code == MACH_RCV_INTERRUPTED && (option64 & MACH64_RCV_INTERRUPT) == 0)
        {
            code = mach_msg2_trap(
                data, option & ~MACH64_SEND_MSG, 0, 0, 0, desc_count_and_rcv_name & 0xffffffff00000000, rcv_size_and_priority, timeout);
        }

        return code;
    }

    /// <summary>Sends a message of the size that its header says, without a time-out.</summary>
    public static mach_msg_return_t mach_msg_send(mach_msg_header_t* msg) =>
        mach_msg(msg, MACH_SEND_MSG, msg->msgh_size, 0, MACH_PORT_NULL, MACH_MSG_TIMEOUT_NONE, MACH_PORT_NULL);

    /// <summary>Receives from the port that the header names as local, into as many bytes as the header says.</summary>
    public static mach_msg_return_t mach_msg_receive(mach_msg_header_t* msg) =>
        mach_msg(msg, MACH_RCV_MSG, 0, msg->msgh_size, msg->msgh_local_port, MACH_MSG_TIMEOUT_NONE, MACH_PORT_NULL);

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);
}
