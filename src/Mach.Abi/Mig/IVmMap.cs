namespace Mach.Abi;

/// <summary>
/// Subsystem vm_map: the address map of a task under its older names. These numbers travel from 32-bit tasks only, whose addresses are half
/// as wide; a 64-bit library sends those of IVmMapLp64. No 64-bit kernel dispatches it. Ids, arguments and message layouts are compared by
/// a test with reference/mig.json.
/// </summary>
[MigSubsystem("vm_map", 3800, Kernel = true)]
public partial interface IVmMap
{
    /// <summary>Describes the region at or after an address by flavor, in words of 32 bits.</summary>
    [Routine(0)]
    kern_return_t vm_region(
        [Subject] vm_map_read_t target_task, ref vm_address_t address, out vm_size_t size, vm_region_flavor_t flavor,
        [Counted(10, CountInOut = true)] out vm_region_info_t info, [MoveSend] out mach_port_t object_name);

    /// <summary>Gives the task zeroed pages, at an address or anywhere.</summary>
    [Routine(1)]
    kern_return_t vm_allocate([Subject(MigSubject.MapOrEntry)] vm_map_t target_task, ref vm_address_t address, vm_size_t size, int flags);

    /// <summary>Takes the pages that cover a range from the task; holes are no error.</summary>
    [Routine(2)]
    kern_return_t vm_deallocate([Subject(MigSubject.MapOrEntry)] vm_map_t target_task, vm_address_t address, vm_size_t size);

    /// <summary>Sets the protection of a range, or the most that it may ever be.</summary>
    [Routine(3)]
    kern_return_t vm_protect(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target_task, vm_address_t address, vm_size_t size, boolean_t set_maximum,
        vm_prot_t new_protection);

    /// <summary>Sets what a child gets of a range: a share, a copy or nothing.</summary>
    [Routine(4)]
    kern_return_t vm_inherit(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target_task, vm_address_t address, vm_size_t size, vm_inherit_t new_inheritance);

    /// <summary>Copies a range of the task into memory of the caller's, which then belongs to the caller.</summary>
    [Routine(5)]
    kern_return_t vm_read([Subject] vm_map_read_t target_task, vm_address_t address, vm_size_t size, [OutOfLine] out vm_offset_t data);

    /// <summary>Reads up to 256 ranges; each entry comes back as address and size in the caller's memory.</summary>
    [Routine(6)]
    kern_return_t vm_read_list([Subject] vm_map_read_t target_task, ref vm_read_entry_t data_list, natural_t count);

    /// <summary>Copies data into a range of the task.</summary>
    [Routine(7)]
    kern_return_t vm_write([Subject] vm_map_t target_task, vm_address_t address, [OutOfLine] vm_offset_t data);

    /// <summary>Copies one range of the task onto another.</summary>
    [Routine(8)]
    kern_return_t vm_copy([Subject] vm_map_t target_task, vm_address_t source_address, vm_size_t size, vm_address_t dest_address);

    /// <summary>Copies a range of the task to an address of the caller's.</summary>
    [Routine(9)]
    kern_return_t vm_read_overwrite(
        [Subject] vm_map_read_t target_task, vm_address_t address, vm_size_t size, vm_address_t data, out vm_size_t outsize);

    /// <summary>Writes changed pages of a range to their pager, or drops them.</summary>
    [Routine(10)]
    kern_return_t vm_msync([Subject] vm_map_t target_task, vm_address_t address, vm_size_t size, vm_sync_t sync_flags);

    /// <summary>Says how a range is going to be used.</summary>
    [Routine(11)]
    kern_return_t vm_behavior_set([Subject] vm_map_t target_task, vm_address_t address, vm_size_t size, vm_behavior_t new_behavior);

    /// <summary>Maps memory of a memory entry or pager into the task.</summary>
    [Routine(12)]
    kern_return_t vm_map(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target_task, ref vm_address_t address, vm_size_t size, vm_address_t mask, int flags,
        [CopySend] mem_entry_name_port_t @object, vm_offset_t offset, boolean_t copy, vm_prot_t cur_protection, vm_prot_t max_protection,
        vm_inherit_t inheritance);

    /// <summary>Reads or changes what the machine keeps for a range: caches.</summary>
    [Routine(13)]
    kern_return_t vm_machine_attribute(
        [Subject] vm_map_t target_task, vm_address_t address, vm_size_t size, vm_machine_attribute_t attribute,
        ref vm_machine_attribute_val_t value);

    /// <summary>Maps memory of one task into another: shared, or as a copy.</summary>
    [Routine(14)]
    kern_return_t vm_remap(
        [Subject] vm_map_t target_task, ref vm_address_t target_address, vm_size_t size, vm_address_t mask, int flags,
        [CopySend] vm_map_t src_task, vm_address_t src_address, boolean_t copy, out vm_prot_t cur_protection, out vm_prot_t max_protection,
        vm_inherit_t inheritance);

