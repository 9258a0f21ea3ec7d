using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach_debug/hash_info.h: structures

/// <summary>A bucket of a hash table, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct hash_info_bucket_t
{
    /// <summary>Its entries.</summary>
    public natural_t hib_count;
}
