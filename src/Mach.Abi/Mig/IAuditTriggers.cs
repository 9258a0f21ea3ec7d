namespace Mach.Abi;

/// <summary>
/// Subsystem audit_triggers: what the audit daemon is told. A task serves it. Ids, arguments and message layouts are compared by a test
/// with reference/mig.json.
/// </summary>
[MigSubsystem("audit_triggers", 123)]
public partial interface IAuditTriggers
{
    /// <summary>Tells the audit daemon of an event in the kernel.</summary>
    [SimpleRoutine(0)]
    kern_return_t audit_triggers([Subject] mach_port_t audit_port, int flags);

    /// <summary>Tells the audit daemon who called what, for statistics.</summary>
    [SimpleRoutine(1)]
    kern_return_t audit_analytics(
        [Subject] mach_port_t audit_port, [CString(1024), CType("string_t")] ReadOnlySpan<byte> caller_id,
        [CString(1024), CType("string_t")] ReadOnlySpan<byte> caller_name);
}
