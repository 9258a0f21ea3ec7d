namespace Mach.Kernel;

internal sealed partial class KMap
{
    /// <summary>mach_vm_map (R-VMR-1 to R-VMR-6).</summary>
    internal kern_return_t Map(
        ref ulong address, ulong size, ulong mask, int flags, KPort? port, ulong offset, bool copy, int current, int maximum,
        uint inheritance)
    {
        const int known = VM_PROT_ALL | VM_PROT_IS_MASK;
        if (((uint)flags & ~VM_FLAGS_USER_MAP) != 0 || (flags & VM_FLAGS_SUPERPAGE_MASK) != 0 || ((current | maximum) & ~known) != 0
            || inheritance > VM_INHERIT_LAST_VALID || size == 0 || Round(size) == 0)
            return KERN_INVALID_ARGUMENT;
        if (KPort.IsLive(port))
            return KERN_INVALID_OBJECT;
        var place = address;
        var code = Place(ref place, ref size, mask, flags);
        if (code != KERN_SUCCESS)
            return code;
        using var held = Enter();
        code = AllocateAnonymous(ref place, size, mask, flags, place, out var made);
        if (code != KERN_SUCCESS)
            return code;
        code = Arrange(made!, current & maximum & VM_PROT_ALL, maximum & VM_PROT_ALL, inheritance);
        if (code == KERN_SUCCESS)
            address = place;
        return code;
    }

    /// <summary>mach_vm_purgable_control (R-VMR-32 to R-VMR-36).</summary>
    internal kern_return_t PurgableControl(ulong address, int control, ref int state)
    {
        if (control == VM_PURGABLE_PURGE_ALL)
        {
            Kernel.PurgeAll();
            return KERN_SUCCESS;
        }
        if (control is not (VM_PURGABLE_SET_STATE or VM_PURGABLE_GET_STATE)
            || (control == VM_PURGABLE_SET_STATE && (state & ~VM_PURGABLE_ALL_MASKS) != 0))
            return KERN_INVALID_ARGUMENT;
        KMemoryObject shown;
        using (Enter())
        {
            if (Find(address) is not { } entry)
                return KERN_INVALID_ADDRESS;
            if (control == VM_PURGABLE_SET_STATE && (entry.Protection & VM_PROT_WRITE) == 0)
                return KERN_PROTECTION_FAILURE;
            if (entry.Object is not { Purgeable: true })
                return KERN_INVALID_ARGUMENT;
            shown = entry.Object.Retain();
        }
        var code = shown.Purge(control, ref state);
        shown.Release();
        return code;
    }

    /// <summary>Discards the contents of volatile objects that are mapped here.</summary>
    internal void PurgeVolatile()
    {
        using var held = Enter();
        foreach (var entry in _entries)
            entry.Object?.PurgeVolatile();
    }

    /// <summary>The place of a mapping whose address may be a bound (R-VMR-2).</summary>
    private kern_return_t Place(ref ulong place, ref ulong size, ulong mask, int flags)
    {
        if ((flags & VM_FLAGS_ANYWHERE) != 0)
        {
            place = Trunc(place);
            size = Round(size);
            return KERN_SUCCESS;
        }
        var code = TryFix(ref place, size, KERN_INVALID_ARGUMENT);
        if (code != KERN_SUCCESS)
            return code;
        size = Round(place + size) - place;
        return (place & mask) != 0 ? KERN_NO_SPACE : KERN_SUCCESS;
    }

    /// <summary>Gives a new entry what its maker asked for. _gate held.</summary>
    private kern_return_t Arrange(KMapEntry entry, int current, int maximum, uint inheritance)
    {
        entry.MaxProtection = (byte)maximum;
        entry.Inheritance = (byte)inheritance;
        if (current == entry.Protection)
            return KERN_SUCCESS;
        if (Space.TryProtect(entry.Start, entry.Size, current))
        {
            entry.Protection = (byte)current;
            return KERN_SUCCESS;
        }
        entry.Permanent = false;
        Remove(entry.Start, entry.End);
        return KERN_RESOURCE_SHORTAGE;
    }
}
