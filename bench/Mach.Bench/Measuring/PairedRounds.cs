namespace Mach.Bench.Measuring;

/// <summary>What a comparison found: medians over its rounds.</summary>
/// <param name="Ours">Nanoseconds an operation of ours takes.</param>
/// <param name="Peer">Nanoseconds an operation of the peer takes.</param>
/// <param name="Ratio">Median of the rounds' own ratios, ours to the peer's; not the ratio of the medians.</param>
/// <param name="LowRatio">First quartile of the ratios.</param>
/// <param name="HighRatio">Third quartile of the ratios.</param>
/// <param name="Rounds">How many rounds counted.</param>
internal sealed record PairedResult(double Ours, double Peer, double Ratio, double LowRatio, double HighRatio, int Rounds);

/// <summary>
/// Two workloads measured turn by turn. Both see the same drift of the machine, so each round's ratio stands even
/// where absolute times wander; the order within a round alternates.
/// </summary>
internal sealed class PairedRounds(int rounds)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(40);

    /// <summary>Measures both.</summary>
    public PairedResult Compare(Workload ours, Workload peer)
    {
        var (ourCount, peerCount) = (Calibrate(ours), Calibrate(peer));
        var ourTimes = new double[rounds];
        var peerTimes = new double[rounds];
        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                ourTimes[round] = ours.Nanoseconds(ourCount) / ourCount;
                peerTimes[round] = peer.Nanoseconds(peerCount) / peerCount;
            }
            else
            {
                peerTimes[round] = peer.Nanoseconds(peerCount) / peerCount;
                ourTimes[round] = ours.Nanoseconds(ourCount) / ourCount;
            }

            ratios[round] = ourTimes[round] / peerTimes[round];
        }

        return new PairedResult(Quantile(ourTimes, 0.5), Quantile(peerTimes, 0.5), Quantile(ratios, 0.5), Quantile(ratios, 0.25), Quantile(ratios, 0.75), rounds);
    }

    // Runs until compilation in the background has settled, then finds how many operations fill a turn.
    private static long Calibrate(Workload workload)
    {
        var count = 16L;
        var spent = 0.0;
        while (true)
        {
            var took = workload.Nanoseconds(count);
            spent += took;
            if (spent >= WarmUp.TotalNanoseconds)
                return Math.Max(1, (long)(Turn.TotalNanoseconds / (took / count)));
            if (took < Turn.TotalNanoseconds)
                count *= 2;
        }
    }

    private static double Quantile(double[] values, double part)
    {
        var sorted = values.Order().ToArray();
        var place = part * (sorted.Length - 1);
        var low = (int)place;
        return low + 1 < sorted.Length ? sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}
