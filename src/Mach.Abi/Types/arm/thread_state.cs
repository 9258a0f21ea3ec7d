namespace Mach.Abi;

// mach/arm/thread_state.h
public static partial class MachConstants
{
    /// <summary>Most words of a thread state on arm64.</summary>
    public const int ARM_THREAD_STATE_MAX = 1296;
}
