namespace Mach.Abi;

// mach_debug/mach_debug_types.h
public static partial class MachConstants
{
    /// <summary>Bytes of a kernel object's description, with its final zero.</summary>
    public const int KOBJECT_DESCRIPTION_LENGTH = 0x200;
}
