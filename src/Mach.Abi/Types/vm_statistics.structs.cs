using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/vm_statistics.h: structures

/// <summary>Memory of the host, in pages, counters of 32 bits (<c>HOST_VM_INFO</c>), 60 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_statistics_data_t
{
    /// <summary>Pages free, the speculative ones among them.</summary>
    public natural_t free_count;

    /// <summary>Pages in active use.</summary>
    public natural_t active_count;

    /// <summary>Pages not used lately.</summary>
    public natural_t inactive_count;

    /// <summary>Pages that may not be reclaimed.</summary>
    public natural_t wire_count;

    /// <summary>Pages filled with zeros on demand.</summary>
    public natural_t zero_fill_count;

    /// <summary>Pages that became active again.</summary>
    public natural_t reactivations;

    /// <summary>Pages read in.</summary>
    public natural_t pageins;

    /// <summary>Pages written out.</summary>
    public natural_t pageouts;

    /// <summary>Page faults.</summary>
    public natural_t faults;

    /// <summary>Page faults that copied a page.</summary>
    public natural_t cow_faults;

    /// <summary>Look-ups in the object cache.</summary>
    public natural_t lookups;

    /// <summary>Look-ups that found something.</summary>
    public natural_t hits;

    /// <summary>Pages of purgeable memory.</summary>
    public natural_t purgeable_count;

    /// <summary>Pages whose content was dropped.</summary>
    public natural_t purges;

    /// <summary>Pages read ahead and not used yet.</summary>
    public natural_t speculative_count;
}

/// <summary>Memory of the host, in pages (<c>HOST_VM_INFO64</c>), 152 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_statistics64_data_t
{
    /// <summary>Pages free, the speculative ones among them.</summary>
    public natural_t free_count;

    /// <summary>Pages in active use.</summary>
    public natural_t active_count;

    /// <summary>Pages not used lately.</summary>
    public natural_t inactive_count;

    /// <summary>Pages that may not be reclaimed.</summary>
    public natural_t wire_count;

    /// <summary>Pages filled with zeros on demand.</summary>
    public ulong zero_fill_count;

    /// <summary>Pages that became active again.</summary>
    public ulong reactivations;

    /// <summary>Pages read in.</summary>
    public ulong pageins;

    /// <summary>Pages written out.</summary>
    public ulong pageouts;

    /// <summary>Page faults.</summary>
    public ulong faults;

    /// <summary>Page faults that copied a page.</summary>
    public ulong cow_faults;

    /// <summary>Look-ups in the object cache.</summary>
    public ulong lookups;

    /// <summary>Look-ups that found something.</summary>
    public ulong hits;

    /// <summary>Pages whose content was dropped.</summary>
    public ulong purges;

    /// <summary>Pages of purgeable memory.</summary>
    public natural_t purgeable_count;

    /// <summary>Pages read ahead and not used yet.</summary>
    public natural_t speculative_count;

    /// <summary>Pages decompressed.</summary>
    public ulong decompressions;

    /// <summary>Pages compressed.</summary>
    public ulong compressions;

    /// <summary>Pages of compressed memory read in.</summary>
    public ulong swapins;

    /// <summary>Pages of compressed memory written out.</summary>
    public ulong swapouts;

    /// <summary>Pages that hold compressed memory.</summary>
    public natural_t compressor_page_count;

    /// <summary>Pages whose writing is throttled.</summary>
    public natural_t throttled_count;

    /// <summary>Pages backed by files.</summary>
    public natural_t external_page_count;

    /// <summary>Pages backed by nothing.</summary>
    public natural_t internal_page_count;

    /// <summary>Pages that the compressed memory would fill.</summary>
    public ulong total_uncompressed_pages_in_compressor;
}

/// <summary>How often tasks were changed from outside, 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_extmod_statistics_data_t
{
    /// <summary>Task ports of this task given to others.</summary>
    public long task_for_pid_count;

    /// <summary>Task ports of others given to this task.</summary>
    public long task_for_pid_caller_count;

    /// <summary>Threads made in this task by others.</summary>
    public long thread_creation_count;

    /// <summary>Threads made in others by this task.</summary>
    public long thread_creation_caller_count;

    /// <summary>Thread states of this task set by others.</summary>
    public long thread_set_state_count;

    /// <summary>Thread states of others set by this task.</summary>
    public long thread_set_state_caller_count;
}

/// <summary>A number of purgeable regions, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_purgeable_stat_t
{
    /// <summary>Regions.</summary>
    public ulong count;

    /// <summary>Their bytes.</summary>
    public ulong size;
}

/// <summary>Purgeable memory by kind and group, 272 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct vm_purgeable_info
{
    /// <summary>By group, the oldest first.</summary>
    public fifo_data_entries fifo_data;

    /// <summary>The obsolete.</summary>
    public vm_purgeable_stat_t obsolete_data;

    /// <summary>By group, the newest first.</summary>
    public lifo_data_entries lifo_data;

    /// <summary>Eight groups.</summary>
    [InlineArray(8)]
    public struct fifo_data_entries
    {
        private vm_purgeable_stat_t _first;
    }

    /// <summary>Eight groups.</summary>
    [InlineArray(8)]
    public struct lifo_data_entries
    {
        private vm_purgeable_stat_t _first;
    }
}
