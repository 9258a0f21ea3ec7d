using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/thread_info.h: structures

/// <summary>A thread (<c>THREAD_BASIC_INFO</c>), 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_basic_info_data_t
{
    /// <summary>User time.</summary>
    public time_value_t user_time;

    /// <summary>System time.</summary>
    public time_value_t system_time;

    /// <summary>Use of a processor, in units of 1/<c>TH_USAGE_SCALE</c>.</summary>
    public integer_t cpu_usage;

    /// <summary><c>POLICY_*</c>.</summary>
    public policy_t policy;

    /// <summary><c>TH_STATE_*</c>.</summary>
    public integer_t run_state;

    /// <summary><c>TH_FLAGS_*</c>.</summary>
    public integer_t flags;

    /// <summary>How often it is suspended.</summary>
    public integer_t suspend_count;

    /// <summary>Seconds that it has slept.</summary>
    public integer_t sleep_time;
}

/// <summary>Names of a thread (<c>THREAD_IDENTIFIER_INFO</c>), 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_identifier_info_data_t
{
    /// <summary>A number that no other thread has until the next boot.</summary>
    public ulong thread_id;

    /// <summary>The thread's own pointer register.</summary>
    public ulong thread_handle;

    /// <summary>Where its queue's address is kept.</summary>
    public ulong dispatch_qaddr;
}

/// <summary>More about a thread (<c>THREAD_EXTENDED_INFO</c>), 112 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_extended_info_data_t
{
    /// <summary>User time, in nanoseconds.</summary>
    public ulong pth_user_time;

    /// <summary>System time, in nanoseconds.</summary>
    public ulong pth_system_time;

    /// <summary>Use of a processor, in units of 1/<c>TH_USAGE_SCALE</c>.</summary>
    public int pth_cpu_usage;

    /// <summary><c>POLICY_*</c>.</summary>
    public int pth_policy;

    /// <summary><c>TH_STATE_*</c>.</summary>
    public int pth_run_state;

    /// <summary><c>TH_FLAGS_*</c>.</summary>
    public int pth_flags;

    /// <summary>Seconds that it has slept.</summary>
    public int pth_sleep_time;

    /// <summary>The present priority.</summary>
    public int pth_curpri;

    /// <summary>The base priority.</summary>
    public int pth_priority;

    /// <summary>The highest priority allowed.</summary>
    public int pth_maxpriority;

    /// <summary>The name, ended by a zero.</summary>
    public pth_name_bytes pth_name;

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct pth_name_bytes
    {
        private byte _first;
    }
}

/// <summary>Input and output of one kind, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct io_stat_entry
{
    /// <summary>Operations.</summary>
    public ulong count;

    /// <summary>Their bytes.</summary>
    public ulong size;
}

/// <summary>Input and output of a thread or task, 128 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct io_stat_info
{
    /// <summary>Reads of disks.</summary>
    public io_stat_entry disk_reads;

    /// <summary>By priority.</summary>
    public io_priority_entries io_priority;

    /// <summary>Paging.</summary>
    public io_stat_entry paging;

    /// <summary>Of file systems' own data.</summary>
    public io_stat_entry metadata;

    /// <summary>All.</summary>
    public io_stat_entry total_io;

    /// <summary>Four priorities.</summary>
    [InlineArray(4)]
    public struct io_priority_entries
    {
        private io_stat_entry _first;
    }
}

/// <summary>Room for a thread's information of any flavor: 32 words.</summary>
[InlineArray(32)]
public struct thread_info_data_t
{
    private integer_t _first;
}
