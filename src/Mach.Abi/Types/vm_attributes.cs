namespace Mach.Abi;

// mach/vm_attributes.h
public static partial class MachConstants
{
    /// <summary>Memory attribute: caches.</summary>
    public const int MATTR_CACHE = 1;

    /// <summary>Memory attribute: migration.</summary>
    public const int MATTR_MIGRATE = 2;

    /// <summary>Memory attribute: replication.</summary>
    public const int MATTR_REPLICATE = 4;

    /// <summary>Attribute value: off.</summary>
    public const int MATTR_VAL_OFF = 0;

    /// <summary>Attribute value: on.</summary>
    public const int MATTR_VAL_ON = 1;

    /// <summary>Attribute value: read it.</summary>
    public const int MATTR_VAL_GET = 2;

    /// <summary>Attribute value: flush all caches.</summary>
    public const int MATTR_VAL_CACHE_FLUSH = 6;

    /// <summary>Attribute value: flush the data cache.</summary>
    public const int MATTR_VAL_DCACHE_FLUSH = 7;

    /// <summary>Attribute value: flush the instruction cache.</summary>
    public const int MATTR_VAL_ICACHE_FLUSH = 8;

    /// <summary>Attribute value: make instructions see the data.</summary>
    public const int MATTR_VAL_CACHE_SYNC = 9;

    /// <summary>Attribute value: read about the page.</summary>
    public const int MATTR_VAL_GET_INFO = 10;
}
