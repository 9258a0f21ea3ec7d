namespace Mach.Abi;

// mach/mach_sync_ipc.h
public static partial class MachConstants
{
    /// <summary>Destroy every right of the special reply port.</summary>
    public const uint THREAD_SPECIAL_REPLY_PORT_ALL = 0;

    /// <summary>Destroy its receive right only.</summary>
    public const uint THREAD_SPECIAL_REPLY_PORT_RECEIVE_ONLY = 1;

    /// <summary>Destroy its send rights only.</summary>
    public const uint THREAD_SPECIAL_REPLY_PORT_SEND_ONLY = 2;
}
