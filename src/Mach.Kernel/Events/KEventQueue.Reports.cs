namespace Mach.Kernel;

internal sealed partial class KEventQueue
{
    /// <summary>Looks at everything that is ready, once, and reports what there is to report.</summary>
    private int Collect(KThread caller, Span<KernelEvent> events, ref KernelEventBuffer buffer, ref Aftermath after)
    {
        TakeReady();
        var (count, looked) = (0, 0);
        for (; looked < _batch.Count && count < events.Length; looked++)
        {
            var knote = _batch[looked];
            var again = false;
            if (!knote.Dropped && !knote.Disabled && Look(knote, caller, ref events[count], ref buffer, ref after))
            {
                count++;
                again = Settle(knote);
            }
            if (!again)
                _batch[looked] = null!;
        }
        PutBack(looked);
        return count;
    }

    private void TakeReady()
    {
        _batch.Clear();
        _gate.Enter();
        while (_firstReady is { } knote)
        {
            _firstReady = knote.NextReady;
            knote.NextReady = null;
            knote.Ready = false;
            _batch.Add(knote);
        }
        _lastReady = null;
        _gate.Exit();
    }

    /// <summary>Those that were not looked at are the first to be next time; behind them those that stay ready.</summary>
    private void PutBack(int looked)
    {
        _gate.Enter();
        for (var index = 0; index < _batch.Count; index++)
        {
            if (_batch[(looked + index) % _batch.Count] is { Dropped: false, Disabled: false } knote)
                Enqueue(knote);
        }
        _gate.Exit();
        _batch.Clear();
    }

    /// <summary>What a report does to its knote.</summary>
    /// <returns>True when it stays ready: as long as a message can be received (R-KEV-3).</returns>
    private bool Settle(Knote knote)
    {
        var keeps = knote.Gone && knote.Has(KernelEventFlags.Vanished);
        if (knote.Has(KernelEventFlags.OneShot) || (knote.Gone && !keeps))
        {
            Drop(knote);
            return false;
        }
        if (!knote.Has(KernelEventFlags.Dispatch))
            return !knote.Has(KernelEventFlags.Clear);
        _gate.Enter();
        knote.Disabled = true;
        _gate.Exit();
        return false;
    }

    /// <summary>Makes the event, if there is one.</summary>
    private static bool Look(Knote knote, KThread caller, ref KernelEvent report, ref KernelEventBuffer buffer, ref Aftermath after)
    {
        var made = knote.Asked;
        made.Flags = knote.Flags & ~KernelEventFlags.Vanished;
        made.Fflags = 0;
        made.Data = 0;
        if (knote.Gone)
        {
            made.Flags |= knote.Has(KernelEventFlags.Vanished)
                ? KernelEventFlags.Vanished
                : KernelEventFlags.EndOfFile | KernelEventFlags.OneShot;
        }
        else if ((knote.Asked.Fflags & MACH_RCV_MSG) == 0)
        {
            made.Data = Readiness.PortWithMessage(knote);
            made.Ext3 = 0;
            if (made.Data == MACH_PORT_NULL)
                return false;
        }
        else if (!EventReceive.TryReceive(knote, caller, ref made, ref buffer, ref after))
        {
            return false;
        }
        report = made;
        return true;
    }
}
