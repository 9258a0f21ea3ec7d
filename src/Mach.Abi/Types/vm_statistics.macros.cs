namespace Mach.Abi;

// mach/vm_statistics.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>The number, or the largest that 32 bits hold.</summary>
    public static uint VM_STATISTICS_TRUNCATE_TO_32_BIT(ulong value) => (uint)Math.Min(value, uint.MaxValue);

    /// <summary>Reads the memory tag in mapping flags.</summary>
    public static void VM_GET_FLAGS_ALIAS(uint flags, out uint alias) => alias = (flags & VM_FLAGS_ALIAS_MASK) >> 24;

    /// <summary>Puts a memory tag into mapping flags.</summary>
    public static void VM_SET_FLAGS_ALIAS(ref uint flags, uint alias) => flags = (flags & ~VM_FLAGS_ALIAS_MASK) | ((alias & 0xff) << 24);

    /// <summary>The mapping flags of a memory tag.</summary>
    public static int VM_MAKE_TAG(int tag) => tag << 24;
}
