namespace Mach.Abi;

// mach/memory_object_types.h
public static partial class MachConstants
{
    /// <summary>No memory object.</summary>
    public const uint MEMORY_OBJECT_NULL = 0;

    /// <summary>No memory object control port.</summary>
    public const uint MEMORY_OBJECT_CONTROL_NULL = 0;

    /// <summary>No memory object name port.</summary>
    public const uint MEMORY_OBJECT_NAME_NULL = 0;

    /// <summary>No default memory manager.</summary>
    public const uint MEMORY_OBJECT_DEFAULT_NULL = 0;

    /// <summary>Copy strategy: copy at once.</summary>
    public const int MEMORY_OBJECT_COPY_NONE = 0;

    /// <summary>Copy strategy: ask the memory manager.</summary>
    public const int MEMORY_OBJECT_COPY_CALL = 1;

    /// <summary>Copy strategy: copy when either side writes.</summary>
    public const int MEMORY_OBJECT_COPY_DELAY = 2;

    /// <summary>Copy strategy: memory that is never written back.</summary>
    public const int MEMORY_OBJECT_COPY_TEMPORARY = 3;

    /// <summary>Copy strategy: both sides become copies.</summary>
    public const int MEMORY_OBJECT_COPY_SYMMETRIC = 4;

    /// <summary>Copy strategy: not valid.</summary>
    public const int MEMORY_OBJECT_COPY_INVALID = 5;

    /// <summary>Copy strategy: copy on write, but at once on fork.</summary>
    public const int MEMORY_OBJECT_COPY_DELAY_FORK = 6;

    /// <summary>Pages to give back: none.</summary>
    public const int MEMORY_OBJECT_RETURN_NONE = 0;

    /// <summary>Pages to give back: the changed ones.</summary>
    public const int MEMORY_OBJECT_RETURN_DIRTY = 1;

    /// <summary>Pages to give back: the changed and the precious ones.</summary>
    public const int MEMORY_OBJECT_RETURN_ALL = 2;

    /// <summary>Pages to give back: all that are in memory.</summary>
    public const int MEMORY_OBJECT_RETURN_ANYTHING = 3;

    /// <summary>Lock request flag: drop the pages.</summary>
    public const int MEMORY_OBJECT_DATA_FLUSH = 1;

    /// <summary>Lock request flag: keep the protection.</summary>
    public const int MEMORY_OBJECT_DATA_NO_CHANGE = 2;

    /// <summary>Lock request flag: drop even copies of the pages.</summary>
    public const int MEMORY_OBJECT_DATA_PURGE = 4;

    /// <summary>Lock request flag: make copies up to date first.</summary>
    public const int MEMORY_OBJECT_COPY_SYNC = 8;

    /// <summary>Lock request flag: write the data and wait.</summary>
    public const int MEMORY_OBJECT_DATA_SYNC = 16;

    /// <summary>Lock request flag: wait for the device.</summary>
    public const int MEMORY_OBJECT_IO_SYNC = 0x20;

    /// <summary>Lock request flag: drop every page.</summary>
    public const int MEMORY_OBJECT_DATA_FLUSH_ALL = 0x40;

    /// <summary>Most words of a memory object's information.</summary>
    public const int MEMORY_OBJECT_INFO_MAX = 1024;

    /// <summary>Memory object flavor: <c>memory_object_perf_info_data_t</c>.</summary>
    public const int MEMORY_OBJECT_PERFORMANCE_INFO = 11;

    /// <summary>Memory object flavor: <c>memory_object_attr_info_data_t</c>.</summary>
    public const int MEMORY_OBJECT_ATTRIBUTE_INFO = 14;

    /// <summary>Memory object flavor: <c>memory_object_behave_info_data_t</c>.</summary>
    public const int MEMORY_OBJECT_BEHAVIOR_INFO = 15;

    /// <summary>Words of <c>MEMORY_OBJECT_BEHAVIOR_INFO</c>.</summary>
    public const uint MEMORY_OBJECT_BEHAVE_INFO_COUNT = 5;

    /// <summary>Words of <c>MEMORY_OBJECT_PERFORMANCE_INFO</c>.</summary>
    public const uint MEMORY_OBJECT_PERF_INFO_COUNT = 2;

    /// <summary>Words of <c>MEMORY_OBJECT_ATTRIBUTE_INFO</c>.</summary>
    public const uint MEMORY_OBJECT_ATTR_INFO_COUNT = 4;

    /// <summary>Why an object is released: it is idle.</summary>
    public const int MEMORY_OBJECT_TERMINATE_IDLE = 1;

    /// <summary>Why an object is released: only if it should not be kept.</summary>
    public const int MEMORY_OBJECT_RESPECT_CACHE = 2;

    /// <summary>Why an object is released: nothing to be done.</summary>
    public const int MEMORY_OBJECT_RELEASE_NO_OP = 4;
}
