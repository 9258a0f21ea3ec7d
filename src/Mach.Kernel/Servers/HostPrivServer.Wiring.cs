namespace Mach.Kernel;

// Pages of a task that stay in memory.
internal sealed partial class HostPrivServer
{
    protected override kern_return_t vm_wire(KThread caller, KHost host_priv, KPort? task, ulong address, ulong size, int desired_access) =>
        mach_vm_wire(caller, host_priv, task, address, size, desired_access);

    protected override kern_return_t mach_vm_wire(
        KThread caller, KHost host_priv, KPort? task, ulong address, ulong size, int desired_access)
    {
        if (task?.KernelObject is not TaskView { Flavour: Flavour.Control } view || !view.Task.IsAlive)
            return KERN_INVALID_TASK;
        var code = view.Task.Map.Wire(address, size, desired_access);
        if (code != KERN_SUCCESS)
            return code;
        var after = new Aftermath(kernel);
        after.Release(task, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
        return code;
    }
}
