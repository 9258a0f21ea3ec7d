using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>host_statistics and host_statistics64, flavor by flavor (R-HST-5, R-HST-6). Figures that only Linux gives are refused elsewhere.</summary>
internal static class HostStatistics
{
    private const int CompressorQueues = 7;
    private const double LoadScale = 1000;

    internal static kern_return_t Read(int flavor, Span<int> room, out uint count)
    {
        count = 0;
        switch (flavor)
        {
            case HOST_LOAD_INFO:
                return Load(room, out count);
            case HOST_VM_INFO:
                return Memory32(room, out count);
            case HOST_CPU_LOAD_INFO:
                return ProcessorLoad(room, out count);
            case HOST_EXPIRED_TASK_INFO:
                return ExpiredTasks(room, out count);
            default:
                return KERN_INVALID_ARGUMENT;
        }
    }

    internal static kern_return_t Read64(int flavor, Span<int> room, out uint count)
    {
        count = 0;
        switch (flavor)
        {
            case HOST_VM_INFO64:
                if (!LinuxFigures.AreThere)
                    return KERN_NOT_SUPPORTED;
                return Words.GiveFirst(
                    Memory(), (int)(room.Length < HOST_VM_INFO64_COUNT ? HOST_VM_INFO64_REV0_COUNT : HOST_VM_INFO64_COUNT), room, out count);
            case HOST_EXTMOD_INFO64:
                return Words.Give(default(vm_extmod_statistics_data_t), room, out count);
            case CompressorQueues:
                return KERN_NOT_SUPPORTED;
            default:
                return Read(flavor, room, out count);
        }
    }

    /// <summary>How busy the machine is and how much of it is left, three averages each; false where nobody says.</summary>
    internal static bool TryLoad(Span<int> averages, Span<int> factors)
    {
        var loads = LinuxFigures.LoadAverages();
        double processors = HostFacts.LogicalProcessors;
        for (var index = 0; index < loads.Length; index++)
        {
            var load = loads[index];
            averages[index] = (int)(load * LoadScale);
            // What one more thread would get: processors that idle, or its share of the busy ones.
            factors[index] = (int)(LoadScale * (load < processors ? processors - load : processors / (load + 1)));
        }
        return loads.Length > 0;
    }

    private static kern_return_t Load(Span<int> room, out uint count)
    {
        var info = default(host_load_info_data_t);
        count = 0;
        if (room.Length < HOST_LOAD_INFO_COUNT)
            return KERN_FAILURE;
        return TryLoad(info.avenrun, info.mach_factor) ? Words.Give(info, room, out count) : KERN_NOT_SUPPORTED;
    }

    private static kern_return_t ProcessorLoad(Span<int> room, out uint count)
    {
        count = 0;
        if (room.Length < HOST_CPU_LOAD_INFO_COUNT)
            return KERN_FAILURE;
        var info = default(host_cpu_load_info_data_t);
        var all = LinuxFigures.ProcessorTicks();
        foreach (var one in all)
        {
            info.cpu_ticks[CPU_STATE_USER] += one.User;
            info.cpu_ticks[CPU_STATE_SYSTEM] += one.System;
            info.cpu_ticks[CPU_STATE_IDLE] += one.Idle;
        }
        return all.Count > 0 ? Words.Give(info, room, out count) : KERN_NOT_SUPPORTED;
    }

    private static kern_return_t ExpiredTasks(Span<int> room, out uint count)
    {
        var newer = (int)TASK_POWER_INFO_V2_COUNT.Here;
        count = 0;
        if (room.Length < TASK_POWER_INFO_COUNT)
            return KERN_FAILURE;
        // The machine does not tell what ended tasks cost.
        count = (uint)(room.Length < newer ? (int)TASK_POWER_INFO_COUNT : newer);
        room[..(int)count].Clear();
        return KERN_SUCCESS;
    }

    private static kern_return_t Memory32(Span<int> room, out uint count)
    {
        count = 0;
        if (room.Length < HOST_VM_INFO_REV0_COUNT)
            return KERN_FAILURE;
        if (!LinuxFigures.AreThere)
            return KERN_NOT_SUPPORTED;
        var wide = Memory();
        var info = new vm_statistics_data_t
        {
            free_count = wide.free_count,
            active_count = wide.active_count,
            inactive_count = wide.inactive_count,
            wire_count = wide.wire_count,
            reactivations = Narrow(wide.reactivations),
            pageins = Narrow(wide.pageins),
            pageouts = Narrow(wide.pageouts),
            faults = Narrow(wide.faults),
        };
        var length = room.Length >= HOST_VM_INFO_REV2_COUNT ? HOST_VM_INFO_REV2_COUNT
            : room.Length >= HOST_VM_INFO_REV1_COUNT ? HOST_VM_INFO_REV1_COUNT
            : HOST_VM_INFO_REV0_COUNT;
        return Words.GiveFirst(info, (int)length, room, out count);
    }

    private static vm_statistics64_data_t Memory()
    {
        const int kilobytesOfAPage = 4;
        var (memory, events) = (LinuxFigures.Memory(), LinuxFigures.MemoryEvents());
        return new vm_statistics64_data_t
        {
            free_count = Pages("MemFree"),
            active_count = Pages("Active"),
            inactive_count = Pages("Inactive"),
            wire_count = Pages("Unevictable") + Pages("Slab") + Pages("KernelStack") + Pages("PageTables"),
            reactivations = events.GetValueOrDefault("pgactivate"),
            pageins = events.GetValueOrDefault("pgpgin") / kilobytesOfAPage,
            pageouts = events.GetValueOrDefault("pgpgout") / kilobytesOfAPage,
            faults = events.GetValueOrDefault("pgfault"),
            swapins = events.GetValueOrDefault("pswpin"),
            swapouts = events.GetValueOrDefault("pswpout"),
            external_page_count = Pages("Cached") + Pages("Buffers"),
            internal_page_count = Pages("AnonPages"),
        };

        uint Pages(string kind) => (uint)(memory.GetValueOrDefault(kind) / HostFacts.PageSize);
    }

    private static uint Narrow(ulong counter) => (uint)Math.Min(counter, uint.MaxValue);
}
