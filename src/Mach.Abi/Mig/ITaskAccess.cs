namespace Mach.Abi;

/// <summary>
/// Subsystem task_access: who decides who may have the control port of a task. A task serves it. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("task_access", 27000)]
public partial interface ITaskAccess
{
    /// <summary>Asks whether a task may have the control port of another.</summary>
    [Routine(0)]
    kern_return_t check_task_access(
        [Subject] mach_port_t task_access_port, [CType("int32_t")] int calling_pid, uint32_t calling_gid,
        [CType("int32_t")] int target_pid, [ServerAuditToken] audit_token_t caller_cred);

    /// <summary>Asks for the signature of a task's program.</summary>
    [Routine(1)]
    kern_return_t find_code_signature([Subject] mach_port_t task_access_port, [CType("int32_t")] int new_pid);

    /// <summary>As check_task_access, for a port of less power by flavor.</summary>
    [Routine(2)]
    kern_return_t check_task_access_with_flavor(
        [Subject] mach_port_t task_access_port, [CType("int32_t")] int calling_pid, uint32_t calling_gid,
        [CType("int32_t")] int target_pid, mach_task_flavor_t flavor, [ServerAuditToken] audit_token_t caller_cred);
}
