namespace Mach.Abi;

// Ranges set aside, and memory that the kernel may take back.
public partial interface IMachVm
{
    /// <summary>Makes a ring in which a task lists memory that may be taken back.</summary>
    [Routine(22)]
    kern_return_t mach_vm_deferred_reclamation_buffer_allocate(
        [Subject] task_t target_task, out mach_vm_address_t address, uint32_t len, uint32_t max_len);

    /// <summary>Takes back memory that the ring lists, up to a number of entries.</summary>
    [Routine(23)]
    kern_return_t mach_vm_deferred_reclamation_buffer_flush([Subject] task_t target_task, uint32_t num_entries_to_reclaim);

    /// <summary>Tells how much memory the ring lists now.</summary>
    [Routine(24)]
    kern_return_t mach_vm_deferred_reclamation_buffer_update_reclaimable_bytes(
        [Subject] task_t target_task, mach_vm_size_t reclaimable_bytes);

    /// <summary>Sets aside ranges of the address space by recipes.</summary>
    [Routine(25)]
    kern_return_t mach_vm_range_create(
        [Subject] vm_map_t target_task, mach_vm_range_flavor_t flavor, [Counted(1024)] mach_vm_range_recipes_raw_t recipes);

    /// <summary>Changes how many entries the ring has.</summary>
    [Routine(26)]
    kern_return_t mach_vm_deferred_reclamation_buffer_resize([Subject] task_t target_task, uint32_t size);
}
