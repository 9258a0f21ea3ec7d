namespace Mach.Kernel;

internal sealed partial class Traps
{
    public override kern_return_t _kernelrpc_mach_vm_allocate_trap(KThread thread, uint target, UserPtr<ulong> addr, ulong size, int flags)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        if (!addr.TryRead(thread.Memory, out var address))
            return KERN_MEMORY_ERROR;
        var code = thread.Task.Map.Allocate(ref address, size, flags);
        return code == KERN_SUCCESS ? Report(thread, addr, address, size) : code;
    }

    public override kern_return_t _kernelrpc_mach_vm_deallocate_trap(KThread thread, uint target, ulong address, ulong size) =>
        IsOwn(thread, target) ? thread.Task.Map.Deallocate(address, size) : NotMine;

    public override kern_return_t _kernelrpc_mach_vm_protect_trap(
        KThread thread, uint target, ulong address, ulong size, int set_maximum, int new_protection) =>
        IsOwn(thread, target) ? thread.Task.Map.Protect(address, size, set_maximum != 0, new_protection) : NotMine;

    public override kern_return_t _kernelrpc_mach_vm_map_trap(
        KThread thread, uint target, UserPtr<ulong> address, ulong size, ulong mask, int flags, int cur_protection)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        if (!address.TryRead(thread.Memory, out var place))
            return KERN_MEMORY_ERROR;
        var code = thread.Task.Map.Map(
            ref place, size, mask, flags, null, 0, copy: false, cur_protection, VM_PROT_ALL, VM_INHERIT_DEFAULT);
        return code == KERN_SUCCESS ? Report(thread, address, place, size) : code;
    }

    public override kern_return_t _kernelrpc_mach_vm_purgable_control_trap(
        KThread thread, uint target, ulong address, int control, UserPtr<int> state)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        if (!state.TryRead(thread.Memory, out var value))
            return KERN_MEMORY_ERROR;
        var code = thread.Task.Map.PurgableControl(address, control, ref value);
        if (code != KERN_SUCCESS)
            return code;
        return state.TryWrite(thread.Memory, value) ? KERN_SUCCESS : KERN_MEMORY_ERROR;
    }

    /// <summary>Tells the caller where new memory is; memory that cannot be told of is unmapped again.</summary>
    private static kern_return_t Report(KThread thread, UserPtr<ulong> place, ulong address, ulong size)
    {
        if (place.TryWrite(thread.Memory, address))
            return KERN_SUCCESS;
        thread.Task.Map.Deallocate(address, size);
        return KERN_MEMORY_ERROR;
    }
}
