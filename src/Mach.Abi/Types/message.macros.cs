namespace Mach.Abi;

// mach/message.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>Header bits for a destination and a reply port.</summary>
    /// <param name="remote">Disposition of the destination.</param>
    /// <param name="local">Disposition of the reply port, or 0.</param>
    public static mach_msg_bits_t MACH_MSGH_BITS(mach_msg_bits_t remote, mach_msg_bits_t local) => remote | (local << 8);

    /// <summary>Header bits for all three ports.</summary>
    public static mach_msg_bits_t MACH_MSGH_BITS_SET_PORTS(mach_msg_bits_t remote, mach_msg_bits_t local, mach_msg_bits_t voucher) =>
        (remote & MACH_MSGH_BITS_REMOTE_MASK) | ((local << 8) & MACH_MSGH_BITS_LOCAL_MASK) | ((voucher << 16) & MACH_MSGH_BITS_VOUCHER_MASK);

    /// <summary>Header bits for all three ports, with other bits.</summary>
    public static mach_msg_bits_t MACH_MSGH_BITS_SET(mach_msg_bits_t remote, mach_msg_bits_t local, mach_msg_bits_t voucher, mach_msg_bits_t other) =>
        MACH_MSGH_BITS_SET_PORTS(remote, local, voucher) | MACH_MSGH_BITS_OTHER(other);

    /// <summary>Disposition of <c>msgh_remote_port</c>.</summary>
    public static mach_msg_bits_t MACH_MSGH_BITS_REMOTE(mach_msg_bits_t bits) => bits & MACH_MSGH_BITS_REMOTE_MASK;

    /// <summary>Disposition of <c>msgh_local_port</c>.</summary>
    public static mach_msg_bits_t MACH_MSGH_BITS_LOCAL(mach_msg_bits_t bits) => (bits & MACH_MSGH_BITS_LOCAL_MASK) >> 8;

    /// <summary>Disposition of <c>msgh_voucher_port</c>.</summary>
    public static mach_msg_bits_t MACH_MSGH_BITS_VOUCHER(mach_msg_bits_t bits) => (bits & MACH_MSGH_BITS_VOUCHER_MASK) >> 16;

    /// <summary>The bits of the three dispositions.</summary>
    public static mach_msg_bits_t MACH_MSGH_BITS_PORTS(mach_msg_bits_t bits) => bits & MACH_MSGH_BITS_PORTS_MASK;

    /// <summary>The bits that are no dispositions.</summary>
    public static mach_msg_bits_t MACH_MSGH_BITS_OTHER(mach_msg_bits_t bits) => bits & ~(mach_msg_bits_t)MACH_MSGH_BITS_PORTS_MASK;

    /// <summary>True when a destination is given.</summary>
    public static bool MACH_MSGH_BITS_HAS_REMOTE(mach_msg_bits_t bits) => MACH_MSGH_BITS_REMOTE(bits) != MACH_MSGH_BITS_ZERO;

    /// <summary>True when a reply port is given.</summary>
    public static bool MACH_MSGH_BITS_HAS_LOCAL(mach_msg_bits_t bits) => MACH_MSGH_BITS_LOCAL(bits) != MACH_MSGH_BITS_ZERO;

    /// <summary>True when a voucher is given.</summary>
    public static bool MACH_MSGH_BITS_HAS_VOUCHER(mach_msg_bits_t bits) => MACH_MSGH_BITS_VOUCHER(bits) != MACH_MSGH_BITS_ZERO;

    /// <summary>True when descriptors follow the header.</summary>
    public static bool MACH_MSGH_BITS_IS_COMPLEX(mach_msg_bits_t bits) => (bits & MACH_MSGH_BITS_COMPLEX) != 0;

    /// <summary>True when importance is raised.</summary>
    public static bool MACH_MSGH_BITS_RAISED_IMPORTANCE(mach_msg_bits_t bits) => (bits & MACH_MSGH_BITS_RAISEIMP) != 0;

    /// <summary>True when an importance assertion travels along.</summary>
    public static bool MACH_MSGH_BITS_HOLDS_IMPORTANCE_ASSERTION(mach_msg_bits_t bits) => (bits & MACH_MSGH_BITS_IMPHOLDASRT) != 0;

    /// <summary>A message size rounded up to 4 bytes.</summary>
    public static mach_msg_size_t round_msg(mach_msg_size_t x) => (x + 3) & ~3u;

    /// <summary>True for a disposition that moves or makes some right.</summary>
    public static bool MACH_MSG_TYPE_PORT_ANY(mach_msg_type_name_t x) => x is >= MACH_MSG_TYPE_MOVE_RECEIVE and <= MACH_MSG_TYPE_MAKE_SEND_ONCE;

    /// <summary>True for a disposition that carries a send right.</summary>
    public static bool MACH_MSG_TYPE_PORT_ANY_SEND(mach_msg_type_name_t x) => x is >= MACH_MSG_TYPE_MOVE_SEND and <= MACH_MSG_TYPE_MAKE_SEND;

    /// <summary>True for a disposition that carries a send-once right.</summary>
    public static bool MACH_MSG_TYPE_PORT_ANY_SEND_ONCE(mach_msg_type_name_t x) => x is MACH_MSG_TYPE_MOVE_SEND_ONCE or MACH_MSG_TYPE_MAKE_SEND_ONCE;

    /// <summary>True for a disposition that moves a right.</summary>
    public static bool MACH_MSG_TYPE_PORT_ANY_RIGHT(mach_msg_type_name_t x) => x is >= MACH_MSG_TYPE_MOVE_RECEIVE and <= MACH_MSG_TYPE_MOVE_SEND_ONCE;

    /// <summary>Option bits that choose a trailer format.</summary>
    public static mach_msg_option_t MACH_RCV_TRAILER_TYPE(int x) => (x & 0xf) << 28;

    /// <summary>Option bits that choose trailer elements: <c>MACH_RCV_TRAILER_SENDER</c>, …</summary>
    public static mach_msg_option_t MACH_RCV_TRAILER_ELEMENTS(int x) => (x & 0xf) << 24;

    /// <summary>The trailer elements that option bits choose.</summary>
    public static int GET_RCV_ELEMENTS(mach_msg_option_t y) => (y >> 24) & 0xf;

    /// <summary>Bytes of the trailer that option bits choose.</summary>
    public static mach_msg_size_t REQUESTED_TRAILER_SIZE(mach_msg_option_t y) => GET_RCV_ELEMENTS(y) switch
    {
        MACH_RCV_TRAILER_NULL => 8,
        MACH_RCV_TRAILER_SEQNO => 12,
        MACH_RCV_TRAILER_SENDER => 20,
        MACH_RCV_TRAILER_AUDIT => 52,
        MACH_RCV_TRAILER_CTX => 60,
        _ => MAX_TRAILER_SIZE,
    };

    /// <inheritdoc cref="REQUESTED_TRAILER_SIZE"/>
    public static mach_msg_size_t REQUESTED_TRAILER_SIZE_NATIVE(mach_msg_option_t y) => REQUESTED_TRAILER_SIZE(y);
}
