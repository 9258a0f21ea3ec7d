using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/task_policy.h: structures

/// <summary>Role of a task (<c>TASK_CATEGORY_POLICY</c>), 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_category_policy_data_t
{
    /// <summary><c>TASK_*_APPLICATION</c> and the like.</summary>
    public task_role_t role;
}

/// <summary>Tiers of a task (<c>TASK_BASE_QOS_POLICY</c>, <c>TASK_OVERRIDE_QOS_POLICY</c>), 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_qos_policy
{
    /// <summary><c>LATENCY_QOS_TIER_*</c>.</summary>
    public task_latency_qos_t task_latency_qos_tier;

    /// <summary><c>THROUGHPUT_QOS_TIER_*</c>.</summary>
    public task_throughput_qos_t task_throughput_qos_tier;
}
