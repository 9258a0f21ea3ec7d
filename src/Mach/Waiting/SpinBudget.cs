using System.Diagnostics;

namespace Mach;

/// <summary>How long one sleeper spins before it sleeps: learnt from whether spinning paid.</summary>
/// <remarks>
/// A wake-up costs some microseconds, so spinning up to that long never costs more than twice the best choice.
/// A sleeper whose spinning keeps failing (its waker shares the processor, or is slow) stops spinning at all
/// and tries again ever more rarely.
/// </remarks>
internal struct SpinBudget
{
    private const int FirstProbe = 32;
    private const int LastProbe = 8192;

    private static readonly long s_most = Environment.ProcessorCount == 1 ? 0 : Stopwatch.Frequency / 50_000; // 20 µs
    private static readonly long s_least = s_most / 4;                                                        // 5 µs

    private long _ticks;       // 0 = do not spin
    private int _untilProbe;   // waits left before the next try, while _ticks is 0
    private int _probe;        // waits between tries

    /// <summary>The most that is ever spun, in <see cref="Stopwatch"/> ticks.</summary>
    internal static long Most => s_most;

    /// <summary>A budget that has yet to learn: it starts with the most.</summary>
    internal static SpinBudget Fresh => new() { _ticks = s_most, _probe = FirstProbe };

    /// <summary>How long to spin now, in <see cref="Stopwatch"/> ticks.</summary>
    internal long Next()
    {
        if (_ticks != 0 || s_most == 0)
            return _ticks;
        if (--_untilProbe > 0)
            return 0;
        _untilProbe = _probe;
        _probe = Math.Min(_probe * 2, LastProbe);
        return s_most;
    }

    /// <summary>The wait ended while spinning.</summary>
    internal void Paid()
    {
        _ticks = Math.Min(Math.Max(_ticks * 2, s_least), s_most);
        _probe = FirstProbe;
    }

    /// <summary>Spinning was in vain.</summary>
    internal void Failed()
    {
        if (_ticks == 0)
            return;
        _ticks /= 2;
        if (_ticks >= s_least)
            return;
        _ticks = 0;
        _untilProbe = _probe;
    }
}
