namespace Mach.Abi;

/// <summary>
/// Subsystem mach_vm: the address map of a task, with 64-bit addresses. Where a trap does the same, the user's function makes the trap
/// first. Ids, arguments and message layouts are compared by a test with reference/mig.json.
/// </summary>
[MigSubsystem("mach_vm", 4800, Kernel = true)]
public partial interface IMachVm
{
    /// <summary>Gives the task zeroed pages, at an address or anywhere.</summary>
    [Routine(0)]
    kern_return_t mach_vm_allocate(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target, ref mach_vm_address_t address, mach_vm_size_t size, int flags);

    /// <summary>Takes the pages that cover a range from the task; holes are no error.</summary>
    [Routine(1)]
    kern_return_t mach_vm_deallocate([Subject(MigSubject.MapOrEntry)] vm_map_t target, mach_vm_address_t address, mach_vm_size_t size);

    /// <summary>Sets the protection of a range, or the most that it may ever be.</summary>
    [Routine(2)]
    kern_return_t mach_vm_protect(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target_task, mach_vm_address_t address, mach_vm_size_t size, boolean_t set_maximum,
        vm_prot_t new_protection);

    /// <summary>Sets what a child gets of a range: a share, a copy or nothing.</summary>
    [Routine(3)]
    kern_return_t mach_vm_inherit(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target_task, mach_vm_address_t address, mach_vm_size_t size,
        vm_inherit_t new_inheritance);

    /// <summary>Copies a range of the task into memory of the caller's, which then belongs to the caller.</summary>
    [Routine(4)]
    kern_return_t mach_vm_read(
        [Subject] vm_map_read_t target_task, mach_vm_address_t address, mach_vm_size_t size, [OutOfLine] out vm_offset_t data);

    /// <summary>Reads up to 256 ranges; each entry comes back as address and size in the caller's memory.</summary>
    [Routine(5)]
    kern_return_t mach_vm_read_list([Subject] vm_map_read_t target_task, ref mach_vm_read_entry_t data_list, natural_t count);

    /// <summary>Copies data into a range of the task.</summary>
    [Routine(6)]
    kern_return_t mach_vm_write([Subject] vm_map_t target_task, mach_vm_address_t address, [OutOfLine] vm_offset_t data);

    /// <summary>Copies one range of the task onto another.</summary>
    [Routine(7)]
    kern_return_t mach_vm_copy(
        [Subject] vm_map_t target_task, mach_vm_address_t source_address, mach_vm_size_t size, mach_vm_address_t dest_address);

    /// <summary>Copies a range of the task to an address of the caller's.</summary>
    [Routine(8)]
    kern_return_t mach_vm_read_overwrite(
        [Subject] vm_map_read_t target_task, mach_vm_address_t address, mach_vm_size_t size, mach_vm_address_t data,
        out mach_vm_size_t outsize);

    /// <summary>Writes changed pages of a range to their pager, or drops them.</summary>
    [Routine(9)]
    kern_return_t mach_vm_msync([Subject] vm_map_t target_task, mach_vm_address_t address, mach_vm_size_t size, vm_sync_t sync_flags);

    /// <summary>Says how a range is going to be used.</summary>
    [Routine(10)]
    kern_return_t mach_vm_behavior_set(
        [Subject] vm_map_t target_task, mach_vm_address_t address, mach_vm_size_t size, vm_behavior_t new_behavior);

    /// <summary>Maps memory of a memory entry or pager into the task.</summary>
    [Routine(11)]
    kern_return_t mach_vm_map(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target_task, ref mach_vm_address_t address, mach_vm_size_t size, mach_vm_offset_t mask,
        int flags, [CopySend] mem_entry_name_port_t @object, memory_object_offset_t offset, boolean_t copy, vm_prot_t cur_protection,
        vm_prot_t max_protection, vm_inherit_t inheritance);

    /// <summary>Reads or changes what the machine keeps for a range: caches.</summary>
    [Routine(12)]
    kern_return_t mach_vm_machine_attribute(
        [Subject] vm_map_t target_task, mach_vm_address_t address, mach_vm_size_t size, vm_machine_attribute_t attribute,
        ref vm_machine_attribute_val_t value);

    /// <summary>Maps memory of one task into another: shared, or as a copy.</summary>
    [Routine(13)]
    kern_return_t mach_vm_remap(
        [Subject] vm_map_t target_task, ref mach_vm_address_t target_address, mach_vm_size_t size, mach_vm_offset_t mask, int flags,
        [CopySend] vm_map_t src_task, mach_vm_address_t src_address, boolean_t copy, out vm_prot_t cur_protection,
        out vm_prot_t max_protection, vm_inherit_t inheritance);

    /// <summary>Tells whether a page is in memory, changed, shared.</summary>
    [Routine(14)]
    kern_return_t mach_vm_page_query(
        [Subject] vm_map_read_t target_map, mach_vm_offset_t offset, out integer_t disposition, out integer_t ref_count);

    /// <summary>Describes the region at or after an address, down into submaps.</summary>
    [Routine(15)]
    kern_return_t mach_vm_region_recurse(
        [Subject] vm_map_read_t target_task, ref mach_vm_address_t address, out mach_vm_size_t size, ref natural_t nesting_depth,
        [Counted(19, CountInOut = true)] out vm_region_recurse_info_t info);

    /// <summary>Describes the region at or after an address by flavor. The object's name is always null.</summary>
    [Routine(16)]
    kern_return_t mach_vm_region(
        [Subject] vm_map_read_t target_task, ref mach_vm_address_t address, out mach_vm_size_t size, vm_region_flavor_t flavor,
        [Counted(10, CountInOut = true)] out vm_region_info_t info, [MoveSend] out mach_port_t object_name);

    /// <summary>Makes a memory entry of a range of the task, or of an entry; the right belongs to the caller.</summary>
    [Routine(17)]
    kern_return_t _mach_make_memory_entry(
        [Subject] vm_map_t target_task, ref memory_object_size_t size, memory_object_offset_t offset, vm_prot_t permission,
        [MoveSend] out mem_entry_name_port_t object_handle, [CopySend] mem_entry_name_port_t parent_handle);

    /// <summary>Sets or reads whether memory may be emptied when it is short.</summary>
    [Routine(18)]
    kern_return_t mach_vm_purgable_control([Subject] vm_map_t target_task, mach_vm_address_t address, vm_purgable_t control, ref int state);

    /// <summary>Describes one page by flavor.</summary>
    [Routine(19)]
    kern_return_t mach_vm_page_info(
        [Subject] vm_map_read_t target_task, mach_vm_address_t address, vm_page_info_flavor_t flavor,
        [Counted(32, CountInOut = true)] out vm_page_info_t info);

    /// <summary>Tells of each page of a range whether it is in memory, changed, shared; the answers go to an address of the caller's.</summary>
    [Routine(20)]
    kern_return_t mach_vm_page_range_query(
        [Subject] vm_map_read_t target_map, mach_vm_offset_t address, mach_vm_size_t size, mach_vm_address_t dispositions,
        ref mach_vm_size_t dispositions_count);

    /// <summary>As remap, for both protections the caller says what it must have.</summary>
    [Routine(21)]
    kern_return_t mach_vm_remap_new(
        [Subject] vm_map_t target_task, ref mach_vm_address_t target_address, mach_vm_size_t size, mach_vm_offset_t mask, int flags,
        [CopySend] vm_map_read_t src_task, mach_vm_address_t src_address, boolean_t copy, ref vm_prot_t cur_protection,
        ref vm_prot_t max_protection, vm_inherit_t inheritance);
}
