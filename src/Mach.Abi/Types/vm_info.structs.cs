using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach_debug/vm_info.h: structures

/// <summary>A region of an address map, for debugging, 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_vm_info_region_t
{
    /// <summary>The first address.</summary>
    public mach_vm_offset_t vir_start;

    /// <summary>One past the last address.</summary>
    public mach_vm_offset_t vir_end;

    /// <summary>A number that is equal for equal objects.</summary>
    public mach_vm_offset_t vir_object;

    /// <summary>Where it begins in its object.</summary>
    public memory_object_offset_t vir_offset;

    /// <summary>1 when it is copied on write.</summary>
    public boolean_t vir_needs_copy;

    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t vir_protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t vir_max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t vir_inheritance;

    /// <summary>How often it is wired.</summary>
    public natural_t vir_wired_count;

    /// <summary>How often programs have wired it.</summary>
    public natural_t vir_user_wired_count;
}

/// <summary>A region of an address map, addresses of 32 bits, for debugging, 44 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct vm_info_region_64_t
{
    /// <summary>The first address.</summary>
    public natural_t vir_start;

    /// <summary>One past the last address.</summary>
    public natural_t vir_end;

    /// <summary>A number that is equal for equal objects.</summary>
    public natural_t vir_object;

    /// <summary>Where it begins in its object.</summary>
    public memory_object_offset_t vir_offset;

    /// <summary>1 when it is copied on write.</summary>
    public boolean_t vir_needs_copy;

    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t vir_protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t vir_max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t vir_inheritance;

    /// <summary>How often it is wired.</summary>
    public natural_t vir_wired_count;

    /// <summary>How often programs have wired it.</summary>
    public natural_t vir_user_wired_count;
}

/// <summary>A region of an address map, all of 32 bits, for debugging, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_info_region_t
{
    /// <summary>The first address.</summary>
    public natural_t vir_start;

    /// <summary>One past the last address.</summary>
    public natural_t vir_end;

    /// <summary>A number that is equal for equal objects.</summary>
    public natural_t vir_object;

    /// <summary>Where it begins in its object.</summary>
    public natural_t vir_offset;

    /// <summary>1 when it is copied on write.</summary>
    public boolean_t vir_needs_copy;

    /// <summary>Present protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t vir_protection;

    /// <summary>Most protection that may be set, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t vir_max_protection;

    /// <summary><c>VM_INHERIT_*</c>.</summary>
    public vm_inherit_t vir_inheritance;

    /// <summary>How often it is wired.</summary>
    public natural_t vir_wired_count;

    /// <summary>How often programs have wired it.</summary>
    public natural_t vir_user_wired_count;
}

/// <summary>A memory object, for debugging, 88 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct vm_info_object_t
{
    /// <summary>A number that is equal for equal objects.</summary>
    public natural_t vio_object;

    /// <summary>Its bytes.</summary>
    public natural_t vio_size;

    /// <summary>References to it.</summary>
    public uint vio_ref_count;

    /// <summary>Its pages that are resident.</summary>
    public uint vio_resident_page_count;

    /// <summary>Its pages that are asked for.</summary>
    public uint vio_absent_count;

    /// <summary>The object that is a copy of it.</summary>
    public natural_t vio_copy;

    /// <summary>The object below it.</summary>
    public natural_t vio_shadow;

    /// <summary>Where it begins in the object below.</summary>
    public natural_t vio_shadow_offset;

    /// <summary>Where it begins in its memory object.</summary>
    public natural_t vio_paging_offset;

    /// <summary><c>MEMORY_OBJECT_COPY_*</c>.</summary>
    public memory_object_copy_strategy_t vio_copy_strategy;

    /// <summary>Where the last page was added.</summary>
    public vm_offset_t vio_last_alloc;

    /// <summary>Operations of paging.</summary>
    public uint vio_paging_in_progress;

    /// <summary>1 when it has a pager.</summary>
    public boolean_t vio_pager_created;

    /// <summary>1 when the pager was told of it.</summary>
    public boolean_t vio_pager_initialized;

    /// <summary>1 when the pager is ready.</summary>
    public boolean_t vio_pager_ready;

    /// <summary>1 when it may be kept without users.</summary>
    public boolean_t vio_can_persist;

    /// <summary>1 when the kernel made it.</summary>
    public boolean_t vio_internal;

    /// <summary>1 when it is never written back.</summary>
    public boolean_t vio_temporary;

    /// <summary>1 while it lives.</summary>
    public boolean_t vio_alive;

    /// <summary>1 when it is purgeable.</summary>
    public boolean_t vio_purgable;

    /// <summary>1 when it is volatile.</summary>
    public boolean_t vio_purgable_volatile;
}
