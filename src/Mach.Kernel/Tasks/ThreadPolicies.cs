namespace Mach.Kernel;

/// <summary>How a thread asked to be scheduled.</summary>
internal enum ThreadMode : byte
{
    /// <summary>Shares time with the others.</summary>
    Timeshare,

    /// <summary>Keeps its priority (round robin).</summary>
    Fixed,

    /// <summary>Computes for a given time in every period.</summary>
    Realtime,
}

/// <summary>
/// What was asked of a thread's scheduling (R-THR-19 to R-THR-21). It is kept and told again; the threads of this process are scheduled
/// by its own system.
/// </summary>
internal sealed class ThreadPolicies
{
    internal const int DefaultPriority = 31, GreatestPriority = 63, Quantum = 10;    // the quantum in milliseconds
    private const int PriorityLimit = 127;
    private const int LeastComputation = 50_000, MostComputation = 50_000_000;       // nanoseconds, as absolute time counts
    private const int StandardComputation = 5_000_000, StandardConstraint = 10_000_000;

    private RankedLock _gate = new(LockRank.Leaf);
    private readonly int[] _constraint = new int[THREAD_TIME_CONSTRAINT_POLICY_COUNT];    // _gate
    private ThreadMode _mode;                                    // _gate
    private int _importance, _affinity, _latency, _throughput;   // _gate
    private int _base = DefaultPriority;                         // _gate
    private int _greatest = GreatestPriority;                    // _gate

    /// <summary>Mode and priorities at this moment.</summary>
    internal (ThreadMode Mode, int Base, int Greatest) Priorities
    {
        get
        {
            _gate.Enter();
            var found = (_mode, _base, _greatest);
            _gate.Exit();
            return found;
        }
    }

    /// <summary>thread_policy_set.</summary>
    internal kern_return_t Set(int flavor, ReadOnlySpan<int> info, CpuKind kind)
    {
        _gate.Enter();
        var code = flavor switch
        {
            THREAD_EXTENDED_POLICY => SetShare(info.Length == 0 || info[0] != 0),
            THREAD_TIME_CONSTRAINT_POLICY => SetConstraint(info),
            THREAD_PRECEDENCE_POLICY => Store(info, ref _importance, allowed: true),
            THREAD_AFFINITY_POLICY when kind == CpuKind.Arm64 => KERN_NOT_SUPPORTED,
            THREAD_AFFINITY_POLICY => Store(info, ref _affinity, allowed: true),
            THREAD_LATENCY_QOS_POLICY => Store(info, ref _latency, info.Length > 0 && QosTiers.IsLatency(info[0])),
            THREAD_THROUGHPUT_QOS_POLICY => Store(info, ref _throughput, info.Length > 0 && QosTiers.IsThroughput(info[0])),
            _ => KERN_INVALID_ARGUMENT,
        };
        _gate.Exit();
        return code;
    }

    /// <summary>thread_policy_get; the count stays as requested.</summary>
    internal kern_return_t Get(int flavor, Span<int> info, ref int getDefault, CpuKind kind)
    {
        _gate.Enter();
        var defaults = getDefault != 0;
        var code = flavor switch
        {
            THREAD_EXTENDED_POLICY => Load([defaults || _mode == ThreadMode.Timeshare ? 1 : 0], info),
            THREAD_TIME_CONSTRAINT_POLICY => LoadConstraint(info, ref getDefault),
            THREAD_PRECEDENCE_POLICY => Load([defaults ? 0 : _importance], info),
            THREAD_AFFINITY_POLICY when kind == CpuKind.Arm64 => KERN_NOT_SUPPORTED,
            THREAD_AFFINITY_POLICY => Load([defaults ? 0 : _affinity], info),
            THREAD_LATENCY_QOS_POLICY => Load([defaults ? 0 : _latency], info),
            THREAD_THROUGHPUT_QOS_POLICY => Load([defaults ? 0 : _throughput], info),
            _ => KERN_INVALID_ARGUMENT,
        };
        _gate.Exit();
        return code;
    }

    /// <summary>thread_policy and thread_set_policy: the old words for mode and priority.</summary>
    /// <param name="policy">POLICY_TIMESHARE, …</param>
    /// <param name="start">Base priority, and a quantum where the policy has one.</param>
    /// <param name="limit">The greatest priority, if there is one.</param>
    /// <param name="hasLimit">Whether a limit was given.</param>
    /// <param name="setsLimit">The base becomes the limit too.</param>
    internal kern_return_t SetOld(int policy, ReadOnlySpan<int> start, ReadOnlySpan<int> limit, bool hasLimit, bool setsLimit)
    {
        var words = policy switch { POLICY_TIMESHARE or POLICY_FIFO => 1, POLICY_RR => 2, _ => 0 };
        if (words == 0 || start.Length != words || !IsPriority(start[0]) || (hasLimit && (limit.Length != 1 || !IsPriority(limit[0]))))
            return KERN_INVALID_ARGUMENT;
        _gate.Enter();
        _mode = policy == POLICY_TIMESHARE ? ThreadMode.Timeshare : ThreadMode.Fixed;
        _base = start[0];
        if (hasLimit)
            _greatest = limit[0];
        else if (setsLimit)
            _greatest = start[0];
        _gate.Exit();
        return KERN_SUCCESS;
    }

    private static bool IsPriority(int priority) => priority is >= 0 and <= PriorityLimit;

    private kern_return_t SetShare(bool shares)
    {
        _mode = shares ? ThreadMode.Timeshare : ThreadMode.Fixed;
        return KERN_SUCCESS;
    }

    private kern_return_t SetConstraint(ReadOnlySpan<int> info)
    {
        if (info.Length < _constraint.Length)
            return KERN_INVALID_ARGUMENT;
        var (computation, constraint) = ((uint)info[1], (uint)info[2]);
        if (constraint < computation || computation is < LeastComputation or > MostComputation)
            return KERN_INVALID_ARGUMENT;
        info[.._constraint.Length].CopyTo(_constraint);
        _mode = ThreadMode.Realtime;
        return KERN_SUCCESS;
    }

    private kern_return_t LoadConstraint(Span<int> info, ref int getDefault)
    {
        if (_mode == ThreadMode.Realtime && getDefault == 0)
            return Load(_constraint, info);
        getDefault = 1;
        return Load([0, StandardComputation, StandardConstraint, 1], info);
    }

    private static kern_return_t Store(ReadOnlySpan<int> info, ref int word, bool allowed)
    {
        if (info.Length < 1 || !allowed)
            return KERN_INVALID_ARGUMENT;
        word = info[0];
        return KERN_SUCCESS;
    }

    private static kern_return_t Load(ReadOnlySpan<int> words, Span<int> info)
    {
        if (info.Length < words.Length)
            return KERN_INVALID_ARGUMENT;
        words.CopyTo(info);
        return KERN_SUCCESS;
    }
}
