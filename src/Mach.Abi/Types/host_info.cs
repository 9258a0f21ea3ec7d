namespace Mach.Abi;

// mach/host_info.h
public static partial class MachConstants
{
    /// <summary>Most words of a host's information.</summary>
    public const int HOST_INFO_MAX = 1024;

    /// <summary>Bytes of the kernel's version text, with its final zero.</summary>
    public const int KERNEL_VERSION_MAX = 512;

    /// <summary>Bytes of the boot information, with its final zero.</summary>
    public const int KERNEL_BOOT_INFO_MAX = 4096;

    /// <summary>Host info flavor: <c>host_basic_info_data_t</c>.</summary>
    public const int HOST_BASIC_INFO = 1;

    /// <summary>Host info flavor: <c>host_sched_info_data_t</c>.</summary>
    public const int HOST_SCHED_INFO = 3;

    /// <summary>Host info flavor: <c>kernel_resource_sizes_data_t</c>.</summary>
    public const int HOST_RESOURCE_SIZES = 4;

    /// <summary>Host info flavor: <c>host_priority_info_data_t</c>.</summary>
    public const int HOST_PRIORITY_INFO = 5;

    /// <summary>Host info flavor: whether semaphores have traps; no data.</summary>
    public const int HOST_SEMAPHORE_TRAPS = 7;

    /// <summary>Host info flavor: whether <c>mach_msg</c> is a trap; no data.</summary>
    public const int HOST_MACH_MSG_TRAP = 8;

    /// <summary>Host info flavor: <c>host_purgable_info_data_t</c>.</summary>
    public const int HOST_VM_PURGABLE = 9;

    /// <summary>Host info flavor: of debug kernels only.</summary>
    public const int HOST_DEBUG_INFO_INTERNAL = 10;

    /// <summary>Host info flavor: <c>host_can_has_debugger_info_data_t</c>.</summary>
    public const int HOST_CAN_HAS_DEBUGGER = 11;

    /// <summary>Host info flavor: <c>host_preferred_user_arch_data_t</c>.</summary>
    public const int HOST_PREFERRED_USER_ARCH = 12;

    /// <summary>Words of <c>HOST_CAN_HAS_DEBUGGER</c>.</summary>
    public const uint HOST_CAN_HAS_DEBUGGER_COUNT = 1;

    /// <summary>Words of <c>HOST_BASIC_INFO</c>.</summary>
    public const uint HOST_BASIC_INFO_COUNT = 12;

    /// <summary>Words of <c>HOST_SCHED_INFO</c>.</summary>
    public const uint HOST_SCHED_INFO_COUNT = 2;

    /// <summary>Words of <c>HOST_RESOURCE_SIZES</c>.</summary>
    public const uint HOST_RESOURCE_SIZES_COUNT = 5;

    /// <summary>Words of <c>HOST_PRIORITY_INFO</c>.</summary>
    public const uint HOST_PRIORITY_INFO_COUNT = 8;

    /// <summary>Host statistics flavor: <c>host_load_info_data_t</c>.</summary>
    public const int HOST_LOAD_INFO = 1;

    /// <summary>Host statistics flavor: <c>vm_statistics_data_t</c>.</summary>
    public const int HOST_VM_INFO = 2;

    /// <summary>Host statistics flavor: <c>host_cpu_load_info_data_t</c>.</summary>
    public const int HOST_CPU_LOAD_INFO = 3;

    /// <summary>Host statistics flavor: <c>vm_statistics64_data_t</c>.</summary>
    public const int HOST_VM_INFO64 = 4;

    /// <summary>Host statistics flavor: <c>vm_extmod_statistics_data_t</c>.</summary>
    public const int HOST_EXTMOD_INFO64 = 5;

    /// <summary>Host statistics flavor: <c>task_power_info_data_t</c> of the tasks that have ended.</summary>
    public const int HOST_EXPIRED_TASK_INFO = 6;

    /// <summary>Words of <c>HOST_LOAD_INFO</c>.</summary>
    public const uint HOST_LOAD_INFO_COUNT = 6;

    /// <summary>Words of <c>HOST_VM_PURGABLE</c>.</summary>
    public const uint HOST_VM_PURGABLE_COUNT = 68;

    /// <summary>Words of <c>HOST_VM_INFO64</c>.</summary>
    public const uint HOST_VM_INFO64_COUNT = 38;

    /// <summary>Words of <c>HOST_VM_INFO64</c>, newest revision.</summary>
    public const uint HOST_VM_INFO64_LATEST_COUNT = 38;

    /// <summary>Words of <c>HOST_VM_INFO64</c>, second revision.</summary>
    public const uint HOST_VM_INFO64_REV1_COUNT = 38;

    /// <summary>Words of <c>HOST_VM_INFO64</c>, first revision.</summary>
    public const uint HOST_VM_INFO64_REV0_COUNT = 24;

    /// <summary>Words of <c>HOST_EXTMOD_INFO64</c>.</summary>
    public const uint HOST_EXTMOD_INFO64_COUNT = 12;

    /// <summary>Words of <c>HOST_EXTMOD_INFO64</c>, newest revision.</summary>
    public const uint HOST_EXTMOD_INFO64_LATEST_COUNT = 12;

    /// <summary>Words of <c>HOST_VM_INFO</c>.</summary>
    public const uint HOST_VM_INFO_COUNT = 15;

    /// <summary>Words of <c>HOST_VM_INFO</c>, newest revision.</summary>
    public const uint HOST_VM_INFO_LATEST_COUNT = 15;

    /// <summary>Words of <c>HOST_VM_INFO</c>, third revision.</summary>
    public const uint HOST_VM_INFO_REV2_COUNT = 15;

    /// <summary>Words of <c>HOST_VM_INFO</c>, second revision.</summary>
    public const uint HOST_VM_INFO_REV1_COUNT = 14;

    /// <summary>Words of <c>HOST_VM_INFO</c>, first revision.</summary>
    public const uint HOST_VM_INFO_REV0_COUNT = 12;

    /// <summary>Words of <c>HOST_CPU_LOAD_INFO</c>.</summary>
    public const uint HOST_CPU_LOAD_INFO_COUNT = 4;

    /// <summary>Words of <c>HOST_PREFERRED_USER_ARCH</c>.</summary>
    public const uint HOST_PREFERRED_USER_ARCH_COUNT = 2;
}
