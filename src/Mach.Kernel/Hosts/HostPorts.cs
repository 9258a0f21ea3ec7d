namespace Mach.Kernel;

/// <summary>The ports by which tasks know the host, and the ports that the host keeps for them.</summary>
/// <remarks>
/// H1 The ports of host, processors and processor set live as long as the kernel, and but for the plain host port they are not counted among its ports.
/// H2 Each port in a slot counts as a send right; each that waits for a change of the calendar counts as a send-once right.
/// </remarks>
internal sealed class HostPorts
{
    private const int FirstUserSlot = HOST_MAX_SPECIAL_KERNEL_PORT + 1;

    private RankedLock _gate = new(LockRank.Transit);                              // before Port: copies are made under it
    private readonly KPort?[] _slots = new KPort?[HOST_MAX_SPECIAL_PORT + 1];      // _gate; send rights, by number
    private readonly List<(int Type, KPort Port)> _calendar = [];                  // _gate; send-once rights
    private readonly ManagedKernel _kernel;

    internal readonly KPort Plain, Privileged;
    internal readonly KPort SetControl, SetName;      // of the one processor set
    internal readonly KPort[] Processors;

    internal HostPorts(ManagedKernel kernel)
    {
        _kernel = kernel;
        Plain = kernel.Host;
        Privileged = ManagedKernel.NewPermanentPort(new KHost(isPrivileged: true));
        SetControl = ManagedKernel.NewPermanentPort(new KProcessorSet(isNameOnly: false));
        SetName = ManagedKernel.NewPermanentPort(new KProcessorSet(isNameOnly: true));
        Processors = [.. Enumerable.Range(0, HostFacts.LogicalProcessors).Select(static slot => ManagedKernel.NewPermanentPort(new KProcessor(slot)))];
    }

    /// <summary>The host port that a task gets.</summary>
    internal KPort Of(KTask task) => IsPrivileged(task) ? Privileged : Plain;

    /// <summary>Whether a port gives this task the host's privilege: it must be its own host port too (R-HST-1).</summary>
    internal bool GivesPrivilege(KPort? port, KTask task) => ReferenceEquals(port, Privileged) && IsPrivileged(task);

    private bool IsPrivileged(KTask task) => task.IsSomebody && _kernel.Options.HasHostPrivilege(task.Tokens.Identity);

    /// <summary>A copy of the send right in a slot; null where it is empty, Dead where its port died (R-HST-14).</summary>
    internal kern_return_t GetSpecial(int which, out KPort? port)
    {
        port = null;
        switch (which)
        {
            case HOST_PORT:
                port = Plain.TryMakeSend() ? Plain : null;
                return KERN_SUCCESS;
            case HOST_PRIV_PORT:
                port = Privileged.TryMakeSend() ? Privileged : null;
                return KERN_SUCCESS;
            case <= HOST_SECURITY_PORT or > HOST_MAX_SPECIAL_PORT:
                return KERN_INVALID_ARGUMENT;
        }
        _gate.Enter();
        var kept = _slots[which];
        port = !KPort.IsLive(kept) ? kept : kept.TryCopySend() ? kept : KPort.Dead;
        _gate.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>Puts a send right into a slot, which consumes it on success; the old one is released (R-HST-15).</summary>
    internal kern_return_t SetSpecial(KTask caller, int which, KPort? port, ref Aftermath after)
    {
        if (which is < FirstUserSlot or > HOST_MAX_SPECIAL_PORT)
            return KERN_INVALID_ARGUMENT;
        if (KPort.IsLive(port) && (port.Is(PortFlags.ImmovableReceive) || caller.Space.IsImmovable(port)))
            return KERN_INVALID_RIGHT;
        if (_kernel.Options.Policy.HostPortsForBroker && !caller.IsBroker)
            return KERN_NO_ACCESS;
        if (which == HOST_NODE_PORT)
            return KERN_NOT_SUPPORTED;
        _gate.Enter();
        var old = _slots[which];
        _slots[which] = port;
        _gate.Exit();
        after.Release(old, (byte)MACH_MSG_TYPE_PORT_SEND);
        return KERN_SUCCESS;
    }

    /// <summary>Keeps a send-once right, which it consumes on success, until the calendar changes (R-HST-19).</summary>
    internal kern_return_t AwaitCalendar(int type, KPort? port)
    {
        if (!KPort.IsLive(port))
            return KERN_INVALID_CAPABILITY;
        if (type is < HOST_NOTIFY_CALENDAR_CHANGE or > HOST_NOTIFY_TYPE_MAX)
            return KERN_INVALID_ARGUMENT;
        port.Gate.Enter();
        port.Flags |= PortFlags.ImmovableReceive;
        port.Gate.Exit();
        _gate.Enter();
        _calendar.Add((type, port));
        _gate.Exit();
        return KERN_SUCCESS;
    }

    /// <summary>The calendar was changed: whoever waits is told, once.</summary>
    /// <param name="set">It was set, not merely adjusted; who waits for any change is told as well.</param>
    /// <param name="after">Sends the messages.</param>
    internal void TellOfCalendar(bool set, ref Aftermath after)
    {
        _gate.Enter();
        for (var index = 0; index < _calendar.Count; index++)
        {
            var (type, port) = _calendar[index];
            if (type == HOST_NOTIFY_CALENDAR_SET && !set)
                continue;
            after.Notify(Notices.Bare(_kernel, type == HOST_NOTIFY_CALENDAR_SET ? HOST_CALENDAR_SET_REPLYID : HOST_CALENDAR_CHANGED_REPLYID, port));
            _calendar.RemoveAt(index--);
        }
        _gate.Exit();
    }

    /// <summary>What is kept stays what it is until <see cref="LetGo"/>: for a cut of the kernel.</summary>
    internal void Hold() => _gate.EnterBesideItsRank();

    internal void LetGo() => _gate.Exit();

    /// <summary>Every right that is kept, with its type. Held.</summary>
    internal IEnumerable<(KPort Port, byte Type)> HeldRights()
    {
        foreach (var port in _slots)
        {
            if (KPort.IsLive(port))
                yield return (port, (byte)MACH_MSG_TYPE_PORT_SEND);
        }
        foreach (var (_, port) in _calendar)
            yield return (port, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE);
    }
}
