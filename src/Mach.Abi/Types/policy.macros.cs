namespace Mach.Abi;

// mach/policy.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>True for a number that is no scheduling policy.</summary>
    public static bool invalid_policy(policy_t policy) => policy is not (POLICY_TIMESHARE or POLICY_RR or POLICY_FIFO);
}
