using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/memory_object_types.h: structures

/// <summary>Speed of a memory object (<c>MEMORY_OBJECT_PERFORMANCE_INFO</c>), 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct memory_object_perf_info_data_t
{
    /// <summary>Bytes that are paged at once.</summary>
    public memory_object_cluster_size_t cluster_size;

    /// <summary>1 when its pages may be kept.</summary>
    public boolean_t may_cache;
}

/// <summary>Attributes of a memory object (<c>MEMORY_OBJECT_ATTRIBUTE_INFO</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct memory_object_attr_info_data_t
{
    /// <summary><c>MEMORY_OBJECT_COPY_*</c>.</summary>
    public memory_object_copy_strategy_t copy_strategy;

    /// <summary>Bytes that are paged at once.</summary>
    public memory_object_cluster_size_t cluster_size;

    /// <summary>1 when it may be kept without users.</summary>
    public boolean_t may_cache_object;

    /// <summary>1 when it is never written back.</summary>
    public boolean_t temporary;
}

/// <summary>Behaviour of a memory object (<c>MEMORY_OBJECT_BEHAVIOR_INFO</c>), 20 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct memory_object_behave_info_data_t
{
    /// <summary><c>MEMORY_OBJECT_COPY_*</c>.</summary>
    public memory_object_copy_strategy_t copy_strategy;

    /// <summary>1 when it is never written back.</summary>
    public boolean_t temporary;

    /// <summary>1 when pages may be dropped.</summary>
    public boolean_t invalidate;

    /// <summary>1 when pages may be overwritten unasked.</summary>
    public boolean_t silent_overwrite;

    /// <summary>1 when it is told of pages before they are written.</summary>
    public boolean_t advisory_pageout;
}

/// <summary>Room for a memory object's information of any flavor: 1,024 words.</summary>
[InlineArray(1024)]
public struct memory_object_info_data_t
{
    private int _first;
}
