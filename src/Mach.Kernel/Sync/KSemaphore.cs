namespace Mach.Kernel;

/// <summary>A counting semaphore: what stands behind its port.</summary>
/// <remarks>
/// Y1 While somebody waits the count is not above zero.
/// Y2 It lives as long as its owner, until it is destroyed or until nobody has a right to it; one that has ended has no waiters and no owner.
/// </remarks>
internal sealed class KSemaphore(KTask owner, bool lastComeFirst, int count) : KernelObject, IWaitable
{
    private RankedLock _gate = new(LockRank.Wait);
    private WaitList _waiters;              // _gate
    private int _count = count;             // _gate
    private bool _ended;                    // _gate

    internal override uint ObjectType => 23;

    /// <summary>The port by which it is known.</summary>
    internal KPort Port { get; set; } = null!;      // set at birth

    /// <summary>The task whose semaphore it is.</summary>
    internal KTask Owner => owner;

    internal bool HasEnded => Volatile.Read(ref _ended);

    /// <summary>Wakes one waiter, or adds to the count.</summary>
    internal kern_return_t Signal(ref Aftermath after)
    {
        _gate.Enter();
        var ended = _ended;
        if (!ended && _waiters.First is { } waiter)
            Wake(waiter, KERN_SUCCESS, ref after);
        else if (!ended)
            unchecked { _count++; }      // nobody checks it (R-TIM-21)
        _gate.Exit();
        return ended ? KERN_TERMINATED : KERN_SUCCESS;
    }

    /// <summary>Wakes every waiter; the count stays as it is.</summary>
    internal kern_return_t SignalAll(ref Aftermath after)
    {
        _gate.Enter();
        var ended = _ended;
        WakeAll(KERN_SUCCESS, ref after);
        _gate.Exit();
        return ended ? KERN_TERMINATED : KERN_SUCCESS;
    }

    /// <summary>Wakes this waiter, or any one for null; nothing is added for later when there is none.</summary>
    internal kern_return_t SignalThread(KThread? thread, ref Aftermath after)
    {
        _gate.Enter();
        var code = _ended ? KERN_TERMINATED : KERN_NOT_WAITING;
        var waiter = thread ?? _waiters.First;
        if (!_ended && waiter is not null && waiter.SleepsOn(this, null))
        {
            Wake(waiter, KERN_SUCCESS, ref after);
            code = KERN_SUCCESS;
        }
        _gate.Exit();
        return code;
    }

    /// <summary>Takes one from the count, or puts the thread to sleep; how its trap goes on is settled before.</summary>
    /// <param name="thread">Who waits.</param>
    /// <param name="polls">It does not sleep.</param>
    /// <param name="timed">When it sleeps, a deadline is given to the timers.</param>
    /// <param name="code">How it ended, when it is done.</param>
    /// <param name="serial">The wait, when it sleeps.</param>
    internal TrapStatus Take(KThread thread, bool polls, bool timed, out kern_return_t code, out uint serial)
    {
        _gate.Enter();
        var sleeps = false;
        if (_ended)
        {
            code = KERN_TERMINATED;
        }
        else if (_count > 0)
        {
            _count--;
            code = KERN_SUCCESS;
        }
        else
        {
            code = polls ? KERN_OPERATION_TIMED_OUT : KERN_ABORTED;
            sleeps = !polls && thread.BeginWait(this, timed);
        }
        serial = thread.WaitSerial;
        if (sleeps && lastComeFirst)
            _waiters.Prepend(thread);
        else if (sleeps)
            _waiters.Append(thread);
        _gate.Exit();
        return sleeps ? TrapStatus.Blocked : TrapStatus.Done;
    }

    /// <summary>It is over: waiters are told, and whoever still has a right to it will be (R-SEMA-8).</summary>
    internal void End(ref Aftermath after)
    {
        _gate.Enter();
        Volatile.Write(ref _ended, true);
        WakeAll(KERN_TERMINATED, ref after);
        _gate.Exit();
        owner.Disown(this);
    }

    internal override void NoSenders(KPort port, ref Aftermath after)
    {
        End(ref after);
        port.Die(ref after);
    }

    public bool TryStop(KThread thread, uint? serial, bool interrupted)
    {
        _gate.Enter();
        var stops = thread.SleepsOn(this, serial);
        if (stops)
        {
            _waiters.Remove(thread);
            thread.WaitCode = interrupted ? KERN_ABORTED : KERN_OPERATION_TIMED_OUT;
        }
        _gate.Exit();
        return stops;
    }

    private void WakeAll(kern_return_t code, ref Aftermath after)
    {
        while (_waiters.First is { } waiter)
            Wake(waiter, code, ref after);
    }

    private void Wake(KThread waiter, kern_return_t code, ref Aftermath after)
    {
        _waiters.Remove(waiter);
        waiter.WaitCode = code;
        after.Wake(waiter);
    }
}
