namespace Mach.Kernel;

/// <summary>Where a copied-in right is going: it decides what is allowed.</summary>
internal enum CopyInFor : byte
{
    /// <summary>A message body, a port array, insert_right or extract_right.</summary>
    Body,

    /// <summary>As <see cref="Body"/>, to a destination that takes immovable send rights (R-CIN-17).</summary>
    KernelBody,

    /// <summary>The message's destination.</summary>
    Destination,

    /// <summary>The message's reply right.</summary>
    Reply,
}

internal sealed partial class KSpace
{
    /// <summary>
    /// Takes a right out of this space for a disposition (spec section 4). Gate held.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="disposition">MACH_MSG_TYPE_MOVE_RECEIVE … MAKE_SEND_ONCE; others fit nothing.</param>
    /// <param name="use">Where it goes.</param>
    /// <param name="right">The port, or <see cref="KPort.Dead"/>.</param>
    /// <param name="type">The carried right: 16, 17 or 18.</param>
    /// <param name="after">What is owed afterwards.</param>
    /// <returns>KERN_SUCCESS, KERN_INVALID_NAME, KERN_INVALID_RIGHT or KERN_INVALID_CAPABILITY. On failure nothing moved.</returns>
    internal kern_return_t CopyIn(
        uint name, uint disposition, CopyInFor use, out KPort? right, out byte type, ref Aftermath after)
    {
        right = null;
        type = CarriedType(disposition);
        ref var entry = ref Find(name);
        if (Missing(ref entry))
            return KERN_INVALID_NAME;
        if (type == 0 || entry.Has(MACH_PORT_TYPE_PORT_SET))
            return KERN_INVALID_RIGHT;
        switch (disposition)
        {
            case MACH_MSG_TYPE_MAKE_SEND:
            case MACH_MSG_TYPE_MAKE_SEND_ONCE:
                return CopyInMake(ref entry, disposition, use, out right);
            case MACH_MSG_TYPE_MOVE_RECEIVE:
                return CopyInReceive(ref entry, name, out right, ref after);
            default:
                return CopyInExisting(ref entry, name, disposition, use, out right, ref after);
        }
    }

    /// <summary>What a disposition becomes in a message; 0 when it means nothing.</summary>
    internal static byte CarriedType(uint disposition) => disposition switch
    {
        MACH_MSG_TYPE_MOVE_RECEIVE => (byte)MACH_MSG_TYPE_PORT_RECEIVE,
        MACH_MSG_TYPE_MOVE_SEND or MACH_MSG_TYPE_COPY_SEND or MACH_MSG_TYPE_MAKE_SEND => (byte)MACH_MSG_TYPE_PORT_SEND,
        MACH_MSG_TYPE_MOVE_SEND_ONCE or MACH_MSG_TYPE_MAKE_SEND_ONCE => (byte)MACH_MSG_TYPE_PORT_SEND_ONCE,
        _ => 0,
    };

    private static kern_return_t CopyInMake(ref Entry entry, uint disposition, CopyInFor use, out KPort? right)
    {
        right = null;
        if (!entry.Has(MACH_PORT_TYPE_RECEIVE))
            return KERN_INVALID_RIGHT;
        var port = entry.Port;
        port.Gate.Enter();
        try
        {
            if (port.Is(PortFlags.HardReply) && !(disposition == MACH_MSG_TYPE_MAKE_SEND_ONCE && use is CopyInFor.Reply or CopyInFor.Destination))
                return KERN_INVALID_CAPABILITY;
            if (disposition == MACH_MSG_TYPE_MAKE_SEND)
                port.MakeSend();
            else
                port.SendOnceRights++;
            right = port;
            return KERN_SUCCESS;
        }
        finally
        {
            port.Gate.Exit();
        }
    }

    private kern_return_t CopyInReceive(ref Entry entry, uint name, out KPort? right, ref Aftermath after)
    {
        right = null;
        if (!entry.Has(MACH_PORT_TYPE_RECEIVE))
            return KERN_INVALID_RIGHT;
        var port = entry.Port;
        port.Gate.Enter();
        if (port.KernelObject is not null || port.SpecialReplyOf is not null ||
            port.Is(PortFlags.ImmovableReceive | PortFlags.HardReply))
        {
            port.Gate.Exit();
            return KERN_INVALID_CAPABILITY;
        }
        port.ClearReceiver(ref after);
        LoseReceiveBit(ref entry, name, port, ref after);
        port.Gate.Exit();
        right = port;
        return KERN_SUCCESS;
    }

    /// <summary>The receive part leaves a live port's name: a send part keeps it, else the name goes. Both gates held.</summary>
    private void LoseReceiveBit(ref Entry entry, uint name, KPort port, ref Aftermath after)
    {
        if (entry.Has(MACH_PORT_TYPE_SEND))
        {
            entry.Type = MACH_PORT_TYPE_SEND;
            NoteSend(port, name);
            return;
        }
        DropRequest(ref entry, port, name, ref after);
        Free(ref entry, name);
    }

