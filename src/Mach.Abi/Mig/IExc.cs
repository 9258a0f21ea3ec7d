namespace Mach.Abi;

/// <summary>
/// Subsystem exc: how the kernel tells of an exception, with codes of 32 bits. A task serves it; the kernel and debuggers send it. Ids,
/// arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("exc", 2401)]
public partial interface IExc
{
    /// <summary>Tells of an exception, with thread and task. Success means that it was handled.</summary>
    [Routine(0)]
    kern_return_t exception_raise(
        [Subject] mach_port_t exception_port, [CopySend] mach_port_t thread, [CopySend] mach_port_t task, exception_type_t exception,
        [Counted(2)] exception_data_t code);

    /// <summary>Tells of an exception with the thread's registers; the answer has the registers to go on with.</summary>
    [Routine(1)]
    kern_return_t exception_raise_state(
        [Subject] mach_port_t exception_port, exception_type_t exception,
        [Counted(2), CType("const exception_data_t")] exception_data_t code, ref int flavor,
        [Counted(1296), CType("const thread_state_t")] thread_state_t old_state, [Counted(1296)] out thread_state_t new_state);

    /// <summary>Tells of an exception with thread, task and registers; the answer has the registers to go on with.</summary>
    [Routine(2)]
    kern_return_t exception_raise_state_identity(
        [Subject] mach_port_t exception_port, [CopySend] mach_port_t thread, [CopySend] mach_port_t task, exception_type_t exception,
        [Counted(2)] exception_data_t code, ref int flavor, [Counted(1296)] thread_state_t old_state,
        [Counted(1296)] out thread_state_t new_state);
}
