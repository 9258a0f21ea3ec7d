namespace Mach.Conformance;

/// <summary>Time that stands still until it is told to go on. What falls due runs on the thread that lets time pass.</summary>
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];   // _gate; those that are set
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Lets time pass; every timer that falls due meanwhile fires at its time, in order.</summary>
    public void Advance(TimeSpan time)
    {
        var until = GetTimestamp() + time.Ticks;
        while (TakeDue(until) is { } alarm)
            alarm.Ring();
        Interlocked.Exchange(ref _now, until);
    }

    private Alarm? TakeDue(long until)
    {
        lock (_gate)
        {
            var alarm = _alarms.MinBy(static set => set.Due);
            if (alarm is null || alarm.Due > until)
                return null;
            _alarms.Remove(alarm);
            if (alarm.Due > _now)
                Interlocked.Exchange(ref _now, alarm.Due);
            return alarm;
        }
    }

    private sealed class Alarm(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        internal long Due { get; private set; }

        internal void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(Timeout.InfiniteTimeSpan, period);
            lock (time._gate)
            {
                time._alarms.Remove(this);
                Due = time.GetTimestamp() + dueTime.Ticks;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    time._alarms.Add(this);
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
