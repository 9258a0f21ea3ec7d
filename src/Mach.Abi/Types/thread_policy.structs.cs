using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/thread_policy.h: structures

/// <summary>Ordinary scheduling (<c>THREAD_STANDARD_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_standard_policy_data_t
{
    /// <summary>Not used.</summary>
    public natural_t no_data;
}

/// <summary>Time sharing or not (<c>THREAD_EXTENDED_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_extended_policy_data_t
{
    /// <summary>1 for time sharing.</summary>
    public boolean_t timeshare;
}

/// <summary>Real time, in absolute time (<c>THREAD_TIME_CONSTRAINT_POLICY</c>), 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_time_constraint_policy_data_t
{
    /// <summary>Time between two starts; 0 for none.</summary>
    public uint period;

    /// <summary>Time needed of each period.</summary>
    public uint computation;

    /// <summary>Time within which it is needed.</summary>
    public uint constraint;

    /// <summary>1 when it may be interrupted.</summary>
    public boolean_t preemptible;
}

/// <summary>Priority among the task's threads (<c>THREAD_PRECEDENCE_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_precedence_policy_data_t
{
    /// <summary>Added to the task's priority.</summary>
    public integer_t importance;
}

/// <summary>Closeness to other threads (<c>THREAD_AFFINITY_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_affinity_policy_data_t
{
    /// <summary>Threads of one tag are best run close together; <c>THREAD_AFFINITY_TAG_NULL</c> for none.</summary>
    public integer_t affinity_tag;
}

/// <summary>Background or not (<c>THREAD_BACKGROUND_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_background_policy_data_t
{
    /// <summary><c>THREAD_BACKGROUND_POLICY_DARWIN_BG</c> or 0.</summary>
    public integer_t priority;
}

/// <summary>Latency tier of a thread (<c>THREAD_LATENCY_QOS_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_latency_qos_policy_data_t
{
    /// <summary><c>LATENCY_QOS_TIER_*</c>.</summary>
    public thread_latency_qos_t thread_latency_qos_tier;
}

/// <summary>Throughput tier of a thread (<c>THREAD_THROUGHPUT_QOS_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct thread_throughput_qos_policy_data_t
{
    /// <summary><c>THROUGHPUT_QOS_TIER_*</c>.</summary>
    public thread_throughput_qos_t thread_throughput_qos_tier;
}
