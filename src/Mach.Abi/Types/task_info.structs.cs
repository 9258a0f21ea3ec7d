using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/task_info.h: structures

/// <summary>Events of a task (<c>TASK_EVENTS_INFO</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_events_info_data_t
{
    /// <summary>Page faults.</summary>
    public integer_t faults;

    /// <summary>Pages read in.</summary>
    public integer_t pageins;

    /// <summary>Page faults that copied a page.</summary>
    public integer_t cow_faults;

    /// <summary>Messages sent.</summary>
    public integer_t messages_sent;

    /// <summary>Messages received.</summary>
    public integer_t messages_received;

    /// <summary>Mach traps.</summary>
    public integer_t syscalls_mach;

    /// <summary>Unix system calls.</summary>
    public integer_t syscalls_unix;

    /// <summary>Context switches.</summary>
    public integer_t csw;
}

/// <summary>Times of a task's live threads (<c>TASK_THREAD_TIMES_INFO</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_thread_times_info_data_t
{
    /// <summary>User time.</summary>
    public time_value_t user_time;

    /// <summary>System time.</summary>
    public time_value_t system_time;
}

/// <summary>Times of a task, in absolute time (<c>TASK_ABSOLUTETIME_INFO</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_absolutetime_info_data_t
{
    /// <summary>User time.</summary>
    public ulong total_user;

    /// <summary>System time.</summary>
    public ulong total_system;

    /// <summary>User time of the live threads.</summary>
    public ulong threads_user;

    /// <summary>System time of the live threads.</summary>
    public ulong threads_system;
}

/// <summary>Kernel memory of a task, in bytes (<c>TASK_KERNELMEMORY_INFO</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_kernelmemory_info_data_t
{
    /// <summary>Private, allocated.</summary>
    public ulong total_palloc;

    /// <summary>Private, freed.</summary>
    public ulong total_pfree;

    /// <summary>Shared, allocated.</summary>
    public ulong total_salloc;

    /// <summary>Shared, freed.</summary>
    public ulong total_sfree;
}

/// <summary>Affinity sets of a task (<c>TASK_AFFINITY_TAG_INFO</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_affinity_tag_info_data_t
{
    /// <summary>Its sets.</summary>
    public integer_t set_count;

    /// <summary>The smallest tag.</summary>
    public integer_t min;

    /// <summary>The largest tag.</summary>
    public integer_t max;

    /// <summary>Tasks that share them.</summary>
    public integer_t task_count;
}

/// <summary>Where the loader describes itself (<c>TASK_DYLD_INFO</c>), 20 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_dyld_info_data_t
{
    /// <summary>The address.</summary>
    public mach_vm_address_t all_image_info_addr;

    /// <summary>Its bytes.</summary>
    public mach_vm_size_t all_image_info_size;

    /// <summary><c>TASK_DYLD_ALL_IMAGE_INFO_*</c>.</summary>
    public integer_t all_image_info_format;
}

/// <summary>Changes of a task from outside (<c>TASK_EXTMOD_INFO</c>), 64 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_extmod_info_data_t
{
    /// <summary>The program's identifier.</summary>
    public task_uuid_bytes task_uuid;

    /// <summary>How often.</summary>
    public vm_extmod_statistics_data_t extmod_statistics;

    /// <summary>Sixteen bytes.</summary>
    [InlineArray(16)]
    public struct task_uuid_bytes
    {
        private byte _first;
    }
}

/// <summary>Trace memory of a task (<c>TASK_TRACE_MEMORY_INFO</c>), 24 bytes; no longer given.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_trace_memory_info_data_t
{
    /// <summary>The address.</summary>
    public ulong user_memory_address;

    /// <summary>Its bytes.</summary>
    public ulong buffer_size;

    /// <summary>Bytes of its mailboxes.</summary>
    public ulong mailbox_array_size;
}

/// <summary>Times of waiting of a task (<c>TASK_WAIT_STATE_INFO</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_wait_state_info_data_t
{
    /// <summary>Time spent waiting.</summary>
    public ulong total_wait_state_time;

    /// <summary>Time spent waiting by selective forced idle.</summary>
    public ulong total_wait_sfi_state_time;

    /// <summary>Not used.</summary>
    public reserved_words _reserved;

    /// <summary>Four words.</summary>
    [InlineArray(4)]
    public struct reserved_words
    {
        private uint _first;
    }
}

/// <summary>Flags of a task (<c>TASK_FLAGS_INFO</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_flags_info_data_t
{
    /// <summary><c>TF_*</c>.</summary>
    public uint flags;
}

/// <summary>Security settings of a task (<c>TASK_SECURITY_CONFIG_INFO</c>), 4 bytes; from xnu-11417.121.6.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_security_config_info
{
    /// <summary>The settings.</summary>
    public uint config;
}

/// <summary>Room for a task's information of any flavor: 1,024 words.</summary>
[InlineArray(1024)]
public struct task_info_data_t
{
    private integer_t _first;
}
