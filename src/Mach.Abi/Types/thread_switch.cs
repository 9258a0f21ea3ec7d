namespace Mach.Abi;

// mach/thread_switch.h
public static partial class MachConstants
{
    /// <summary><c>thread_switch</c>: only yield.</summary>
    public const int SWITCH_OPTION_NONE = 0;

    /// <summary><c>thread_switch</c>: at lowest priority for the time given.</summary>
    public const int SWITCH_OPTION_DEPRESS = 1;

    /// <summary><c>thread_switch</c>: sleep for the time given.</summary>
    public const int SWITCH_OPTION_WAIT = 2;
}
