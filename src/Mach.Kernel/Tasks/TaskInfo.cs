namespace Mach.Kernel;

/// <summary>What task_info tells, flavor by flavor (R-TSK-13 to R-TSK-24). What this kernel does not measure reads as 0 where the specification allows it.</summary>
internal static class TaskInfo
{
    private const int BasePriority = 31;
    private static readonly uint[] s_vmRevisions =
    [
        TASK_VM_INFO_REV7_COUNT, TASK_VM_INFO_REV6_COUNT, TASK_VM_INFO_REV5_COUNT, TASK_VM_INFO_REV4_COUNT, TASK_VM_INFO_REV3_COUNT,
        TASK_VM_INFO_REV2_COUNT, TASK_VM_INFO_REV1_COUNT, TASK_VM_INFO_REV0_COUNT,
    ];

    /// <summary>Writes the record; its count is exact on success.</summary>
    internal static kern_return_t Read(TaskView view, int flavor, Span<int> words, out uint count)
    {
        var task = view.Task;
        count = 0;
        var code = CountOf(task, flavor, words.Length, out var needed);
        if (code != KERN_SUCCESS)
            return code;
        if (flavor == TASK_DYLD_INFO && view.Flavour < Flavour.Read)
            return KERN_INVALID_ARGUMENT;
        var record = words[..(int)needed];
        var writer = new WordWriter(record);
        Write(task, flavor, needed, ref writer);
        count = needed;
        return KERN_SUCCESS;
    }

    private static kern_return_t CountOf(KTask task, int flavor, int room, out uint needed)
    {
        needed = flavor switch
        {
            TASK_ABSOLUTETIME_INFO => TASK_ABSOLUTETIME_INFO_COUNT,
            TASK_EVENTS_INFO => TASK_EVENTS_INFO_COUNT,
            TASK_THREAD_TIMES_INFO => TASK_THREAD_TIMES_INFO_COUNT,
            TASK_BASIC_INFO_32 or TASK_BASIC2_INFO_32 => TASK_BASIC_INFO_32_COUNT,
            X64BasicInfo => task.Kind == CpuKind.Arm64 ? TASK_BASIC_INFO_32_COUNT : TASK_BASIC_INFO_64_COUNT,
            TASK_BASIC_INFO_64_2 => task.Kind == CpuKind.Arm64 ? TASK_BASIC_INFO_64_2_COUNT : 0,
            TASK_KERNELMEMORY_INFO => TASK_KERNELMEMORY_INFO_COUNT,
            TASK_SCHED_TIMESHARE_INFO => 1,
            TASK_SECURITY_TOKEN => TASK_SECURITY_TOKEN_COUNT,
            TASK_AUDIT_TOKEN => TASK_AUDIT_TOKEN_COUNT,
            TASK_AFFINITY_TAG_INFO => TASK_AFFINITY_TAG_INFO_COUNT,
            TASK_DYLD_INFO => room >= (int)TASK_DYLD_INFO_COUNT ? TASK_DYLD_INFO_COUNT : TASK_DYLD_INFO_COUNT - 1,
            TASK_EXTMOD_INFO => TASK_EXTMOD_INFO_COUNT,
            MACH_TASK_BASIC_INFO => MACH_TASK_BASIC_INFO_COUNT,
            TASK_POWER_INFO => TASK_POWER_INFO_COUNT,
            TASK_VM_INFO or TASK_VM_INFO_PURGEABLE => VmCount(room),
            TASK_WAIT_STATE_INFO => TASK_WAIT_STATE_INFO_COUNT,
            TASK_POWER_INFO_V2 => PowerCount(task),
            TASK_FLAGS_INFO => TASK_FLAGS_INFO_COUNT,
            _ => 0,
        };
        if (needed == 0)
            return Refusal(flavor, room);
        if (room < needed)
            return KERN_INVALID_ARGUMENT;
        // These flavors leave the count as requested (R-TSK-23).
        if (flavor is TASK_POWER_INFO or TASK_POWER_INFO_V2)
            needed = (uint)room;
        return KERN_SUCCESS;
    }

    private const int X64BasicInfo = 5;

    private static kern_return_t Refusal(int flavor, int room) => flavor switch
    {
        TASK_SCHED_RR_INFO when room < 2 => KERN_INVALID_ARGUMENT,
        TASK_SCHED_RR_INFO or TASK_SCHED_FIFO_INFO => KERN_INVALID_POLICY,
        TASK_VM_INFO_PURGEABLE_ACCOUNT or TASK_DEBUG_INFO_INTERNAL or 30 or 31 => KERN_NOT_SUPPORTED,
        _ => KERN_INVALID_ARGUMENT,
    };

