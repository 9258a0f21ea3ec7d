using System.Runtime.InteropServices;

namespace Mach.Kernel;

/// <summary>host_info, flavor by flavor (R-HST-3, R-HST-4).</summary>
internal static class HostInfo
{
    private const int OldBasicCount = 5;

    /// <summary>Fills in a flavor.</summary>
    /// <param name="flavor">What is asked for.</param>
    /// <param name="room">Words that the caller has room for.</param>
    /// <param name="count">Words that were filled in.</param>
    internal static kern_return_t Read(int flavor, Span<int> room, out uint count)
    {
        count = 0;
        switch (flavor)
        {
            case HOST_BASIC_INFO:
                return Basic(room, out count);
            case HOST_SCHED_INFO:
                return Words.Give(new host_sched_info_data_t { min_timeout = 10, min_quantum = 10 }, room, out count);
            case HOST_RESOURCE_SIZES:
                return room.Length < HOST_RESOURCE_SIZES_COUNT ? KERN_FAILURE : KERN_INVALID_ARGUMENT;
            case HOST_PRIORITY_INFO:
                return Words.Give(
                    new host_priority_info_data_t
                    {
                        kernel_priority = 80, system_priority = 80, server_priority = 64, user_priority = 31, maximum_priority = 79,
                    },
                    room,
                    out count);
            case HOST_SEMAPHORE_TRAPS or HOST_MACH_MSG_TRAP:
                return KERN_SUCCESS;      // they are there: that is all it says
            case HOST_VM_PURGABLE:
                return Words.Give(default(vm_purgeable_info), room, out count);
            case HOST_DEBUG_INFO_INTERNAL:
                return KERN_NOT_SUPPORTED;
            case HOST_CAN_HAS_DEBUGGER:
                return Words.Give(default(host_can_has_debugger_info_data_t), room, out count);
            case HOST_PREFERRED_USER_ARCH:
                return Words.Give(
                    new host_preferred_user_arch_data_t { cpu_type = HostFacts.CpuType, cpu_subtype = HostFacts.CpuSubtype }, room, out count);
            default:
                return KERN_INVALID_ARGUMENT;
        }
    }

    private static kern_return_t Basic(Span<int> room, out uint count)
    {
        var info = new host_basic_info_data_t
        {
            max_cpus = HostFacts.LogicalProcessors,
            avail_cpus = HostFacts.AvailableProcessors,
            memory_size = (uint)Math.Min(HostFacts.MemoryBytes, int.MaxValue),
            cpu_type = HostFacts.CpuType,
            cpu_subtype = HostFacts.CpuSubtype,
            cpu_threadtype = HostFacts.CpuThreadType,
            physical_cpu = HostFacts.PhysicalProcessors,
            physical_cpu_max = HostFacts.PhysicalProcessors,
            logical_cpu = HostFacts.LogicalProcessors,
            logical_cpu_max = HostFacts.LogicalProcessors,
            max_mem = HostFacts.MemoryBytes,
        };
        var length = room.Length < HOST_BASIC_INFO_COUNT ? OldBasicCount : (int)HOST_BASIC_INFO_COUNT;
        return Words.GiveFirst(info, length, room, out count);
    }
}

/// <summary>Structures as arrays of words, as flavored calls return them.</summary>
internal static class Words
{
    /// <summary>All of a structure; KERN_FAILURE where there is too little room for it.</summary>
    internal static kern_return_t Give<T>(in T info, Span<int> room, out uint count)
        where T : unmanaged =>
        GiveFirst(info, MemoryMarshal.Cast<T, int>(MemoryMarshal.CreateReadOnlySpan(in info, 1)).Length, room, out count);

    /// <summary>As <see cref="Give"/>, so many words of it: an older form.</summary>
    internal static kern_return_t GiveFirst<T>(in T info, int length, Span<int> room, out uint count)
        where T : unmanaged
    {
        count = 0;
        if (!MemoryMarshal.Cast<T, int>(MemoryMarshal.CreateReadOnlySpan(in info, 1))[..length].TryCopyTo(room))
            return KERN_FAILURE;
        count = (uint)length;
        return KERN_SUCCESS;
    }
}
