namespace Mach.Kernel;

/// <summary>The kernel's time: nanoseconds of one source. Absolute time is counted in them, so the time base is 1/1 (R-TIM-28).</summary>
/// <remarks>
/// The source knows of no sleep of the machine, so continuous time is absolute time.
/// </remarks>
internal sealed class MachTime(TimeProvider source)
{
    internal const ulong PerSecond = 1_000_000_000;
    internal const ulong PerMillisecond = 1_000_000;
    internal const ulong PerMicrosecond = 1000;
    private const long PerTick = 100;

    private readonly ulong _frequency = (ulong)source.TimestampFrequency;

    internal TimeProvider Source { get; } = source;

    /// <summary>Absolute time.</summary>
    internal ulong Now
    {
        get
        {
            var stamp = (ulong)Source.GetTimestamp();
            if (_frequency == PerSecond)
                return stamp;
            var whole = stamp / _frequency;
            return (whole * PerSecond) + (ulong)((UInt128)(stamp - (whole * _frequency)) * PerSecond / _frequency);
        }
    }

    /// <summary>Time since 1970.</summary>
    internal ulong Calendar => (ulong)(Source.GetUtcNow().Ticks - DateTimeOffset.UnixEpoch.Ticks) * (ulong)PerTick;

    /// <summary>So much later than now; the end of time when there is no number for it.</summary>
    internal ulong After(ulong nanoseconds)
    {
        var now = Now;
        return nanoseconds > ulong.MaxValue - now ? ulong.MaxValue : now + nanoseconds;
    }

    /// <summary>The absolute time so many milliseconds from now.</summary>
    internal ulong AfterMilliseconds(uint milliseconds) => After(milliseconds * PerMillisecond);

    /// <summary>For how long to set a timer of the source, so that it does not fire early: one of the system counts whole milliseconds.</summary>
    internal TimeSpan Until(ulong due)
    {
        var now = Now;
        if (due <= now)
            return TimeSpan.Zero;
        var left = Math.Min(due - now, LongestTimer);
        var grain = ReferenceEquals(Source, TimeProvider.System) ? PerMillisecond : (ulong)PerTick;
        return TimeSpan.FromTicks((long)((left + grain - 1) / grain * (grain / (ulong)PerTick)));
    }

    // Timers take no more than 49 days; one that is due later is set again.
    private const ulong LongestTimer = 30 * 24 * 3600 * PerSecond;
}
