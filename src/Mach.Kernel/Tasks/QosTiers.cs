namespace Mach.Kernel;

/// <summary>Which tiers of latency and throughput there are (R-TSK-45).</summary>
internal static class QosTiers
{
    internal static bool IsLatency(int tier) => tier is LATENCY_QOS_TIER_UNSPECIFIED or (>= LATENCY_QOS_TIER_0 and <= LATENCY_QOS_TIER_5);

    internal static bool IsThroughput(int tier) => tier is THROUGHPUT_QOS_TIER_UNSPECIFIED or (>= THROUGHPUT_QOS_TIER_0 and <= THROUGHPUT_QOS_TIER_5);
}
