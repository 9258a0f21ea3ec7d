namespace Mach.Abi;

/// <summary>
/// Subsystem <c>task</c>: what can be done to a task by message to one of its ports. This part has its ports, its threads and its end.
/// Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("task", 3400, Kernel = true, Count = 66)]
public partial interface IMachTask
{
    /// <summary>Ends the task.</summary>
    [Routine(1)]
    kern_return_t task_terminate([Subject] task_t target_task);

    /// <summary>Lists the task's threads: a send right for each, which belongs to the caller, as the region does.</summary>
    [Routine(2)]
    kern_return_t task_threads([Subject] task_inspect_t target_task, [OutOfLine, CopySend] out thread_act_array_t act_list);

    /// <summary>
    /// Registers three ports for a task's children to find; null clears a slot. This is the form that travels: the function
    /// <c>mach_ports_register</c> takes an array and pads it.
    /// </summary>
    [Routine(3, Symbol = "_kernelrpc_mach_ports_register3")]
    kern_return_t mach_ports_register(
        [Subject] task_t target_task, [CopySend] mach_port_t port1, [CopySend] mach_port_t port2, [CopySend] mach_port_t port3);

    /// <summary>
    /// Returns the registered ports; the rights belong to the caller. This is the form that travels: the function
    /// <c>mach_ports_lookup</c> returns an array out of line.
    /// </summary>
    [Routine(4, Symbol = "_kernelrpc_mach_ports_lookup3")]
    kern_return_t mach_ports_lookup(
        [Subject] task_t target_task, [CopySend] out mach_port_t port1, [CopySend] out mach_port_t port2, [CopySend] out mach_port_t port3);

    /// <summary>Reads facts of a task by flavor.</summary>
    [Routine(5)]
    kern_return_t task_info([Subject] task_name_t target_task, task_flavor_t flavor, [Counted(94, CountInOut = true)] out task_info_t task_info_out);

    /// <summary>Returns a special port of a task; the send right belongs to the caller.</summary>
    [Routine(9)]
    kern_return_t task_get_special_port([Subject] task_inspect_t task, int which_port, [CopySend] out mach_port_t special_port);

    /// <summary>Sets a special port of a task.</summary>
    [Routine(10)]
    kern_return_t task_set_special_port([Subject] task_t task, int which_port, [CopySend] mach_port_t special_port);
}
