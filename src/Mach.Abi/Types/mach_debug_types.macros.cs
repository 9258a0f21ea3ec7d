namespace Mach.Abi;

// mach_debug/mach_debug_types.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>The flags of the next file's key as flags of this file's key.</summary>
    public static ulong MACH_CORE_FILEHEADER_V2_FLAGS_NEXT_KEY_FORMAT_TO_KEY_FORMAT(ulong x) =>
        (x >> 8) & MACH_CORE_FILEHEADER_V2_FLAGS_EXISTING_COREFILE_KEY_FORMAT_MASK;
}
