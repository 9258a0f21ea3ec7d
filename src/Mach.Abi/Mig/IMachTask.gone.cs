namespace Mach.Abi;

// What no kernel serves any more.
public partial interface IMachTask
{
    /// <summary>Once created a task.</summary>
    [Routine(0, Gone = true)]
    kern_return_t task_create(
        [Subject] task_t target_task, [OutOfLine, CopySend] ledger_array_t ledgers, boolean_t inherit_memory,
        [CopySend] out task_t child_task);

    /// <summary>Once made a set of locks.</summary>
    [Routine(16, Gone = true)]
    kern_return_t lock_set_create([Subject] task_t task, [CopySend] out lock_set_t new_lock_set, int n_ulocks, int policy);

    /// <summary>Once ended a set of locks.</summary>
    [Routine(17, Gone = true)]
    kern_return_t lock_set_destroy([Subject] task_t task, [CopySend] lock_set_t lock_set);

    /// <summary>Once sampled where a task spends its time.</summary>
    [Routine(22, Gone = true)]
    kern_return_t task_sample([Subject] task_t task, [MakeSend] mach_port_t reply);

    /// <summary>Once set the scheduling policy of a task.</summary>
    [Routine(23, Gone = true)]
    kern_return_t task_policy(
        [Subject] task_t task, policy_t policy, [Counted(5)] policy_base_t @base, boolean_t set_limit, boolean_t change);

    /// <summary>Once set where a task's emulated system call goes.</summary>
    [Routine(24, Gone = true)]
    kern_return_t task_set_emulation([Subject] task_t target_port, vm_address_t routine_entry_pt, int routine_number);

    /// <summary>Once listed where a task's emulated system calls go.</summary>
    [Routine(25, Gone = true)]
    kern_return_t task_get_emulation_vector(
        [Subject] task_t task, out int vector_start, [OutOfLine] out emulation_vector_t emulation_vector);

    /// <summary>Once set where a task's emulated system calls go.</summary>
    [Routine(26, Gone = true)]
    kern_return_t task_set_emulation_vector([Subject] task_t task, int vector_start, [OutOfLine] emulation_vector_t emulation_vector);

    /// <summary>Once set the bounds of code that restarts when interrupted.</summary>
    [Routine(27, Gone = true)]
    kern_return_t task_set_ras_pc([Subject] task_t target_task, vm_address_t basepc, vm_address_t boundspc);

    /// <summary>Once listed what a task made the kernel's zones hold.</summary>
    [Routine(28, Gone = true)]
    kern_return_t task_zone_info(
        [Subject] task_inspect_t target_task, [OutOfLine(Deallocate = true, Multiplier = 80)] out mach_zone_name_array_t names,
        [OutOfLine(Deallocate = true, Multiplier = 11)] out task_zone_info_array_t info);

    /// <summary>Once moved a task into a processor set.</summary>
    [Routine(29, Gone = true)]
    kern_return_t task_assign([Subject] task_t task, [CopySend] processor_set_t new_set, boolean_t assign_threads);

    /// <summary>Once moved a task into the default processor set.</summary>
    [Routine(30, Gone = true)]
    kern_return_t task_assign_default([Subject] task_t task, boolean_t assign_threads);

    /// <summary>Once returned a task's processor set.</summary>
    [Routine(31, Gone = true)]
    kern_return_t task_get_assignment([Subject] task_inspect_t task, [CopySend] out processor_set_name_t assigned_set);

    /// <summary>Once set the scheduling policy of a task, with its limits.</summary>
    [Routine(32, Gone = true)]
    kern_return_t task_set_policy(
        [Subject] task_t task, [CopySend] processor_set_t pset, policy_t policy, [Counted(5)] policy_base_t @base,
        [Counted(1)] policy_limit_t limit, boolean_t change);
}
