namespace Mach.Abi;

/// <summary>
/// Subsystem sysdiagnose_notification: what the diagnosing daemon is told. A task serves it. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("sysdiagnose_notification", 31337)]
public partial interface ISysdiagnoseNotification
{
    /// <summary>Tells the diagnosing daemon that the user has asked for a report.</summary>
    [SimpleRoutine(0, Symbol = "send_sysdiagnose_notification")]
    kern_return_t sysdiagnose_notification([Subject] mach_port_t sysdiagnose_port, uint32_t flags);

    /// <summary>As sysdiagnose_notification, with who asked.</summary>
    [SimpleRoutine(1, Symbol = "send_sysdiagnose_notification_with_audit_token")]
    kern_return_t sysdiagnose_notification_with_audit_token(
        [Subject] mach_port_t sysdiagnose_port, uint32_t flags, [ServerAuditToken] audit_token_t atoken);
}
