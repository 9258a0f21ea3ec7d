using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/mach_time.h: structures

/// <summary>The fraction that turns absolute time into nanoseconds, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_timebase_info_data_t
{
    /// <summary>What absolute time is multiplied by.</summary>
    public uint numer;

    /// <summary>What the product is divided by.</summary>
    public uint denom;
}