    private kern_return_t CopyInExisting(
        ref Entry entry, uint name, uint disposition, CopyInFor use, out KPort? right, ref Aftermath after)
    {
        right = null;
        var moves = disposition != MACH_MSG_TYPE_COPY_SEND;
        if (!entry.Has(MACH_PORT_TYPE_DEAD_NAME))
        {
            var needed = disposition == MACH_MSG_TYPE_MOVE_SEND_ONCE ? MACH_PORT_TYPE_SEND_ONCE : MACH_PORT_TYPE_SEND;
            if (!entry.Has(MACH_PORT_TYPE_SEND_RIGHTS))
                return KERN_INVALID_RIGHT;
            var port = entry.Port;
            port.Gate.Enter();
            if (port.Active)
            {
                var code = KERN_SUCCESS;
                if (!entry.Has(needed))
                    code = KERN_INVALID_RIGHT;
                else if (ForbidsMove(port, use) || (moves && IsPinned(port) && entry is { Urefs: 1, Type: MACH_PORT_TYPE_SEND }))
                    code = KERN_INVALID_CAPABILITY;
                else
                    TakeExisting(ref entry, name, port, disposition, ref after);
                port.Gate.Exit();
                if (code == KERN_SUCCESS)
                    right = port;
                return code;
            }
            port.Gate.Exit();
            if (use == CopyInFor.Destination && disposition == MACH_MSG_TYPE_MOVE_SEND_ONCE && entry.Has(needed) && entry.Request is null)
            {
                // R-CIN-21: the right goes, the message will too, and the sender is told nothing.
                Free(ref entry, name);
                right = KPort.Dead;
                return KERN_SUCCESS;
            }
            TurnDead(ref entry, port);
        }
        if (use == CopyInFor.Destination)
            return KERN_INVALID_RIGHT;
        if (moves)
            DropDeadName(ref entry, name, 1);
        right = KPort.Dead;
        return KERN_SUCCESS;
    }

    private bool ForbidsMove(KPort port, CopyInFor use) => use switch
    {
        CopyInFor.Destination => false,
        CopyInFor.KernelBody => port.Is(PortFlags.HardReply),
        _ => port.Is(PortFlags.HardReply) || IsImmovable(port),
    };

    /// <summary>Send rights to the port do not leave this space. A pinned port is tied to its own task, not to others that hold it (R-CIN-17).</summary>
    internal bool IsImmovable(KPort port) => port.Is(PortFlags.ImmovableSend) || IsPinned(port);

    /// <summary>The last reference to the port does not go while the task lives (R-CIN-18).</summary>
    private bool IsPinned(KPort port) => port.Is(PortFlags.Pinned) && ReferenceEquals(port, Task.Control) && Task.IsAlive;

    /// <summary>Both gates held; the entry fits and the port lives.</summary>
    private void TakeExisting(ref Entry entry, uint name, KPort port, uint disposition, ref Aftermath after)
    {
        switch (disposition)
        {
            case MACH_MSG_TYPE_COPY_SEND:
                port.SendRights++;
                break;
            case MACH_MSG_TYPE_MOVE_SEND when entry.Urefs is > 1 and var urefs:
                if (urefs != Entry.Pegged)
                    entry.Urefs--;
                port.SendRights++;
                break;
            case MACH_MSG_TYPE_MOVE_SEND when entry.Has(MACH_PORT_TYPE_RECEIVE):
                entry.Type = MACH_PORT_TYPE_RECEIVE;
                entry.Urefs = 0;
                break;
            default:
                if (disposition == MACH_MSG_TYPE_MOVE_SEND)
                    ForgetSend(port);
                DropRequest(ref entry, port, name, ref after);
                Free(ref entry, name);
                break;
        }
    }

    /// <summary>A send-once right leaves the space with the message that uses it. Both gates held, port alive.</summary>
    internal void UseUp(ref Entry entry, KPort port, uint name, ref Aftermath after)
    {
        DropRequest(ref entry, port, name, ref after);
        Free(ref entry, name);
    }

    /// <summary>A name goes while its port lives: its request gives a port-deleted notification (R-PD-1). Both gates held.</summary>
    private static void DropRequest(ref Entry entry, KPort port, uint name, ref Aftermath after)
    {
        if (entry.Request is not { } request)
            return;
        entry.Request = null;
        if (port.RemoveRequest(request) is { } notify)
            after.Notify(Notices.Name(after.Kernel, MACH_NOTIFY_PORT_DELETED, notify, name));
    }

    /// <summary>
    /// A send or send-once entry whose port has died becomes a dead name, with one reference more if its request
    /// fired at the death (R-RIGHT-7, R-DN-5). Gate held, the port's not.
    /// </summary>
    internal void TurnDead(ref Entry entry, KPort port)
    {
        if (entry.Has(MACH_PORT_TYPE_SEND))
            ForgetSend(port);
        else
            entry.Urefs = 1;
        BecomeDeadName(ref entry);
    }

    private static void BecomeDeadName(ref Entry entry)
    {
        entry.Type = MACH_PORT_TYPE_DEAD_NAME;
        entry.Object = null;
        if (entry.Request is { FiredByDeath: true })
            entry.AddReference();
        entry.Request = null;
    }

    /// <summary>Takes references of a dead name away; the name goes with the last.</summary>
    private void DropDeadName(ref Entry entry, uint name, int count)
    {
        if (entry.Urefs == Entry.Pegged && count != Entry.Pegged)
            return;
        entry.Urefs -= (ushort)count;
        if (entry.Urefs == 0)
            Free(ref entry, name);
    }

    /// <summary>Path W: the entry of a name, a dead port's send rights turned into dead names first (R-NAME-13). Gate held.</summary>
    internal ref Entry FindTurned(uint name)
    {
        ref var entry = ref Find(name);
        if (!Missing(ref entry) && entry.Has(MACH_PORT_TYPE_SEND_RIGHTS) && !entry.Has(MACH_PORT_TYPE_RECEIVE) && !IsActive(entry.Port))
            TurnDead(ref entry, entry.Port);
        return ref entry;
    }

    internal static bool IsActive(KPort port)
    {
        port.Gate.Enter();
        var active = port.Active;
        port.Gate.Exit();
        return active;
    }
}
