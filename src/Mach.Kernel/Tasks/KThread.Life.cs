namespace Mach.Kernel;

internal sealed partial class KThread
{
    private KPort? _control, _read, _inspect;     // interlocked; made when first asked for, die with the thread
    private KPort? _voucher;                      // interlocked; a send right

    /// <summary>Unique for ever, never 0.</summary>
    internal readonly ulong Serial;

    internal readonly ThreadPolicies Policies = new();
    internal readonly ExceptionActions Exceptions = new(always: false);

    /// <summary>What it has done.</summary>
    internal ThreadFigures Figures =>
        new() { Traps = Counts.AllTraps, Sent = Volatile.Read(ref Counts.Sent), Received = Volatile.Read(ref Counts.Received), UserTime = UserTime };

    KernelObject IViewed.View(Flavour flavour) => new ThreadView(this, flavour);

    /// <summary>A send right to one of the ports by which others know the thread.</summary>
    internal KPort SendTo(Flavour flavour)
    {
        switch (flavour)
        {
            case Flavour.Control:
                return DemandPort.MakeSend(this, ref _control, flavour);
            case Flavour.Read:
                return DemandPort.MakeSend(this, ref _read, flavour);
            default:
                return DemandPort.MakeSend(this, ref _inspect, flavour);
        }
    }

    /// <summary>It was made by thread_create and has never run.</summary>
    internal bool IsUnstarted { get; set; }

    /// <summary>Nanoseconds for which a CPU has run its program; 0 for code of this process, whose time is its OS thread's.</summary>
    internal long UserTime => User.Cpu?.UserTime ?? 0;

    /// <summary>Every send right that the thread's record holds, for the census.</summary>
    internal IEnumerable<KPort> HeldRights()
    {
        if (KPort.IsLive(_voucher))
            yield return _voucher;
        foreach (var port in Exceptions.HeldRights())
            yield return port;
    }

    /// <summary>A copy of the voucher that the thread has adopted; null when it has none.</summary>
    internal KPort? CopyVoucher() => Volatile.Read(ref _voucher) is { } voucher && voucher.TryCopySend() ? voucher : null;

    /// <summary>Adopts a voucher: the send right is the thread's from now on.</summary>
    internal void Adopt(KPort? voucher, ref Aftermath after) =>
        after.Release(Interlocked.Exchange(ref _voucher, voucher), (byte)MACH_MSG_TYPE_PORT_SEND);

    /// <summary>The thread is gone (R-THR-10): its wait ends, its ports die, what it holds is released.</summary>
    /// <param name="after">What is owed afterwards.</param>
    /// <param name="runs">It may be about to wait; when its owner or the end of its task ends it, it is not.</param>
    internal void End(ref Aftermath after, bool runs = false)
    {
        if (!Task.BeginEnd(this, out var turn))
        {
            Task.Remove(this);
            return;
        }
        // Pairs with BeginWait.
        if (runs)
            Interlocked.MemoryBarrierProcessWide();
        Interrupt(ref after);
        foreach (var port in (ReadOnlySpan<KPort?>)[_read, _control, _inspect])
            DemandPort.Kill(port, ref after);
        Exceptions.Close(ref after);
        Adopt(null, ref after);
        if (SpecialReply is { } reply)
            reply.SpecialReplyOf = null;
        SpecialReply = null;
        Task.Remove(this);
        if (turn.Wakes && User.Cpu is null)
            after.Wake(this);
        User.Cpu?.Halt();
    }
}

/// <summary>What a thread has done so far.</summary>
internal struct ThreadFigures
{
    internal long Traps, Sent, Received, UserTime;

    internal void Add(in ThreadFigures other)
    {
        Traps += other.Traps;
        Sent += other.Sent;
        Received += other.Received;
        UserTime += other.UserTime;
    }
}
