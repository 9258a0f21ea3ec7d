namespace Mach.Abi;

// mach_debug/zone_info.h
public static partial class MachConstants
{
    /// <summary>Bytes of a zone's name, as of old.</summary>
    public const int ZONE_NAME_MAX_LEN = 80;

    /// <summary>Bytes of a zone's name.</summary>
    public const int MACH_ZONE_NAME_MAX_LEN = 80;

    /// <summary>Bytes of a memory site's name.</summary>
    public const int MACH_MEMORY_INFO_NAME_MAX_LEN = 80;

    /// <summary>Frames of a zone's backtrace.</summary>
    public const int MAX_ZTRACE_DEPTH = 15;

    /// <summary>Zone operation: allocated.</summary>
    public const int ZOP_ALLOC = 1;

    /// <summary>Zone operation: freed.</summary>
    public const int ZOP_FREE = 0;
}
