namespace Mach.Abi;

// mach/host_special_ports.h
public static partial class MachConstants
{
    /// <summary>Host special port: host security.</summary>
    public const int HOST_SECURITY_PORT = 0;

    /// <summary>The first host special port number.</summary>
    public const int HOST_MIN_SPECIAL_PORT = 0;

    /// <summary>Host special port: the host.</summary>
    public const int HOST_PORT = 1;

    /// <summary>Host special port: the host, control.</summary>
    public const int HOST_PRIV_PORT = 2;

    /// <summary>Host special port: IOKit's main port.</summary>
    public const int HOST_IO_MAIN_PORT = 3;

    /// <summary>The last number that is reserved for ports of the kernel.</summary>
    public const int HOST_MAX_SPECIAL_KERNEL_PORT = 7;

    /// <summary>The last number that a port of the kernel has.</summary>
    public const int HOST_LAST_SPECIAL_KERNEL_PORT = 3;

    /// <summary>Host special port: the swap file daemon.</summary>
    public const int HOST_DYNAMIC_PAGER_PORT = 8;

    /// <summary>Host special port: the audit daemon.</summary>
    public const int HOST_AUDIT_CONTROL_PORT = 9;

    /// <summary>Host special port: the user notification server.</summary>
    public const int HOST_USER_NOTIFICATION_PORT = 10;

    /// <summary>Host special port: the automounter.</summary>
    public const int HOST_AUTOMOUNTD_PORT = 11;

    /// <summary>Host special port: the file lock daemon.</summary>
    public const int HOST_LOCKD_PORT = 12;

    /// <summary>Host special port: the background tracer.</summary>
    public const int HOST_KTRACE_BACKGROUND_PORT = 13;

    /// <summary>Host special port: the sandbox daemon.</summary>
    public const int HOST_SEATBELT_PORT = 14;

    /// <summary>Host special port: the kernel extension daemon.</summary>
    public const int HOST_KEXTD_PORT = 15;

    /// <summary>Host special port: the launch daemon.</summary>
    public const int HOST_LAUNCHCTL_PORT = 16;

    /// <summary>Host special port: the keeper of unfreed memory.</summary>
    public const int HOST_UNFREED_PORT = 17;

    /// <summary>Host special port: the code signature daemon.</summary>
    public const int HOST_AMFID_PORT = 18;

    /// <summary>Host special port: the security services daemon.</summary>
    public const int HOST_GSSD_PORT = 19;

    /// <summary>Host special port: telemetry.</summary>
    public const int HOST_TELEMETRY_PORT = 20;

    /// <summary>Host special port: activity trace notifications.</summary>
    public const int HOST_ATM_NOTIFICATION_PORT = 21;

    /// <summary>Host special port: coalition notifications.</summary>
    public const int HOST_COALITION_PORT = 22;

    /// <summary>Host special port: the system diagnosis daemon.</summary>
    public const int HOST_SYSDIAGNOSE_PORT = 23;

    /// <summary>Host special port: XPC exceptions.</summary>
    public const int HOST_XPC_EXCEPTION_PORT = 24;

    /// <summary>Host special port: the container daemon.</summary>
    public const int HOST_CONTAINERD_PORT = 25;

    /// <summary>Host special port: the node.</summary>
    public const int HOST_NODE_PORT = 26;

    /// <summary>Host special port: resource notices.</summary>
    public const int HOST_RESOURCE_NOTIFY_PORT = 27;

    /// <summary>Host special port: the launch closure daemon.</summary>
    public const int HOST_CLOSURED_PORT = 28;

    /// <summary>Host special port: the system policy daemon.</summary>
    public const int HOST_SYSPOLICYD_PORT = 29;

    /// <summary>Host special port: the file coordination daemon.</summary>
    public const int HOST_FILECOORDINATIOND_PORT = 30;

    /// <summary>Host special port: the content protection daemon.</summary>
    public const int HOST_FAIRPLAYD_PORT = 31;

    /// <summary>Host special port: compression statistics.</summary>
    public const int HOST_IOCOMPRESSIONSTATS_PORT = 32;

    /// <summary>Host special port: memory errors.</summary>
    public const int HOST_MEMORY_ERROR_PORT = 33;

    /// <summary>Host special port: the managed application daemon.</summary>
    public const int HOST_MANAGEDAPPDISTD_PORT = 34;

    /// <summary>Host special port: the extended attribute daemon.</summary>
    public const int HOST_DOUBLEAGENTD_PORT = 35;

    /// <summary>The last host special port number.</summary>
    public const int HOST_MAX_SPECIAL_PORT = 35;

    /// <summary>Host special port: the profiler; the same number as <c>HOST_LAUNCHCTL_PORT</c>.</summary>
    public const int HOST_CHUD_PORT = 16;

    /// <summary>Node number of the host itself.</summary>
    public const int HOST_LOCAL_NODE = -1;
}
