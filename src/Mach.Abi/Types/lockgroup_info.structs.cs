using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach_debug/lockgroup_info.h: structures

/// <summary>Statistics of a group of locks, 264 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct lockgroup_info_t
{
    /// <summary>The group's name, ended by a zero.</summary>
    public lockgroup_name_bytes lockgroup_name;

    /// <summary><c>LOCKGROUP_ATTR_*</c>.</summary>
    public ulong lockgroup_attr;

    /// <summary>Spin locks: how many.</summary>
    public ulong lock_spin_cnt;

    /// <summary>Spin locks: how often taken.</summary>
    public ulong lock_spin_util_cnt;

    /// <summary>Spin locks: how often held.</summary>
    public ulong lock_spin_held_cnt;

    /// <summary>Spin locks: how often not free at once.</summary>
    public ulong lock_spin_miss_cnt;

    /// <summary>Spin locks: longest time held.</summary>
    public ulong lock_spin_held_max;

    /// <summary>Spin locks: time held in all.</summary>
    public ulong lock_spin_held_cum;

    /// <summary>Mutexes: how many.</summary>
    public ulong lock_mtx_cnt;

    /// <summary>Mutexes: how often taken.</summary>
    public ulong lock_mtx_util_cnt;

    /// <summary>Mutexes: how often held.</summary>
    public ulong lock_mtx_held_cnt;

    /// <summary>Mutexes: how often not free at once.</summary>
    public ulong lock_mtx_miss_cnt;

    /// <summary>Mutexes: how often waited for.</summary>
    public ulong lock_mtx_wait_cnt;

    /// <summary>Mutexes: longest time held.</summary>
    public ulong lock_mtx_held_max;

    /// <summary>Mutexes: time held in all.</summary>
    public ulong lock_mtx_held_cum;

    /// <summary>Mutexes: longest wait.</summary>
    public ulong lock_mtx_wait_max;

    /// <summary>Mutexes: time waited in all.</summary>
    public ulong lock_mtx_wait_cum;

    /// <summary>Read-write locks: how many.</summary>
    public ulong lock_rw_cnt;

    /// <summary>Read-write locks: how often taken.</summary>
    public ulong lock_rw_util_cnt;

    /// <summary>Read-write locks: how often held.</summary>
    public ulong lock_rw_held_cnt;

    /// <summary>Read-write locks: how often not free at once.</summary>
    public ulong lock_rw_miss_cnt;

    /// <summary>Read-write locks: how often waited for.</summary>
    public ulong lock_rw_wait_cnt;

    /// <summary>Read-write locks: longest time held.</summary>
    public ulong lock_rw_held_max;

    /// <summary>Read-write locks: time held in all.</summary>
    public ulong lock_rw_held_cum;

    /// <summary>Read-write locks: longest wait.</summary>
    public ulong lock_rw_wait_max;

    /// <summary>Read-write locks: time waited in all.</summary>
    public ulong lock_rw_wait_cum;

    /// <summary>64 bytes.</summary>
    [InlineArray(64)]
    public struct lockgroup_name_bytes
    {
        private byte _first;
    }
}
