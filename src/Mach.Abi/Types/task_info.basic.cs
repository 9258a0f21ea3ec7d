using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/task_info.h: structures

/// <summary>A task, sizes of 32 bits (<c>TASK_BASIC_INFO_32</c>), 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_basic_info_32_data_t
{
    /// <summary>How often it is suspended.</summary>
    public integer_t suspend_count;

    /// <summary>Bytes of its address space that are in use.</summary>
    public natural_t virtual_size;

    /// <summary>Bytes of its memory that are resident.</summary>
    public natural_t resident_size;

    /// <summary>User time of the threads that have ended.</summary>
    public time_value_t user_time;

    /// <summary>System time of the threads that have ended.</summary>
    public time_value_t system_time;

    /// <summary><c>POLICY_*</c> of new threads.</summary>
    public policy_t policy;
}

/// <summary>A task (<c>TASK_BASIC_INFO_64</c>), 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_basic_info_64_data_t
{
    /// <summary>How often it is suspended.</summary>
    public integer_t suspend_count;

    /// <summary>Bytes of its address space that are in use.</summary>
    public mach_vm_size_t virtual_size;

    /// <summary>Bytes of its memory that are resident.</summary>
    public mach_vm_size_t resident_size;

    /// <summary>User time of the threads that have ended.</summary>
    public time_value_t user_time;

    /// <summary>System time of the threads that have ended.</summary>
    public time_value_t system_time;

    /// <summary><c>POLICY_*</c> of new threads.</summary>
    public policy_t policy;
}

/// <summary>A task, sizes as wide as addresses (<c>TASK_BASIC_INFO</c>), 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_basic_info_data_t
{
    /// <summary>How often it is suspended.</summary>
    public integer_t suspend_count;

    /// <summary>Bytes of its address space that are in use.</summary>
    public vm_size_t virtual_size;

    /// <summary>Bytes of its memory that are resident.</summary>
    public vm_size_t resident_size;

    /// <summary>User time of the threads that have ended.</summary>
    public time_value_t user_time;

    /// <summary>System time of the threads that have ended.</summary>
    public time_value_t system_time;

    /// <summary><c>POLICY_*</c> of new threads.</summary>
    public policy_t policy;
}

/// <summary>A task (<c>TASK_BASIC_INFO_64_2</c>), 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct task_basic_info_64_2_data_t
{
    /// <summary>How often it is suspended.</summary>
    public integer_t suspend_count;

    /// <summary>Bytes of its address space that are in use.</summary>
    public mach_vm_size_t virtual_size;

    /// <summary>Bytes of its memory that are resident.</summary>
    public mach_vm_size_t resident_size;

    /// <summary>User time of the threads that have ended.</summary>
    public time_value_t user_time;

    /// <summary>System time of the threads that have ended.</summary>
    public time_value_t system_time;

    /// <summary><c>POLICY_*</c> of new threads.</summary>
    public policy_t policy;
}

/// <summary>A task, the same on every target (<c>MACH_TASK_BASIC_INFO</c>), 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_task_basic_info_data_t
{
    /// <summary>Bytes of its address space that are in use.</summary>
    public mach_vm_size_t virtual_size;

    /// <summary>Bytes of its memory that are resident.</summary>
    public mach_vm_size_t resident_size;

    /// <summary>The most bytes that were resident.</summary>
    public mach_vm_size_t resident_size_max;

    /// <summary>User time of the threads that have ended.</summary>
    public time_value_t user_time;

    /// <summary>System time of the threads that have ended.</summary>
    public time_value_t system_time;

    /// <summary><c>POLICY_*</c> of new threads.</summary>
    public policy_t policy;

    /// <summary>How often it is suspended.</summary>
    public integer_t suspend_count;
}
