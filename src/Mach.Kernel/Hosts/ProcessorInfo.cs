using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>processor_info and host_processor_info, flavor by flavor (R-HST-8, R-HST-9).</summary>
internal static class ProcessorInfo
{
    /// <summary>One processor.</summary>
    internal static kern_return_t Read(int slot, int flavor, Span<int> room, out uint count)
    {
        count = 0;
        switch (flavor)
        {
            case PROCESSOR_BASIC_INFO:
                return Words.Give(Basic(slot), room, out count);
            case PROCESSOR_CPU_LOAD_INFO when room.Length < PROCESSOR_CPU_LOAD_INFO_COUNT:
                return KERN_FAILURE;
            case PROCESSOR_CPU_LOAD_INFO:
                var ticks = LinuxFigures.ProcessorTicks();
                return slot < ticks.Count ? Words.Give(Load(ticks[slot]), room, out count) : KERN_NOT_SUPPORTED;
            default:
                return KERN_FAILURE;
        }
    }

    /// <summary>All of them, one record after another.</summary>
    internal static kern_return_t ReadAll(int flavor, out int[] words)
    {
        words = [];
        switch (flavor)
        {
            case PROCESSOR_BASIC_INFO:
                words = Join(Enumerable.Range(0, HostFacts.LogicalProcessors).Select(Basic).ToArray());
                return KERN_SUCCESS;
            case PROCESSOR_CPU_LOAD_INFO:
                var ticks = LinuxFigures.ProcessorTicks();
                words = Join(ticks.Select(Load).ToArray());
                return ticks.Count > 0 ? KERN_SUCCESS : KERN_NOT_SUPPORTED;
            default:
                return KERN_FAILURE;
        }
    }

    private static processor_basic_info_data_t Basic(int slot) => new()
    {
        cpu_type = HostFacts.CpuType, cpu_subtype = HostFacts.CpuSubtype, running = 1, slot_num = slot, is_master = slot == 0 ? 1 : 0,
    };

    private static processor_cpu_load_info_data_t Load(LinuxFigures.Ticks ticks)
    {
        var info = default(processor_cpu_load_info_data_t);
        info.cpu_ticks[CPU_STATE_USER] = ticks.User;
        info.cpu_ticks[CPU_STATE_SYSTEM] = ticks.System;
        info.cpu_ticks[CPU_STATE_IDLE] = ticks.Idle;
        return info;
    }

    private static int[] Join<T>(T[] records)
        where T : unmanaged =>
        MemoryMarshal.Cast<T, int>(records).ToArray();
}
