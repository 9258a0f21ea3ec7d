namespace Mach.Kernel;

/// <summary>The Mach filter of one kqueue (spec section 40 and part K).</summary>
/// <remarks>
/// Q3 A knote is ready once at most; one that is disabled waits in no list and is looked at when it is enabled.
/// Q4 Whoever is told of readiness is told with no lock held, once for each time that the ready list ceases to be empty, but for what a
/// call itself puts back: its caller may look.
/// </remarks>
internal sealed partial class KEventQueue(KTask task, Action? activated) : KernelEventQueue
{
    private const int ENOENT = 2, EINVAL = 22, ENOTSUP = 45;

    private readonly Lock _calls = new();              // one call at a time; taken with no other lock held
    private readonly List<Knote> _knotes = [];         // _calls
    private readonly List<Knote> _batch = [];          // _calls
    private RankedLock _gate = new(LockRank.Wait);
    private Knote? _firstReady, _lastReady;            // _gate; linked by NextReady
    private bool _disposed;                            // _calls

    public override bool IsReady => Volatile.Read(ref _firstReady) is not null;

    public override int Call(
        TrapThread thread, ReadOnlySpan<KernelEvent> changes, Span<KernelEvent> events, ref KernelEventBuffer buffer, out int count)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (thread.KernelThread is not KThread caller || !ReferenceEquals(caller.Task, task))
            throw new ArgumentException("The thread is not one of the queue's task.", nameof(thread));
        var after = new Aftermath(task.Kernel);
        var code = 0;
        count = 0;
        lock (_calls)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            foreach (ref readonly var change in changes)
            {
                code = Change(change, ref after);
                if (code == 0 && (change.Flags & KernelEventFlags.Receipt) == KernelEventFlags.None)
                    continue;
                if (count == events.Length)
                    break;
                events[count++] = Failure(change, code);
                code = 0;
            }
            if (code == 0 && count < events.Length)
                count += Collect(caller, events[count..], ref buffer, ref after);
        }
        after.Run();
        return code;
    }

    /// <summary>Something may have happened. The gate of what the knote watches held.</summary>
    internal void Activate(Knote knote, bool gone, ref Aftermath after)
    {
        _gate.Enter();
        knote.Gone |= gone;
        var first = !knote.Disabled && !knote.Dropped && Enqueue(knote);
        _gate.Exit();
        if (first && activated is not null)
            after.Tell(this);
    }

    internal void Tell() => activated!();

    protected override void Dispose(bool disposing)
    {
        lock (_calls)
        {
            _disposed = true;
            while (_knotes is [.., var last])
                Drop(last);
        }
    }

    private static KernelEvent Failure(KernelEvent change, int code)
    {
        change.Flags |= KernelEventFlags.Error;
        change.Data = code;
        return change;
    }

    /// <summary>Puts a knote on the ready list; true when it is the first there. Gate held.</summary>
    private bool Enqueue(Knote knote)
    {
        if (knote.Ready)
            return false;
        knote.Ready = true;
        knote.NextReady = null;
        var first = _firstReady is null;
        if (first)
            Volatile.Write(ref _firstReady, knote);
        else
            _lastReady!.NextReady = knote;
        _lastReady = knote;
        return first;
    }

    /// <summary>Watches no more what the knote watches. No lock held but _calls.</summary>
    private void Drop(Knote knote)
    {
        _knotes.Remove(knote);
        Unlist(knote);
        _gate.Enter();
        knote.Dropped = true;      // and is passed over, should it be in the ready list
        _gate.Exit();
    }

    private static void Unlist(Knote knote)
    {
        if (knote.On is KPort port)
        {
            port.Gate.Enter();
            port.Knotes.Remove(knote);
            port.Gate.Exit();
        }
        else if (knote.On is KPortSet set)
        {
            set.Gate.Enter();
            set.Knotes.Remove(knote);
            set.Gate.Exit();
        }
    }
}
