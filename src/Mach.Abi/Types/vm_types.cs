namespace Mach.Abi;

// mach/vm_types.h
public static partial class MachConstants
{
    /// <summary>The largest physical page number.</summary>
    public const uint PPNUM_MAX = 0xffffffffu;

    /// <summary>No address map.</summary>
    public const uint VM_MAP_NULL = 0;

    /// <summary>No address map, inspect flavor.</summary>
    public const uint VM_MAP_INSPECT_NULL = 0;

    /// <summary>No address map, read flavor.</summary>
    public const uint VM_MAP_READ_NULL = 0;

    /// <summary>No page list.</summary>
    public const uint UPL_NULL = 0;

    /// <summary>No memory entry.</summary>
    public const uint VM_NAMED_ENTRY_NULL = 0;

    /// <summary>Format of range recipes: the newest.</summary>
    public const uint MACH_VM_RANGE_FLAVOR_DEFAULT = 1;

    /// <summary>Format of range recipes: none.</summary>
    public const uint MACH_VM_RANGE_FLAVOR_INVALID = 0;

    /// <summary>Format of range recipes: <c>mach_vm_range_recipe_v1_t</c>.</summary>
    public const uint MACH_VM_RANGE_FLAVOR_V1 = 1;

    /// <summary>Flags of a range: none.</summary>
    public const ulong MACH_VM_RANGE_NONE = 0;

    /// <summary>Range: where allocations go when no other range is asked for.</summary>
    public const ushort MACH_VM_RANGE_DEFAULT = 0;

    /// <summary>Range: plain data, which holds no pointers.</summary>
    public const ushort MACH_VM_RANGE_DATA = 1;

    /// <summary>Range: mappings at addresses that the program chose.</summary>
    public const ushort MACH_VM_RANGE_FIXED = 2;
}
