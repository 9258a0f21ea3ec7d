namespace Mach.Abi;

/// <summary>
/// Subsystem telemetry_notification: what the telemetry daemon is told. A task serves it. Ids, arguments and message layouts are compared
/// by a test with reference/mig.json.
/// </summary>
[MigSubsystem("telemetry_notification", 5100)]
public partial interface ITelemetryNotification
{
    /// <summary>Tells the telemetry daemon that the kernel has samples for it.</summary>
    [SimpleRoutine(0)]
    kern_return_t telemetry_notification([Subject] mach_port_t telemetry_port, uint32_t flags);
}
