namespace Mach.Kernel;

/// <summary>Subsystem mach_vm: a task's memory map, asked by message. Each is one call of the map, as in the traps.</summary>
/// <remarks>A port that is none, or allows too little, gives no map; what that answers is each routine's (R-VMA-2).</remarks>
internal sealed partial class VmServer(ManagedKernel kernel) : MachVmServer<KThread, KPort?, KMap?>
{
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KMap? subject)
    {
        subject = MapOf(port, kind is MigSubject.MapRead or MigSubject.TaskRead ? Flavour.Read : Flavour.Control);
        return KERN_SUCCESS;
    }

    private static KMap? MapOf(KPort? port, Flavour needed) =>
        KPort.IsLive(port) && port.KernelObject is TaskView view && view.Flavour >= needed && view.Task.IsAlive ? view.Task.Map : null;

    /// <summary>A routine that succeeded has used its rights up.</summary>
    private kern_return_t Used(kern_return_t code, KPort? right)
    {
        if (code != KERN_SUCCESS || !KPort.IsLive(right))
            return code;
        var after = new Aftermath(kernel);
        after.ReleaseNow(right, (byte)MACH_MSG_TYPE_PORT_SEND);
        after.Run();
        return code;
    }

    protected override kern_return_t mach_vm_allocate(KThread caller, KMap? target, ref ulong address, ulong size, int flags) =>
        target is null ? KERN_INVALID_ARGUMENT : target.Allocate(ref address, size, flags);

    protected override kern_return_t mach_vm_deallocate(KThread caller, KMap? target, ulong address, ulong size) =>
        target is null ? KERN_INVALID_ARGUMENT : target.Deallocate(address, size);

    protected override kern_return_t mach_vm_protect(
        KThread caller, KMap? target_task, ulong address, ulong size, int set_maximum, int new_protection) =>
        target_task is null ? KERN_INVALID_ARGUMENT : target_task.Protect(address, size, set_maximum != 0, new_protection);

    protected override kern_return_t mach_vm_inherit(KThread caller, KMap? target_task, ulong address, ulong size, uint new_inheritance) =>
        target_task is null ? KERN_INVALID_ARGUMENT : target_task.Inherit(address, size, new_inheritance);

    protected override kern_return_t mach_vm_msync(KThread caller, KMap? target_task, ulong address, ulong size, uint sync_flags) =>
        target_task is null ? KERN_INVALID_TASK : target_task.Synchronise(address, size, sync_flags);

    protected override kern_return_t mach_vm_behavior_set(KThread caller, KMap? target_task, ulong address, ulong size, int new_behavior) =>
        target_task is null ? KERN_INVALID_ARGUMENT : target_task.SetBehavior(address, size, new_behavior);

    protected override kern_return_t mach_vm_machine_attribute(
        KThread caller, KMap? target_task, ulong address, ulong size, uint attribute, ref int value) =>
        target_task is null ? KERN_INVALID_ARGUMENT : target_task.MachineAttribute(address, size, attribute);

    protected override kern_return_t mach_vm_map(
        KThread caller, KMap? target_task, ref ulong address, ulong size, ulong mask, int flags, KPort? @object, ulong offset, int copy,
        int cur_protection, int max_protection, uint inheritance)
    {
        if (target_task is null)
            return KERN_INVALID_ARGUMENT;
        var code = target_task.Map(
            ref address, size, mask, flags, @object, offset, copy != 0, cur_protection, max_protection, inheritance);
        return Used(code, @object);
    }

    protected override kern_return_t mach_vm_remap(
        KThread caller, KMap? target_task, ref ulong target_address, ulong size, ulong mask, int flags, KPort? src_task, ulong src_address,
        int copy, out int cur_protection, out int max_protection, uint inheritance)
    {
        cur_protection = max_protection = 0;
        if (((uint)flags & ~(uint)VM_FLAGS_USER_REMAP) != 0 || target_task is null || MapOf(src_task, Flavour.Control) is not { } source)
            return KERN_INVALID_ARGUMENT;
        var code = target_task.Remap(
            source, ref target_address, size, mask, flags, src_address, copy != 0, isNew: false, ref cur_protection, ref max_protection,
            inheritance);
        return Used(code, src_task);
    }

    protected override kern_return_t mach_vm_remap_new(
        KThread caller, KMap? target_task, ref ulong target_address, ulong size, ulong mask, int flags, KPort? src_task, ulong src_address,
        int copy, ref int cur_protection, ref int max_protection, uint inheritance)
    {
        const int writeAndExecute = VM_PROT_WRITE | VM_PROT_EXECUTE;
        if (target_task is null || ((uint)flags & ~(uint)VM_FLAGS_USER_REMAP) != 0 || ((cur_protection | max_protection) & ~VM_PROT_ALL) != 0
            || (cur_protection & ~max_protection) != 0)
            return KERN_INVALID_ARGUMENT;
        if ((max_protection & writeAndExecute) == writeAndExecute)
            return KERN_PROTECTION_FAILURE;
        var needed = copy != 0 || max_protection is VM_PROT_NONE or VM_PROT_READ ? Flavour.Read : Flavour.Control;
        if (MapOf(src_task, needed) is not { } source)
            return KERN_INVALID_ARGUMENT;
        var code = target_task.Remap(
            source, ref target_address, size, mask, flags, src_address, copy != 0, isNew: true, ref cur_protection, ref max_protection,
            inheritance);
        return Used(code, src_task);
    }

    protected override kern_return_t _mach_make_memory_entry(
        KThread caller, KMap? target_task, ref ulong size, ulong offset, int permission, out KPort? object_handle, KPort? parent_handle)
    {
        var code = MemoryEntries.Make(kernel, caller, target_task, ref size, offset, permission, parent_handle, out object_handle);
        return Used(code, parent_handle);
    }

    protected override kern_return_t mach_vm_purgable_control(KThread caller, KMap? target_task, ulong address, int control, ref int state) =>
        target_task is null ? KERN_INVALID_ARGUMENT : target_task.PurgableControl(address, control, ref state);

    [Refuses("there are no ranges set aside: every address is for anyone")]
    protected override kern_return_t mach_vm_range_create(
        KThread caller, KMap? target_task, uint flavor, ReadOnlySpan<byte> recipes) =>
        target_task is not null && ReferenceEquals(target_task, caller.Task.Map) ? KERN_NOT_SUPPORTED : KERN_INVALID_ARGUMENT;

    [Refuses("nothing is taken back from a task; allocators of user space cope with that")]
    protected override kern_return_t mach_vm_deferred_reclamation_buffer_allocate(
        KThread caller, KMap? target_task, out ulong address, uint len, uint max_len)
    {
        address = 0;
        return Unreclaimable(caller, target_task);
    }

    [Refuses("nothing is taken back from a task; allocators of user space cope with that")]
    protected override kern_return_t mach_vm_deferred_reclamation_buffer_flush(
        KThread caller, KMap? target_task, uint num_entries_to_reclaim) => Unreclaimable(caller, target_task);

    [Refuses("nothing is taken back from a task; allocators of user space cope with that")]
    protected override kern_return_t mach_vm_deferred_reclamation_buffer_update_reclaimable_bytes(
        KThread caller, KMap? target_task, ulong reclaimable_bytes) => Unreclaimable(caller, target_task);

    [Refuses("nothing is taken back from a task; allocators of user space cope with that")]
    protected override kern_return_t mach_vm_deferred_reclamation_buffer_resize(KThread caller, KMap? target_task, uint size) =>
        Unreclaimable(caller, target_task);

    /// <summary>Nothing is taken back here: the allocator of user space copes with that (R-VMA-41).</summary>
    private static kern_return_t Unreclaimable(KThread caller, KMap? target) =>
        ReferenceEquals(target, caller.Task.Map) ? KERN_NOT_SUPPORTED : KERN_INVALID_TASK;
}
