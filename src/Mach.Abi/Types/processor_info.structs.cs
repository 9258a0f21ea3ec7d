using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/processor_info.h: structures

/// <summary>A processor (<c>PROCESSOR_BASIC_INFO</c>), 20 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 20)]
public struct processor_basic_info_data_t
{
    /// <summary><c>CPU_TYPE_*</c>.</summary>
    [FieldOffset(0)]
    public cpu_type_t cpu_type;

    /// <summary><c>CPU_SUBTYPE_*</c>.</summary>
    [FieldOffset(4)]
    public cpu_subtype_t cpu_subtype;

    /// <summary>1 when it runs.</summary>
    [FieldOffset(8)]
    public boolean_t running;

    /// <summary>Its number.</summary>
    [FieldOffset(12)]
    public int slot_num;

    /// <summary>1 for the processor that the system was started on; an old name.</summary>
    [FieldOffset(16)]
    public boolean_t is_master;

    /// <summary>1 for the processor that the system was started on.</summary>
    [FieldOffset(16)]
    public boolean_t is_main;
}

/// <summary>Ticks of a processor by state (<c>PROCESSOR_CPU_LOAD_INFO</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct processor_cpu_load_info_data_t
{
    /// <summary>By <c>CPU_STATE_*</c>.</summary>
    public cpu_ticks_words cpu_ticks;

    /// <summary>Four counters.</summary>
    [InlineArray(4)]
    public struct cpu_ticks_words
    {
        private uint _first;
    }
}

/// <summary>A processor set (<c>PROCESSOR_SET_BASIC_INFO</c>), 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct processor_set_basic_info_data_t
{
    /// <summary>Its processors.</summary>
    public int processor_count;

    /// <summary><c>POLICY_*</c> of new threads.</summary>
    public int default_policy;
}

/// <summary>Load of a processor set (<c>PROCESSOR_SET_LOAD_INFO</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct processor_set_load_info_data_t
{
    /// <summary>Its tasks.</summary>
    public int task_count;

    /// <summary>Its threads.</summary>
    public int thread_count;

    /// <summary>Load on average, in units of 1/<c>LOAD_SCALE</c>.</summary>
    public integer_t load_average;

    /// <summary>Processors to be had, in units of 1/<c>LOAD_SCALE</c>.</summary>
    public integer_t mach_factor;
}

/// <summary>Room for a processor's information of any flavor: 1,024 words.</summary>
[InlineArray(1024)]
public struct processor_info_data_t
{
    private integer_t _first;
}

/// <summary>Room for a processor set's information of any flavor: 1,024 words.</summary>
[InlineArray(1024)]
public struct processor_set_info_data_t
{
    private integer_t _first;
}
