namespace Mach.Abi;

// mach_debug/zone_info.h: macros with arguments. A zone's collectable word is a flag (1 bit) and bytes (63 bits).
public static partial class MachConstants
{
    /// <summary>The bytes that a zone can give back.</summary>
    public static ulong GET_MZI_COLLECTABLE_BYTES(ulong val) => val >> 1;

    /// <summary>1 when a zone gives free elements back.</summary>
    public static ulong GET_MZI_COLLECTABLE_FLAG(ulong val) => val & 1;

    /// <summary>Sets the bytes that a zone can give back.</summary>
    public static void SET_MZI_COLLECTABLE_BYTES(ref ulong val, ulong size) => val = (val & 1) | (size << 1);

    /// <summary>Sets the flag when asked to; never clears it.</summary>
    public static void SET_MZI_COLLECTABLE_FLAG(ref ulong val, bool flag) => val = flag ? val | 1 : val;
}
