namespace Mach.Kernel;

/// <summary>Makes memory entries: mach_make_memory_entry_64 (R-MEM-1 to R-MEM-13).</summary>
internal static class MemoryEntries
{
    private const int Unknown = MAP_MEM_FLAGS_MASK & ~MAP_MEM_FLAGS_USER;

    private const int Reusing = MAP_MEM_ONLY | MAP_MEM_NAMED_CREATE | MAP_MEM_VM_COPY | MAP_MEM_VM_SHARE | MAP_MEM_NAMED_REUSE;

    internal static kern_return_t Make(
        ManagedKernel kernel, KThread caller, KMap? map, ref ulong size, ulong offset, int permission, KPort? parentPort,
        out KPort? handle)
    {
        handle = null;
        var code = Make(caller, map, ref size, offset, permission, parentPort, out var made);
        if (code != KERN_SUCCESS)
        {
            size = 0;
            return code;
        }
        if (made is not null)
        {
            handle = kernel.NewKernelPort(made);
            handle.TryMakeSend();
        }
        else if ((permission & Reusing) == MAP_MEM_NAMED_REUSE && KMemoryEntry.Behind(parentPort) is not null && parentPort!.TryCopySend())
        {
            handle = parentPort;
        }
        return KERN_SUCCESS;
    }

    /// <summary>mach_memory_object_memory_entry_64 (R-MEM-17): no user's program is a pager here, so that only the kernel's own memory can be named.</summary>
    internal static kern_return_t MakeFresh(
        ManagedKernel kernel, KThread caller, bool isInternal, ulong size, int permission, KPort? pager, out KPort? handle)
    {
        handle = null;
        if (size == 0 || caller.Task.Map.Round(size) == 0 || (pager is null && !isInternal))
            return KERN_INVALID_ARGUMENT;
        if (pager is not null)
            return KERN_NOT_SUPPORTED;
        return Make(kernel, caller, caller.Task.Map, ref size, 0, (permission & VM_PROT_ALL) | MAP_MEM_NAMED_CREATE, null, out handle);
    }

    private static kern_return_t Make(
        KThread caller, KMap? map, ref ulong size, ulong offset, int permission, KPort? parentPort, out KMemoryEntry? made)
    {
        made = null;
        if ((permission & Unknown) != 0)
            return KERN_INVALID_VALUE;
        var parent = KMemoryEntry.Behind(parentPort);
        if (parent is { Kind: not EntryKind.Named })
            return KERN_INVALID_ARGUMENT;
        if ((permission & MAP_MEM_ONLY) != 0)
            return Only(parent, permission);
        if ((permission & MAP_MEM_NAMED_CREATE) != 0)
            return (map ?? caller.Task.Map).NameFresh(ref size, offset, permission, out made);
        if ((permission & MAP_MEM_VM_COPY) != 0)
            return map is null ? KERN_INVALID_TASK : map.NameSnapshot(ref size, offset, permission, out made);
        if ((permission & MAP_MEM_VM_SHARE) != 0)
            return map is null ? KERN_INVALID_TASK : map.NameRange(ref size, offset, permission, out made);
        if (parent is null || (permission & MAP_MEM_NAMED_REUSE) != 0)
        {
            var reuse = (permission & MAP_MEM_NAMED_REUSE) != 0 ? parentPort : null;
            return map is null ? KERN_INVALID_TASK : map.NameRegion(ref size, offset, permission, reuse, out made);
        }
        return (map ?? caller.Task.Map).NamePart(ref size, offset, permission, parent, out made);
    }

    /// <summary>Cache attributes: the machine keeps its caches coherent, so that there is nothing to change (R-MEM-13).</summary>
    private static kern_return_t Only(KMemoryEntry? parent, int permission)
    {
        if (parent is null)
            return KERN_INVALID_ARGUMENT;
        var attribute = (permission >> 24) & MAP_MEM_PROT_MASK;
        return attribute != MAP_MEM_NOOP && (parent.Protection & VM_PROT_WRITE) == 0 ? KERN_INVALID_RIGHT : KERN_SUCCESS;
    }
}
