using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/host_info.h: structures

/// <summary>Whether a debugger may be used (<c>HOST_CAN_HAS_DEBUGGER</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct host_can_has_debugger_info_data_t
{
    /// <summary>1 when it may.</summary>
    public boolean_t can_has_debugger;
}

/// <summary>The machine (<c>HOST_BASIC_INFO</c>), 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct host_basic_info_data_t
{
    /// <summary>Most processors that may be used.</summary>
    public integer_t max_cpus;

    /// <summary>Processors in use.</summary>
    public integer_t avail_cpus;

    /// <summary>Bytes of memory, at most 2 GB.</summary>
    public natural_t memory_size;

    /// <summary><c>CPU_TYPE_*</c>.</summary>
    public cpu_type_t cpu_type;

    /// <summary><c>CPU_SUBTYPE_*</c>.</summary>
    public cpu_subtype_t cpu_subtype;

    /// <summary><c>CPU_THREADTYPE_*</c>.</summary>
    public cpu_threadtype_t cpu_threadtype;

    /// <summary>Cores in use.</summary>
    public integer_t physical_cpu;

    /// <summary>Cores.</summary>
    public integer_t physical_cpu_max;

    /// <summary>Hardware threads in use.</summary>
    public integer_t logical_cpu;

    /// <summary>Hardware threads.</summary>
    public integer_t logical_cpu_max;

    /// <summary>Bytes of memory.</summary>
    public ulong max_mem;
}

/// <summary>Limits of scheduling (<c>HOST_SCHED_INFO</c>), 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct host_sched_info_data_t
{
    /// <summary>Shortest time-out, in milliseconds.</summary>
    public integer_t min_timeout;

    /// <summary>Shortest quantum, in milliseconds.</summary>
    public integer_t min_quantum;
}

/// <summary>Bytes of the kernel's objects (<c>HOST_RESOURCE_SIZES</c>), 20 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct kernel_resource_sizes_data_t
{
    /// <summary>Bytes of a task.</summary>
    public natural_t task;

    /// <summary>Bytes of a thread.</summary>
    public natural_t thread;

    /// <summary>Bytes of a port.</summary>
    public natural_t port;

    /// <summary>Bytes of a region of an address map.</summary>
    public natural_t memory_region;

    /// <summary>Bytes of a memory object.</summary>
    public natural_t memory_object;
}

/// <summary>Priorities (<c>HOST_PRIORITY_INFO</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct host_priority_info_data_t
{
    /// <summary>Of the kernel.</summary>
    public integer_t kernel_priority;

    /// <summary>Of the system.</summary>
    public integer_t system_priority;

    /// <summary>Of servers.</summary>
    public integer_t server_priority;

    /// <summary>Of programs.</summary>
    public integer_t user_priority;

    /// <summary>Of a depressed thread.</summary>
    public integer_t depress_priority;

    /// <summary>Of the idle threads.</summary>
    public integer_t idle_priority;

    /// <summary>The lowest.</summary>
    public integer_t minimum_priority;

    /// <summary>The highest.</summary>
    public integer_t maximum_priority;
}

/// <summary>Load of the host (<c>HOST_LOAD_INFO</c>), in units of 1/<c>LOAD_SCALE</c>, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct host_load_info_data_t
{
    /// <summary>Ready threads on average over 5, 30 and 60 seconds.</summary>
    public avenrun_words avenrun;

    /// <summary>Processors to be had on average over the same times.</summary>
    public mach_factor_words mach_factor;

    /// <summary>Three averages.</summary>
    [InlineArray(3)]
    public struct avenrun_words
    {
        private integer_t _first;
    }

    /// <summary>Three averages.</summary>
    [InlineArray(3)]
    public struct mach_factor_words
    {
        private integer_t _first;
    }
}

/// <summary>Ticks by processor state, over all processors (<c>HOST_CPU_LOAD_INFO</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct host_cpu_load_info_data_t
{
    /// <summary>By <c>CPU_STATE_*</c>.</summary>
    public cpu_ticks_words cpu_ticks;

    /// <summary>Four counters.</summary>
    [InlineArray(4)]
    public struct cpu_ticks_words
    {
        private natural_t _first;
    }
}

/// <summary>The architecture that programs are best run as (<c>HOST_PREFERRED_USER_ARCH</c>), 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct host_preferred_user_arch_data_t
{
    /// <summary><c>CPU_TYPE_*</c>.</summary>
    public cpu_type_t cpu_type;

    /// <summary><c>CPU_SUBTYPE_*</c>.</summary>
    public cpu_subtype_t cpu_subtype;
}

/// <summary>Room for a host's information of any flavor: 1,024 words.</summary>
[InlineArray(1024)]
public struct host_info_data_t
{
    private integer_t _first;
}

/// <summary>The kernel's version, a text ended by a zero: 512 bytes.</summary>
[InlineArray(512)]
public struct kernel_version_t
{
    private byte _first;
}

/// <summary>Boot information, a text ended by a zero: 4,096 bytes.</summary>
[InlineArray(4096)]
public struct kernel_boot_info_t
{
    private byte _first;
}
