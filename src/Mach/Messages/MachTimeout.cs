namespace Mach;

/// <summary>How long a call may wait. It is always chosen: there is no default.</summary>
/// <remarks>A call that sends and then receives gives each half the whole time.</remarks>
public readonly record struct MachTimeout
{
    // The milliseconds, and the kind above them: one word, so that it travels in a register.
    private readonly ulong _word;

    private enum Kind : byte
    {
        Unset,
        Timed,
        Infinite,
    }

    private MachTimeout(Kind kind, uint milliseconds) => _word = ((ulong)kind << 32) | milliseconds;

    /// <summary>Does not wait: what cannot be done at once ends timed out.</summary>
    public static MachTimeout NoWait => new(Kind.Timed, 0);

    /// <summary>Waits for as long as it takes.</summary>
    public static MachTimeout Infinite => new(Kind.Infinite, 0);

    /// <summary>True when it waits for as long as it takes.</summary>
    public bool IsInfinite => What == Kind.Infinite;

    /// <summary>The time; <see cref="Timeout.InfiniteTimeSpan"/> for <see cref="Infinite"/>.</summary>
    public TimeSpan Time => IsInfinite ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>Waits for <paramref name="time"/> at most, rounded up to milliseconds.</summary>
    /// <param name="time">Not negative; at most about 49 days.</param>
    public static MachTimeout After(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time.Ticks, nameof(time));
        double milliseconds = Math.Ceiling(time.TotalMilliseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, uint.MaxValue, nameof(time));
        return new(Kind.Timed, (uint)milliseconds);
    }

    /// <inheritdoc/>
    public override string ToString() => What switch
    {
        Kind.Infinite => "infinite",
        Kind.Timed => $"{Milliseconds} ms",
        _ => "unset",
    };

    /// <summary>The time in milliseconds, when there is one.</summary>
    internal uint Milliseconds => (uint)_word;

    private Kind What => (Kind)(_word >> 32);

    /// <summary>The option bits when the time counts.</summary>
    /// <exception cref="InvalidOperationException">No time-out was chosen.</exception>
    internal uint Option(uint bits) => What switch
    {
        Kind.Timed => bits,
        Kind.Infinite => 0,
        _ => throw new InvalidOperationException("Choose a time-out: After, NoWait or Infinite."),
    };
}
