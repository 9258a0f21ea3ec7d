using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/dyld_kernel.h: structures

/// <summary>An image that the loader reports, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct dyld_kernel_image_info_t
{
    /// <summary>Its identifier.</summary>
    public uuid_t uuid;

    /// <summary>Its file's number within the file system.</summary>
    public fsobj_id_t fsobjid;

    /// <summary>Its file system.</summary>
    public fsid_t fsid;

    /// <summary>Where it lies.</summary>
    public ulong load_addr;
}

/// <summary>What the loader reports about a process, 72 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct dyld_kernel_process_info_t
{
    /// <summary>The shared cache.</summary>
    public dyld_kernel_image_info_t cache_image_info;

    /// <summary>When it last changed.</summary>
    public ulong timestamp;

    /// <summary>Images.</summary>
    public uint imageCount;

    /// <summary>Images that were there at the start.</summary>
    public uint initialImageCount;

    /// <summary>The loader's state.</summary>
    public byte dyldState;

    /// <summary>1 without a shared cache.</summary>
    public boolean_t no_cache;

    /// <summary>1 with a shared cache of its own.</summary>
    public boolean_t private_cache;
}
