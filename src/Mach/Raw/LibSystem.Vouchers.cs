namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    private const ulong UnchangedState = ulong.MaxValue;   // VOUCHER_MACH_MSG_STATE_UNCHANGED

    /// <summary>Puts the running thread's voucher into a message; there is none to put.</summary>
    /// <returns>0: the message is as it was.</returns>
    public static boolean_t voucher_mach_msg_set(mach_msg_header_t* msg)
    {
        _ = msg;
        return 0;
    }

    /// <summary>Takes the voucher out of a message, without ending its right.</summary>
    public static void voucher_mach_msg_clear(mach_msg_header_t* msg)
    {
        msg->msgh_bits &= ~(uint)MACH_MSGH_BITS_VOUCHER_MASK;
        msg->msgh_voucher_port = MACH_PORT_NULL;
    }

    /// <summary>Takes up the voucher of a received message; a thread here has none of its own, and the message keeps it.</summary>
    /// <returns>The state that says that nothing has changed.</returns>
    public static byte* voucher_mach_msg_adopt(mach_msg_header_t* msg)
    {
        _ = msg;
        return (byte*)UnchangedState;
    }

    /// <summary>Goes back to the state before <see cref="voucher_mach_msg_adopt"/>.</summary>
    public static void voucher_mach_msg_revert(byte* state) => _ = state;
}
