namespace Mach.Abi;

/// <summary>
/// Subsystem mach_eventlink: pairs of linked ends between two threads. Signalling and waiting are traps. Ids, arguments and message layouts
/// are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("mach_eventlink", 716200, Kernel = true)]
public partial interface IMachEventlink
{
    /// <summary>Makes a pair of linked ends; both rights belong to the caller.</summary>
    [Routine(0)]
    kern_return_t mach_eventlink_create(
        [Subject] task_t task, mach_eventlink_create_option_t option,
        [PortArray(2), CopySend, CType("eventlink_port_pair_t")] Span<mach_port_t> eventlink_pair);

    /// <summary>Ends a pair by one end; the right to it is consumed.</summary>
    [Routine(1)]
    kern_return_t mach_eventlink_destroy([Subject(MigSubject.EventLink), MoveSend] mach_port_t eventlink);

    /// <summary>Binds an end to a thread, or to whoever waits first.</summary>
    [Routine(2)]
    kern_return_t mach_eventlink_associate(
        [Subject(MigSubject.EventLink)] mach_port_t eventlink, [CopySend] thread_t thread, mach_vm_address_t copyin_addr_wait,
        uint64_t copyin_mask_wait, mach_vm_address_t copyin_addr_signal, uint64_t copyin_mask_signal,
        mach_eventlink_associate_option_t option);

    /// <summary>Frees an end from its thread.</summary>
    [Routine(3)]
    kern_return_t mach_eventlink_disassociate(
        [Subject(MigSubject.EventLink)] mach_port_t eventlink, mach_eventlink_disassociate_option_t option);
}
