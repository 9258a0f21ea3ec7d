using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/vm_types.h: structures

/// <summary>A range of addresses, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_vm_range
{
    /// <summary>The first address.</summary>
    public mach_vm_offset_t min_address;

    /// <summary>One past the last address.</summary>
    public mach_vm_offset_t max_address;
}

/// <summary>How a range of a task's addresses is to be used, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct mach_vm_range_recipe_v1_t
{
    private ulong _bits;

    /// <summary>The range.</summary>
    public mach_vm_range range;

    /// <summary><c>MACH_VM_RANGE_NONE</c> (48 bits).</summary>
    public mach_vm_range_flags_t flags
    {
        readonly get => _bits & 0xffffffffffff;
        set => _bits = (_bits & ~0xfffffffffffful) | (value & 0xffffffffffff);
    }

    /// <summary><c>MACH_VM_RANGE_*</c>: what the range is for (8 bits).</summary>
    public mach_vm_range_tag_t range_tag
    {
        readonly get => (mach_vm_range_tag_t)((_bits >> 48) & 0xff);
        set => _bits = (_bits & ~0xff000000000000ul) | (((ulong)value & 0xff) << 48);
    }

    /// <summary><c>VM_MEMORY_*</c> (8 bits).</summary>
    public byte vm_tag
    {
        readonly get => (byte)((_bits >> 56) & 0xff);
        set => _bits = (_bits & ~0xff00000000000000ul) | (((ulong)value & 0xff) << 56);
    }
}
