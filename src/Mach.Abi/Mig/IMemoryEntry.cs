namespace Mach.Abi;

/// <summary>
/// Subsystem memory_entry: memory by a port that stands for it. Ids, arguments and message layouts are compared by a test with
/// reference/mig.json.
/// </summary>
[MigSubsystem("memory_entry", 4900, Kernel = true)]
public partial interface IMemoryEntry
{
    /// <summary>Sets or reads whether an entry's memory may be emptied when it is short.</summary>
    [Routine(0)]
    kern_return_t mach_memory_entry_purgable_control([Subject] mem_entry_name_port_t mem_entry, vm_purgable_t control, ref int state);

    /// <summary>Has accesses to an entry's memory tracked.</summary>
    [Routine(1)]
    kern_return_t mach_memory_entry_access_tracking(
        [Subject] mem_entry_name_port_t mem_entry, ref int access_tracking, out uint32_t access_tracking_reads,
        out uint32_t access_tracking_writes);

    /// <summary>Makes a task the owner of an entry's memory, and says whose ledger counts it.</summary>
    [Routine(2)]
    kern_return_t mach_memory_entry_ownership(
        [Subject] mem_entry_name_port_t mem_entry, [CopySend] task_t owner, int ledger_tag, int ledger_flags);
}
