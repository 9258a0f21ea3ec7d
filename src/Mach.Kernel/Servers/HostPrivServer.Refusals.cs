namespace Mach.Kernel;

// What a kernel within a process does not do for anybody, privileged or not.
internal sealed partial class HostPrivServer
{
    [Refuses("no user's program pages the kernel's memory: there is no default pager to exchange")]
    protected override kern_return_t host_default_memory_manager(
        KThread caller, KHost host_priv, ref KPort? default_manager, uint cluster_size) =>
        KERN_INVALID_ARGUMENT;

    [Refuses("threads belong to the system below, which alone decides what keeps them runnable")]
    protected override kern_return_t thread_wire(KThread caller, KHost host_priv, KPort? thread, int wired) => KERN_NOT_SUPPORTED;

    [Refuses("the kernel shows nothing to the user of the machine, so nobody has to do it for it")]
    protected override kern_return_t host_set_UNDServer(KThread caller, KHost host, KPort? server) => KERN_NOT_SUPPORTED;

    [Refuses("the kernel shows nothing to the user of the machine, so nobody does it for it")]
    protected override kern_return_t host_get_UNDServer(KThread caller, KHost host, out KPort? server)
    {
        server = null;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses("the kernel loads no extensions")]
    protected override kern_return_t kext_request(
        KThread caller, KHost host_priv, uint user_log_flags, ReadOnlySpan<byte> request_data, out ReadOnlyMemory<byte> response_data,
        out ReadOnlyMemory<byte> log_data, out kern_return_t op_result)
    {
        response_data = log_data = default;
        op_result = KERN_NOT_SUPPORTED;
        return KERN_NOT_SUPPORTED;
    }
}
