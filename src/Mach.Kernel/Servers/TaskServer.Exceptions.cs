namespace Mach.Kernel;

/// <summary>Exception ports and guards.</summary>
internal sealed partial class TaskServer
{
    protected override kern_return_t task_set_exception_ports(
        KThread caller, TaskView task, uint exception_mask, KPort? new_port, int behavior, int new_flavor)
    {
        var after = new Aftermath(kernel);
        var action = new ExceptionAction { Port = new_port, Behaviour = behavior, Flavor = new_flavor };
        var code = task.Task.Exceptions.Set(exception_mask, action, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t task_get_exception_ports(
        KThread caller, TaskView task, uint exception_mask, Span<uint> masks, out uint masksCnt, out KPort?[] old_handlers,
        Span<int> old_behaviors, Span<int> old_flavors)
    {
        var code = task.Task.Exceptions.Get(exception_mask, out var groups);
        ExceptionGroup.Show(groups, masks, out masksCnt, out old_handlers, old_behaviors, old_flavors);
        return code;
    }

    protected override kern_return_t task_swap_exception_ports(
        KThread caller, TaskView task, uint exception_mask, KPort? new_port, int behavior, int new_flavor, Span<uint> masks,
        out uint masksCnt, out KPort?[] old_handlers, Span<int> old_behaviors, Span<int> old_flavors)
    {
        var after = new Aftermath(kernel);
        var action = new ExceptionAction { Port = new_port, Behaviour = behavior, Flavor = new_flavor };
        var code = task.Task.Exceptions.Swap(exception_mask, action, out var groups, ref after);
        ExceptionGroup.Show(groups, masks, out masksCnt, out old_handlers, old_behaviors, old_flavors);
        after.Run();
        return code;
    }

    protected override kern_return_t task_get_exception_ports_info(
        KThread caller, TaskView port, uint exception_mask, Span<uint> masks, out uint masksCnt,
        Span<ipc_info_port_t> old_handlers_info, Span<int> old_behaviors, Span<int> old_flavors)
    {
        masksCnt = 0;
        if (port.Flavour < Flavour.Read || !port.Task.IsAlive)
            return KERN_INVALID_ARGUMENT;
        var after = new Aftermath(kernel);
        var code = port.Task.Exceptions.Get(exception_mask, out var groups);
        ExceptionGroup.Describe(groups, masks, out masksCnt, old_handlers_info, old_behaviors, old_flavors, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t task_get_exc_guard_behavior(KThread caller, TaskView task, out uint behavior)
    {
        behavior = task.Task.Policies.GuardBehaviour;
        return KERN_SUCCESS;
    }

    protected override kern_return_t task_set_exc_guard_behavior(KThread caller, TaskView task, uint behavior) =>
        task.Task.Policies.SetGuardBehaviour(behavior);

    [Refuses("handlers are not frozen against the task itself: whoever has its control port may set any")]
    protected override kern_return_t task_register_hardened_exception_handler(
        KThread caller, TaskView task, uint signed_pc_key, uint exceptions_allowed, int behaviors_allowed, int flavors_allowed,
        KPort? new_exception_port) =>
        KPort.IsLive(new_exception_port) && new_exception_port.Is(PortFlags.Exception) ? KERN_DENIED : KERN_INVALID_ARGUMENT;

    [Refuses("exists in development kernels of XNU only")]
    protected override kern_return_t task_test_sync_upcall(KThread caller, TaskView task, KPort? port) => KERN_NOT_SUPPORTED;

    [Refuses("exists in development kernels of XNU only")]
    protected override kern_return_t task_test_async_upcall_propagation(KThread caller, TaskView task, KPort? port, int qos, int iotier) =>
        KERN_NOT_SUPPORTED;
}
