namespace Mach.Abi;

// device/device_port.h
public static partial class MachConstants
{
    /// <summary>Device memory: no speculative access.</summary>
    public const int DEVICE_PAGER_GUARDED = 1;

    /// <summary>Device memory: coherent.</summary>
    public const int DEVICE_PAGER_COHERENT = 2;

    /// <summary>Device memory: not cached.</summary>
    public const int DEVICE_PAGER_CACHE_INHIB = 4;

    /// <summary>Device memory: written through.</summary>
    public const int DEVICE_PAGER_WRITE_THROUGH = 8;

    /// <summary>Device memory: contiguous.</summary>
    public const int DEVICE_PAGER_CONTIGUOUS = 0x100;

    /// <summary>Device memory: not in the physical cache.</summary>
    public const int DEVICE_PAGER_NOPHYSCACHE = 0x200;
}
