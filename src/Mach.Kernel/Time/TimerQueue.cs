namespace Mach.Kernel;

/// <summary>Deadlines of sleeping threads: a heap in order of time, and one timer of the clock for the earliest.</summary>
/// <remarks>
/// D1 _heap is ordered by Deadline; a thread in it knows its slot.
/// D2 The clock's timer is due no later than the earliest deadline; it may be due earlier, and then finds nothing.
/// </remarks>
internal sealed class TimerQueue(ManagedKernel kernel, TimeProvider time) : IDisposable
{
    private RankedLock _gate = new(LockRank.Leaf);
    private KThread[] _heap = new KThread[16];            // gate
    private int _count;                                   // gate
    private ITimer? _timer;                               // _arming; made at first use
    private long _due = long.MaxValue;                    // gate; when the timer fires, in time stamps
    private readonly Lock _arming = new();                // taken with no kernel lock held; orders changes of the timer
    private readonly double _ticksPerMillisecond = time.TimestampFrequency / 1000.0;

    /// <summary>The deadline so many milliseconds from now.</summary>
    internal long After(uint milliseconds) => time.GetTimestamp() + (long)Math.Ceiling(milliseconds * _ticksPerMillisecond);

    internal int Count => Volatile.Read(ref _count);

    /// <summary>Ends the thread's wait with this serial at the deadline; nothing happens if it is over by then. No lock held.</summary>
    internal void Add(KThread thread, uint serial, long deadline)
    {
        _gate.Enter();
        if (serial != thread.WaitSerial)
        {
            _gate.Exit();      // over already, and the thread sleeps anew
            return;
        }
        if (thread.TimerSlot >= 0)
            RemoveAt(thread.TimerSlot);
        thread.Deadline = deadline;
        thread.TimerSerial = serial;
        if (_count == _heap.Length)
            Array.Resize(ref _heap, _count * 2);
        Place(thread, _count++);
        Rise(thread.TimerSlot);
        var arm = _heap[0].Deadline < _due;
        if (arm)
            _due = _heap[0].Deadline;
        _gate.Exit();
        if (arm)
            Arm();
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref thread.WaitsOn) is null)
            Cancel(thread, serial);
    }

    private void Cancel(KThread thread, uint serial)
    {
        _gate.Enter();
        if (thread.TimerSlot >= 0 && thread.TimerSerial == serial)
            RemoveAt(thread.TimerSlot);
        _gate.Exit();
    }

    internal void Cancel(KThread thread)
    {
        _gate.Enter();
        if (thread.TimerSlot >= 0)
            RemoveAt(thread.TimerSlot);
        _gate.Exit();
    }

    public void Dispose() => _timer?.Dispose();

    private void Arm()
    {
        lock (_arming)
        {
            _gate.Enter();
            var due = _due;
            _gate.Exit();
            if (due == long.MaxValue)
                return;
            // Timers count whole milliseconds; rounding up keeps one from firing early and being armed again.
            var left = time.GetElapsedTime(time.GetTimestamp(), due).TotalMilliseconds;
            _timer ??= time.CreateTimer(static state => ((TimerQueue)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(left))), Timeout.InfiniteTimeSpan);
        }
    }

    private void Fire()
    {
        var after = new Aftermath(kernel);
        while (true)
        {
            _gate.Enter();
            if (_count == 0 || _heap[0].Deadline > time.GetTimestamp())
            {
                _due = _count == 0 ? long.MaxValue : _heap[0].Deadline;
                _gate.Exit();
                break;
            }
            var thread = _heap[0];
            var serial = thread.TimerSerial;
            RemoveAt(0);
            _gate.Exit();
            thread.TimeOut(serial, ref after);
        }
        Arm();
        after.Run();
    }

    private void RemoveAt(int slot)
    {
        var thread = _heap[slot];
        thread.TimerSlot = -1;
        var last = _heap[--_count];
        _heap[_count] = null!;
        if (slot == _count)
            return;
        Place(last, slot);
        Rise(slot);
        Sink(last.TimerSlot);
    }

    private void Place(KThread thread, int slot)
    {
        _heap[slot] = thread;
        thread.TimerSlot = slot;
    }

    private void Rise(int slot)
    {
        var thread = _heap[slot];
        while (slot > 0 && _heap[(slot - 1) / 2].Deadline > thread.Deadline)
        {
            Place(_heap[(slot - 1) / 2], slot);
            slot = (slot - 1) / 2;
        }
        Place(thread, slot);
    }

    private void Sink(int slot)
    {
        var thread = _heap[slot];
        while (true)
        {
            var child = (slot * 2) + 1;
            if (child + 1 < _count && _heap[child + 1].Deadline < _heap[child].Deadline)
                child++;
            if (child >= _count || _heap[child].Deadline >= thread.Deadline)
                break;
            Place(_heap[child], slot);
            slot = child;
        }
        Place(thread, slot);
    }
}
