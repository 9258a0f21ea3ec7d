namespace Mach.Kernel;

/// <summary>Asking for, changing and dropping what a name holds (spec sections 6 to 9).</summary>
internal sealed partial class KSpace
{
    /// <summary>mach_port_type (R-TYPE-1, R-TYPE-2).</summary>
    internal kern_return_t TypeOf(uint name, out uint type)
    {
        type = 0;
        if (name == MACH_PORT_NULL)
            return KERN_INVALID_NAME;
        if (name == MACH_PORT_DEAD)
        {
            type = MACH_PORT_TYPE_DEAD_NAME;
            return KERN_SUCCESS;
        }
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        var found = Active && !Missing(ref entry);
        if (found)
            type = entry.Request is { Notify: not null } ? entry.Type | MACH_PORT_TYPE_DNREQUEST : entry.Type;
        Gate.Exit();
        return found ? KERN_SUCCESS : Absent;
    }

    private kern_return_t Absent => Volatile.Read(ref Active) ? KERN_INVALID_NAME : KERN_INVALID_TASK;

    /// <summary>mach_port_get_refs (R-REFS-1, R-REFS-2).</summary>
    internal kern_return_t References(uint name, uint right, out uint count)
    {
        count = 0;
        if (right >= MACH_PORT_RIGHT_NUMBER)
            return KERN_INVALID_VALUE;
        if (!IsValidName(name))
        {
            if (right is not (MACH_PORT_RIGHT_SEND or MACH_PORT_RIGHT_SEND_ONCE))
                return KERN_INVALID_NAME;
            count = 1;
            return KERN_SUCCESS;
        }
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        var found = Active && !Missing(ref entry);
        if (found && entry.Has(MACH_PORT_TYPE(right)))
            count = right is MACH_PORT_RIGHT_SEND or MACH_PORT_RIGHT_DEAD_NAME ? entry.Urefs : 1u;
        Gate.Exit();
        return found ? KERN_SUCCESS : Absent;
    }

    /// <summary>mach_port_mod_refs (spec section 7).</summary>
    internal kern_return_t ModifyReferences(uint name, uint right, int delta, ref Aftermath after)
    {
        if (right >= MACH_PORT_RIGHT_NUMBER)
            return KERN_INVALID_VALUE;
        if (!IsValidName(name))
            return right is MACH_PORT_RIGHT_SEND or MACH_PORT_RIGHT_SEND_ONCE ? KERN_SUCCESS : KERN_INVALID_NAME;
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        var code = !Active || Missing(ref entry)
            ? Absent
            : right switch
            {
                MACH_PORT_RIGHT_PORT_SET => ModifySet(ref entry, name, delta, ref after),
                MACH_PORT_RIGHT_RECEIVE => ModifyReceive(ref entry, name, delta, ref after),
                MACH_PORT_RIGHT_SEND_ONCE => ModifySendOnce(ref entry, name, delta, ref after),
                MACH_PORT_RIGHT_DEAD_NAME => ModifyDeadName(ref entry, name, delta),
                MACH_PORT_RIGHT_SEND => ModifySend(ref entry, name, delta, ref after),
                _ => KERN_INVALID_RIGHT,
            };
        Gate.Exit();
        return code;
    }

    private kern_return_t ModifySet(ref Entry entry, uint name, int delta, ref Aftermath after)
    {
        if (!entry.Has(MACH_PORT_TYPE_PORT_SET))
            return KERN_INVALID_RIGHT;
        if (delta is not (0 or -1))
            return KERN_INVALID_VALUE;
        if (delta == -1)
            DropSet(ref entry, name, ref after);
        return KERN_SUCCESS;
    }

    private kern_return_t ModifyReceive(ref Entry entry, uint name, int delta, ref Aftermath after)
    {
        if (!entry.Has(MACH_PORT_TYPE_RECEIVE))
            return KERN_INVALID_RIGHT;
        if (delta == 0)
            return KERN_SUCCESS;
        if (delta != -1)
            return KERN_INVALID_VALUE;
        if (entry.Port.Is(PortFlags.Guarded))
            return KERN_INVALID_RIGHT;
        DropReceive(ref entry, name, ref after);
        return KERN_SUCCESS;
    }

    private kern_return_t ModifySendOnce(ref Entry entry, uint name, int delta, ref Aftermath after)
    {
        if (!entry.Has(MACH_PORT_TYPE_SEND_ONCE))
            return KERN_INVALID_RIGHT;
        if (delta is not (0 or -1))
            return KERN_INVALID_VALUE;
        if (delta == -1)
            DropSendOnce(ref entry, name, ref after);
        return KERN_SUCCESS;
    }

