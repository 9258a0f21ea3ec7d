namespace Mach.Abi;

// mach/policy.h
public static partial class MachConstants
{
    /// <summary>Scheduling policy: none.</summary>
    public const int POLICY_NULL = 0;

    /// <summary>Scheduling policy: time sharing.</summary>
    public const int POLICY_TIMESHARE = 1;

    /// <summary>Scheduling policy: round robin.</summary>
    public const int POLICY_RR = 2;

    /// <summary>Scheduling policy: first in, first out.</summary>
    public const int POLICY_FIFO = 4;

    /// <summary>Scheduling policies of fixed priority.</summary>
    public const int POLICYCLASS_FIXEDPRI = 6;

    /// <summary>Words of the base record of <c>POLICY_TIMESHARE</c>.</summary>
    public const uint POLICY_TIMESHARE_BASE_COUNT = 1;

    /// <summary>Words of the limit record of <c>POLICY_TIMESHARE</c>.</summary>
    public const uint POLICY_TIMESHARE_LIMIT_COUNT = 1;

    /// <summary>Words of the information record of <c>POLICY_TIMESHARE</c>.</summary>
    public const uint POLICY_TIMESHARE_INFO_COUNT = 5;

    /// <summary>Words of the base record of <c>POLICY_RR</c>.</summary>
    public const uint POLICY_RR_BASE_COUNT = 2;

    /// <summary>Words of the limit record of <c>POLICY_RR</c>.</summary>
    public const uint POLICY_RR_LIMIT_COUNT = 1;

    /// <summary>Words of the information record of <c>POLICY_RR</c>.</summary>
    public const uint POLICY_RR_INFO_COUNT = 5;

    /// <summary>Words of the base record of <c>POLICY_FIFO</c>.</summary>
    public const uint POLICY_FIFO_BASE_COUNT = 1;

    /// <summary>Words of the limit record of <c>POLICY_FIFO</c>.</summary>
    public const uint POLICY_FIFO_LIMIT_COUNT = 1;

    /// <summary>Words of the information record of <c>POLICY_FIFO</c>.</summary>
    public const uint POLICY_FIFO_INFO_COUNT = 4;
}
