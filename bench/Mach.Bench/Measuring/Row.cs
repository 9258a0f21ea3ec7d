namespace Mach.Bench.Measuring;

/// <summary>One line of the table: figures that were measured in this run, or the reason why there are none.</summary>
/// <param name="Id">The goal: G1.</param>
/// <param name="What">What was repeated.</param>
/// <param name="Placement">Where the two ends ran.</param>
/// <param name="PeerName">What it is compared with.</param>
/// <param name="Goal">What was to be reached.</param>
internal sealed record Row(string Id, string What, string Placement, string PeerName, Goal Goal)
{
    /// <summary>Nanoseconds an operation of ours took, or the figure itself where there is no time.</summary>
    public double? Ours { get; init; }

    /// <summary>Nanoseconds an operation of the peer took.</summary>
    public double? Peer { get; init; }

    /// <summary>The figure that the goal limits.</summary>
    public double? Ratio { get; init; }

    /// <summary>Half of the rounds lay between these two.</summary>
    public double? LowRatio { get; init; }

    /// <inheritdoc cref="LowRatio"/>
    public double? HighRatio { get; init; }

    /// <summary>Why there are no figures.</summary>
    public string? NotMeasured { get; init; }

    /// <summary>True when a call failed or gave a wrong answer: not a matter of speed.</summary>
    public bool Failed { get; init; }

    /// <summary>True when the goal was reached, null when nothing was measured.</summary>
    public bool? Reached => Ratio is { } ratio ? Goal.IsReachedBy(ratio) : null;
}
