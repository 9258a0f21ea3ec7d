namespace Mach.Abi;

// Exceptions and guards.
public partial interface IMachTask
{
    /// <summary>Sets where a task's exceptions go that its threads do not handle.</summary>
    [Routine(13)]
    kern_return_t task_set_exception_ports(
        [Subject] task_t task, exception_mask_t exception_mask, [CopySend] mach_port_t new_port, exception_behavior_t behavior,
        thread_state_flavor_t new_flavor);

    /// <summary>Reads where a task's exceptions go; the rights belong to the caller.</summary>
    [Routine(14)]
    kern_return_t task_get_exception_ports(
        [Subject] task_t task, exception_mask_t exception_mask, [Counted(32)] out exception_mask_array_t masks,
        [PortArray(32, SameCount = "masks"), CopySend] out exception_handler_array_t old_handlers,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>Sets where a task's exceptions go and returns where they went; the rights belong to the caller.</summary>
    [Routine(15)]
    kern_return_t task_swap_exception_ports(
        [Subject] task_t task, exception_mask_t exception_mask, [CopySend] mach_port_t new_port, exception_behavior_t behavior,
        thread_state_flavor_t new_flavor, [Counted(32)] out exception_mask_array_t masks,
        [PortArray(32, SameCount = "masks"), CopySend] out exception_handler_array_t old_handlers,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>Reads what happens when a task violates a guard.</summary>
    [Routine(52)]
    kern_return_t task_get_exc_guard_behavior([Subject] task_inspect_t task, out task_exc_guard_behavior_t behavior);

    /// <summary>Sets what happens when a task violates a guard.</summary>
    [Routine(53)]
    kern_return_t task_set_exc_guard_behavior([Subject] task_t task, task_exc_guard_behavior_t behavior);

    /// <summary>Reads where a task's exceptions go, as facts about the ports without rights to them.</summary>
    [Routine(60)]
    kern_return_t task_get_exception_ports_info(
        [Subject] mach_port_t port, exception_mask_t exception_mask, [Counted(32)] out exception_mask_array_t masks,
        [Counted(32, SameCount = "masks")] out exception_handler_info_array_t old_handlers_info,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>Has the kernel send a message to a port and wait for the answer, for tests.</summary>
    [Routine(61)]
    kern_return_t task_test_sync_upcall([Subject] task_t task, [CopySend] mach_port_t port);

    /// <summary>Has the kernel send a message to a port with the sender's importance, for tests.</summary>
    [Routine(63)]
    kern_return_t task_test_async_upcall_propagation([Subject] task_t task, [CopySend] mach_port_t port, int qos, int iotier);

    /// <summary>Sets where signed exceptions of a task go, and what may change its registers.</summary>
    [Routine(65)]
    kern_return_t task_register_hardened_exception_handler(
        [Subject] task_t task, uint32_t signed_pc_key, exception_mask_t exceptions_allowed, exception_behavior_t behaviors_allowed,
        thread_state_flavor_t flavors_allowed, [CopySend] mach_port_t new_exception_port);
}
