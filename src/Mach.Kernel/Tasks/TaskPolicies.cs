namespace Mach.Kernel;

/// <summary>
/// What was asked of a task's scheduling (R-TSK-44 to R-TSK-46). It is kept and told again; the threads of this process are scheduled by
/// its own system.
/// </summary>
internal sealed class TaskPolicies
{
    private const int SuppressionWords = 16;

    private RankedLock _gate = new(LockRank.Leaf);
    private readonly int[] _suppression = new int[SuppressionWords];     // _gate
    private readonly int[] _base = new int[TASK_QOS_POLICY_COUNT];       // _gate; latency, throughput
    private readonly int[] _override = new int[TASK_QOS_POLICY_COUNT];   // _gate; likewise
    private int _role;                                                   // _gate
    private uint _guardBehaviour;                                        // interlocked

    /// <summary>Whether and how broken guards are told as exceptions (R-TSK-39, R-EXN-20).</summary>
    internal uint GuardBehaviour => Volatile.Read(ref _guardBehaviour);

    /// <summary>task_set_exc_guard_behavior.</summary>
    internal kern_return_t SetGuardBehaviour(uint behaviour)
    {
        if ((behaviour & ~(uint)TASK_EXC_GUARD_ALL) != 0)
            return KERN_INVALID_VALUE;
        Volatile.Write(ref _guardBehaviour, behaviour);
        return KERN_SUCCESS;
    }

    /// <summary>Whether a broken guard of a port is to be told; with ONCE this was the last time.</summary>
    internal bool TakeGuardDelivery()
    {
        while (true)
        {
            var behaviour = Volatile.Read(ref _guardBehaviour);
            if ((behaviour & TASK_EXC_GUARD_MP_DELIVER) == 0)
                return false;
            if ((behaviour & TASK_EXC_GUARD_MP_ONCE) == 0)
                return true;
            if (Interlocked.CompareExchange(ref _guardBehaviour, behaviour & ~(uint)TASK_EXC_GUARD_MP_DELIVER, behaviour) == behaviour)
                return true;
        }
    }

    /// <summary>task_policy_set.</summary>
    /// <param name="flavor">What is set.</param>
    /// <param name="info">To what.</param>
    /// <param name="privilegedSelf">The caller is root and sets its own policy.</param>
    internal kern_return_t Set(int flavor, ReadOnlySpan<int> info, bool privilegedSelf)
    {
        _gate.Enter();
        var code = flavor switch
        {
            TASK_CATEGORY_POLICY => SetRole(info, privilegedSelf),
            TASK_SUPPRESSION_POLICY => Store(info, _suppression),
            TASK_BASE_QOS_POLICY => SetTiers(info, _base, latency: true, throughput: true),
            TASK_OVERRIDE_QOS_POLICY => SetTiers(info, _override, latency: true, throughput: true),
            TASK_BASE_LATENCY_QOS_POLICY => SetTiers(info, _base, latency: true, throughput: false),
            TASK_BASE_THROUGHPUT_QOS_POLICY => SetTiers(info, _base, latency: false, throughput: true),
            _ => KERN_INVALID_ARGUMENT,
        };
        _gate.Exit();
        return code;
    }

    /// <summary>task_policy_get; the count stays as requested.</summary>
    internal kern_return_t Get(int flavor, Span<int> info, ref int getDefault)
    {
        var defaults = getDefault != 0;
        _gate.Enter();
        var code = flavor switch
        {
            TASK_CATEGORY_POLICY => Load([_role], info, defaults),
            TASK_SUPPRESSION_POLICY => Load(_suppression, info, defaults),
            TASK_BASE_QOS_POLICY => Load(_base, info, defaults),
            TASK_OVERRIDE_QOS_POLICY => Load(_override, info, defaults),
            TASK_POLICY_STATE => KERN_PROTECTION_FAILURE,
            _ => KERN_INVALID_ARGUMENT,
        };
        _gate.Exit();
        return code;
    }

    private kern_return_t SetRole(ReadOnlySpan<int> info, bool privilegedSelf)
    {
        if (info.Length < 1)
            return KERN_INVALID_ARGUMENT;
        var allowed = info[0] switch
        {
            TASK_FOREGROUND_APPLICATION or TASK_BACKGROUND_APPLICATION or TASK_DEFAULT_APPLICATION => true,
            TASK_CONTROL_APPLICATION or TASK_GRAPHICS_SERVER => privilegedSelf,
            _ => false,
        };
        if (!allowed)
            return KERN_INVALID_ARGUMENT;
        _role = info[0];
        return KERN_SUCCESS;
    }

    private static kern_return_t SetTiers(ReadOnlySpan<int> info, int[] tiers, bool latency, bool throughput)
    {
        if (info.Length < tiers.Length)
            return KERN_INVALID_ARGUMENT;
        if ((latency && !QosTiers.IsLatency(info[0])) || (throughput && !QosTiers.IsThroughput(info[1])))
            return KERN_INVALID_ARGUMENT;
        if (latency)
            tiers[0] = info[0];
        if (throughput)
            tiers[1] = info[1];
        return KERN_SUCCESS;
    }

    private static kern_return_t Store(ReadOnlySpan<int> info, int[] words)
    {
        if (info.Length < words.Length)
            return KERN_INVALID_ARGUMENT;
        info[..words.Length].CopyTo(words);
        return KERN_SUCCESS;
    }

    private static kern_return_t Load(ReadOnlySpan<int> words, Span<int> info, bool defaults)
    {
        if (info.Length < words.Length)
            return KERN_INVALID_ARGUMENT;
        info.Clear();
        if (!defaults)
            words.CopyTo(info);
        return KERN_SUCCESS;
    }
}
