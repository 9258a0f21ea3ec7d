using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/policy.h: structures

/// <summary>Base of time sharing, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_timeshare_base_data_t
{
    /// <summary>The base priority.</summary>
    public integer_t base_priority;
}

/// <summary>Limit of time sharing, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_timeshare_limit_data_t
{
    /// <summary>The highest priority allowed.</summary>
    public integer_t max_priority;
}

/// <summary>State of time sharing, 20 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_timeshare_info_data_t
{
    /// <summary>The highest priority allowed.</summary>
    public integer_t max_priority;

    /// <summary>The base priority.</summary>
    public integer_t base_priority;

    /// <summary>The present priority.</summary>
    public integer_t cur_priority;

    /// <summary>1 when the priority is depressed.</summary>
    public boolean_t depressed;

    /// <summary>The priority before it was depressed; -1 for none.</summary>
    public integer_t depress_priority;
}

/// <summary>Base of round robin, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_rr_base_data_t
{
    /// <summary>The base priority.</summary>
    public integer_t base_priority;

    /// <summary>The quantum, in milliseconds.</summary>
    public integer_t quantum;
}

/// <summary>Limit of round robin, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_rr_limit_data_t
{
    /// <summary>The highest priority allowed.</summary>
    public integer_t max_priority;
}

/// <summary>State of round robin, 20 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_rr_info_data_t
{
    /// <summary>The highest priority allowed.</summary>
    public integer_t max_priority;

    /// <summary>The base priority.</summary>
    public integer_t base_priority;

    /// <summary>The quantum, in milliseconds.</summary>
    public integer_t quantum;

    /// <summary>1 when the priority is depressed.</summary>
    public boolean_t depressed;

    /// <summary>Of a depressed thread.</summary>
    public integer_t depress_priority;
}

/// <summary>Base of first in, first out, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_fifo_base_data_t
{
    /// <summary>The base priority.</summary>
    public integer_t base_priority;
}

/// <summary>Limit of first in, first out, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_fifo_limit_data_t
{
    /// <summary>The highest priority allowed.</summary>
    public integer_t max_priority;
}

/// <summary>State of first in, first out, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_fifo_info_data_t
{
    /// <summary>The highest priority allowed.</summary>
    public integer_t max_priority;

    /// <summary>The base priority.</summary>
    public integer_t base_priority;

    /// <summary>1 when the priority is depressed.</summary>
    public boolean_t depressed;

    /// <summary>Of a depressed thread.</summary>
    public integer_t depress_priority;
}

/// <summary>Bases of all policies, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_base_data_t
{
    /// <summary>Of time sharing.</summary>
    public policy_timeshare_base_data_t ts;

    /// <summary>Of round robin.</summary>
    public policy_rr_base_data_t rr;

    /// <summary>Of first in, first out.</summary>
    public policy_fifo_base_data_t fifo;
}

/// <summary>Limits of all policies, 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_limit_data_t
{
    /// <summary>Of time sharing.</summary>
    public policy_timeshare_limit_data_t ts;

    /// <summary>Of round robin.</summary>
    public policy_rr_limit_data_t rr;

    /// <summary>Of first in, first out.</summary>
    public policy_fifo_limit_data_t fifo;
}

/// <summary>States of all policies, 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct policy_info_data_t
{
    /// <summary>Of time sharing.</summary>
    public policy_timeshare_info_data_t ts;

    /// <summary>Of round robin.</summary>
    public policy_rr_info_data_t rr;

    /// <summary>Of first in, first out.</summary>
    public policy_fifo_info_data_t fifo;
}
