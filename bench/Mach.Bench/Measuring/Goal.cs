using System.Globalization;

namespace Mach.Bench.Measuring;

/// <summary>What a ratio should be.</summary>
/// <param name="Bound">The limit.</param>
/// <param name="AtLeast">True when more is better: the ratio is of rates and not of times.</param>
/// <param name="Unit">What the figure is, when it is no ratio.</param>
internal sealed record Goal(double Bound, bool AtLeast = false, string Unit = "×")
{
    public static Goal AtMostTimes(double bound) => new(bound);

    public static Goal RateAtLeast(double bound) => new(bound, AtLeast: true);

    public static Goal AtMostBytes(double bound) => new(bound, Unit: " B");

    public bool IsReachedBy(double value) => AtLeast ? value >= Bound : value <= Bound;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "≥" : "≤")} {Bound}{Unit}");
}
