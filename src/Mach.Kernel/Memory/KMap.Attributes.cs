namespace Mach.Kernel;

internal sealed partial class KMap
{
    /// <summary>mach_vm_protect (R-VMA-23 to R-VMA-26).</summary>
    internal kern_return_t Protect(ulong address, ulong size, bool setMaximum, int protection)
    {
        if (size == 0)
            return KERN_SUCCESS;
        if ((protection & ~(VM_PROT_ALL | VM_PROT_COPY)) != 0 || !TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        var wanted = (byte)(protection & VM_PROT_ALL);
        using var held = Enter();
        if (!IsCovered(start, end))
            return KERN_INVALID_ADDRESS;
        if ((protection & VM_PROT_COPY) != 0)
        {
            var code = MakePrivate(start, end);
            if (code != KERN_SUCCESS)
                return code;
        }
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            if ((wanted & ~_entries[index].MaxProtection) != 0)
                return KERN_PROTECTION_FAILURE;
        }
        var done = KERN_SUCCESS;
        for (var index = Clip(start, end); index < _entries.Count && _entries[index].Start < end && done == KERN_SUCCESS; index++)
            done = SetProtection(_entries[index], setMaximum, wanted);
        Merge(start, end);
        return done;
    }

    private kern_return_t SetProtection(KMapEntry entry, bool setMaximum, byte wanted)
    {
        var current = setMaximum ? (byte)(entry.Protection & wanted) : wanted;
        if (current != entry.Protection && !Space.TryProtect(entry.Start, entry.Size, current))
            return KERN_RESOURCE_SHORTAGE;
        entry.Protection = current;
        if (setMaximum)
            entry.MaxProtection = wanted;
        return KERN_SUCCESS;
    }

    /// <summary>The range gets pages that nobody else sees, and may be written from now on (R-VMA-26).</summary>
    private kern_return_t MakePrivate(ulong start, ulong end)
    {
        for (var index = Clip(start, end); index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            entry.MaxProtection |= VM_PROT_WRITE;
            if (!entry.IsPrivate && !TrySettle(entry))
                return KERN_RESOURCE_SHORTAGE;
        }
        return KERN_SUCCESS;
    }

    /// <summary>Gives an entry pages of its own with the same contents.</summary>
    private bool TrySettle(KMapEntry entry)
    {
        if (Space.Settle(entry.Start, entry.Size, entry.Protection) is not { } pages)
            return false;
        entry.Object?.Release();
        entry.Id = KMemoryObject.NewId();
        entry.Object = new KMemoryObject(pages, entry.Id, entry.Offset);
        entry.Copied = entry.Shared = false;
        return true;
    }

    /// <summary>mach_vm_inherit (R-VMA-27).</summary>
    internal kern_return_t Inherit(ulong address, ulong size, uint inheritance)
    {
        if (size == 0)
            return KERN_SUCCESS;
        if (inheritance > VM_INHERIT_LAST_VALID || !TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        using var held = Enter();
        for (var index = Clip(start, end); index < _entries.Count && _entries[index].Start < end; index++)
            _entries[index].Inheritance = (byte)inheritance;
        return KERN_SUCCESS;
    }

    /// <summary>mach_vm_behavior_set (R-VMR-26 to R-VMR-29).</summary>
    internal kern_return_t SetBehavior(ulong address, ulong size, int behavior)
    {
        if (behavior is < VM_BEHAVIOR_DEFAULT or > VM_BEHAVIOR_LAST_VALID)
            return KERN_INVALID_ARGUMENT;
        if (size == 0)
            return KERN_SUCCESS;
        if (!TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        if (start < Space.Lowest || end > Space.End)
            return KERN_NO_SPACE;
        if (behavior == VM_BEHAVIOR_PAGEOUT)
            return KERN_INVALID_ARGUMENT;
        using var held = Enter();
        if (!IsCovered(start, end))
            return KERN_INVALID_ADDRESS;
        return behavior switch
        {
            VM_BEHAVIOR_ZERO => ZeroRange(start, end),
            VM_BEHAVIOR_ZERO_WIRED_PAGES => RequireWrite(start, end),
            VM_BEHAVIOR_REUSABLE or VM_BEHAVIOR_CAN_REUSE => RequirePrivate(start, end),
            <= VM_BEHAVIOR_RSEQNTL => Remember(start, end, (byte)behavior),
            _ => KERN_SUCCESS,      // advice that this kernel has no use for
        };
    }

    private kern_return_t Remember(ulong start, ulong end, byte behavior)
    {
        for (var index = Clip(start, end); index < _entries.Count && _entries[index].Start < end; index++)
            _entries[index].Behavior = behavior;
        return KERN_SUCCESS;
    }

    private kern_return_t RequireWrite(ulong start, ulong end)
    {
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            if ((_entries[index].Protection & VM_PROT_WRITE) == 0)
                return KERN_PROTECTION_FAILURE;
        }
        return KERN_SUCCESS;
    }

    private kern_return_t RequirePrivate(ulong start, ulong end)
    {
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            if (_entries[index].Copied || !_entries[index].IsPrivate)
                return KERN_INVALID_ADDRESS;
        }
        return KERN_SUCCESS;
    }

