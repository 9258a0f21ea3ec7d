namespace Mach.Abi;

// mach/thread_policy.h
public static partial class MachConstants
{
    /// <summary>Thread policy flavor: <c>thread_standard_policy_data_t</c>; no data.</summary>
    public const int THREAD_STANDARD_POLICY = 1;

    /// <summary>Words of <c>THREAD_STANDARD_POLICY</c>.</summary>
    public const int THREAD_STANDARD_POLICY_COUNT = 0;

    /// <summary>Thread policy flavor: <c>thread_extended_policy_data_t</c>.</summary>
    public const int THREAD_EXTENDED_POLICY = 1;

    /// <summary>Words of <c>THREAD_EXTENDED_POLICY</c>.</summary>
    public const uint THREAD_EXTENDED_POLICY_COUNT = 1;

    /// <summary>Thread policy flavor: <c>thread_time_constraint_policy_data_t</c>.</summary>
    public const int THREAD_TIME_CONSTRAINT_POLICY = 2;

    /// <summary>Words of <c>THREAD_TIME_CONSTRAINT_POLICY</c>.</summary>
    public const uint THREAD_TIME_CONSTRAINT_POLICY_COUNT = 4;

    /// <summary>Thread policy flavor: <c>thread_precedence_policy_data_t</c>.</summary>
    public const int THREAD_PRECEDENCE_POLICY = 3;

    /// <summary>Words of <c>THREAD_PRECEDENCE_POLICY</c>.</summary>
    public const uint THREAD_PRECEDENCE_POLICY_COUNT = 1;

    /// <summary>Thread policy flavor: <c>thread_affinity_policy_data_t</c>.</summary>
    public const int THREAD_AFFINITY_POLICY = 4;

    /// <summary>Affinity: none.</summary>
    public const int THREAD_AFFINITY_TAG_NULL = 0;

    /// <summary>Words of <c>THREAD_AFFINITY_POLICY</c>.</summary>
    public const uint THREAD_AFFINITY_POLICY_COUNT = 1;

    /// <summary>Thread policy flavor: <c>thread_background_policy_data_t</c>.</summary>
    public const int THREAD_BACKGROUND_POLICY = 5;

    /// <summary>Background priority of a thread.</summary>
    public const int THREAD_BACKGROUND_POLICY_DARWIN_BG = 0x1000;

    /// <summary>Words of <c>THREAD_BACKGROUND_POLICY</c>.</summary>
    public const uint THREAD_BACKGROUND_POLICY_COUNT = 1;

    /// <summary>Thread policy flavor: <c>thread_latency_qos_policy_data_t</c>.</summary>
    public const int THREAD_LATENCY_QOS_POLICY = 7;

    /// <summary>Words of <c>THREAD_LATENCY_QOS_POLICY</c>.</summary>
    public const uint THREAD_LATENCY_QOS_POLICY_COUNT = 1;

    /// <summary>Thread policy flavor: <c>thread_throughput_qos_policy_data_t</c>.</summary>
    public const int THREAD_THROUGHPUT_QOS_POLICY = 8;

    /// <summary>Words of <c>THREAD_THROUGHPUT_QOS_POLICY</c>.</summary>
    public const uint THREAD_THROUGHPUT_QOS_POLICY_COUNT = 1;
}
