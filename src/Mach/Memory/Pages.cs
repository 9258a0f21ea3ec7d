namespace Mach;

/// <summary>Pages that the library asks the kernel for, in the name of a task.</summary>
internal static unsafe class Pages
{
    /// <summary>Gives the task zeroed pages.</summary>
    /// <exception cref="MachException">There are none: <c>KERN_NO_SPACE</c>.</exception>
    internal static ulong Allocate(MachTask task, ulong size)
    {
        ulong address = 0;
        MachThread thread = task.CurrentThread;
        kern_return_t code = new MachTrapClient(thread)._kernelrpc_mach_vm_allocate_trap(
            task.SelfName, new UserPtr<ulong>((ulong)&address), size, VM_FLAGS_ANYWHERE);
        if (code != KERN_SUCCESS)
            MachException.Throw(code, "mach_vm_allocate", MACH_PORT_NULL);
        return address;
    }

    /// <summary>Takes the pages of a range from the task. With a task that has ended they have gone already.</summary>
    internal static void Free(MachTask task, ulong address, ulong size)
    {
        if (size == 0 || !task.IsAlive)
            return;
        try
        {
            _ = new MachTrapClient(task.CurrentThread)._kernelrpc_mach_vm_deallocate_trap(task.SelfName, address, size);
        }
        catch (ObjectDisposedException)
        {
            // It has ended just now.
        }
    }
}
