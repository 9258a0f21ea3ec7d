namespace Mach.Abi;

// mach_debug/lockgroup_info.h
public static partial class MachConstants
{
    /// <summary>Bytes of a lock group's name.</summary>
    public const int LOCKGROUP_MAX_NAME = 64;

    /// <summary>Lock group attribute: statistics are kept.</summary>
    public const ulong LOCKGROUP_ATTR_STAT = 1;
}
