namespace Mach.Kernel;

/// <summary>mach_port_insert_right and mach_port_extract_right (spec sections 11 and 12).</summary>
internal sealed partial class KSpace
{
    /// <summary>
    /// insert_right on one's own task: the right is taken from this space and put under a name of it (R-INS-2 to R-INS-6).
    /// </summary>
    internal kern_return_t InsertOwn(uint name, uint poly, uint disposition, ref Aftermath after)
    {
        if (name == poly && IsValidName(name) && disposition is MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_COPY_SEND)
            return InsertBesideItself(name, disposition);
        if (!IsValidName(poly))
            return KERN_INVALID_NAME;
        Gate.Enter();
        KPort? right = null;
        byte type = 0;
        var code = Active ? CopyIn(poly, disposition, CopyInFor.KernelBody, out right, out type, ref after) : KERN_INVALID_TASK;
        Gate.Exit();
        if (code != KERN_SUCCESS)
            return code;
        code = Insert(name, right, type, ref after);
        if (code != KERN_SUCCESS)
            after.Release(right, type);
        return code;
    }

    /// <summary>Puts a right that the caller holds under the name; on failure it stays the caller's (R-INS-3 to R-INS-5).</summary>
    internal kern_return_t Insert(uint name, KPort? right, byte type, ref Aftermath after)
    {
        if (!IsValidName(name) || type == 0)
            return KERN_INVALID_VALUE;
        if (!KPort.IsLive(right))
            return KERN_INVALID_CAPABILITY;
        if (type == MACH_MSG_TYPE_PORT_RECEIVE)
            after.Kernel.LeaveTransit(right);
        Gate.Enter();
        var code = Active ? InsertLocked(name, right, type, ref after) : KERN_INVALID_TASK;
        Gate.Exit();
        return code;
    }

    private kern_return_t InsertLocked(uint name, KPort right, byte type, ref Aftermath after)
    {
        var known = type == MACH_MSG_TYPE_PORT_SEND_ONCE ? MACH_PORT_NULL : NameOf(right);
        // The name's own rules are checked first, without taking a slot that a refusal would have to give back.
        if (CheckNamed(name, out var exists) is var refused and not KERN_SUCCESS)
            return refused;
        right.Gate.Enter();
        var code = KERN_SUCCESS;
        if (!right.Active)
            code = KERN_INVALID_CAPABILITY;
        else if (known != MACH_PORT_NULL && known != name)
            code = KERN_RIGHT_EXISTS;
        else if (exists && known == MACH_PORT_NULL)
            code = KERN_NAME_EXISTS;
        if (code == KERN_SUCCESS)
            Place(name, right, type, known != MACH_PORT_NULL, ref after);
        right.Gate.Exit();
        return code;
    }

    /// <summary>Both gates held; the name is free or is the port's own.</summary>
    private void Place(uint name, KPort right, byte type, bool merges, ref Aftermath after)
    {
        if (!merges)
            AllocateNamed(name, out _);
        ref var entry = ref At((int)(name >> 8));
        if (type == MACH_MSG_TYPE_PORT_SEND)
        {
            if (merges)
            {
                MergeSend(ref entry, right, ref after);
                return;
            }
            Fill(ref entry, right, MACH_PORT_TYPE_SEND, 1);
            NoteSend(right, name);
        }
        else if (type == MACH_MSG_TYPE_PORT_SEND_ONCE)
        {
            Fill(ref entry, right, MACH_PORT_TYPE_SEND_ONCE, 1);
        }
        else
        {
            if (merges)
            {
                entry.Type |= MACH_PORT_TYPE_RECEIVE;
                ForgetSend(right);
            }
            else
            {
                Fill(ref entry, right, MACH_PORT_TYPE_RECEIVE, 0);
            }
            right.Receiver = this;
            right.ReceiverName = name;
        }
    }

    /// <summary>R-NAME-8 and R-NAME-9 without taking the slot.</summary>
    private kern_return_t CheckNamed(uint name, out bool exists)
    {
        exists = false;
        var slot = (int)(name >> 8);
        if (slot >= _limit)
            return KERN_NO_SPACE;
        if ((name & 3) != 3)
            return KERN_INVALID_VALUE;
        if (slot == 0)
            return KERN_FAILURE;
        var entry = Peek(slot);
        if (entry.Type == 0)
            return KERN_SUCCESS;
        exists = entry.Generation == (byte)name;
        return exists ? KERN_SUCCESS : KERN_FAILURE;
    }

    /// <summary>Making or copying a send right onto the very name it comes from (R-INS-2).</summary>
    private kern_return_t InsertBesideItself(uint name, uint disposition)
    {
        Gate.Enter();
        var code = InsertBesideItselfLocked(name, disposition);
        Gate.Exit();
        return code;
    }

    private kern_return_t InsertBesideItselfLocked(uint name, uint disposition)
    {
        ref var entry = ref FindTurned(name);
        if (!Active || Missing(ref entry))
            return Active ? KERN_INVALID_NAME : KERN_INVALID_TASK;
        if (entry.Has(MACH_PORT_TYPE_DEAD_NAME))
            return KERN_INVALID_CAPABILITY;
        if (!entry.Has(disposition == MACH_MSG_TYPE_MAKE_SEND ? MACH_PORT_TYPE_RECEIVE : MACH_PORT_TYPE_SEND))
            return KERN_INVALID_RIGHT;
        var had = entry.Has(MACH_PORT_TYPE_SEND);
        if (disposition == MACH_MSG_TYPE_MAKE_SEND)
        {
            var port = entry.Port;
            port.Gate.Enter();
            port.MakeSendCount++;
            if (!had)
                port.SendRights++;
            port.Gate.Exit();
        }
        if (had)
        {
            entry.AddReference();
        }
        else
        {
            entry.Type |= MACH_PORT_TYPE_SEND;
            entry.Urefs = 1;
        }
        return KERN_SUCCESS;
    }

    /// <summary>Takes a right out of this space for whoever asked (R-EXT-1 to R-EXT-3).</summary>
    /// <param name="name">The name.</param>
    /// <param name="disposition">16 to 21.</param>
    /// <param name="own">The asker's own space: a copy of an immovable send right does not leave it (R-CIN-17).</param>
    /// <param name="right">What was taken.</param>
    /// <param name="type">16, 17 or 18.</param>
    /// <param name="after">What is owed afterwards.</param>
    internal kern_return_t Extract(uint name, uint disposition, bool own, out KPort? right, out byte type, ref Aftermath after)
    {
        right = null;
        type = CarriedType(disposition);
        if (type == 0)
            return KERN_INVALID_VALUE;
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        var use = own && disposition == MACH_MSG_TYPE_COPY_SEND ? CopyInFor.KernelBody : CopyInFor.Body;
        Gate.Enter();
        var code = Active ? CopyIn(name, disposition, use, out right, out type, ref after) : KERN_INVALID_TASK;
        Gate.Exit();
        return code;
    }
}
