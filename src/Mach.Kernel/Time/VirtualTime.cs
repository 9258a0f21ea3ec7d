namespace Mach.Kernel;

/// <summary>
/// A source of time that stands still until it is told to go on: with it as <see cref="KernelOptions.Time"/> a time-out of an hour
/// takes no time, and a program that is driven by one thread does the same thing every time it runs.
/// </summary>
/// <remarks>
/// V1 What falls due runs on the thread that lets time pass, at its own time, in order; of one moment, in the order in which it was set.
/// V2 Time never goes back.
/// </remarks>
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<Alarm> _alarms = new(Comparer<Alarm>.Create(static (one, other) => one.CompareTo(other)));   // _gate; those that are set
    private readonly DateTimeOffset _start;
    private long _now;        // written under _gate
    private long _order;      // _gate

    /// <summary>Makes time that begins in 1970.</summary>
    public VirtualTime()
        : this(DateTimeOffset.UnixEpoch)
    {
    }

    /// <summary>Makes time that begins at <paramref name="start"/>.</summary>
    public VirtualTime(DateTimeOffset start) => _start = start.ToUniversalTime();

    /// <summary>Ticks of <see cref="TimeSpan"/> in a second.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How much time has passed since it was made.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _now);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Lets time pass; every timer that falls due meanwhile fires at its time.</summary>
    /// <param name="time">Not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time.Ticks, nameof(time));
        var until = GetTimestamp() + time.Ticks;
        while (TakeDue(until) is { } alarm)
            alarm.Ring();
        lock (_gate)
            PassTo(until);
    }

    /// <summary>Lets time pass until the next timer falls due, and fires those of that moment.</summary>
    /// <returns>False when none is set: no time has passed.</returns>
    public bool AdvanceToNext()
    {
        long until;
        lock (_gate)
        {
            if (_alarms.Min is not { } next)
                return false;
            until = Math.Max(next.Due, _now);
        }
        while (TakeDue(until) is { } alarm)
            alarm.Ring();
        return true;
    }

    private Alarm? TakeDue(long until)
    {
        lock (_gate)
        {
            if (_alarms.Min is not { } alarm || alarm.Due > until)
                return null;
            _alarms.Remove(alarm);
            PassTo(alarm.Due);
            alarm.Repeat();
            return alarm;
        }
    }

    private void PassTo(long time) => Interlocked.Exchange(ref _now, Math.Max(time, _now));

    private void Set(Alarm alarm, long due)
    {
        alarm.Due = due;
        alarm.Order = _order++;
        _alarms.Add(alarm);
    }

    private sealed class Alarm(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;     // time._gate
        private bool _disposed;                                  // time._gate
        internal long Due;                                       // time._gate
        internal long Order;                                     // time._gate

        internal int CompareTo(Alarm other) => Due != other.Due ? Due.CompareTo(other.Due) : Order.CompareTo(other.Order);

        internal void Ring() => callback(state);

        internal void Repeat()
        {
            if (_period > TimeSpan.Zero)
                time.Set(this, Due + _period.Ticks);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ThrowIfNoTime(dueTime, nameof(dueTime));
            ThrowIfNoTime(period, nameof(period));
            lock (time._gate)
            {
                if (_disposed)
                    return false;
                time._alarms.Remove(this);
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    time.Set(this, time._now + dueTime.Ticks);
            }
            return true;
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                _disposed = true;
                time._alarms.Remove(this);
                _period = Timeout.InfiniteTimeSpan;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private static void ThrowIfNoTime(TimeSpan time, string name)
        {
            if (time != Timeout.InfiniteTimeSpan)
                ArgumentOutOfRangeException.ThrowIfNegative(time.Ticks, name);
        }
    }
}