    private kern_return_t ModifyDeadName(ref Entry entry, uint name, int delta)
    {
        if (!entry.Has(MACH_PORT_TYPE_DEAD_NAME))
            return KERN_INVALID_RIGHT;
        if (Math.Abs((long)delta) > Entry.Pegged || (delta < 0 && -delta > entry.Urefs))
            return KERN_INVALID_VALUE;
        if (delta < 0)
            DropDeadName(ref entry, name, -delta);
        else
            AddReferences(ref entry, delta);
        return KERN_SUCCESS;
    }

    private kern_return_t ModifySend(ref Entry entry, uint name, int delta, ref Aftermath after)
    {
        if (!entry.Has(MACH_PORT_TYPE_SEND))
            return KERN_INVALID_RIGHT;
        if (Math.Abs((long)delta) > Entry.Pegged || (delta < 0 && -delta > entry.Urefs))
            return KERN_INVALID_VALUE;
        if (delta >= 0)
        {
            AddReferences(ref entry, delta);
            return KERN_SUCCESS;
        }
        return DropSend(ref entry, name, -delta, ref after);
    }

    private static void AddReferences(ref Entry entry, int count) =>
        entry.Urefs = (ushort)Math.Min(Entry.Pegged, entry.Urefs + count);

    /// <summary>Takes references of a send right away; at zero the right is released (R-MOD-6, R-MOD-9). Gate held.</summary>
    private kern_return_t DropSend(ref Entry entry, uint name, int count, ref Aftermath after)
    {
        if (entry.Urefs == Entry.Pegged && count != Entry.Pegged)
            return KERN_SUCCESS;
        if (entry.Urefs > count)
        {
            entry.Urefs -= (ushort)count;
            return KERN_SUCCESS;
        }
        var port = entry.Port;
        if (IsPinned(port))
            return KERN_INVALID_CAPABILITY;
        port.Gate.Enter();
        entry.Urefs = 0;
        if (entry.Has(MACH_PORT_TYPE_RECEIVE))
        {
            entry.Type = MACH_PORT_TYPE_RECEIVE;
        }
        else
        {
            ForgetSend(port);
            DropRequest(ref entry, port, name, ref after);
            Free(ref entry, name);
        }
        port.DropSend(ref after);
        port.Gate.Exit();
        return KERN_SUCCESS;
    }

