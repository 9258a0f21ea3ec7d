namespace Mach.Abi;

/// <summary>
/// Subsystem thread_act: one thread, by one of its ports. Ids, arguments and message layouts are compared by a test with
/// reference/mig.json.
/// </summary>
[MigSubsystem("thread_act", 3600, Kernel = true)]
public partial interface IThreadAct
{
    /// <summary>Ends a thread; the right to it is consumed.</summary>
    [Routine(0)]
    kern_return_t thread_terminate([Subject, MoveSend] thread_act_t target_act);

    /// <summary>Adds one to the thread's suspend count; above 0 it does not run.</summary>
    [Routine(5)]
    kern_return_t thread_suspend([Subject] thread_read_t target_act);

    /// <summary>Takes one from the thread's suspend count.</summary>
    [Routine(6)]
    kern_return_t thread_resume([Subject] thread_read_t target_act);

    /// <summary>Ends what the thread waits for in the kernel: the call answers that it was interrupted.</summary>
    [Routine(7)]
    kern_return_t thread_abort([Subject] thread_act_t target_act);

    /// <summary>As thread_abort, unless the call could not be repeated.</summary>
    [Routine(8)]
    kern_return_t thread_abort_safely([Subject] thread_act_t target_act);

    /// <summary>Ends the lowering of a thread's priority that it asked for.</summary>
    [Routine(9)]
    kern_return_t thread_depress_abort([Subject] thread_act_t thread);

    /// <summary>Returns a special port of a thread; the right belongs to the caller.</summary>
    [Routine(10)]
    kern_return_t thread_get_special_port([Subject] thread_inspect_t thr_act, int which_port, [CopySend] out mach_port_t special_port);

    /// <summary>Sets a special port of a thread.</summary>
    [Routine(11)]
    kern_return_t thread_set_special_port([Subject] thread_act_t thr_act, int which_port, [CopySend] mach_port_t special_port);

    /// <summary>Reads facts of a thread by flavor.</summary>
    [Routine(12)]
    kern_return_t thread_info(
        [Subject] thread_inspect_t target_act, thread_flavor_t flavor, [Counted(32, CountInOut = true)] out thread_info_t thread_info_out);

    /// <summary>Sets where a thread's exceptions go.</summary>
    [Routine(13)]
    kern_return_t thread_set_exception_ports(
        [Subject] thread_act_t thread, exception_mask_t exception_mask, [CopySend] mach_port_t new_port, exception_behavior_t behavior,
        thread_state_flavor_t new_flavor);

    /// <summary>Reads where a thread's exceptions go; the rights belong to the caller.</summary>
    [Routine(14)]
    kern_return_t thread_get_exception_ports(
        [Subject] thread_act_t thread, exception_mask_t exception_mask, [Counted(32)] out exception_mask_array_t masks,
        [PortArray(32, SameCount = "masks"), CopySend] out exception_handler_array_t old_handlers,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>Sets where a thread's exceptions go and returns where they went; the rights belong to the caller.</summary>
    [Routine(15)]
    kern_return_t thread_swap_exception_ports(
        [Subject] thread_act_t thread, exception_mask_t exception_mask, [CopySend] mach_port_t new_port, exception_behavior_t behavior,
        thread_state_flavor_t new_flavor, [Counted(32)] out exception_mask_array_t masks,
        [PortArray(32, SameCount = "masks"), CopySend] out exception_handler_array_t old_handlers,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>Returns a voucher of a thread; the right belongs to the caller.</summary>
    [Routine(25)]
    kern_return_t thread_get_mach_voucher(
        [Subject] thread_read_t thr_act, mach_voucher_selector_t which, [CopySend] out ipc_voucher_t voucher);

    /// <summary>Sets a thread's voucher.</summary>
    [Routine(26)]
    kern_return_t thread_set_mach_voucher([Subject] thread_act_t thr_act, [CopySend] ipc_voucher_t voucher);

    /// <summary>Exchanges a thread's voucher; the right that comes back belongs to the caller.</summary>
    [Routine(27)]
    kern_return_t thread_swap_mach_voucher(
        [Subject] thread_act_t thr_act, [CopySend] ipc_voucher_t new_voucher, [CopySend] ref ipc_voucher_t old_voucher);

    /// <summary>Has a thread take an exception.</summary>
    [Routine(29)]
    kern_return_t thread_raise_exception([Subject] thread_act_t target_act, int exception, natural_t code_count, long code, long sub_code);

    /// <summary>Reads where a thread's exceptions go, as facts about the ports without rights to them.</summary>
    [Routine(30)]
    kern_return_t thread_get_exception_ports_info(
        [Subject] mach_port_t port, exception_mask_t exception_mask, [Counted(32)] out exception_mask_array_t masks,
        [Counted(32, SameCount = "masks")] out exception_handler_info_array_t old_handlers_info,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>Sets where a hardened task's thread sends exceptions.</summary>
    [Routine(31)]
    kern_return_t thread_adopt_exception_handler(
        [Subject] thread_t thread, [CopySend] mach_port_t exc_port, exception_mask_t exc_mask, exception_behavior_t behavior_mask,
        thread_state_flavor_t flavor_mask);
}
