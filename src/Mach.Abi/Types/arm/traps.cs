namespace Mach.Abi;

// mach/arm/traps.h
public static partial class MachConstants
{
    /// <summary>Fast trap on arm64: absolute time.</summary>
    public const int MACH_ARM_TRAP_ABSTIME = -3;

    /// <summary>Fast trap on arm64: continuous time.</summary>
    public const int MACH_ARM_TRAP_CONTTIME = -4;
}
