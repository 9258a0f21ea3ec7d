namespace Mach.Kernel;

// Where exceptions go that neither thread nor task handles.
internal sealed partial class HostPrivServer
{
    protected override kern_return_t host_set_exception_ports(
        KThread caller, KHost host_priv, uint exception_mask, KPort? new_port, int behavior, int new_flavor)
    {
        var after = new Aftermath(kernel);
        var action = new ExceptionAction { Port = new_port, Behaviour = behavior, Flavor = new_flavor };
        var code = kernel.HostExceptions.Set(exception_mask, action, ref after);
        after.Run();
        return code;
    }

    protected override kern_return_t host_get_exception_ports(
        KThread caller, KHost host_priv, uint exception_mask, Span<uint> masks, out uint masksCnt, out KPort?[] old_handlers,
        Span<int> old_behaviors, Span<int> old_flavors)
    {
        var code = kernel.HostExceptions.Get(exception_mask, out var groups);
        ExceptionGroup.Show(groups, masks, out masksCnt, out old_handlers, old_behaviors, old_flavors);
        return code;
    }

    protected override kern_return_t host_swap_exception_ports(
        KThread caller, KHost host_priv, uint exception_mask, KPort? new_port, int behavior, int new_flavor, Span<uint> masks,
        out uint masksCnt, out KPort?[] old_handlerss, Span<int> old_behaviors, Span<int> old_flavors)
    {
        var after = new Aftermath(kernel);
        var action = new ExceptionAction { Port = new_port, Behaviour = behavior, Flavor = new_flavor };
        var code = kernel.HostExceptions.Swap(exception_mask, action, out var groups, ref after);
        ExceptionGroup.Show(groups, masks, out masksCnt, out old_handlerss, old_behaviors, old_flavors);
        after.Run();
        return code;
    }
}
