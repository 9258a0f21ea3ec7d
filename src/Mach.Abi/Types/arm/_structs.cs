namespace Mach.Abi;

// mach/arm/_structs.h
public static partial class MachConstants
{
    /// <summary>Whether the thread state hides its pointers; not for arm64, only for arm64e.</summary>
    public const int __DARWIN_OPAQUE_ARM_THREAD_STATE64 = 0;
}
