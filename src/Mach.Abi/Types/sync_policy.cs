namespace Mach.Abi;

// mach/sync_policy.h
public static partial class MachConstants
{
    /// <summary>Waiting order: first come, first served.</summary>
    public const int SYNC_POLICY_FIFO = 0;

    /// <summary>Waiting order: by priority.</summary>
    public const int SYNC_POLICY_FIXED_PRIORITY = 1;

    /// <summary>Waiting order flag: the other way round.</summary>
    public const int SYNC_POLICY_REVERSED = 2;

    /// <summary>The bits of a waiting order.</summary>
    public const int SYNC_POLICY_ORDER_MASK = 3;

    /// <summary>Waiting order: last come, first served.</summary>
    public const int SYNC_POLICY_LIFO = 2;
}
