using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/shared_memory_server.h: structures

/// <summary>A range of the shared region, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct shared_region_range_np
{
    /// <summary>Its address.</summary>
    public mach_vm_address_t srr_address;

    /// <summary>Its bytes.</summary>
    public mach_vm_size_t srr_size;
}
