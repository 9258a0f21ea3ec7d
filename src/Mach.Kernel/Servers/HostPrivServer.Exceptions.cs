namespace Mach.Kernel;

// Where exceptions go that neither thread nor task handles.
internal sealed partial class HostPrivServer
{
    protected override kern_return_t host_set_exception_ports(
        KThread caller, KHost host_priv, uint exception_mask, KPort? new_port, int behavior, int new_flavor) =>
        KERN_NOT_SUPPORTED;

    protected override kern_return_t host_get_exception_ports(
        KThread caller, KHost host_priv, uint exception_mask, Span<uint> masks, out uint masksCnt, out KPort?[] old_handlers,
        Span<int> old_behaviors, Span<int> old_flavors)
    {
        (masksCnt, old_handlers) = (0, []);
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t host_swap_exception_ports(
        KThread caller, KHost host_priv, uint exception_mask, KPort? new_port, int behavior, int new_flavor, Span<uint> masks,
        out uint masksCnt, out KPort?[] old_handlerss, Span<int> old_behaviors, Span<int> old_flavors)
    {
        (masksCnt, old_handlerss) = (0, []);
        return KERN_NOT_SUPPORTED;
    }
}
