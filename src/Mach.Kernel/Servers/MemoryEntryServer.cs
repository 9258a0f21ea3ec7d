namespace Mach.Kernel;

/// <summary>Subsystem memory_entry: memory by a port that stands for it.</summary>
internal sealed class MemoryEntryServer(ManagedKernel kernel) : MemoryEntryServer<KThread, KPort?, KMemoryEntry?>
{
    protected override kern_return_t Translate(KThread caller, KPort? port, MigSubject kind, out KMemoryEntry? subject)
    {
        subject = KMemoryEntry.Behind(port);
        return KERN_SUCCESS;
    }

    protected override kern_return_t mach_memory_entry_purgable_control(
        KThread caller, KMemoryEntry? mem_entry, int control, ref int state)
    {
        var known = control is VM_PURGABLE_SET_STATE or VM_PURGABLE_GET_STATE
            && (control == VM_PURGABLE_GET_STATE || (state & ~VM_PURGABLE_ALL_MASKS) == 0);
        return known && mem_entry?.Whole is { } shown ? shown.Purge(control, ref state) : KERN_INVALID_ARGUMENT;
    }

    [Refuses("accesses to memory leave no trace that the kernel could read")]
    protected override kern_return_t mach_memory_entry_access_tracking(
        KThread caller, KMemoryEntry? mem_entry, ref int access_tracking, out uint access_tracking_reads, out uint access_tracking_writes)
    {
        access_tracking_reads = access_tracking_writes = 0;
        return mem_entry is null ? KERN_INVALID_ARGUMENT : KERN_NOT_SUPPORTED;
    }

    /// <summary>There are no ledgers: what is allowed has no effect that anyone could see (R-MEM-16).</summary>
    protected override kern_return_t mach_memory_entry_ownership(
        KThread caller, KMemoryEntry? mem_entry, KPort? owner, int ledger_tag, int ledger_flags)
    {
        if ((ledger_flags & ~VM_LEDGER_FLAGS_USER) != 0 || ledger_tag is < VM_LEDGER_TAG_UNCHANGED or > VM_LEDGER_TAG_MAX
            || mem_entry?.Whole is null)
            return KERN_INVALID_ARGUMENT;
        if (KPort.IsLive(owner))
        {
            var after = new Aftermath(kernel);
            after.ReleaseNow(owner, (byte)MACH_MSG_TYPE_PORT_SEND);
            after.Run();
        }
        return KERN_SUCCESS;
    }
}
