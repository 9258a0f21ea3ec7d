namespace Mach.Kernel;

/// <summary>Ports that are received from together.</summary>
/// <remarks>
/// T1 A member's queue that is not empty is in the ready list; one that became empty may linger there for a moment.
/// T2 Waiters is empty or the ready list has no member with messages.
/// T3 Sets do not nest; a port may be in many.
/// </remarks>
internal sealed class KPortSet : KObject, IWaitable
{
    internal RankedLock Gate = new(LockRank.Set);

    private WaitList _receivers;                   // Gate
    private Membership? _firstReady, _lastReady;   // Gate; linked by NextReady, PreviousReady
    private Membership? _firstMember;              // Gate; linked by NextMember, PreviousMember

    internal bool Active = true;                   // Gate
    internal KnoteList Knotes;                     // Gate; who watches it

    /// <summary>The member whose turn it is; null when none has messages. Gate held.</summary>
    internal Membership? FirstReady => _firstReady;

    /// <summary>A member was just served and has more: it goes behind the others (R-PSET-7). The port's gate held, the set's not.</summary>
    internal void Rotate(Membership membership)
    {
        Gate.Enter();
        if (membership.Ready && !ReferenceEquals(membership, _lastReady))
        {
            Unlink(membership);
            Link(membership);
        }
        Gate.Exit();
    }

    internal void AwaitMessage(KThread receiver) => _receivers.Append(receiver);

    public bool TryStop(KThread thread, uint? serial, bool interrupted)
    {
        Gate.Enter();
        var stops = thread.SleepsOn(this, serial);
        if (stops)
        {
            _receivers.Remove(thread);
            thread.WaitCode = interrupted ? MACH_RCV_INTERRUPTED : MACH_RCV_TIMED_OUT;
        }
        Gate.Exit();
        return stops;
    }

    /// <summary>Threads that wait on the set. Gate held.</summary>
    internal IEnumerable<KThread> Receivers() => _receivers.All();

    /// <summary>The ports in it. Gate held.</summary>
    internal IEnumerable<KPort> Members()
    {
        for (var member = _firstMember; member is not null; member = member.NextMember)
            yield return member.Port;
    }

    /// <summary>A waiting receiver for the message, taken off. The port's gate held, the set's not.</summary>
    internal KThread? TakeReceiver(KMessage message, KPort port, ref Aftermath after)
    {
        Gate.Enter();
        var receiver = KPort.TakeReceiver(ref _receivers, message, port, ref after);
        Gate.Exit();
        return receiver;
    }

    /// <summary>
    /// A waiting receiver for the message, taken off; without one the member, whose queue was empty, is ready. Both in one hold of the
    /// gate: a receiver that comes between would sleep beside a message (T2). The port's gate held, the set's not.
    /// </summary>
    internal KThread? TakeReceiverOrMarkReady(KMessage message, Membership membership, ref Aftermath after)
    {
        Gate.Enter();
        var receiver = KPort.TakeReceiver(ref _receivers, message, membership.Port, ref after);
        if (receiver is null && !membership.Ready)
        {
            Link(membership);
            Knotes.Activate(ref after);
        }
        Gate.Exit();
        return receiver;
    }

    internal void MarkReady(Membership membership, ref Aftermath after)
    {
        Gate.Enter();
        if (!membership.Ready)
        {
            Link(membership);
            Knotes.Activate(ref after);
        }
        Gate.Exit();
    }

    internal void MarkEmpty(Membership membership)
    {
        Gate.Enter();
        if (membership.Ready)
            Unlink(membership);
        Gate.Exit();
    }

    /// <summary>The port's gate held, the set's not.</summary>
    internal void Add(Membership membership)
    {
        membership.Joined = true;
        Gate.Enter();
        membership.NextMember = _firstMember;
        if (_firstMember is not null)
            _firstMember.PreviousMember = membership;
        _firstMember = membership;
        Gate.Exit();
    }

    /// <summary>The port's gate held, the set's not.</summary>
    internal void Remove(Membership membership)
    {
        membership.Joined = false;
        Gate.Enter();
        if (membership.Ready)
            Unlink(membership);
        if (membership.PreviousMember is { } previous)
            previous.NextMember = membership.NextMember;
        else if (ReferenceEquals(_firstMember, membership))
            _firstMember = membership.NextMember;
        if (membership.NextMember is { } next)
            next.PreviousMember = membership.PreviousMember;
        membership.NextMember = membership.PreviousMember = null;
        Gate.Exit();
    }

    /// <summary>The names of the members in the space that holds them all, sorted. The space's gate held.</summary>
    internal uint[] MemberNames()
    {
        var names = new List<uint>();
        Gate.Enter();
        for (var member = _firstMember; member is not null; member = member.NextMember)
            names.Add(member.Port.ReceiverName);
        Gate.Exit();
        names.Sort();
        return [.. names];
    }

    /// <summary>The set goes: waiters are woken with PORT_CHANGED, members live on (R-PSET-9). No lock above Space held.</summary>
    internal void Destroy(ref Aftermath after)
    {
        Gate.Enter();
        Active = false;
        Knotes.Vanish(ref after);
        while (_receivers.First is { } receiver)
        {
            _receivers.Remove(receiver);
            receiver.WaitCode = MACH_RCV_PORT_CHANGED;
            after.Wake(receiver);
        }
        while (_firstMember is { } member)
        {
            var port = member.Port;
            Gate.Exit();
            port.Gate.Enter();
            port.LeaveSet(this);
            port.Gate.Exit();
            Gate.Enter();
        }
        Gate.Exit();
    }

    private void Link(Membership membership)
    {
        membership.Ready = true;
        membership.PreviousReady = _lastReady;
        membership.NextReady = null;
        if (_lastReady is null)
            _firstReady = membership;
        else
            _lastReady.NextReady = membership;
        _lastReady = membership;
    }

    private void Unlink(Membership membership)
    {
        membership.Ready = false;
        if (membership.PreviousReady is { } previous)
            previous.NextReady = membership.NextReady;
        else
            _firstReady = membership.NextReady;
        if (membership.NextReady is { } next)
            next.PreviousReady = membership.PreviousReady;
        else
            _lastReady = membership.PreviousReady;
        membership.NextReady = membership.PreviousReady = null;
    }
}

/// <summary>One port in one set. The links and Ready are guarded by the set's gate.</summary>
internal sealed class Membership(KPort port, KPortSet set)
{
    internal readonly KPort Port = port;
    internal readonly KPortSet Set = set;
    internal Membership? NextMember, PreviousMember;
    internal Membership? NextReady, PreviousReady;
    internal bool Ready;
    internal bool Joined;     // the port's gate
}
