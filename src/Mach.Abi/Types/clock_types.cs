using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/clock_types.h and mach/mach_time.h: structures

/// <summary>A time of a clock, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_timespec_t
{
    /// <summary>Whole seconds.</summary>
    public uint tv_sec;

    /// <summary>Nanoseconds within the second.</summary>
    public clock_res_t tv_nsec;
}

/// <summary>The fraction that turns absolute time into nanoseconds, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_timebase_info_data_t
{
    /// <summary>What absolute time is multiplied by.</summary>
    public uint32_t numer;

    /// <summary>What the product is divided by.</summary>
    public uint32_t denom;
}