    private kern_return_t ZeroRange(ulong start, ulong end)
    {
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            if ((entry.Protection & (VM_PROT_WRITE | VM_PROT_EXECUTE)) != VM_PROT_WRITE)
                return KERN_PROTECTION_FAILURE;
            if (entry.Copied)
                return KERN_NO_ACCESS;
        }
        Space.Clear(start, end - start);
        return KERN_SUCCESS;
    }

    /// <summary>mach_vm_msync (R-VMR-30): there is nothing behind memory that it could be written to.</summary>
    internal kern_return_t Synchronise(ulong address, ulong size, uint flags)
    {
        const uint both = VM_SYNC_ASYNCHRONOUS | VM_SYNC_SYNCHRONOUS;
        if (size == 0)
            return KERN_SUCCESS;
        if ((flags & both) == both)
            return KERN_INVALID_ARGUMENT;
        if (!TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ADDRESS;
        using var held = Enter();
        return (flags & VM_SYNC_CONTIGUOUS) != 0 && !IsCovered(start, end) ? KERN_INVALID_ADDRESS : KERN_SUCCESS;
    }

    /// <summary>mach_vm_machine_attribute (R-VMR-31): caches of the processor are kept coherent by the machine.</summary>
    internal kern_return_t MachineAttribute(ulong address, ulong size, uint attribute)
    {
        if (size == 0)
            return KERN_SUCCESS;
        if (address + size < address || Round(address + size) < address)
            return KERN_INVALID_ARGUMENT;
        TryCover(address, size, out var start, out var end);
        if (start < Space.Lowest || end > Space.End || attribute != MATTR_CACHE)
            return KERN_INVALID_ADDRESS;
        using var held = Enter();
        return IsCovered(start, end) ? KERN_SUCCESS : KERN_FAILURE;
    }

    /// <summary>mach_vm_wire (R-VMA-39): memory here is never taken away by the kernel, so that the counts are all there is to keep.</summary>
    internal kern_return_t Wire(ulong address, ulong size, int access)
    {
        if ((access & ~VM_PROT_ALL) != 0)
            return KERN_INVALID_ARGUMENT;
        if (size == 0)
            return KERN_SUCCESS;
        if (!TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ADDRESS;
        using var held = Enter();
        if (!IsCovered(start, end))
            return KERN_INVALID_ADDRESS;
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            if ((access & ~entry.Protection) != 0)
                return KERN_PROTECTION_FAILURE;
            if (access != 0 ? entry.Wired == ushort.MaxValue : entry.Wired == 0)
                return access != 0 ? KERN_RESOURCE_SHORTAGE : KERN_INVALID_ADDRESS;
        }
        for (var index = Clip(start, end); index < _entries.Count && _entries[index].Start < end; index++)
            _entries[index].Wired = (ushort)(_entries[index].Wired + (access != 0 ? 1 : -1));
        return KERN_SUCCESS;
    }
}
