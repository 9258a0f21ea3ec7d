namespace Mach.Abi;

/// <summary>
/// Subsystem mach_exc: how the kernel tells of an exception, with codes of 64 bits. A task serves it; the kernel and debuggers send it.
/// Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("mach_exc", 2405)]
public partial interface IMachExc
{
    /// <summary>As exception_raise, with codes of 64 bits.</summary>
    [Routine(0)]
    kern_return_t mach_exception_raise(
        [Subject] mach_port_t exception_port, [CopySend] mach_port_t thread, [CopySend] mach_port_t task, exception_type_t exception,
        [Counted(2)] mach_exception_data_t code);

    /// <summary>As exception_raise_state, with codes of 64 bits.</summary>
    [Routine(1)]
    kern_return_t mach_exception_raise_state(
        [Subject] mach_port_t exception_port, exception_type_t exception,
        [Counted(2), CType("const mach_exception_data_t")] mach_exception_data_t code, ref int flavor,
        [Counted(1296), CType("const thread_state_t")] thread_state_t old_state, [Counted(1296)] out thread_state_t new_state);

    /// <summary>As exception_raise_state_identity, with codes of 64 bits.</summary>
    [Routine(2)]
    kern_return_t mach_exception_raise_state_identity(
        [Subject] mach_port_t exception_port, [CopySend] mach_port_t thread, [CopySend] mach_port_t task, exception_type_t exception,
        [Counted(2)] mach_exception_data_t code, ref int flavor, [Counted(1296)] thread_state_t old_state,
        [Counted(1296)] out thread_state_t new_state);

    /// <summary>Tells of an exception with a thread's number and a token that names the task, but no control over them.</summary>
    [Routine(3)]
    kern_return_t mach_exception_raise_identity_protected(
        [Subject] mach_port_t exception_port, uint64_t thread_id, [CopySend] mach_port_t task_id_token_t, exception_type_t exception,
        [Counted(2)] mach_exception_data_t code, [ServerAuditToken] audit_token_t atoken);

    /// <summary>Tells of a simulated exception, with where it happened and no control over anybody.</summary>
    [Routine(4)]
    kern_return_t mach_exception_raise_backtrace(
        [Subject] mach_port_t exception_port, [CopySend] mach_port_t kcdata_object_t, exception_type_t exception,
        [Counted(2)] mach_exception_data_t code, [ServerAuditToken] audit_token_t atoken);

    /// <summary>As mach_exception_raise_identity_protected, with registers both ways.</summary>
    [Routine(5)]
    kern_return_t mach_exception_raise_state_identity_protected(
        [Subject] mach_port_t exception_port, uint64_t thread_id, [CopySend] mach_port_t task_id_token_t, exception_type_t exception,
        [Counted(2)] mach_exception_data_t code, ref int flavor, [Counted(1296)] thread_state_t old_state,
        [Counted(1296)] out thread_state_t new_state, [ServerAuditToken] audit_token_t atoken);
}
