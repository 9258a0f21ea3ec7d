namespace Mach.Abi;

/// <summary>
/// Subsystem coalition_notification: what is told of coalitions of tasks. A task serves it. Ids, arguments and message layouts are compared
/// by a test with reference/mig.json.
/// </summary>
[MigSubsystem("coalition_notification", 5300)]
public partial interface ICoalitionNotification
{
    /// <summary>Tells of a coalition of tasks that has changed.</summary>
    [SimpleRoutine(0)]
    kern_return_t coalition_notification([Subject] mach_port_t coalition_port, uint64_t id, uint32_t flags);
}
