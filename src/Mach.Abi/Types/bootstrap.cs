namespace Mach.Abi;

// servers/bootstrap.h
public static partial class MachConstants
{
    /// <summary>The name service did what was asked. Not a member of the enumeration: 0 prints as <c>KERN_SUCCESS</c>, whoever answers it.</summary>
    public const kern_return_t BOOTSTRAP_SUCCESS = kern_return_t.KERN_SUCCESS;

    /// <summary>Bytes of a service name, with its final zero.</summary>
    public const int BOOTSTRAP_MAX_NAME_LEN = 128;

    /// <summary>Bytes of a server command, with its final zero.</summary>
    public const int BOOTSTRAP_MAX_CMD_LEN = 0x200;

    /// <summary>Most names in one look-up.</summary>
    public const int BOOTSTRAP_MAX_LOOKUP_COUNT = 20;

    /// <summary>Service status: not running.</summary>
    public const int BOOTSTRAP_STATUS_INACTIVE = 0;

    /// <summary>Service status: checked in.</summary>
    public const int BOOTSTRAP_STATUS_ACTIVE = 1;

    /// <summary>Service status: started when needed.</summary>
    public const int BOOTSTRAP_STATUS_ON_DEMAND = 2;
}
