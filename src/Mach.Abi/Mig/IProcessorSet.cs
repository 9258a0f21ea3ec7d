namespace Mach.Abi;

/// <summary>
/// Subsystem processor_set: processors that run the same threads; there is one set, the default. Ids, arguments and message layouts are
/// compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("processor_set", 4000, Kernel = true)]
public partial interface IProcessorSet
{
    /// <summary>Reads counters of a processor set by flavor.</summary>
    [Routine(0)]
    kern_return_t processor_set_statistics(
        [Subject] processor_set_name_t pset, processor_set_flavor_t flavor,
        [Counted(5, CountInOut = true)] out processor_set_info_t info_out);

    /// <summary>Once ended a processor set.</summary>
    [Routine(1, Gone = true)]
    kern_return_t processor_set_destroy([Subject] processor_set_t set);

    /// <summary>Once set the highest priority within a processor set.</summary>
    [Routine(2, Gone = true)]
    kern_return_t processor_set_max_priority([Subject] processor_set_t processor_set, int max_priority, boolean_t change_threads);

    /// <summary>Once allowed a scheduling policy within a processor set.</summary>
    [Routine(3, Gone = true)]
    kern_return_t processor_set_policy_enable([Subject] processor_set_t processor_set, int policy);

    /// <summary>Once forbade a scheduling policy within a processor set.</summary>
    [Routine(4, Gone = true)]
    kern_return_t processor_set_policy_disable([Subject] processor_set_t processor_set, int policy, boolean_t change_threads);

    /// <summary>Lists the control ports of the tasks of a processor set; rights and region belong to the caller.</summary>
    [Routine(5)]
    kern_return_t processor_set_tasks([Subject] processor_set_t processor_set, [OutOfLine, CopySend] out task_array_t task_list);

    /// <summary>Lists the control ports of the threads of a processor set; rights and region belong to the caller.</summary>
    [Routine(6)]
    kern_return_t processor_set_threads([Subject] processor_set_t processor_set, [OutOfLine, CopySend] out thread_act_array_t thread_list);

    /// <summary>Once set limits of a scheduling policy within a processor set.</summary>
    [Routine(7, Gone = true)]
    kern_return_t processor_set_policy_control(
        [Subject] processor_set_t pset, processor_set_flavor_t flavor, [Counted(5)] processor_set_info_t policy_info, boolean_t change);

    /// <summary>Reads how much of the kernel's stacks is used.</summary>
    [Routine(8)]
    kern_return_t processor_set_stack_usage(
        [Subject] processor_set_t pset, out uint ltotal, out vm_size_t space, out vm_size_t resident, out vm_size_t maxusage,
        out vm_offset_t maxstack);

    /// <summary>Reads facts of a processor set by flavor; the host port belongs to the caller.</summary>
    [Routine(9)]
    kern_return_t processor_set_info(
        [Subject] processor_set_name_t set_name, int flavor, [CopySend] out host_t host,
        [Counted(5, CountInOut = true)] out processor_set_info_t info_out);

    /// <summary>As processor_set_tasks, with ports of less power by flavor.</summary>
    [Routine(10)]
    kern_return_t processor_set_tasks_with_flavor(
        [Subject] processor_set_t processor_set, mach_task_flavor_t flavor, [OutOfLine, CopySend] out task_array_t task_list);
}
