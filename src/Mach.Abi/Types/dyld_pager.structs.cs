using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/dyld_pager.h: structures

/// <summary>A region that is mapped and linked in one step, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mwl_region
{
    /// <summary>The file.</summary>
    public int mwlr_fd;

    /// <summary><c>VM_PROT_*</c>.</summary>
    public vm_prot_t mwlr_protections;

    /// <summary>Where it begins in the file.</summary>
    public ulong mwlr_file_offset;

    /// <summary>Where it is mapped.</summary>
    public mach_vm_address_t mwlr_address;

    /// <summary>Its bytes.</summary>
    public mach_vm_size_t mwlr_size;
}

/// <summary>How regions are linked when they are mapped, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mwl_info_hdr
{
    /// <summary><c>MWL_INFO_VERS</c>.</summary>
    public uint mwli_version;

    /// <summary>Bytes of a page.</summary>
    public ushort mwli_page_size;

    /// <summary>How pointers are chained.</summary>
    public ushort mwli_pointer_format;

    /// <summary>Where the bound addresses begin.</summary>
    public uint mwli_binds_offset;

    /// <summary>Bound addresses.</summary>
    public uint mwli_binds_count;

    /// <summary>Where the chains begin.</summary>
    public uint mwli_chains_offset;

    /// <summary>Bytes of the chains.</summary>
    public uint mwli_chains_size;

    /// <summary>What is added to addresses within the image.</summary>
    public ulong mwli_slide;

    /// <summary>Where the image lies.</summary>
    public ulong mwli_image_address;
}
