namespace Mach.Abi;

// kern/exc_guard.h: macros with arguments. Code of a guard exception: type (3 bits), flavor (29 bits), target (32 bits).
public static partial class MachConstants
{
    /// <summary>The <c>GUARD_TYPE_*</c> of a guard exception's code.</summary>
    public static uint EXC_GUARD_DECODE_GUARD_TYPE(ulong code) => (uint)(code >> 61) & 0x7;

    /// <summary>The flavor of a guard exception's code: <c>kGUARD_EXC_*</c> for ports.</summary>
    public static uint EXC_GUARD_DECODE_GUARD_FLAVOR(ulong code) => (uint)(code >> 32) & 0x1fffffff;

    /// <summary>The target of a guard exception's code: the name for ports.</summary>
    public static uint EXC_GUARD_DECODE_GUARD_TARGET(ulong code) => (uint)code;
}