    /// <summary>Sets whether every page that the task gets is held in memory.</summary>
    [Routine(15)]
    kern_return_t task_wire([Subject] vm_map_t target_task, boolean_t must_wire);

    /// <summary>Makes a memory entry of a range of the task, or of an entry; the right belongs to the caller.</summary>
    [Routine(16)]
    kern_return_t mach_make_memory_entry(
        [Subject] vm_map_t target_task, ref vm_size_t size, vm_offset_t offset, vm_prot_t permission,
        [MoveSend] out mem_entry_name_port_t object_handle, [CopySend] mem_entry_name_port_t parent_entry);

    /// <summary>Tells whether a page is in memory, changed, shared.</summary>
    [Routine(17)]
    kern_return_t vm_map_page_query(
        [Subject] vm_map_read_t target_map, vm_offset_t offset, out integer_t disposition, out integer_t ref_count);

    /// <summary>Describes a region and the objects behind it, in words, for debugging; the memory belongs to the caller.</summary>
    [Routine(18)]
    kern_return_t mach_vm_region_info(
        [Subject] vm_map_read_t task, vm_address_t address, out vm_info_region_t region,
        [OutOfLine, CType("vm_info_object_array_t")] out UserPtr<natural_t> objects);

    /// <summary>Lists the pages that the machine maps for the task; the region belongs to the caller.</summary>
    [Routine(19)]
    kern_return_t vm_mapped_pages_info(
        [Subject] vm_map_read_t task, [OutOfLine, CType("page_address_array_t")] out UserPtr<natural_t> pages);

    /// <summary>Describes the region at or after an address, down into submaps, in words of 32 bits.</summary>
    [Routine(21)]
    kern_return_t vm_region_recurse(
        [Subject] vm_map_read_t target_task, ref vm_address_t address, out vm_size_t size, ref natural_t nesting_depth,
        [Counted(19, CountInOut = true)] out vm_region_recurse_info_t info);

    /// <summary>Describes the region at or after an address, down into submaps.</summary>
    [Routine(22)]
    kern_return_t vm_region_recurse_64(
        [Subject] vm_map_read_t target_task, ref vm_address_t address, out vm_size_t size, ref natural_t nesting_depth,
        [Counted(19, CountInOut = true)] out vm_region_recurse_info_t info);

    /// <summary>As mach_vm_region_info, with facts of 64 bits.</summary>
    [Routine(23)]
    kern_return_t mach_vm_region_info_64(
        [Subject] vm_map_read_t task, vm_address_t address, out vm_info_region_64_t region,
        [OutOfLine, CType("vm_info_object_array_t")] out UserPtr<natural_t> objects);

    /// <summary>Describes the region at or after an address by flavor. The object's name is always null.</summary>
    [Routine(24)]
    kern_return_t vm_region_64(
        [Subject] vm_map_read_t target_task, ref vm_address_t address, out vm_size_t size, vm_region_flavor_t flavor,
        [Counted(10, CountInOut = true)] out vm_region_info_t info, [MoveSend] out mach_port_t object_name);

    /// <summary>Makes a memory entry of a range of the task, or of an entry; the right belongs to the caller.</summary>
    [Routine(25)]
    kern_return_t mach_make_memory_entry_64(
        [Subject] vm_map_t target_task, ref memory_object_size_t size, memory_object_offset_t offset, vm_prot_t permission,
        [MoveSend] out mach_port_t object_handle, [CopySend] mem_entry_name_port_t parent_entry);

    /// <summary>Maps memory of a memory entry or pager into the task, with an offset of 64 bits.</summary>
    [Routine(26)]
    kern_return_t vm_map_64(
        [Subject(MigSubject.MapOrEntry)] vm_map_t target_task, ref vm_address_t address, vm_size_t size, vm_address_t mask, int flags,
        [CopySend] mem_entry_name_port_t @object, memory_object_offset_t offset, boolean_t copy, vm_prot_t cur_protection,
        vm_prot_t max_protection, vm_inherit_t inheritance);

    /// <summary>Sets or reads whether memory may be emptied when it is short.</summary>
    [Routine(30)]
    kern_return_t vm_purgable_control([Subject] vm_map_t target_task, vm_address_t address, vm_purgable_t control, ref int state);

    /// <summary>Forbids the task to make any more memory executable.</summary>
    [Routine(31)]
    kern_return_t vm_map_exec_lockdown([Subject] vm_map_t target_task);

    /// <summary>As vm_remap, for both protections the caller says what it must have.</summary>
    [Routine(32)]
    kern_return_t vm_remap_new(
        [Subject] vm_map_t target_task, ref vm_address_t target_address, vm_size_t size, vm_address_t mask, int flags,
        [CopySend] vm_map_read_t src_task, vm_address_t src_address, boolean_t copy, ref vm_prot_t cur_protection,
        ref vm_prot_t max_protection, vm_inherit_t inheritance);
}
