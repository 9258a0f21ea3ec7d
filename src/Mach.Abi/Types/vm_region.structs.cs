using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/vm_region.h: structures

/// <summary>A region (<c>VM_REGION_BASIC_INFO_64</c>), 36 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct vm_region_basic_info_data_64_t
{
    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t inheritance;

    /// <summary>1 when it is shared.</summary>
    public boolean_t shared;

    /// <summary>Not used.</summary>
    public boolean_t reserved;

    /// <summary>Where it begins in its object.</summary>
    public memory_object_offset_t offset;

    /// <summary><c>VM_BEHAVIOR_*</c>.</summary>
    public vm_behavior_t behavior;

    /// <summary>How often programs have wired it.</summary>
    public ushort user_wired_count;
}

/// <summary>A region, offset of 32 bits (<c>VM_REGION_BASIC_INFO</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_region_basic_info_data_t
{
    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t inheritance;

    /// <summary>1 when it is shared.</summary>
    public boolean_t shared;

    /// <summary>Not used.</summary>
    public boolean_t reserved;

    /// <summary>Where it begins in its object.</summary>
    public uint offset;

    /// <summary><c>VM_BEHAVIOR_*</c>.</summary>
    public vm_behavior_t behavior;

    /// <summary>How often programs have wired it.</summary>
    public ushort user_wired_count;
}

/// <summary>A region and its pages (<c>VM_REGION_EXTENDED_INFO</c>), 36 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_region_extended_info_data_t
{
    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t protection;

    /// <summary><c>VM_MEMORY_*</c>.</summary>
    public uint user_tag;

    /// <summary>Pages resident.</summary>
    public uint pages_resident;

    /// <summary>Shared pages that became private.</summary>
    public uint pages_shared_now_private;

    /// <summary>Pages compressed or written out.</summary>
    public uint pages_swapped_out;

    /// <summary>Pages changed.</summary>
    public uint pages_dirtied;

    /// <summary>References to its object.</summary>
    public uint ref_count;

    /// <summary>Objects below its object.</summary>
    public ushort shadow_depth;

    /// <summary>1 when a file or a pager is behind it.</summary>
    public byte external_pager;

    /// <summary><c>SM_*</c>.</summary>
    public byte share_mode;

    /// <summary>Pages whose content may be dropped.</summary>
    public uint pages_reusable;
}

/// <summary>A region's first objects (<c>VM_REGION_TOP_INFO</c>), 20 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_region_top_info_data_t
{
    /// <summary>A number that is equal for equal objects.</summary>
    public uint obj_id;

    /// <summary>References to its object.</summary>
    public uint ref_count;

    /// <summary>Private pages resident.</summary>
    public uint private_pages_resident;

    /// <summary>Shared pages resident.</summary>
    public uint shared_pages_resident;

    /// <summary><c>SM_*</c>.</summary>
    public byte share_mode;
}

/// <summary>A range to be read, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_vm_read_entry
{
    /// <summary>Its address.</summary>
    public mach_vm_address_t address;

    /// <summary>Its bytes.</summary>
    public mach_vm_size_t size;
}

/// <summary>A range to be read, sizes as wide as addresses, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct vm_read_entry
{
    /// <summary>Its address.</summary>
    public vm_address_t address;

    /// <summary>Their bytes.</summary>
    public vm_size_t size;
}

/// <summary>A page (<c>VM_PAGE_INFO_BASIC</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_page_info_basic_data_t
{
    /// <summary><c>VM_PAGE_QUERY_PAGE_*</c>.</summary>
    public int disposition;

    /// <summary>References to its object.</summary>
    public int ref_count;

    /// <summary>A number that is equal for equal objects.</summary>
    public vm_object_id_t object_id;

    /// <summary>Where it begins in its object.</summary>
    public memory_object_offset_t offset;

    /// <summary>Objects between the region and the page.</summary>
    public int depth;

    /// <summary>Not used.</summary>
    public int __pad;
}

/// <summary>Room for a region's information of any flavor: 1,024 words.</summary>
[InlineArray(1024)]
public struct vm_region_info_data_t
{
    private int _first;
}

/// <summary>The ranges of a list read: 256 ranges.</summary>
[InlineArray(256)]
public struct mach_vm_read_entry_t
{
    private mach_vm_read_entry _first;
}

/// <summary>The ranges of a list read, sizes as wide as addresses: 256 ranges.</summary>
[InlineArray(256)]
public struct vm_read_entry_t
{
    private vm_read_entry _first;
}
