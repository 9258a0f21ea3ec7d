namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    /// <summary>Gives a task zeroed pages.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="address">Receives the address; where to put them when they are to be fixed.</param>
    /// <param name="size">Bytes; whole pages are given.</param>
    /// <param name="flags"><c>VM_FLAGS_*</c>.</param>
    public static kern_return_t vm_allocate([Borrows] task_t target_task, vm_address_t* address, vm_size_t size, int flags) =>
        mach_vm_allocate(target_task, address, size, flags);

    /// <summary>Takes the whole pages that cover a range from a task. Holes are no error.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="address">Start of the range.</param>
    /// <param name="size">Bytes.</param>
    public static kern_return_t vm_deallocate([Borrows] task_t target_task, vm_address_t address, vm_size_t size) =>
        mach_vm_deallocate(target_task, address, size);
}
