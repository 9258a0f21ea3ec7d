using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/clock_types.h: structures

/// <summary>A time of a clock, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_timespec_t
{
    /// <summary>Whole seconds.</summary>
    public uint tv_sec;

    /// <summary>Nanoseconds within the second.</summary>
    public clock_res_t tv_nsec;
}
