using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/kmod.h: structures

/// <summary>A link of a list of kernel modules, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct kmod_reference_t
{
    /// <summary>The next link.</summary>
    public mach_vm_address_t next;

    /// <summary>The module.</summary>
    public mach_vm_address_t info;
}

/// <summary>A kernel module, 196 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct kmod_info_t
{
    /// <summary>The next module.</summary>
    public mach_vm_address_t next;

    /// <summary><c>KMOD_INFO_VERSION</c>.</summary>
    public int info_version;

    /// <summary>Its number.</summary>
    public uint id;

    /// <summary>Its name, ended by a zero.</summary>
    public name_bytes name;

    /// <summary>Its version, ended by a zero.</summary>
    public version_bytes version;

    /// <summary>How many modules need it.</summary>
    public int reference_count;

    /// <summary>The modules that it needs.</summary>
    public mach_vm_address_t reference_list;

    /// <summary>Where it lies.</summary>
    public vm_address_t address;

    /// <summary>Its bytes.</summary>
    public vm_size_t size;

    /// <summary>Bytes of its headers.</summary>
    public vm_size_t hdr_size;

    /// <summary>The function that starts it.</summary>
    public mach_vm_address_t start;

    /// <summary>The function that stops it.</summary>
    public mach_vm_address_t stop;

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct name_bytes
    {
        private byte _first;
    }

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct version_bytes
    {
        private byte _first;
    }
}

/// <summary>A kernel module with addresses of 32 bits, 168 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct kmod_info_32_v1_t
{
    /// <summary>The next module.</summary>
    public uint next_addr;

    /// <summary><c>KMOD_INFO_VERSION</c>.</summary>
    public int info_version;

    /// <summary>Its number.</summary>
    public uint id;

    /// <summary>Its name, ended by a zero.</summary>
    public name_bytes name;

    /// <summary>Its version, ended by a zero.</summary>
    public version_bytes version;

    /// <summary>How many modules need it.</summary>
    public int reference_count;

    /// <summary>The modules that it needs.</summary>
    public uint reference_list_addr;

    /// <summary>Its address.</summary>
    public uint address;

    /// <summary>Their bytes.</summary>
    public uint size;

    /// <summary>Bytes of its headers.</summary>
    public uint hdr_size;

    /// <summary>The function that starts it.</summary>
    public uint start_addr;

    /// <summary>The function that stops it.</summary>
    public uint stop_addr;

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct name_bytes
    {
        private byte _first;
    }

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct version_bytes
    {
        private byte _first;
    }
}

/// <summary>A kernel module with addresses of 64 bits, 196 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct kmod_info_64_v1_t
{
    /// <summary>The next module.</summary>
    public ulong next_addr;

    /// <summary><c>KMOD_INFO_VERSION</c>.</summary>
    public int info_version;

    /// <summary>Its number.</summary>
    public uint id;

    /// <summary>Its name, ended by a zero.</summary>
    public name_bytes name;

    /// <summary>Its version, ended by a zero.</summary>
    public version_bytes version;

    /// <summary>How many modules need it.</summary>
    public int reference_count;

    /// <summary>The modules that it needs.</summary>
    public ulong reference_list_addr;

    /// <summary>Its address.</summary>
    public ulong address;

    /// <summary>Their bytes.</summary>
    public ulong size;

    /// <summary>Bytes of its headers.</summary>
    public ulong hdr_size;

    /// <summary>The function that starts it.</summary>
    public ulong start_addr;

    /// <summary>The function that stops it.</summary>
    public ulong stop_addr;

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct name_bytes
    {
        private byte _first;
    }

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct version_bytes
    {
        private byte _first;
    }
}
