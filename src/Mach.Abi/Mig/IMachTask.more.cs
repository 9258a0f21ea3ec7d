namespace Mach.Abi;

// What is set and read: facts, policies, vouchers, tokens, threads.
public partial interface IMachTask
{
    /// <summary>Sets a fact of a task by flavor.</summary>
    [Routine(6)]
    kern_return_t task_set_info([Subject] task_t target_task, task_flavor_t flavor, [Counted(94)] task_info_t task_info_in);

    /// <summary>Adds one to the task's suspend count; above 0 none of its threads runs.</summary>
    [Routine(7)]
    kern_return_t task_suspend([Subject] task_read_t target_task);

    /// <summary>Takes one from the task's suspend count.</summary>
    [Routine(8)]
    kern_return_t task_resume([Subject] task_read_t target_task);

    /// <summary>Creates a thread that is suspended once; the right belongs to the caller.</summary>
    [Routine(11)]
    kern_return_t thread_create([Subject] task_t parent_task, [CopySend] out thread_act_t child_act);

    /// <summary>Creates a thread with registers, and lets it run; the right belongs to the caller.</summary>
    [Routine(12)]
    kern_return_t thread_create_running(
        [Subject] task_t parent_task, thread_state_flavor_t flavor, [Counted(1296)] thread_state_t new_state,
        [CopySend] out thread_act_t child_act);

    /// <summary>Makes a semaphore of the task; the right belongs to the caller.</summary>
    [Routine(18)]
    kern_return_t semaphore_create([Subject] task_t task, [CopySend] out semaphore_t semaphore, int policy, int value);

    /// <summary>Ends a semaphore of the task; the right to it is consumed.</summary>
    [Routine(19)]
    kern_return_t semaphore_destroy([Subject] task_t task, [MoveSend] semaphore_t semaphore);

    /// <summary>Sets a scheduling policy of a task by flavor.</summary>
    [Routine(20)]
    kern_return_t task_policy_set([Subject] task_policy_set_t task, task_policy_flavor_t flavor, [Counted(16)] task_policy_t policy_info);

    /// <summary>Reads a scheduling policy of a task, or its default.</summary>
    [Routine(21)]
    kern_return_t task_policy_get(
        [Subject] task_policy_get_t task, task_policy_flavor_t flavor, [Counted(16, CountInOut = true)] out task_policy_t policy_info,
        ref boolean_t get_default);

    /// <summary>Reads a task's own machine state by flavor.</summary>
    [Routine(33)]
    kern_return_t task_get_state(
        [Subject] task_read_t task, thread_state_flavor_t flavor, [Counted(1296, CountInOut = true)] out thread_state_t old_state);

    /// <summary>Sets a task's own machine state by flavor.</summary>
    [Routine(34)]
    kern_return_t task_set_state([Subject] task_t task, thread_state_flavor_t flavor, [Counted(1296)] thread_state_t new_state);

    /// <summary>Sets how many megabytes of memory a task may use, and returns the former limit.</summary>
    [Routine(35)]
    kern_return_t task_set_phys_footprint_limit([Subject] task_t task, int new_limit, out int old_limit);

    /// <summary>Suspends a task until the token's last right goes; the token belongs to the caller.</summary>
    [Routine(36)]
    kern_return_t task_suspend2([Subject] task_read_t target_task, [MoveSendOnce] out task_suspension_token_t suspend_token);

    /// <summary>Ends the suspension that a token stands for; the token is consumed.</summary>
    [Routine(37)]
    kern_return_t task_resume2([Subject, MoveSendOnce] task_suspension_token_t suspend_token);

    /// <summary>Reads how much volatile memory a task has.</summary>
    [Routine(38)]
    kern_return_t task_purgable_info([Subject] task_inspect_t task, out task_purgable_info_t stats);

    /// <summary>Returns a voucher of a task; the right belongs to the caller.</summary>
    [Routine(39)]
    kern_return_t task_get_mach_voucher([Subject] task_read_t task, mach_voucher_selector_t which, [CopySend] out ipc_voucher_t voucher);

    /// <summary>Sets a task's voucher.</summary>
    [Routine(40)]
    kern_return_t task_set_mach_voucher([Subject] task_t task, [CopySend] ipc_voucher_t voucher);

    /// <summary>Exchanges a task's voucher; the right that comes back belongs to the caller.</summary>
    [Routine(41)]
    kern_return_t task_swap_mach_voucher(
        [Subject] task_t task, [CopySend] ipc_voucher_t new_voucher, [CopySend] ref ipc_voucher_t old_voucher);

    /// <summary>Reads counters of a task by flavor: instructions and cycles.</summary>
    [Routine(51)]
    kern_return_t task_inspect(
        [Subject] task_inspect_t task, task_inspect_flavor_t flavor, [Counted(4, CountInOut = true)] out task_inspect_info_t info_out);

    /// <summary>Tells whether a task port stands for the caller's own task.</summary>
    [Routine(55)]
    kern_return_t _kernelrpc_mach_task_is_self([Subject] task_name_t task, out boolean_t is_self);

    /// <summary>Makes a token that names a task across its ports; the right belongs to the caller.</summary>
    [Routine(57)]
    kern_return_t task_create_identity_token([Subject] task_t task, [CopySend] out task_id_token_t token);

    /// <summary>Returns a port of the task that a token names; the right belongs to the caller.</summary>
    [Routine(58)]
    kern_return_t task_identity_token_get_task_port(
        [Subject] task_id_token_t token, task_flavor_t flavor, [CopySend] out mach_port_t task_port);
}
