namespace Mach.Kernel;

/// <summary>What thread_info tells, flavor by flavor (R-THR-15 to R-THR-18).</summary>
internal static class ThreadInfo
{
    /// <summary>Writes the record.</summary>
    internal static kern_return_t Read(KThread thread, int flavor, Span<int> words, out uint count)
    {
        count = 0;
        if (thread.IsEnded)
            return KERN_TERMINATED;
        var needed = flavor switch
        {
            THREAD_BASIC_INFO => THREAD_BASIC_INFO_COUNT,
            THREAD_IDENTIFIER_INFO => THREAD_IDENTIFIER_INFO_COUNT,
            THREAD_EXTENDED_INFO => THREAD_EXTENDED_INFO_COUNT,
            THREAD_SCHED_TIMESHARE_INFO => POLICY_TIMESHARE_INFO_COUNT,
            THREAD_SCHED_RR_INFO => POLICY_RR_INFO_COUNT,
            THREAD_SCHED_FIFO_INFO => POLICY_FIFO_INFO_COUNT,
            _ => 0u,
        };
        if (flavor == THREAD_DEBUG_INFO_INTERNAL)
            return KERN_NOT_SUPPORTED;
        if (needed == 0 || words.Length < needed)
            return KERN_INVALID_ARGUMENT;
        var (mode, start, greatest) = thread.Policies.Priorities;
        if (flavor == THREAD_SCHED_FIFO_INFO
            || (flavor == THREAD_SCHED_TIMESHARE_INFO && mode != ThreadMode.Timeshare)
            || (flavor == THREAD_SCHED_RR_INFO && mode == ThreadMode.Timeshare))
        {
            return KERN_INVALID_POLICY;
        }
        count = flavor == THREAD_IDENTIFIER_INFO ? (uint)words.Length : needed;
        var writer = new WordWriter(words[..(int)count]);
        switch (flavor)
        {
            case THREAD_BASIC_INFO:
                WriteBasic(thread, mode, ref writer);
                break;
            case THREAD_IDENTIFIER_INFO:
                writer.Put((long)thread.Serial);
                break;
            case THREAD_EXTENDED_INFO:
                WriteExtended(thread, ref writer);
                break;
            default:
                WriteSchedule(flavor, start, greatest, ref writer);
                break;
        }
        return KERN_SUCCESS;
    }

    private static int PolicyOf(ThreadMode mode) => mode == ThreadMode.Timeshare ? POLICY_TIMESHARE : POLICY_RR;

    /// <summary>Waiting in a call, for a handler, or to be resumed; else it runs or could (R-THR-16).</summary>
    private static int RunStateOf(KThread thread) =>
        thread.IsWaiting || thread.Stands ? TH_STATE_WAITING : TH_STATE_RUNNING;

    private static void WriteBasic(KThread thread, ThreadMode mode, ref WordWriter words)
    {
        words.PutTime(thread.UserTime);
        words.PutTime(0);
        words.Put(0);
        words.Put(PolicyOf(mode));
        words.Put(RunStateOf(thread));
        words.Put(0);
        words.Put(thread.SuspendCount);
        words.Put(0);
    }

    private static void WriteExtended(KThread thread, ref WordWriter words)
    {
        var (mode, start, greatest) = thread.Policies.Priorities;
        words.Put(thread.UserTime);
        words.Put(0L);
        words.Put(0);
        words.Put(PolicyOf(mode));
        words.Put(RunStateOf(thread));
        words.Put(0);
        words.Put(0);
        words.Put(start);
        words.Put(start);
        words.Put(greatest);
    }

    private static void WriteSchedule(int flavor, int start, int greatest, ref WordWriter words)
    {
        words.Put(greatest);
        words.Put(start);
        words.Put(flavor == THREAD_SCHED_RR_INFO ? ThreadPolicies.Quantum : start);
        words.Put(0);
        words.Put(-1);
    }
}
