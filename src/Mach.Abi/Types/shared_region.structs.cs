using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/shared_region.h: structures

/// <summary>A mapping of a file into the shared region, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct shared_file_mapping_np
{
    /// <summary>Its address.</summary>
    public mach_vm_address_t sfm_address;

    /// <summary>Its bytes.</summary>
    public mach_vm_size_t sfm_size;

    /// <summary>Where it begins in the file.</summary>
    public mach_vm_offset_t sfm_file_offset;

    /// <summary>Most protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t sfm_max_prot;

    /// <summary>First protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t sfm_init_prot;
}

/// <summary>A mapping of a file into the shared region, with what slides it, 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct shared_file_mapping_slide_np_t
{
    /// <summary>Its address.</summary>
    public mach_vm_address_t sms_address;

    /// <summary>Its bytes.</summary>
    public mach_vm_size_t sms_size;

    /// <summary>Where it begins in the file.</summary>
    public mach_vm_offset_t sms_file_offset;

    /// <summary>Bytes of the slide information.</summary>
    public ulong sms_slide_size;

    /// <summary>Address of the slide information.</summary>
    public ulong sms_slide_start;

    /// <summary>Most protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t sms_max_prot;

    /// <summary>First protection, <c>VM_PROT_*</c>.</summary>
    public vm_prot_t sms_init_prot;
}

/// <summary>A file of the shared region, 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct shared_file_np
{
    /// <summary>The file.</summary>
    public int sf_fd;

    /// <summary>Its mappings.</summary>
    public uint sf_mappings_count;

    /// <summary>What is added to its addresses.</summary>
    public uint sf_slide;
}
