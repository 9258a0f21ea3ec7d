namespace Mach.Abi;

/// <summary>
/// Subsystem host_notify_reply: the answer to host_request_notification. A task serves it. Ids, arguments and message layouts are compared
/// by a test with reference/mig.json.
/// </summary>
[MigSubsystem("host_notify_reply", 950)]
public partial interface IHostNotifyReply
{
    /// <summary>The calendar was changed.</summary>
    [SimpleRoutine(0)]
    kern_return_t host_calendar_changed([Subject, MoveSendOnce] mach_port_t notify_port);

    /// <summary>The calendar was set to a new time.</summary>
    [SimpleRoutine(1)]
    kern_return_t host_calendar_set([Subject, MoveSendOnce] mach_port_t notify_port);
}
