namespace Mach.Abi;

// mach/i386/thread_state.h
public static partial class MachConstants
{
    /// <summary>Most words of a thread state on x86_64.</summary>
    public const int I386_THREAD_STATE_MAX = 614;
}
