namespace Mach.Kernel;

/// <summary>Exception ports.</summary>
internal sealed partial class ThreadServer
{
    protected override kern_return_t thread_set_exception_ports(
        KThread caller, ThreadView thread, uint exception_mask, KPort? new_port, int behavior, int new_flavor)
    {
        var after = new Aftermath(kernel);
        var action = new ExceptionAction { Port = new_port, Behaviour = behavior, Flavor = new_flavor };
        var code = thread.Thread.Exceptions.Set(exception_mask, action, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t thread_get_exception_ports(
        KThread caller, ThreadView thread, uint exception_mask, Span<uint> masks, out uint masksCnt, out KPort?[] old_handlers,
        Span<int> old_behaviors, Span<int> old_flavors)
    {
        var code = thread.Thread.Exceptions.Get(exception_mask, out var groups);
        ExceptionGroup.Show(groups, masks, out masksCnt, out old_handlers, old_behaviors, old_flavors);
        return code;
    }

    protected override kern_return_t thread_swap_exception_ports(
        KThread caller, ThreadView thread, uint exception_mask, KPort? new_port, int behavior, int new_flavor, Span<uint> masks,
        out uint masksCnt, out KPort?[] old_handlers, Span<int> old_behaviors, Span<int> old_flavors)
    {
        var after = new Aftermath(kernel);
        var action = new ExceptionAction { Port = new_port, Behaviour = behavior, Flavor = new_flavor };
        var code = thread.Thread.Exceptions.Swap(exception_mask, action, out var groups, ref after);
        ExceptionGroup.Show(groups, masks, out masksCnt, out old_handlers, old_behaviors, old_flavors);
        after.Run();
        return code;
    }

    protected override kern_return_t thread_get_exception_ports_info(
        KThread caller, ThreadView port, uint exception_mask, Span<uint> masks, out uint masksCnt,
        Span<ipc_info_port_t> old_handlers_info, Span<int> old_behaviors, Span<int> old_flavors)
    {
        var after = new Aftermath(kernel);
        var code = port.Thread.Exceptions.Get(exception_mask, out var groups);
        ExceptionGroup.Describe(groups, masks, out masksCnt, old_handlers_info, old_behaviors, old_flavors, ref after);
        after.Run();
        return code;
    }

    [Refuses("it would tell of a thread by making a corpse of its task, and there are none")]
    protected override kern_return_t thread_raise_exception(
        KThread caller, ThreadView target_act, int exception, uint code_count, long code, long sub_code) =>
        KERN_NOT_SUPPORTED;

    [Refuses("no task has a frozen handler that its threads could adopt")]
    protected override kern_return_t thread_adopt_exception_handler(
        KThread caller, ThreadView thread, KPort? exc_port, uint exc_mask, int behavior_mask, int flavor_mask) =>
        KERN_DENIED;
}
