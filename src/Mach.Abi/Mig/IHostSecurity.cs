namespace Mach.Abi;

/// <summary>
/// Subsystem host_security: tokens of tasks, by the host's security port. No kernel dispatches it any more. Ids, arguments and message
/// layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("host_security", 600, Kernel = true)]
public partial interface IHostSecurity
{
    /// <summary>Once created a task with chosen security and audit tokens.</summary>
    [Routine(0)]
    kern_return_t host_security_create_task_token(
        [Subject] host_security_t host_security, [CopySend] task_t parent_task, security_token_t sec_token, audit_token_t audit_token,
        [CopySend] host_t host, [OutOfLine, CopySend] ledger_array_t ledgers, boolean_t inherit_memory, [CopySend] out task_t child_task);

    /// <summary>Sets a task's security and audit tokens, and the host port that it gets.</summary>
    [Routine(1)]
    kern_return_t host_security_set_task_token(
        [Subject] host_security_t host_security, [CopySend] task_t target_task, security_token_t sec_token, audit_token_t audit_token,
        [CopySend] host_t host);
}
