using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/task_inspect.h: structures

/// <summary>Counters of a task (<c>TASK_INSPECT_BASIC_COUNTS</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_inspect_basic_counts_data_t
{
    /// <summary>Instructions retired.</summary>
    public ulong instructions;

    /// <summary>Cycles.</summary>
    public ulong cycles;
}
