namespace Mach.Kernel;

/// <summary>mach_port_allocate and its kin (spec section 3).</summary>
internal sealed partial class KSpace
{
    /// <summary>A new receive right, set or dead name under a name that the kernel chooses (R-ALLOC-1 to 3).</summary>
    internal kern_return_t AllocateRight(uint right, out uint name)
    {
        name = MACH_PORT_NULL;
        if (right is not (MACH_PORT_RIGHT_RECEIVE or MACH_PORT_RIGHT_PORT_SET or MACH_PORT_RIGHT_DEAD_NAME))
            return KERN_INVALID_VALUE;
        Gate.Enter();
        var code = Active ? Allocate(out name) : KERN_INVALID_TASK;
        if (code == KERN_SUCCESS)
            FillNew(right, name);
        Gate.Exit();
        return code;
    }

    /// <summary>The same under a name of the caller's choice; for a dead name the wish is ignored, as XNU ignores it (R-ALLOC-4).</summary>
    internal kern_return_t AllocateRightNamed(uint right, uint name)
    {
        if (right == MACH_PORT_RIGHT_DEAD_NAME)
            return IsValidName(name) ? AllocateRight(right, out _) : KERN_INVALID_VALUE;
        if (right is not (MACH_PORT_RIGHT_RECEIVE or MACH_PORT_RIGHT_PORT_SET))
            return KERN_INVALID_VALUE;
        Gate.Enter();
        var exists = false;
        var code = Active ? AllocateNamed(name, out exists) : KERN_INVALID_TASK;
        if (exists)
            code = KERN_NAME_EXISTS;
        else if (code == KERN_SUCCESS)
            FillNew(right, name);
        Gate.Exit();
        return code;
    }

    /// <summary>mach_port_allocate_full and mach_port_allocate_qos (R-ALLOC-5, R-ALLOC-6).</summary>
    internal kern_return_t AllocateFull(uint right, bool hasPrototype, bool named, bool preallocates, uint length, ref uint name)
    {
        if (hasPrototype)
            return KERN_INVALID_VALUE;
        if (named && !IsValidName(name))
            return KERN_INVALID_VALUE;
        if (preallocates)
        {
            if (length > uint.MaxValue - KTrailer.Largest)
                return KERN_RESOURCE_SHORTAGE;
            if (right != MACH_PORT_RIGHT_RECEIVE)
                return KERN_INVALID_VALUE;
        }
        return named ? AllocateRightNamed(right, name) : AllocateRight(right, out name);
    }

    /// <summary>mach_port_construct: a receive right with everything set at birth (R-ALLOC-8 to 15).</summary>
    internal kern_return_t Construct(
        uint options, uint queueLimit, PortFlags kind, ServiceName? service, ulong context, out uint name)
    {
        name = MACH_PORT_NULL;
        Gate.Enter();
        var code = Active ? Allocate(out name) : KERN_INVALID_TASK;
        if (code != KERN_SUCCESS)
        {
            Gate.Exit();
            return code;
        }
        var port = FillNew(MACH_PORT_RIGHT_RECEIVE, name)!;
        port.Gate.Enter();
        port.Context = context;
        port.Flags = kind;
        port.Service = service;
        if ((options & MPO_CONTEXT_AS_GUARD) != 0)
        {
            port.Flags |= PortFlags.Guarded;
            if ((options & MPO_STRICT) != 0)
                port.Flags |= PortFlags.StrictGuard;
            if ((options & MPO_IMMOVABLE_RECEIVE) != 0)
                port.Flags |= PortFlags.ImmovableReceive;
        }
        if ((options & MPO_QLIMIT) != 0)
            port.QueueLimit = queueLimit;
        if ((options & MPO_INSERT_SEND_RIGHT) != 0)
        {
            ref var entry = ref Find(name);
            entry.Type |= MACH_PORT_TYPE_SEND;
            entry.Urefs = 1;
            port.MakeSend();
        }
        port.Gate.Exit();
        Gate.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>A receive right for the kernel's own ends (reply ports, timers). KERN_NO_SPACE when there is no room.</summary>
    internal kern_return_t AllocatePort(bool withSend, out uint name, out KPort? port)
    {
        port = null;
        var code = AllocateRight(MACH_PORT_RIGHT_RECEIVE, out name);
        if (code != KERN_SUCCESS)
            return code;
        Gate.Enter();
        ref var entry = ref Find(name);
        if (!Missing(ref entry) && entry.Has(MACH_PORT_TYPE_RECEIVE))
        {
            port = entry.Port;
            if (withSend)
            {
                entry.Type |= MACH_PORT_TYPE_SEND;
                entry.Urefs = 1;
                port.Gate.Enter();
                port.MakeSend();
                port.Gate.Exit();
            }
        }
        Gate.Exit();
        return port is null ? KERN_INVALID_TASK : KERN_SUCCESS;
    }

    /// <summary>Takes back a name that was just made and could not be told.</summary>
    internal void Discard(uint name, ref Aftermath after)
    {
        Gate.Enter();
        ref var entry = ref Find(name);
        if (Active && !Missing(ref entry))
            DropAll(ref entry, name, ref after);
        Gate.Exit();
    }

    private KPort? FillNew(uint right, uint name)
    {
        ref var entry = ref At((int)(name >> 8));
        switch (right)
        {
            case MACH_PORT_RIGHT_RECEIVE:
                var port = Task.Kernel.NewPort();
                port.Receiver = this;
                port.ReceiverName = name;
                Fill(ref entry, port, MACH_PORT_TYPE_RECEIVE, 0);
                return port;
            case MACH_PORT_RIGHT_PORT_SET:
                Fill(ref entry, new KPortSet(), MACH_PORT_TYPE_PORT_SET, 0);
                return null;
            default:
                Fill(ref entry, null, MACH_PORT_TYPE_DEAD_NAME, 1);
                return null;
        }
    }
}
