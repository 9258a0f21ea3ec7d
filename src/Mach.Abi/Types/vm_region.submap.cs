using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/vm_region.h: structures

/// <summary>A region or a submap, offset of 32 bits, 60 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_region_submap_info_data_t
{
    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t inheritance;

    /// <summary>Where it begins in its object.</summary>
    public uint offset;

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

    /// <summary>1 for a submap.</summary>
    public boolean_t is_submap;

    /// <summary><c>VM_BEHAVIOR_*</c>.</summary>
    public vm_behavior_t behavior;

    /// <summary>A number that is equal for equal objects.</summary>
    public vm32_object_id_t object_id;

    /// <summary>How often programs have wired it.</summary>
    public ushort user_wired_count;
}

/// <summary>A region or a submap, 76 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct vm_region_submap_info_data_64_t
{
    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t inheritance;

    /// <summary>Where it begins in its object.</summary>
    public memory_object_offset_t offset;

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

    /// <summary>1 for a submap.</summary>
    public boolean_t is_submap;

    /// <summary><c>VM_BEHAVIOR_*</c>.</summary>
    public vm_behavior_t behavior;

    /// <summary>The lower half of <c>object_id_full</c>.</summary>
    public vm32_object_id_t object_id;

    /// <summary>How often programs have wired it.</summary>
    public ushort user_wired_count;

    /// <summary>Pages whose content may be dropped.</summary>
    public uint pages_reusable;

    /// <summary>A number that is equal for equal objects; from version 2.</summary>
    public vm_object_id_t object_id_full;
}

/// <summary>A region or a submap, without counting pages, 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct vm_region_submap_short_info_data_64_t
{
    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t inheritance;

    /// <summary>Where it begins in its object.</summary>
    public memory_object_offset_t offset;

    /// <summary><c>VM_MEMORY_*</c>.</summary>
    public uint user_tag;

    /// <summary>References to its object.</summary>
    public uint ref_count;

    /// <summary>Objects below its object.</summary>
    public ushort shadow_depth;

    /// <summary>1 when a file or a pager is behind it.</summary>
    public byte external_pager;

    /// <summary><c>SM_*</c>.</summary>
    public byte share_mode;

    /// <summary>1 for a submap.</summary>
    public boolean_t is_submap;

    /// <summary><c>VM_BEHAVIOR_*</c>.</summary>
    public vm_behavior_t behavior;

    /// <summary>A number that is equal for equal objects.</summary>
    public vm32_object_id_t object_id;

    /// <summary>How often programs have wired it.</summary>
    public ushort user_wired_count;
}
