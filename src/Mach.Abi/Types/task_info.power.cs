using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/task_info.h: structures

/// <summary>What a task costs in energy (<c>TASK_POWER_INFO</c>), 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_power_info_data_t
{
    /// <summary>User time, in absolute time.</summary>
    public ulong total_user;

    /// <summary>System time, in absolute time.</summary>
    public ulong total_system;

    /// <summary>Wake-ups of an idle processor by interrupts.</summary>
    public ulong task_interrupt_wakeups;

    /// <summary>Wake-ups of the whole idle machine.</summary>
    public ulong task_platform_idle_wakeups;

    /// <summary>Wake-ups by timers less than 2 ms apart.</summary>
    public ulong task_timer_wakeups_bin_1;

    /// <summary>Wake-ups by timers less than 5 ms apart.</summary>
    public ulong task_timer_wakeups_bin_2;
}

/// <summary>Use of graphics by a task, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct gpu_energy_data
{
    /// <summary>Time of use, in nanoseconds.</summary>
    public ulong task_gpu_utilisation;

    /// <summary>Not used.</summary>
    public ulong task_gpu_stat_reserved0;

    /// <summary>Not used.</summary>
    public ulong task_gpu_stat_reserved1;

    /// <summary>Not used.</summary>
    public ulong task_gpu_stat_reserved2;
}

/// <summary>What a task costs in energy, on arm64 (<c>TASK_POWER_INFO_V2</c>), 104 bytes; see <see cref="task_power_info_v2_data_x86_64_t"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_power_info_v2_data_t
{
    /// <summary>Of the processors.</summary>
    public task_power_info_data_t cpu_energy;

    /// <summary>Of graphics.</summary>
    public gpu_energy_data gpu_energy;

    /// <summary>Energy, in nanojoules.</summary>
    public ulong task_energy;

    /// <summary>Time on performance cores, in absolute time.</summary>
    public ulong task_ptime;

    /// <summary>Moves between sets of cores.</summary>
    public ulong task_pset_switches;
}

/// <summary>What a task costs in energy, on x86_64 (<c>TASK_POWER_INFO_V2</c>), 96 bytes; there is no <c>task_energy</c>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_power_info_v2_data_x86_64_t
{
    /// <summary>Of the processors.</summary>
    public task_power_info_data_t cpu_energy;

    /// <summary>Of graphics.</summary>
    public gpu_energy_data gpu_energy;

    /// <summary>Time on performance cores, in absolute time.</summary>
    public ulong task_ptime;

    /// <summary>Moves between sets of cores.</summary>
    public ulong task_pset_switches;
}
