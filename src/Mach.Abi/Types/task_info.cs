namespace Mach.Abi;

// mach/task_info.h
public static partial class MachConstants
{
    /// <summary>Most words of a task's information.</summary>
    public const int TASK_INFO_MAX = 1024;

    /// <summary>Task info flavor: <c>task_basic_info_32_data_t</c>.</summary>
    public const int TASK_BASIC_INFO_32 = 4;

    /// <summary>Task info flavor: <c>task_basic_info_32_data_t</c> with the greatest resident size.</summary>
    public const int TASK_BASIC2_INFO_32 = 6;

    /// <summary>Words of <c>TASK_BASIC_INFO_32</c>.</summary>
    public const uint TASK_BASIC_INFO_32_COUNT = 8;

    /// <summary>Task info flavor: <c>task_basic_info_64_data_t</c>.</summary>
    public static TargetConstant<uint> TASK_BASIC_INFO_64 => new(arm64: 18, x86_64: 5);

    /// <summary>Words of <c>TASK_BASIC_INFO_64</c>.</summary>
    public const uint TASK_BASIC_INFO_64_COUNT = 10;

    /// <summary>Words of <c>TASK_BASIC_INFO</c>.</summary>
    public const uint TASK_BASIC_INFO_COUNT = 10;

    /// <summary>Task info flavor: <c>task_basic_info_data_t</c>.</summary>
    public static TargetConstant<uint> TASK_BASIC_INFO => new(arm64: 18, x86_64: 5);

    /// <summary>Task info flavor: <c>task_events_info_data_t</c>.</summary>
    public const int TASK_EVENTS_INFO = 2;

    /// <summary>Words of <c>TASK_EVENTS_INFO</c>.</summary>
    public const uint TASK_EVENTS_INFO_COUNT = 8;

    /// <summary>Task info flavor: <c>task_thread_times_info_data_t</c>, of live threads.</summary>
    public const int TASK_THREAD_TIMES_INFO = 3;

    /// <summary>Words of <c>TASK_THREAD_TIMES_INFO</c>.</summary>
    public const uint TASK_THREAD_TIMES_INFO_COUNT = 4;

    /// <summary>Task info flavor: <c>task_absolutetime_info_data_t</c>.</summary>
    public const int TASK_ABSOLUTETIME_INFO = 1;

    /// <summary>Words of <c>TASK_ABSOLUTETIME_INFO</c>.</summary>
    public const uint TASK_ABSOLUTETIME_INFO_COUNT = 8;

    /// <summary>Task info flavor: <c>task_kernelmemory_info_data_t</c>.</summary>
    public const int TASK_KERNELMEMORY_INFO = 7;

    /// <summary>Words of <c>TASK_KERNELMEMORY_INFO</c>.</summary>
    public const uint TASK_KERNELMEMORY_INFO_COUNT = 8;

    /// <summary>Task info flavor: <c>security_token_t</c>.</summary>
    public const int TASK_SECURITY_TOKEN = 13;

    /// <summary>Words of <c>TASK_SECURITY_TOKEN</c>.</summary>
    public const uint TASK_SECURITY_TOKEN_COUNT = 2;

    /// <summary>Task info flavor: <c>audit_token_t</c>.</summary>
    public const int TASK_AUDIT_TOKEN = 15;

    /// <summary>Words of <c>TASK_AUDIT_TOKEN</c>.</summary>
    public const uint TASK_AUDIT_TOKEN_COUNT = 8;

    /// <summary>Task info flavor: <c>task_affinity_tag_info_data_t</c>.</summary>
    public const int TASK_AFFINITY_TAG_INFO = 16;

    /// <summary>Words of <c>TASK_AFFINITY_TAG_INFO</c>.</summary>
    public const uint TASK_AFFINITY_TAG_INFO_COUNT = 4;

    /// <summary>Task info flavor: <c>task_dyld_info_data_t</c>.</summary>
    public const int TASK_DYLD_INFO = 17;

