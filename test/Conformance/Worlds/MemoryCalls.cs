namespace Mach.Conformance;

/// <summary>The calls on memory that have a trap, by one of the two routes.</summary>
internal readonly struct MemoryCalls(MappedTask task, Route route)
{
    public unsafe kern_return_t Allocate(ref ulong address, ulong size, int flags)
    {
        if (route == Route.Message)
            return task.Vm.mach_vm_allocate(task.Self, ref address, size, flags);
        var place = address;
        var code = task.Traps._kernelrpc_mach_vm_allocate_trap(task.Self, new UserPtr<ulong>((ulong)&place), size, flags);
        address = place;
        return code;
    }

    public kern_return_t Deallocate(ulong address, ulong size) => route == Route.Message
        ? task.Vm.mach_vm_deallocate(task.Self, address, size)
        : task.Traps._kernelrpc_mach_vm_deallocate_trap(task.Self, address, size);

    public kern_return_t Protect(ulong address, ulong size, bool maximum, int protection) => route == Route.Message
        ? task.Vm.mach_vm_protect(task.Self, address, size, maximum ? 1 : 0, protection)
        : task.Traps._kernelrpc_mach_vm_protect_trap(task.Self, address, size, maximum ? 1 : 0, protection);

    public unsafe kern_return_t Map(ref ulong address, ulong size, ulong mask, int flags, int protection)
    {
        if (route == Route.Message)
            return task.Vm.mach_vm_map(task.Self, ref address, size, mask, flags, 0, 0, 0, protection, VM_PROT_ALL, VM_INHERIT_DEFAULT);
        var place = address;
        var code = task.Traps._kernelrpc_mach_vm_map_trap(task.Self, new UserPtr<ulong>((ulong)&place), size, mask, flags, protection);
        address = place;
        return code;
    }

    public unsafe kern_return_t Purgable(ulong address, int control, ref int state)
    {
        if (route == Route.Message)
            return task.Vm.mach_vm_purgable_control(task.Self, address, control, ref state);
        var value = state;
        var code = task.Traps._kernelrpc_mach_vm_purgable_control_trap(task.Self, address, control, new UserPtr<int>((ulong)&value));
        state = value;
        return code;
    }
}
