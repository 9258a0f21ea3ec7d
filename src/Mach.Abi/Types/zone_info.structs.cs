using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach_debug/zone_info.h: structures

/// <summary>Name of a zone, as of old, 80 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct zone_name_t
{
    /// <summary>The name, ended by a zero.</summary>
    public zn_name_bytes zn_name;

    /// <summary>80 bytes.</summary>
    [InlineArray(80)]
    public struct zn_name_bytes
    {
        private byte _first;
    }
}

/// <summary>A zone of the kernel's memory, as of old, 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct zone_info_t
{
    /// <summary>Elements in use.</summary>
    public integer_t zi_count;

    /// <summary>Bytes now.</summary>
    public vm_size_t zi_cur_size;

    /// <summary>Most bytes.</summary>
    public vm_size_t zi_max_size;

    /// <summary>Bytes of an element.</summary>
    public vm_size_t zi_elem_size;

    /// <summary>Bytes by which it grows.</summary>
    public vm_size_t zi_alloc_size;

    /// <summary>1 when it is pageable.</summary>
    public integer_t zi_pageable;

    /// <summary>1 when allocation may wait.</summary>
    public integer_t zi_sleepable;

    /// <summary>1 when it may run out.</summary>
    public integer_t zi_exhaustible;

    /// <summary>1 when free elements are given back.</summary>
    public integer_t zi_collectable;
}

/// <summary>Name of a zone, 80 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_zone_name_t
{
    /// <summary>The name, ended by a zero.</summary>
    public mzn_name_bytes mzn_name;

    /// <summary>80 bytes.</summary>
    [InlineArray(80)]
    public struct mzn_name_bytes
    {
        private byte _first;
    }
}

/// <summary>A zone of the kernel's memory, 64 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_zone_info_t
{
    /// <summary>Elements in use.</summary>
    public ulong mzi_count;

    /// <summary>Bytes now.</summary>
    public ulong mzi_cur_size;

    /// <summary>Most bytes.</summary>
    public ulong mzi_max_size;

    /// <summary>Bytes of an element.</summary>
    public ulong mzi_elem_size;

    /// <summary>Bytes by which it grows.</summary>
    public ulong mzi_alloc_size;

    /// <summary>Bytes of all elements ever allocated.</summary>
    public ulong mzi_sum_size;

    /// <summary>1 when it may run out.</summary>
    public ulong mzi_exhaustible;

    /// <summary>Flag and bytes to be given back: <c>GET_MZI_COLLECTABLE_*</c>.</summary>
    public ulong mzi_collectable;
}

/// <summary>A task's share in a zone, 88 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_zone_info_t
{
    /// <summary>Elements in use.</summary>
    public ulong tzi_count;

    /// <summary>Bytes now.</summary>
    public ulong tzi_cur_size;

    /// <summary>Most bytes.</summary>
    public ulong tzi_max_size;

    /// <summary>Bytes of an element.</summary>
    public ulong tzi_elem_size;

    /// <summary>Bytes by which it grows.</summary>
    public ulong tzi_alloc_size;

    /// <summary>Bytes of all elements ever allocated.</summary>
    public ulong tzi_sum_size;

    /// <summary>1 when it may run out.</summary>
    public ulong tzi_exhaustible;

    /// <summary>1 when free elements are given back.</summary>
    public ulong tzi_collectable;

    /// <summary>1 when it is charged to the caller.</summary>
    public ulong tzi_caller_acct;

    /// <summary>Bytes that the task allocated.</summary>
    public ulong tzi_task_alloc;

    /// <summary>Bytes that the task freed.</summary>
    public ulong tzi_task_free;
}

/// <summary>A place where the kernel allocates memory, 176 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_memory_info_t
{
    /// <summary>Kind of the place.</summary>
    public ulong flags;

    /// <summary>What identifies it.</summary>
    public ulong site;

    /// <summary>Bytes in use.</summary>
    public ulong size;

    /// <summary>Bytes free.</summary>
    public ulong free;

    /// <summary>Bytes of the largest free piece.</summary>
    public ulong largest;

    /// <summary>Bytes to be given back.</summary>
    public ulong collectable_bytes;

    /// <summary>Bytes mapped.</summary>
    public ulong mapped;

    /// <summary>The most bytes in use.</summary>
    public ulong peak;

    /// <summary>Its tag.</summary>
    public ushort tag;

    /// <summary>Its zone.</summary>
    public ushort zone;

    /// <summary>Not used.</summary>
    public resvA_shorts _resvA;

    /// <summary>Not used.</summary>
    public resv_longs _resv;

    /// <summary>Its name, ended by a zero.</summary>
    public name_bytes name;

    /// <summary>Two numbers.</summary>
    [InlineArray(2)]
    public struct resvA_shorts
    {
        private ushort _first;
    }

    /// <summary>Three numbers.</summary>
    [InlineArray(3)]
    public struct resv_longs
    {
        private ulong _first;
    }

    /// <summary>80 bytes.</summary>
    [InlineArray(80)]
    public struct name_bytes
    {
        private byte _first;
    }
}

/// <summary>Who allocated an element of a zone, 128 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct zone_btrecord_t
{
    /// <summary>How many elements.</summary>
    public uint ref_count;

    /// <summary><c>ZOP_*</c>.</summary>
    public uint operation_type;

    /// <summary>The backtrace.</summary>
    public bt_longs bt;

    /// <summary>Fifteen frames.</summary>
    [InlineArray(15)]
    public struct bt_longs
    {
        private ulong _first;
    }
}
