namespace Mach.Conformance;

/// <summary>The calls on names. Those that have a trap go by the route that was asked for; the others are always messages.</summary>
public readonly struct PortCalls(Party party, Route route)
{
    private readonly bool _trap = route == Route.Trap;

    /// <summary>Every call, by message.</summary>
    public MachPortClient Message => new(party.Thread);

    private MachTrapClient Trap => new(party.Thread);

    public kern_return_t mach_port_allocate(uint task, uint right, out uint name)
    {
        if (!_trap)
            return Message.mach_port_allocate(task, right, out name);
        uint made = 0;
        var code = Trap._kernelrpc_mach_port_allocate_trap(task, right, At(ref made));
        name = made;
        return code;
    }

    public kern_return_t mach_port_deallocate(uint task, uint name) =>
        _trap ? Trap._kernelrpc_mach_port_deallocate_trap(task, name) : Message.mach_port_deallocate(task, name);

    public kern_return_t mach_port_mod_refs(uint task, uint name, uint right, int delta) =>
        _trap ? Trap._kernelrpc_mach_port_mod_refs_trap(task, name, right, delta) : Message.mach_port_mod_refs(task, name, right, delta);

    public kern_return_t mach_port_move_member(uint task, uint member, uint after) =>
        _trap ? Trap._kernelrpc_mach_port_move_member_trap(task, member, after) : Message.mach_port_move_member(task, member, after);

    public kern_return_t mach_port_insert_right(uint task, uint name, uint poly, int disposition) =>
        _trap
            ? Trap._kernelrpc_mach_port_insert_right_trap(task, name, poly, (uint)disposition)
            : Message.mach_port_insert_right(task, name, poly, (uint)disposition);

    public kern_return_t mach_port_insert_member(uint task, uint name, uint set) =>
        _trap ? Trap._kernelrpc_mach_port_insert_member_trap(task, name, set) : Message.mach_port_insert_member(task, name, set);

    public kern_return_t mach_port_extract_member(uint task, uint name, uint set) =>
        _trap ? Trap._kernelrpc_mach_port_extract_member_trap(task, name, set) : Message.mach_port_extract_member(task, name, set);

    public kern_return_t mach_port_construct(uint task, mach_port_options_t options, ulong context, out uint name)
    {
        if (!_trap)
            return Message.mach_port_construct(task, At(ref options), context, out name);
        uint made = 0;
        var code = Trap._kernelrpc_mach_port_construct_trap(task, At(ref options), context, At(ref made));
        name = made;
        return code;
    }

    public kern_return_t mach_port_destruct(uint task, uint name, int sendDelta, ulong guard) =>
        _trap ? Trap._kernelrpc_mach_port_destruct_trap(task, name, sendDelta, guard) : Message.mach_port_destruct(task, name, sendDelta, guard);

    public kern_return_t mach_port_get_attributes(uint task, uint name, int flavor, Span<int> words, out uint count)
    {
        if (!_trap)
            return Message.mach_port_get_attributes(task, name, flavor, words, out count);
        uint room = (uint)words.Length;
        Span<int> copy = stackalloc int[words.Length + 1];
        var code = Trap._kernelrpc_mach_port_get_attributes_trap(task, name, flavor, At(ref copy[0]), At(ref room));
        copy[..words.Length].CopyTo(words);
        count = room;
        return code;
    }

    public kern_return_t mach_port_guard(uint task, uint name, ulong guard, bool strict) =>
        _trap
            ? Trap._kernelrpc_mach_port_guard_trap(task, name, guard, strict ? 1 : 0)
            : Message.mach_port_guard(task, name, guard, strict ? 1 : 0);

    public kern_return_t mach_port_unguard(uint task, uint name, ulong guard) =>
        _trap ? Trap._kernelrpc_mach_port_unguard_trap(task, name, guard) : Message.mach_port_unguard(task, name, guard);

    public kern_return_t mach_port_type(uint task, uint name, out uint type)
    {
        if (!_trap)
            return Message.mach_port_type(task, name, out type);
        uint found = 0;
        var code = Trap._kernelrpc_mach_port_type_trap(task, name, At(ref found));
        type = found;
        return code;
    }

    public kern_return_t mach_port_request_notification(
        uint task, uint name, int id, uint sync, uint notify, int disposition, out uint previous)
    {
        if (!_trap)
            return Message.mach_port_request_notification(task, name, id, sync, notify, (uint)disposition, out previous);
        uint old = 0;
        var code = Trap._kernelrpc_mach_port_request_notification_trap(task, name, id, sync, notify, (uint)disposition, At(ref old));
        previous = old;
        return code;
    }

    public kern_return_t mach_port_get_refs(uint task, uint name, uint right, out uint count) =>
        Message.mach_port_get_refs(task, name, right, out count);

    public kern_return_t mach_port_extract_right(uint task, uint name, int disposition, out uint poly, out uint type) =>
        Message.mach_port_extract_right(task, name, (uint)disposition, out poly, out type);

    public kern_return_t mach_port_destroy(uint task, uint name) => Message.mach_port_destroy(task, name);

    /// <summary>The receive right's status.</summary>
    public mach_port_status_t Status(uint name)
    {
        Span<int> words = stackalloc int[10];
        Assert.Equal(KERN_SUCCESS, mach_port_get_attributes(party.Self, name, MACH_PORT_RECEIVE_STATUS, words, out _));
        return System.Runtime.InteropServices.MemoryMarshal.Read<mach_port_status_t>(System.Runtime.InteropServices.MemoryMarshal.AsBytes(words));
    }

    /// <summary>The address of a local: it lives on this thread's stack for the length of the call.</summary>
    private static unsafe UserPtr<T> At<T>(ref T place)
        where T : unmanaged =>
        new((ulong)System.Runtime.CompilerServices.Unsafe.AsPointer(ref place));
}
