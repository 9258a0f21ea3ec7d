namespace Mach.Abi;

// servers/netname_defs.h
public static partial class MachConstants
{
    /// <summary>Network name server: done.</summary>
    public const int NETNAME_SUCCESS = 0;

    /// <summary>Network name server: not answered yet.</summary>
    public const int NETNAME_PENDING = -1;

    /// <summary>Network name server: the name is another's.</summary>
    public const int NETNAME_NOT_YOURS = 1000;

    /// <summary>Network name server: the name is another's.</summary>
    public const int NAME_NOT_YOURS = 1000;

    /// <summary>Network name server: no such name.</summary>
    public const int NETNAME_NOT_CHECKED_IN = 1001;

    /// <summary>Network name server: no such name.</summary>
    public const int NAME_NOT_CHECKED_IN = 1001;

    /// <summary>Network name server: no such host.</summary>
    public const int NETNAME_NO_SUCH_HOST = 1002;

    /// <summary>Network name server: the host was not found.</summary>
    public const int NETNAME_HOST_NOT_FOUND = 1003;

    /// <summary>Network name server: the port is not valid.</summary>
    public const int NETNAME_INVALID_PORT = 1004;
}
