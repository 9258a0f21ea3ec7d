namespace Mach.Abi;

// mach/task_policy.h
public static partial class MachConstants
{
    /// <summary>Task policy flavor: <c>task_category_policy_data_t</c>.</summary>
    public const int TASK_CATEGORY_POLICY = 1;

    /// <summary>Task policy flavor: suppression.</summary>
    public const int TASK_SUPPRESSION_POLICY = 3;

    /// <summary>Task policy flavor: all of the state.</summary>
    public const int TASK_POLICY_STATE = 4;

    /// <summary>Task policy flavor: <c>task_qos_policy</c>, set by the task.</summary>
    public const int TASK_BASE_QOS_POLICY = 8;

    /// <summary>Task policy flavor: <c>task_qos_policy</c>, set over the task's own.</summary>
    public const int TASK_OVERRIDE_QOS_POLICY = 9;

    /// <summary>Task policy flavor: <c>task_qos_policy</c>, latency only.</summary>
    public const int TASK_BASE_LATENCY_QOS_POLICY = 10;

    /// <summary>Task policy flavor: <c>task_qos_policy</c>, throughput only.</summary>
    public const int TASK_BASE_THROUGHPUT_QOS_POLICY = 11;

    /// <summary>Words of <c>TASK_CATEGORY_POLICY</c>.</summary>
    public const uint TASK_CATEGORY_POLICY_COUNT = 1;

    /// <summary>Latency tier of a new task.</summary>
    public const int LATENCY_QOS_LAUNCH_DEFAULT_TIER = 0xff0004;

    /// <summary>Throughput tier of a new task.</summary>
    public const int THROUGHPUT_QOS_LAUNCH_DEFAULT_TIER = 0xfe0004;

    /// <summary>Words of <c>task_qos_policy</c>.</summary>
    public const uint TASK_QOS_POLICY_COUNT = 2;

    /// <summary>Process flag: in the background by its own wish.</summary>
    public const int PROC_FLAG_DARWINBG = 0x8000;

    /// <summary>Process flag: in the background by another's wish.</summary>
    public const int PROC_FLAG_EXT_DARWINBG = 0x10000;

    /// <summary>Process flag: a daemon of the system on iOS.</summary>
    public const int PROC_FLAG_IOS_APPLEDAEMON = 0x20000;

    /// <summary>Process flag: promoted by importance on iOS.</summary>
    public const int PROC_FLAG_IOS_IMPPROMOTION = 0x80000;

    /// <summary>Process flag: adaptive.</summary>
    public const int PROC_FLAG_ADAPTIVE = 0x100000;

    /// <summary>Process flag: adaptive and important now.</summary>
    public const int PROC_FLAG_ADAPTIVE_IMPORTANT = 0x200000;

    /// <summary>Process flag: gives importance to others.</summary>
    public const int PROC_FLAG_IMPORTANCE_DONOR = 0x400000;

    /// <summary>Process flag: suppressed.</summary>
    public const int PROC_FLAG_SUPPRESSED = 0x800000;

    /// <summary>Process flag: an application.</summary>
    public const int PROC_FLAG_APPLICATION = 0x1000000;

    /// <summary>Process flag: an application on iOS.</summary>
    public const int PROC_FLAG_IOS_APPLICATION = 0x1000000;

    /// <summary>Role of a task: its priority was set with nice.</summary>
    public const int TASK_RENICED = -1;

    /// <summary>Role of a task: none.</summary>
    public const int TASK_UNSPECIFIED = 0;

    /// <summary>Role of a task: the application in front.</summary>
    public const int TASK_FOREGROUND_APPLICATION = 1;

    /// <summary>Role of a task: an application behind.</summary>
    public const int TASK_BACKGROUND_APPLICATION = 2;

    /// <summary>Role of a task: controls others.</summary>
    public const int TASK_CONTROL_APPLICATION = 3;

    /// <summary>Role of a task: draws for others.</summary>
    public const int TASK_GRAPHICS_SERVER = 4;

    /// <summary>Role of a task: throttled.</summary>
    public const int TASK_THROTTLE_APPLICATION = 5;

    /// <summary>Role of a task: without a user interface.</summary>
    public const int TASK_NONUI_APPLICATION = 6;

    /// <summary>Role of a task: ordinary.</summary>
    public const int TASK_DEFAULT_APPLICATION = 7;

    /// <summary>Role of a task: in the background.</summary>
    public const int TASK_DARWINBG_APPLICATION = 8;

    /// <summary>Latency tier: none.</summary>
    public const int LATENCY_QOS_TIER_UNSPECIFIED = 0;

    /// <summary>Latency tier 0; 0 waits least.</summary>
    public const int LATENCY_QOS_TIER_0 = 0xff0001;

    /// <summary>Latency tier 1; 0 waits least.</summary>
    public const int LATENCY_QOS_TIER_1 = 0xff0002;

    /// <summary>Latency tier 2; 0 waits least.</summary>
    public const int LATENCY_QOS_TIER_2 = 0xff0003;

    /// <summary>Latency tier 3; 0 waits least.</summary>
    public const int LATENCY_QOS_TIER_3 = 0xff0004;

    /// <summary>Latency tier 4; 0 waits least.</summary>
    public const int LATENCY_QOS_TIER_4 = 0xff0005;

    /// <summary>Latency tier 5; 0 waits least.</summary>
    public const int LATENCY_QOS_TIER_5 = 0xff0006;

    /// <summary>Throughput tier: none.</summary>
    public const int THROUGHPUT_QOS_TIER_UNSPECIFIED = 0;

    /// <summary>Throughput tier 0; 0 gets most.</summary>
    public const int THROUGHPUT_QOS_TIER_0 = 0xfe0001;

    /// <summary>Throughput tier 1; 0 gets most.</summary>
    public const int THROUGHPUT_QOS_TIER_1 = 0xfe0002;

    /// <summary>Throughput tier 2; 0 gets most.</summary>
    public const int THROUGHPUT_QOS_TIER_2 = 0xfe0003;

    /// <summary>Throughput tier 3; 0 gets most.</summary>
    public const int THROUGHPUT_QOS_TIER_3 = 0xfe0004;

    /// <summary>Throughput tier 4; 0 gets most.</summary>
    public const int THROUGHPUT_QOS_TIER_4 = 0xfe0005;

    /// <summary>Throughput tier 5; 0 gets most.</summary>
    public const int THROUGHPUT_QOS_TIER_5 = 0xfe0006;
}
