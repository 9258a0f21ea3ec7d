namespace Mach.Abi;

// mach/machine/thread_state.h, mach/thread_status.h
public static partial class MachConstants
{
    /// <summary>Most words of a thread state.</summary>
    public const int THREAD_STATE_MAX = 1296;

    /// <summary>Thread state flavor: the list of flavors, as of old.</summary>
    public const int THREAD_STATE_FLAVOR_LIST = 0;

    /// <summary>Thread state flavor: the list of flavors, before OS X 10.9.</summary>
    public const int THREAD_STATE_FLAVOR_LIST_NEW = 0x80;

    /// <summary>Thread state flavor: the list of flavors of OS X 10.9.</summary>
    public const int THREAD_STATE_FLAVOR_LIST_10_9 = 129;

    /// <summary>Thread state flavor: the list of flavors of macOS 10.13.</summary>
    public const int THREAD_STATE_FLAVOR_LIST_10_13 = 130;

    /// <summary>Thread state flavor: the list of flavors of macOS 10.15.</summary>
    public const int THREAD_STATE_FLAVOR_LIST_10_15 = 131;

    /// <summary>Conversion of a thread state: from the other thread's form to the caller's.</summary>
    public const int THREAD_CONVERT_THREAD_STATE_TO_SELF = 1;

    /// <summary>Conversion of a thread state: from the caller's form to the other thread's.</summary>
    public const int THREAD_CONVERT_THREAD_STATE_FROM_SELF = 2;
}