    private void DropSendOnce(ref Entry entry, uint name, ref Aftermath after)
    {
        var port = entry.Port;
        port.Gate.Enter();
        DropRequest(ref entry, port, name, ref after);
        Free(ref entry, name);
        port.Gate.Exit();
        after.Release(port, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
    }

    private void DropSet(ref Entry entry, uint name, ref Aftermath after)
    {
        var set = (KPortSet)entry.Object!;
        Free(ref entry, name);
        set.Destroy(ref after);
    }

    /// <summary>
    /// The receive right goes: to the port-destroyed request if there is one, else the port dies; a send part
    /// stays as a send right or becomes a dead name (R-DIE-2, R-DSTR-6). Gate held.
    /// </summary>
    private void DropReceive(ref Entry entry, uint name, ref Aftermath after)
    {
        var port = entry.Port;
        port.Gate.Enter();
        if (port.TakePortDestroyed(ref after) is { } notify)
        {
            LoseReceiveBit(ref entry, name, port, ref after);
            port.Gate.Exit();
            after.Notify(Notices.PortDestroyed(after.Kernel, notify, port));
            return;
        }
        var keepsName = entry.Has(MACH_PORT_TYPE_SEND);
        if (!keepsName)
            DropRequest(ref entry, port, name, ref after);
        port.Die(ref after);
        port.Gate.Exit();
        if (keepsName)
            BecomeDeadName(ref entry);
        else
            Free(ref entry, name);
    }

    /// <summary>mach_port_deallocate (R-DEAL).</summary>
    internal kern_return_t Deallocate(uint name, ref Aftermath after)
    {
        if (!IsValidName(name))
            return KERN_SUCCESS;
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        var code = KERN_SUCCESS;
        if (!Active || Missing(ref entry))
            code = Absent;
        else if (entry.Has(MACH_PORT_TYPE_SEND))
            code = DropSend(ref entry, name, 1, ref after);
        else if (entry.Has(MACH_PORT_TYPE_SEND_ONCE))
            DropSendOnce(ref entry, name, ref after);
        else if (entry.Has(MACH_PORT_TYPE_DEAD_NAME))
            DropDeadName(ref entry, name, 1);
        else if (entry.Has(MACH_PORT_TYPE_PORT_SET))
            DropSet(ref entry, name, ref after);
        else
            code = KERN_INVALID_RIGHT;
        Gate.Exit();
        return code;
    }

    /// <summary>Drops one reference, or all, of the send right to a port, if there is one here.</summary>
    internal void DropSendTo(KPort port, bool all, ref Aftermath after)
    {
        Gate.Enter();
        if (Active && NameOf(port) is not MACH_PORT_NULL and var name)
        {
            ref var entry = ref FindTurned(name);
            if (!Missing(ref entry) && entry.Has(MACH_PORT_TYPE_SEND))
                DropSend(ref entry, name, all ? entry.Urefs : 1, ref after);
        }
        Gate.Exit();
    }

    /// <summary>mach_port_destroy (R-DEST).</summary>
    internal kern_return_t DestroyName(uint name, ref Aftermath after)
    {
        if (!IsValidName(name))
            return KERN_SUCCESS;
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        kern_return_t code;
        if (!Active || Missing(ref entry))
            code = Absent;
        else if (entry.Has(MACH_PORT_TYPE_RECEIVE) && entry.Port.Is(PortFlags.Guarded) && entry.Port.Context != 0)
            code = KERN_INVALID_RIGHT;
        else if (entry.Has(MACH_PORT_TYPE_SEND) && IsPinned(entry.Port))
            code = KERN_INVALID_CAPABILITY;
        else
            code = DropAll(ref entry, name, ref after);
        Gate.Exit();
        return code;
    }

    /// <summary>Everything that a name holds goes, a send part before the receive part (R-DEST-1, R-DIE-1). Gate held or space inactive.</summary>
    private kern_return_t DropAll(ref Entry entry, uint name, ref Aftermath after)
    {
        if (entry.Has(MACH_PORT_TYPE_PORT_SET))
        {
            DropSet(ref entry, name, ref after);
        }
        else if (entry.Has(MACH_PORT_TYPE_DEAD_NAME))
        {
            DropDeadName(ref entry, name, entry.Urefs);
        }
        else if (entry.Has(MACH_PORT_TYPE_SEND_ONCE))
        {
            DropSendOnce(ref entry, name, ref after);
        }
        else
        {
            if (entry.Has(MACH_PORT_TYPE_RECEIVE))
                DropRequestOf(ref entry, name, ref after);
            if (entry.Has(MACH_PORT_TYPE_SEND))
                DropSend(ref entry, name, entry.Urefs, ref after);
            if (entry.Has(MACH_PORT_TYPE_RECEIVE))
                DropReceive(ref entry, name, ref after);
        }
        return KERN_SUCCESS;
    }

    private static void DropRequestOf(ref Entry entry, uint name, ref Aftermath after)
    {
        var port = entry.Port;
        port.Gate.Enter();
        DropRequest(ref entry, port, name, ref after);
        port.Gate.Exit();
    }

    /// <summary>mach_port_destruct (spec section 9).</summary>
    internal kern_return_t Destruct(uint name, int sendDelta, ulong guard, ref Aftermath after)
    {
        if (!IsValidName(name))
            return KERN_INVALID_NAME;
        Gate.Enter();
        ref var entry = ref FindTurned(name);
        var code = !Active || Missing(ref entry) ? Absent : CheckDestruct(ref entry, sendDelta, guard);
        if (code == KERN_SUCCESS)
        {
            if (sendDelta != 0)
                DropSend(ref entry, name, -sendDelta, ref after);
            DropReceive(ref entry, name, ref after);
        }
        Gate.Exit();
        return code;
    }

    private static kern_return_t CheckDestruct(ref Entry entry, int sendDelta, ulong guard)
    {
        if (!entry.Has(MACH_PORT_TYPE_RECEIVE) || (sendDelta != 0 && !entry.Has(MACH_PORT_TYPE_SEND)))
            return KERN_INVALID_RIGHT;
        if (sendDelta > 0)
            return KERN_INVALID_VALUE;
        if (entry.Port.Is(PortFlags.Guarded) && entry.Port.Context != guard)
            return KERN_INVALID_ARGUMENT;
        return -(long)sendDelta > entry.Urefs ? KERN_INVALID_VALUE : KERN_SUCCESS;
    }

    /// <summary>The task is gone: every entry is released as by destroy, guards or not (R-DIE-5).</summary>
    internal void Destroy(ref Aftermath after)
    {
        Gate.Enter();
        var first = Active;
        Active = false;
        var end = _virgin;
        for (var page = 0; page < _pages.Length; page++)
        {
            if (_pages[page] is not null)
                end = Math.Max(end, (page + 1) << PageShift);
        }
        Gate.Exit();
        if (!first)
            return;
        for (var slot = 1; slot < end; slot++)
        {
            var page = slot >> PageShift;
            if (page >= _pages.Length || _pages[page] is null)
            {
                slot |= PageSize - 1;
                continue;
            }
            Gate.Enter();
            ref var entry = ref At(slot);
            if (entry.Type != 0)
                ReleaseDying(ref entry, (uint)slot << 8 | entry.Generation, ref after);
            Gate.Exit();
        }
    }

    private void ReleaseDying(ref Entry entry, uint name, ref Aftermath after)
    {
        if (entry.Has(MACH_PORT_TYPE_SEND_RIGHTS) && !entry.Has(MACH_PORT_TYPE_RECEIVE) && !IsActive(entry.Port))
            TurnDead(ref entry, entry.Port);
        DropAll(ref entry, name, ref after);
    }
}
