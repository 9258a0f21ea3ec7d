namespace Mach.Abi;

// mach/mach_init.h
public static partial class MachConstants
{
    /// <summary>Registered port: name server.</summary>
    public const int NAME_SERVER_SLOT = 0;

    /// <summary>Registered port: environment.</summary>
    public const int ENVIRONMENT_SLOT = 1;

    /// <summary>Registered port: service.</summary>
    public const int SERVICE_SLOT = 2;

    /// <summary>Registered ports that have a meaning.</summary>
    public const int MACH_PORTS_SLOTS_USED = 3;
}
