namespace Mach.Abi;

/// <summary>
/// Subsystem notify: what the kernel tells of a port, if asked to. The two .defs files of that name agree. Ids, arguments and message
/// layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("notify", 64)]
public partial interface INotify
{
    /// <summary>A name that a notification was asked for is gone.</summary>
    [SimpleRoutine(1)]
    kern_return_t mach_notify_port_deleted([Subject, MoveSendOnce] mach_port_t notify, mach_port_name_t name);

    /// <summary>A port to which a send was refused for lack of room has room again.</summary>
    [SimpleRoutine(2)]
    kern_return_t mach_notify_send_possible([Subject, MoveSendOnce] mach_port_t notify, mach_port_name_t name);

    /// <summary>A receive right was about to die; here it is.</summary>
    [SimpleRoutine(5)]
    kern_return_t mach_notify_port_destroyed([Subject, MoveSendOnce] mach_port_t notify, [MoveReceive] mach_port_t rights);

    /// <summary>A port has no send rights any more; with its count of rights made.</summary>
    [SimpleRoutine(6)]
    kern_return_t mach_notify_no_senders([Subject, MoveSendOnce] mach_port_t notify, mach_port_mscount_t mscount);

    /// <summary>A send-once right died unused.</summary>
    [SimpleRoutine(7)]
    kern_return_t mach_notify_send_once([Subject, MoveSendOnce] mach_port_t notify);

    /// <summary>A name has become a dead name; it has one reference more.</summary>
    [SimpleRoutine(8)]
    kern_return_t mach_notify_dead_name([Subject, MoveSendOnce] mach_port_t notify, mach_port_name_t name);
}
