namespace Mach.Abi;

// mach/shared_memory_server.h
public static partial class MachConstants
{
    /// <summary>Where shared text began on 32-bit systems.</summary>
    public const uint GLOBAL_SHARED_TEXT_SEGMENT = 0x90000000u;

    /// <summary>Where shared data began on 32-bit systems.</summary>
    public const uint GLOBAL_SHARED_DATA_SEGMENT = 0xa0000000u;

    /// <summary>Address bits that tell a shared segment.</summary>
    public const uint GLOBAL_SHARED_SEGMENT_MASK = 0xf0000000u;

    /// <summary>Bytes of shared text.</summary>
    public const int SHARED_TEXT_REGION_SIZE = 0x10000000;

    /// <summary>Bytes of shared data.</summary>
    public const int SHARED_DATA_REGION_SIZE = 0x10000000;
}
