namespace Mach.Kernel;

// Pages of a task that stay in memory.
internal sealed partial class HostPrivServer
{
    protected override kern_return_t vm_wire(KThread caller, KHost host_priv, KPort? task, ulong address, ulong size, int desired_access) =>
        mach_vm_wire(caller, host_priv, task, address, size, desired_access);

    protected override kern_return_t mach_vm_wire(
        KThread caller, KHost host_priv, KPort? task, ulong address, ulong size, int desired_access) =>
        KERN_NOT_SUPPORTED;
}