    private static uint VmCount(int room)
    {
        foreach (var revision in s_vmRevisions)
        {
            if (room >= (int)revision)
                return revision;
        }
        return TASK_VM_INFO_REV0_COUNT;
    }

    private static uint PowerCount(KTask task) => task.Kind == CpuKind.Arm64 ? 22u : 20u;

    private static void Write(KTask task, int flavor, uint count, ref WordWriter words)
    {
        var (ended, live) = task.Work();
        switch (flavor)
        {
            case TASK_ABSOLUTETIME_INFO:
                words.Put(ended.UserTime + live.UserTime);
                words.Put(0L);
                words.Put(live.UserTime);
                break;
            case TASK_EVENTS_INFO:
                words.Skip(3);
                words.PutCapped(ended.Sent + live.Sent);
                words.PutCapped(ended.Received + live.Received);
                words.PutCapped(ended.Traps + live.Traps);
                break;
            case TASK_THREAD_TIMES_INFO:
                words.PutTime(live.UserTime);
                break;
            case TASK_BASIC_INFO_32 or TASK_BASIC2_INFO_32:
                WriteBasic32(task, flavor, ended, ref words);
                break;
            case X64BasicInfo when count == TASK_BASIC_INFO_32_COUNT:
                WriteBasic32(task, flavor, ended, ref words);
                break;
            case X64BasicInfo or TASK_BASIC_INFO_64_2:
                WriteBasic64(task, ended, ref words);
                break;
            case MACH_TASK_BASIC_INFO:
                WriteBasic(task, ended, ref words);
                break;
            case TASK_SCHED_TIMESHARE_INFO:
                words.Put(BasePriority);
                break;
            case TASK_SECURITY_TOKEN:
                words.Put(task.Tokens.Security);
                break;
            case TASK_AUDIT_TOKEN:
                words.Put(task.Tokens.Audit);
                break;
            case TASK_DYLD_INFO when count == TASK_DYLD_INFO_COUNT:
                words.Skip(4);
                words.Put(TASK_DYLD_ALL_IMAGE_INFO_64);
                break;
            case TASK_VM_INFO or TASK_VM_INFO_PURGEABLE:
                WriteVm(task, count, ref words);
                break;
            case TASK_FLAGS_INFO:
                words.Put(TF_LP64 | TF_64B_DATA);
                break;
            default:
                break;      // figures that this kernel does not take
        }
    }

    private static void WriteBasic32(KTask task, int flavor, in ThreadFigures ended, ref WordWriter words)
    {
        var memory = task.MemoryFigures();
        words.Put(task.Holds);
        words.Put((int)Math.Min(memory.VirtualSize, uint.MaxValue));
        words.Put((int)Math.Min(flavor == TASK_BASIC2_INFO_32 ? memory.ResidentPeak : memory.ResidentSize, uint.MaxValue));
        words.PutTime(ended.UserTime);
        words.PutTime(0);
        words.Put(POLICY_TIMESHARE);
    }

    private static void WriteBasic64(KTask task, in ThreadFigures ended, ref WordWriter words)
    {
        var memory = task.MemoryFigures();
        words.Put(task.Holds);
        words.Put(memory.VirtualSize);
        words.Put(memory.ResidentSize);
        words.PutTime(ended.UserTime);
        words.PutTime(0);
        words.Put(POLICY_TIMESHARE);
    }

    private static void WriteBasic(KTask task, in ThreadFigures ended, ref WordWriter words)
    {
        var memory = task.MemoryFigures();
        words.Put(memory.VirtualSize);
        words.Put(memory.ResidentSize);
        words.Put(memory.ResidentPeak);
        words.PutTime(ended.UserTime);
        words.PutTime(0);
        words.Put(POLICY_TIMESHARE);
        words.Put(task.Holds);
    }

    private static void WriteVm(KTask task, uint count, ref WordWriter words)
    {
        var memory = task.MemoryFigures();
        words.Put(memory.VirtualSize);
        words.Put(memory.Regions);
        words.Put(memory.PageSize);
        words.Put(memory.ResidentSize);
        words.Put(memory.ResidentPeak);
        if (count < TASK_VM_INFO_REV2_COUNT)
            return;
        const int wordsBeforeAddresses = 38, wordsPut = 8;
        words.Skip(wordsBeforeAddresses - wordsPut);
        words.Put(memory.LowestAddress);
        words.Put(memory.HighestAddress);
    }
}
