namespace Mach.Abi;

// mach/notify.h
public static partial class MachConstants
{
    /// <summary>Message id: base of the notifications.</summary>
    public const int MACH_NOTIFY_FIRST = 64;

    /// <summary>Message id: a name was deleted.</summary>
    public const int MACH_NOTIFY_PORT_DELETED = 65;

    /// <summary>Message id: a queue that was full has room.</summary>
    public const int MACH_NOTIFY_SEND_POSSIBLE = 66;

    /// <summary>Message id: a receive right was about to be destroyed and is handed over.</summary>
    public const int MACH_NOTIFY_PORT_DESTROYED = 69;

    /// <summary>Message id: the last send right is gone.</summary>
    public const int MACH_NOTIFY_NO_SENDERS = 70;

    /// <summary>Message id: a send-once right was destroyed unused.</summary>
    public const int MACH_NOTIFY_SEND_ONCE = 71;

    /// <summary>Message id: a port died and its name became a dead name.</summary>
    public const int MACH_NOTIFY_DEAD_NAME = 72;

    /// <summary>Message id: end of the range set aside for notifications.</summary>
    public const int MACH_NOTIFY_LAST = 77;
}
