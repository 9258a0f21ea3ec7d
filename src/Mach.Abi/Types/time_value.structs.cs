using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/time_value.h: structures

/// <summary>A span of time, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct time_value_t
{
    /// <summary>Whole seconds.</summary>
    public integer_t seconds;

    /// <summary>Microseconds within the second.</summary>
    public integer_t microseconds;
}
