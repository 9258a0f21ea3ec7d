namespace Mach.Kernel;

internal sealed partial class KMap
{
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
}
