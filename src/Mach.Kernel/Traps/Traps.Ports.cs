namespace Mach.Kernel;

internal sealed partial class Traps
{
    private const kern_return_t NotMine = MACH_SEND_INVALID_DEST;
    private const int MostAttributeWords = 17;

    public override kern_return_t _kernelrpc_mach_port_allocate_trap(KThread thread, uint target, uint right, UserPtr<uint> name)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        var code = thread.Space.AllocateRight(right, out var made);
        return code == KERN_SUCCESS ? Report(thread, name, made) : code;
    }

    /// <summary>Tells the caller a new name; one that cannot be told is destroyed again.</summary>
    private kern_return_t Report(KThread thread, UserPtr<uint> place, uint name)
    {
        if (place.TryWrite(thread.Memory, name))
            return KERN_SUCCESS;
        var after = new Aftermath(kernel);
        thread.Space.Discard(name, ref after);
        after.Run();
        return KERN_MEMORY_ERROR;
    }

    public override kern_return_t _kernelrpc_mach_port_deallocate_trap(KThread thread, uint target, uint name)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        var after = new Aftermath(kernel);
        var code = thread.Space.Deallocate(name, ref after);
        after.Run();
        return BrokenGuard.Note(thread, thread.Space, name, GuardedCall.Deallocate, code);
    }

    public override kern_return_t _kernelrpc_mach_port_mod_refs_trap(KThread thread, uint target, uint name, uint right, int delta)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        var after = new Aftermath(kernel);
        var code = thread.Space.ModifyReferences(name, right, delta, ref after);
        after.Run();
        return BrokenGuard.Note(thread, thread.Space, name, GuardedCall.ModifyReferences, code);
    }

    public override kern_return_t _kernelrpc_mach_port_move_member_trap(KThread thread, uint target, uint member, uint after)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        var aftermath = new Aftermath(kernel);
        var code = thread.Space.MoveMember(member, after, ref aftermath);
        aftermath.Run();
        return code;
    }

    public override kern_return_t _kernelrpc_mach_port_insert_right_trap(KThread thread, uint target, uint name, uint poly, uint polyPoly)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        var after = new Aftermath(kernel);
        var code = thread.Space.InsertOwn(name, poly, polyPoly, ref after);
        after.Run();
        return code;
    }

    public override kern_return_t _kernelrpc_mach_port_insert_member_trap(KThread thread, uint target, uint name, uint pset)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        var after = new Aftermath(kernel);
        var code = thread.Space.InsertMember(name, pset, ref after);
        after.Run();
        return code;
    }

    public override kern_return_t _kernelrpc_mach_port_extract_member_trap(KThread thread, uint target, uint name, uint pset) =>
        IsOwn(thread, target) ? thread.Space.ExtractMember(name, pset) : NotMine;

    public override kern_return_t _kernelrpc_mach_port_construct_trap(
        KThread thread, uint target, UserPtr<mach_port_options_t> options, ulong context, UserPtr<uint> name)
    {
        if (!options.TryRead(thread.Memory, out var given))
            return KERN_MEMORY_ERROR;
        if (!PortOptions.KindsAreGood(given.flags))
            return KERN_INVALID_ARGUMENT;
        if (!IsOwn(thread, target))
            return NotMine;
        var code = PortOptions.Construct(thread.Task, thread.Memory, given, context, out var made);
        return code == KERN_SUCCESS ? Report(thread, name, made) : code;
    }

    public override kern_return_t _kernelrpc_mach_port_destruct_trap(KThread thread, uint target, uint name, int srdelta, ulong guard)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        var after = new Aftermath(kernel);
        var code = thread.Space.Destruct(name, srdelta, guard, ref after);
        after.Run();
        return BrokenGuard.Note(thread, thread.Space, name, GuardedCall.Destruct, code);
    }

    public override kern_return_t _kernelrpc_mach_port_get_attributes_trap(
        KThread thread, uint target, uint name, int flavor, UserPtr<int> port_info_out, UserPtr<uint> port_info_outCnt)
    {
        if (!IsOwn(thread, target))
            return NotMine;
        if (!port_info_outCnt.TryRead(thread.Memory, out var count))
            return KERN_MEMORY_ERROR;
        Span<int> words = stackalloc int[MostAttributeWords];
        count = Math.Min(count, MostAttributeWords);
        var code = thread.Space.GetAttributes(name, flavor, words[..(int)count], ref count);
        if (code != KERN_SUCCESS)
            return code;
        var written = thread.Memory.TryWrite(port_info_out.Address, System.Runtime.InteropServices.MemoryMarshal.AsBytes(words[..(int)count]))
            && port_info_outCnt.TryWrite(thread.Memory, count);
        return written ? KERN_SUCCESS : KERN_MEMORY_ERROR;
    }

    public override kern_return_t _kernelrpc_mach_port_guard_trap(KThread thread, uint target, uint name, ulong guard, int strict) =>
        IsOwn(thread, target) ? thread.Space.Guard(name, guard, strict != 0, immovable: false) : NotMine;

    public override kern_return_t _kernelrpc_mach_port_unguard_trap(KThread thread, uint target, uint name, ulong guard) =>
        IsOwn(thread, target)
            ? BrokenGuard.Note(thread, thread.Space, name, GuardedCall.Unguard, thread.Space.Unguard(name, guard))
            : NotMine;

    public override kern_return_t _kernelrpc_mach_port_type_trap(KThread thread, uint task, uint name, UserPtr<uint> ptype)
    {
        if (!IsOwn(thread, task))
            return NotMine;
        var code = thread.Space.TypeOf(name, out var type);
        if (code != KERN_SUCCESS)
            return code;
        return ptype.TryWrite(thread.Memory, type) ? KERN_SUCCESS : KERN_MEMORY_ERROR;
    }

    public override kern_return_t _kernelrpc_mach_port_request_notification_trap(
        KThread thread, uint task, uint name, int msgid, uint sync, uint notify, uint notifyPoly, UserPtr<uint> previous)
    {
        // Only what yields a send-once right is the trap's business; the message tells of the rest (R-DN-1).
        if (!IsOwn(thread, task) || notifyPoly is not (MACH_MSG_TYPE_MAKE_SEND_ONCE or MACH_MSG_TYPE_MOVE_SEND_ONCE))
            return NotMine;
        var after = new Aftermath(kernel);
        var code = RequestNotification(thread, name, msgid, sync, notify, notifyPoly, previous, ref after);
        after.Run();
        return code;
    }

    private static kern_return_t RequestNotification(
        KThread thread, uint name, int id, uint sync, uint notify, uint disposition, UserPtr<uint> place, ref Aftermath after)
    {
        var space = thread.Space;
        KPort? right = notify == MACH_PORT_DEAD ? KPort.Dead : null;
        if (KSpace.IsValidName(notify))
        {
            space.Gate.Enter();
            var taken = space.Active ? space.CopyIn(notify, disposition, CopyInFor.Body, out right, out _, ref after) : KERN_INVALID_TASK;
            space.Gate.Exit();
            if (taken != KERN_SUCCESS)
                return taken;
        }
        var code = space.RequestNotification(name, id, sync, right, out var old, ref after);
        if (code != KERN_SUCCESS)
        {
            after.Release(right, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
            return code;
        }
        space.Gate.Enter();
        var oldName = MACH_PORT_NULL;
        var given = space.Active ? space.CopyOut(old, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE, out oldName, ref after) : KERN_INVALID_TASK;
        space.Gate.Exit();
        if (given != KERN_SUCCESS)
            after.Release(old, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
        return place.TryWrite(thread.Memory, oldName) ? KERN_SUCCESS : KERN_MEMORY_ERROR;
    }
}