    /// <summary>Words of <c>TASK_DYLD_INFO</c>.</summary>
    public const uint TASK_DYLD_INFO_COUNT = 5;

    /// <summary>Format of the loader's information: 32-bit.</summary>
    public const int TASK_DYLD_ALL_IMAGE_INFO_32 = 0;

    /// <summary>Format of the loader's information: 64-bit.</summary>
    public const int TASK_DYLD_ALL_IMAGE_INFO_64 = 1;

    /// <summary>Task info flavor: <c>task_basic_info_64_2_data_t</c>; arm64 only.</summary>
    public const int TASK_BASIC_INFO_64_2 = 18;

    /// <summary>Words of <c>TASK_BASIC_INFO_64_2</c>.</summary>
    public const uint TASK_BASIC_INFO_64_2_COUNT = 10;

    /// <summary>Task info flavor: <c>task_extmod_info_data_t</c>.</summary>
    public const int TASK_EXTMOD_INFO = 19;

    /// <summary>Words of <c>TASK_EXTMOD_INFO</c>.</summary>
    public const uint TASK_EXTMOD_INFO_COUNT = 16;

    /// <summary>Task info flavor: <c>mach_task_basic_info_data_t</c>.</summary>
    public const int MACH_TASK_BASIC_INFO = 20;

    /// <summary>Words of <c>MACH_TASK_BASIC_INFO</c>.</summary>
    public const uint MACH_TASK_BASIC_INFO_COUNT = 12;

    /// <summary>Task info flavor: <c>task_power_info_data_t</c>.</summary>
    public const int TASK_POWER_INFO = 21;

    /// <summary>Words of <c>TASK_POWER_INFO</c>.</summary>
    public const uint TASK_POWER_INFO_COUNT = 12;

    /// <summary>Task info flavor: <c>task_vm_info_data_t</c>.</summary>
    public const int TASK_VM_INFO = 22;

    /// <summary>Task info flavor: <c>task_vm_info_data_t</c> with purgeable memory.</summary>
    public const int TASK_VM_INFO_PURGEABLE = 23;

    /// <summary>Words of <c>TASK_VM_INFO</c>, newest revision; fewer may be asked for and given.</summary>
    public const uint TASK_VM_INFO_COUNT = 93;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 7.</summary>
    public const uint TASK_VM_INFO_REV7_COUNT = 93;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 6.</summary>
    public const uint TASK_VM_INFO_REV6_COUNT = 89;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 5.</summary>
    public const uint TASK_VM_INFO_REV5_COUNT = 87;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 4.</summary>
    public const uint TASK_VM_INFO_REV4_COUNT = 86;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 3.</summary>
    public const uint TASK_VM_INFO_REV3_COUNT = 84;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 2.</summary>
    public const uint TASK_VM_INFO_REV2_COUNT = 42;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 1.</summary>
    public const uint TASK_VM_INFO_REV1_COUNT = 38;

    /// <summary>Words of <c>TASK_VM_INFO</c>, revision 0.</summary>
    public const uint TASK_VM_INFO_REV0_COUNT = 36;

    /// <summary>Task info flavor: <c>task_trace_memory_info_data_t</c>; no longer given.</summary>
    public const int TASK_TRACE_MEMORY_INFO = 24;

    /// <summary>Words of <c>TASK_TRACE_MEMORY_INFO</c>.</summary>
    public const uint TASK_TRACE_MEMORY_INFO_COUNT = 6;

    /// <summary>Task info flavor: <c>task_wait_state_info_data_t</c>.</summary>
    public const int TASK_WAIT_STATE_INFO = 25;

    /// <summary>Words of <c>TASK_WAIT_STATE_INFO</c>.</summary>
    public const uint TASK_WAIT_STATE_INFO_COUNT = 8;

    /// <summary>Task info flavor: <c>task_power_info_v2_data_t</c>.</summary>
    public const int TASK_POWER_INFO_V2 = 26;

