namespace Mach.Bench.Measuring;

/// <summary>Something that yields one row of the table.</summary>
internal abstract record Measurement(string Id, string What, Goal Goal)
{
    /// <summary>Measures; a row that cannot be measured here says why.</summary>
    public Row Measure(int rounds)
    {
        try
        {
            return MeasureHere(rounds);
        }
        catch (UnavailableException reason)
        {
            return Empty with { NotMeasured = reason.Message };
        }
        catch (InvalidOperationException failure)
        {
            return Empty with { NotMeasured = failure.Message, Failed = true };
        }
        finally
        {
            Affinity.Pin(null);
        }
    }

    /// <summary>The row without figures.</summary>
    protected abstract Row Empty { get; }

    /// <inheritdoc cref="Measure"/>
    protected abstract Row MeasureHere(int rounds);
}

/// <summary>Ours against a peer, both placed alike.</summary>
/// <param name="PeerName">The peer, in the words of the table.</param>
/// <param name="Place">On which CPUs.</param>
/// <param name="Ours">Makes ours.</param>
/// <param name="Peer">Makes the peer.</param>
internal sealed record Comparison(
    string Id, string What, Goal Goal, string PeerName, Func<Placement> Place, Func<Placement, Workload> Ours, Func<Placement, Workload> Peer)
    : Measurement(Id, What, Goal)
{
    protected override Row Empty => new(Id, What, "", PeerName, Goal);

    protected override Row MeasureHere(int rounds)
    {
        var placement = Place();
        Affinity.Pin(placement.Client);
        using var peer = Peer(placement);
        using var ours = Ours(placement);
        var result = new PairedRounds(rounds).Compare(ours, peer);
        var (ratio, low, high) = Goal.AtLeast
            ? (1 / result.Ratio, 1 / result.HighRatio, 1 / result.LowRatio)
            : (result.Ratio, result.LowRatio, result.HighRatio);
        return Empty with { Placement = placement.ToString(), Ours = result.Ours, Peer = result.Peer, Ratio = ratio, LowRatio = low, HighRatio = high };
    }
}

/// <summary>Managed bytes that an operation allocates in steady state, on all threads together.</summary>
/// <param name="Place">On which CPUs.</param>
/// <param name="Ours">Makes ours.</param>
internal sealed record Allocation(string Id, string What, Goal Goal, Func<Placement> Place, Func<Placement, Workload> Ours)
    : Measurement(Id, What, Goal)
{
    private const long Operations = 200_000;

    protected override Row Empty => new(Id, What, "", "–", Goal);

    protected override Row MeasureHere(int rounds)
    {
        var placement = Place();
        Affinity.Pin(placement.Client);
        using var ours = Ours(placement);
        ours.Run(Operations);

        // Other threads of the process (the runtime's own) may allocate too; the least of several turns is ours.
        var least = long.MaxValue;
        for (var turn = 0; turn < 5; turn++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            ours.Run(Operations);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        // What a turn allocates once (a timer tick, the probe itself) is below one byte a hundred operations.
        var each = Math.Round(least / (double)Operations, 2);
        return Empty with { Placement = placement.ToString(), Ours = each, Ratio = each };
    }
}
