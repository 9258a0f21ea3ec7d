namespace Mach.Kernel;

/// <summary>Everything that will fall due: a heap in order of time, and one timer of the clock for the earliest.</summary>
/// <remarks>
/// D1 _heap is ordered by Due, then by the order of setting; what is in it knows its slot.
/// D2 The clock's timer is due no later than the earliest of them; it may be due earlier, and then finds nothing.
/// </remarks>
internal sealed class TimerQueue(ManagedKernel kernel, MachTime time) : IDisposable
{
    private RankedLock _gate = new(LockRank.Leaf);
    private TimerCall[] _heap = new TimerCall[16];        // gate
    private int _count;                                   // gate
    private ulong _order;                                 // gate
    private ITimer? _timer;                               // _arming; made at first use
    private ulong _due = ulong.MaxValue;                  // gate; when the timer fires
    private bool _disposed;                               // _arming
    private readonly Lock _arming = new();                // taken with no kernel lock held; orders changes of the timer

    /// <summary>What is set at this moment, in no order.</summary>
    internal TimerCall[] Calls()
    {
        _gate.Enter();
        var calls = _heap[.._count];
        _gate.Exit();
        return calls;
    }

    /// <summary>Ends the thread's wait with this serial at the deadline; nothing happens if it is over by then. No lock held.</summary>
    internal void Add(KThread thread, uint serial, ulong deadline)
    {
        _gate.Enter();
        if (serial != thread.WaitSerial)
        {
            _gate.Exit();      // over already, and the thread sleeps anew
            return;
        }
        var arm = Insert(thread, serial, deadline);
        _gate.Exit();
        if (arm)
            Arm();
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref thread.WaitsOn) is null)
            Cancel(thread, serial);
    }

    /// <summary>Sets a call, or sets it anew. The gate of its object may be held.</summary>
    /// <returns>True when it is the earliest now: then <see cref="Arm"/> is due, with no lock held.</returns>
    internal bool Set(TimerCall call, uint serial, ulong due)
    {
        _gate.Enter();
        var arm = Insert(call, serial, due);
        _gate.Exit();
        return arm;
    }

    private void Cancel(TimerCall call, uint serial)
    {
        _gate.Enter();
        if (call.TimerSlot >= 0 && call.TimerSerial == serial)
            RemoveAt(call.TimerSlot);
        _gate.Exit();
    }

    internal void Cancel(TimerCall call)
    {
        _gate.Enter();
        if (call.TimerSlot >= 0)
            RemoveAt(call.TimerSlot);
        _gate.Exit();
    }

    public void Dispose()
    {
        lock (_arming)
        {
            _disposed = true;
            _timer?.Dispose();
        }
    }

    /// <summary>Sets the clock's timer for the earliest call. No lock held.</summary>
    internal void Arm()
    {
        lock (_arming)
        {
            _gate.Enter();
            var due = _due;
            _gate.Exit();
            if (due == ulong.MaxValue || _disposed)
                return;
            _timer ??= time.Source.CreateTimer(static state => ((TimerQueue)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(time.Until(due), Timeout.InfiniteTimeSpan);
        }
    }

    private void Fire()
    {
        var after = new Aftermath(kernel);
        while (true)
        {
            _gate.Enter();
            if (_count == 0 || _heap[0].Due > time.Now)
            {
                _due = _count == 0 ? ulong.MaxValue : _heap[0].Due;
                _gate.Exit();
                break;
            }
            var call = _heap[0];
            var serial = call.TimerSerial;
            RemoveAt(0);
            _gate.Exit();
            call.FallDue(serial, ref after);
        }
        Arm();
        after.Run();
    }

    private bool Insert(TimerCall call, uint serial, ulong due)
    {
        if (call.TimerSlot >= 0)
            RemoveAt(call.TimerSlot);
        call.Due = due;
        call.TimerOrder = _order++;
        call.TimerSerial = serial;
        if (_count == _heap.Length)
            Array.Resize(ref _heap, _count * 2);
        Place(call, _count++);
        Rise(call.TimerSlot);
        if (_heap[0].Due >= _due)
            return false;
        _due = _heap[0].Due;
        return true;
    }

    private void RemoveAt(int slot)
    {
        var call = _heap[slot];
        call.TimerSlot = -1;
        var last = _heap[--_count];
        _heap[_count] = null!;
        if (slot == _count)
            return;
        Place(last, slot);
        Rise(slot);
        Sink(last.TimerSlot);
    }

    private static bool IsBefore(TimerCall one, TimerCall other) =>
        one.Due < other.Due || (one.Due == other.Due && one.TimerOrder < other.TimerOrder);

    private void Place(TimerCall call, int slot)
    {
        _heap[slot] = call;
        call.TimerSlot = slot;
    }

    private void Rise(int slot)
    {
        var call = _heap[slot];
        while (slot > 0 && IsBefore(call, _heap[(slot - 1) / 2]))
        {
            Place(_heap[(slot - 1) / 2], slot);
            slot = (slot - 1) / 2;
        }
        Place(call, slot);
    }

    private void Sink(int slot)
    {
        var call = _heap[slot];
        while (true)
        {
            var child = (slot * 2) + 1;
            if (child + 1 < _count && IsBefore(_heap[child + 1], _heap[child]))
                child++;
            if (child >= _count || !IsBefore(_heap[child], call))
                break;
            Place(_heap[child], slot);
            slot = child;
        }
        Place(call, slot);
    }
}
