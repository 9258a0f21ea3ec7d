namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    private const int Anywhere = 1;   // VM_FLAGS_ANYWHERE

    /// <summary>Gives the task zeroed pages.</summary>
    /// <param name="target_task">The running task.</param>
    /// <param name="address">Receives the address.</param>
    /// <param name="size">Bytes; whole pages are given.</param>
    /// <param name="flags"><c>VM_FLAGS_ANYWHERE</c> (1).</param>
    public static kern_return_t mach_vm_allocate(task_t target_task, mach_vm_address_t* address, mach_vm_size_t size, int flags)
    {
        MachThread thread = Here;
        kern_return_t code = _kernelrpc_mach_vm_allocate_trap(target_task, address, size, flags);
        if (!IsAbsent(code))
            return code;

        // The kernel does not keep this task's address map: its memory is this process's.
        if (target_task != thread.Task.SelfName || (flags & Anywhere) == 0)
            return KERN_NOT_SUPPORTED;
        if (size == 0)
        {
            *address = 0;
            return KERN_SUCCESS;
        }

        if (!thread.Task.Memory.TryAllocate(size, out mach_vm_address_t given))
            return KERN_NO_SPACE;
        *address = given;
        return KERN_SUCCESS;
    }

    /// <summary>Takes the whole pages that cover a range from the task. Holes are no error.</summary>
    /// <param name="target">The running task.</param>
    /// <param name="address">Start of the range.</param>
    /// <param name="size">Bytes.</param>
    public static kern_return_t mach_vm_deallocate(task_t target, mach_vm_address_t address, mach_vm_size_t size)
    {
        MachThread thread = Here;
        kern_return_t code = _kernelrpc_mach_vm_deallocate_trap(target, address, size);
        if (!IsAbsent(code))
            return code;
        if (target != thread.Task.SelfName)
            return KERN_NOT_SUPPORTED;
        if (address + size < address)
            return KERN_INVALID_ARGUMENT;
        thread.Task.Memory.Deallocate(address, size);
        return KERN_SUCCESS;
    }

    /// <inheritdoc cref="mach_vm_allocate"/>
    public static kern_return_t vm_allocate(task_t target_task, vm_address_t* address, vm_size_t size, int flags) =>
        mach_vm_allocate(target_task, address, size, flags);

    /// <inheritdoc cref="mach_vm_deallocate"/>
    /// <param name="target_task">The running task.</param>
    /// <param name="address">Start of the range.</param>
    /// <param name="size">Bytes.</param>
    public static kern_return_t vm_deallocate(task_t target_task, vm_address_t address, vm_size_t size) =>
        mach_vm_deallocate(target_task, address, size);

    private static bool IsAbsent(kern_return_t code) => code is MACH_SEND_INVALID_DEST or KERN_NOT_SUPPORTED;
}
