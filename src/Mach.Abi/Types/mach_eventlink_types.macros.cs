namespace Mach.Abi;

// mach/mach_eventlink_types.h: macros with arguments. An event link's result is a count (56 bits) and an error (8 bits).
public static partial class MachConstants
{
    /// <summary>The result with that count and error.</summary>
    public static ulong encode_eventlink_count_and_error(ulong count, int error) =>
        (count & EVENTLINK_SIGNAL_COUNT_MASK) | ((ulong)(error & EVENTLINK_SIGNAL_ERROR_MASK) << EVENTLINK_SIGNAL_ERROR_SHIFT);

    /// <summary>The count in a result.</summary>
    public static ulong decode_eventlink_count_from_retval(ulong retval) => retval & EVENTLINK_SIGNAL_COUNT_MASK;

    /// <summary>The error in a result.</summary>
    public static int decode_eventlink_error_from_retval(ulong retval) => (int)(retval >> EVENTLINK_SIGNAL_ERROR_SHIFT) & EVENTLINK_SIGNAL_ERROR_MASK;
}
