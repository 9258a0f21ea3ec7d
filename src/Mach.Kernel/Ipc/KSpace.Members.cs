namespace Mach.Kernel;

/// <summary>Port sets: who is in them (spec section 17).</summary>
internal sealed partial class KSpace
{
    /// <summary>mach_port_insert_member (R-PSET-1, R-PSET-2).</summary>
    internal kern_return_t InsertMember(uint name, uint setName, ref Aftermath after)
    {
        if (!IsValidName(name) || !IsValidName(setName))
            return KERN_INVALID_RIGHT;
        Gate.Enter();
        var code = FindMemberAndSet(name, setName, out var port, out var set);
        if (code == KERN_SUCCESS)
        {
            port!.Gate.Enter();
            code = port.JoinSet(set!, ref after);
            port.Gate.Exit();
        }
        Gate.Exit();
        return code;
    }

    /// <summary>mach_port_extract_member (R-PSET-3).</summary>
    internal kern_return_t ExtractMember(uint name, uint setName)
    {
        if (!IsValidName(name) || !IsValidName(setName))
            return KERN_INVALID_RIGHT;
        Gate.Enter();
        var code = FindMemberAndSet(name, setName, out var port, out var set);
        if (code == KERN_SUCCESS)
        {
            port!.Gate.Enter();
            code = port.LeaveSet(set!);
            port.Gate.Exit();
        }
        Gate.Exit();
        return code;
    }

    /// <summary>mach_port_move_member (R-PSET-4).</summary>
    internal kern_return_t MoveMember(uint name, uint after, ref Aftermath aftermath)
    {
        if (!IsValidName(name) || after == MACH_PORT_DEAD)
            return KERN_INVALID_RIGHT;
        Gate.Enter();
        KPortSet? set = null;
        var code = after == MACH_PORT_NULL
            ? FindReceive(name, out var port)
            : FindMemberAndSet(name, after, out port, out set);
        if (code == KERN_SUCCESS)
        {
            port!.Gate.Enter();
            if (set is null)
            {
                code = port.InAnySet ? KERN_SUCCESS : KERN_NOT_IN_SET;
                port.LeaveSets();
            }
            else
            {
                port.LeaveSets(except: set);
                port.JoinSet(set, ref aftermath);
            }
            port.Gate.Exit();
        }
        Gate.Exit();
        return code;
    }

    /// <summary>mach_port_get_set_status (R-PSET-10).</summary>
    internal kern_return_t SetStatus(uint name, out uint[] members)
    {
        members = [];
        if (!IsValidName(name))
            return KERN_INVALID_RIGHT;
        Gate.Enter();
        var code = KERN_SUCCESS;
        ref var entry = ref Find(name);
        if (!Active)
            code = KERN_INVALID_TASK;
        else if (Missing(ref entry) || IsDead(ref entry))
            code = KERN_INVALID_NAME;
        else if (!entry.Has(MACH_PORT_TYPE_PORT_SET))
            code = KERN_INVALID_RIGHT;
        else
            members = ((KPortSet)entry.Object!).MemberNames();
        Gate.Exit();
        return code;
    }

    private static bool IsDead(ref Entry entry) =>
        entry.Has(MACH_PORT_TYPE_DEAD_NAME)
        || (entry.Has(MACH_PORT_TYPE_SEND_RIGHTS) && !entry.Has(MACH_PORT_TYPE_RECEIVE) && !IsActive(entry.Port));

    /// <summary>Two names, by path W: the port is looked at first. Gate held.</summary>
    private kern_return_t FindMemberAndSet(uint name, uint setName, out KPort? port, out KPortSet? set)
    {
        port = null;
        set = null;
        if (!Active)
            return KERN_INVALID_TASK;
        ref var member = ref Find(name);
        if (Missing(ref member))
            return KERN_INVALID_NAME;
        ref var holder = ref Find(setName);
        if (Missing(ref holder))
            return KERN_INVALID_NAME;
        if (!member.Has(MACH_PORT_TYPE_RECEIVE) || !holder.Has(MACH_PORT_TYPE_PORT_SET))
            return KERN_INVALID_RIGHT;
        port = member.Port;
        set = (KPortSet)holder.Object!;
        return KERN_SUCCESS;
    }
}