    /// <summary>Words of <c>TASK_POWER_INFO_V2</c>, first revision.</summary>
    public static TargetConstant<uint> TASK_POWER_INFO_V2_COUNT_OLD => new(arm64: 22, x86_64: 20);

    /// <summary>Words of <c>TASK_POWER_INFO_V2</c>.</summary>
    public static TargetConstant<uint> TASK_POWER_INFO_V2_COUNT => new(arm64: 26, x86_64: 24);

    /// <summary>Task info flavor: <c>task_purgable_info_t</c>.</summary>
    public const int TASK_VM_INFO_PURGEABLE_ACCOUNT = 27;

    /// <summary>Task info flavor: <c>task_flags_info_data_t</c>.</summary>
    public const int TASK_FLAGS_INFO = 28;

    /// <summary>Words of <c>TASK_FLAGS_INFO</c>.</summary>
    public const uint TASK_FLAGS_INFO_COUNT = 1;

    /// <summary>Task flag: 64-bit addresses.</summary>
    public const int TF_LP64 = 1;

    /// <summary>Task flag: 64-bit registers.</summary>
    public const int TF_64B_DATA = 2;

    /// <summary>Task info flavor: of debug kernels only.</summary>
    public const int TASK_DEBUG_INFO_INTERNAL = 29;

    /// <summary>Guard behaviour: nothing happens.</summary>
    public const int TASK_EXC_GUARD_NONE = 0;

    /// <summary>Guard behaviour, memory: deliver an exception.</summary>
    public const int TASK_EXC_GUARD_VM_DELIVER = 1;

    /// <summary>Guard behaviour, memory: only the first time.</summary>
    public const int TASK_EXC_GUARD_VM_ONCE = 2;

    /// <summary>Guard behaviour, memory: make a corpse.</summary>
    public const int TASK_EXC_GUARD_VM_CORPSE = 4;

    /// <summary>Guard behaviour, memory: kill.</summary>
    public const int TASK_EXC_GUARD_VM_FATAL = 8;

    /// <summary>Guard behaviour, memory: all bits.</summary>
    public const int TASK_EXC_GUARD_VM_ALL = 0xf;

    /// <summary>Guard behaviour, ports: deliver an exception.</summary>
    public const int TASK_EXC_GUARD_MP_DELIVER = 16;

    /// <summary>Guard behaviour, ports: only the first time.</summary>
    public const int TASK_EXC_GUARD_MP_ONCE = 0x20;

    /// <summary>Guard behaviour, ports: make a corpse.</summary>
    public const int TASK_EXC_GUARD_MP_CORPSE = 0x40;

    /// <summary>Guard behaviour, ports: kill.</summary>
    public const int TASK_EXC_GUARD_MP_FATAL = 0x80;

    /// <summary>Guard behaviour, ports: all bits.</summary>
    public const int TASK_EXC_GUARD_MP_ALL = 0xf0;

    /// <summary>Guard behaviour: all bits.</summary>
    public const int TASK_EXC_GUARD_ALL = 0xff;

    /// <summary>Corpse forking: not for memory diagnosis.</summary>
    public const int TASK_CORPSE_FORKING_DISABLED_MEM_DIAG = 1;

    /// <summary>Task info flavor: time sharing policy.</summary>
    public const int TASK_SCHED_TIMESHARE_INFO = 10;

    /// <summary>Task info flavor: round robin policy.</summary>
    public const int TASK_SCHED_RR_INFO = 11;

    /// <summary>Task info flavor: first in, first out policy.</summary>
    public const int TASK_SCHED_FIFO_INFO = 12;

    /// <summary>Task info flavor: scheduling policy.</summary>
    public const int TASK_SCHED_INFO = 14;

    /// <summary>Task info flavor: <c>task_security_config_info</c>; from xnu-11417.121.6.</summary>
    public const int TASK_SECURITY_CONFIG_INFO = 32;

    /// <summary>Words of <c>TASK_SECURITY_CONFIG_INFO</c>.</summary>
    public const uint TASK_SECURITY_CONFIG_INFO_COUNT = 1;
}
