namespace Mach.Raw;

public static unsafe partial class LibSystem
{
    /// <summary>As mach_vm_protect.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="address">Start of the range.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="set_maximum">Not 0: the most that the range may ever be.</param>
    /// <param name="new_protection">The protection.</param>
    public static kern_return_t vm_protect([Borrows] vm_map_t target_task, vm_address_t address, vm_size_t size, boolean_t set_maximum, vm_prot_t new_protection) =>
        mach_vm_protect(target_task, address, size, set_maximum, new_protection);

    /// <summary>As mach_vm_read: the memory that comes back belongs to the caller.</summary>
    /// <param name="target_task">The task that is read.</param>
    /// <param name="address">Start of the range.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="data">Receives the address.</param>
    /// <param name="dataCnt">Receives the bytes.</param>
    public static kern_return_t vm_read([Borrows] vm_map_read_t target_task, vm_address_t address, vm_size_t size, vm_offset_t* data, mach_msg_type_number_t* dataCnt) =>
        _kernelrpc_vm_read(target_task, address, size, data, dataCnt);

    /// <summary>As mach_vm_purgable_control.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="address">In the region.</param>
    /// <param name="control"><c>VM_PURGABLE_SET_STATE</c> or <c>VM_PURGABLE_GET_STATE</c>.</param>
    /// <param name="state">The state to set, or receives it.</param>
    public static kern_return_t vm_purgable_control([Borrows] vm_map_t target_task, vm_address_t address, vm_purgable_t control, int* state) =>
        mach_vm_purgable_control(target_task, address, control, state);

    /// <summary>As mach_vm_map.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="address">Where, or receives it.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="mask">Bits of the address that must be 0.</param>
    /// <param name="flags"><c>VM_FLAGS_*</c>.</param>
    /// <param name="object">A memory entry or pager; null for zeroed memory.</param>
    /// <param name="offset">Where in the entry.</param>
    /// <param name="copy">Not 0: a copy.</param>
    /// <param name="cur_protection">The protection.</param>
    /// <param name="max_protection">The most that it may be.</param>
    /// <param name="inheritance">What a child gets.</param>
    public static kern_return_t vm_map(
        [Borrows] vm_map_t target_task,
        vm_address_t* address,
        vm_size_t size,
        vm_address_t mask,
        int flags,
        [Borrows] mem_entry_name_port_t @object,
        vm_offset_t offset,
        boolean_t copy,
        vm_prot_t cur_protection,
        vm_prot_t max_protection,
        vm_inherit_t inheritance) =>
        _kernelrpc_vm_map(target_task, address, size, mask, flags, @object, offset, copy, cur_protection, max_protection, inheritance);

    /// <summary>Maps memory of a memory entry or pager into the task, or zeroed memory; a trap does it where nothing special is asked for.</summary>
    /// <inheritdoc cref="vm_map"/>
    public static kern_return_t mach_vm_map(
        [Borrows] vm_map_t target_task,
        mach_vm_address_t* address,
        mach_vm_size_t size,
        mach_vm_offset_t mask,
        int flags,
        [Borrows] mem_entry_name_port_t @object,
        memory_object_offset_t offset,
        boolean_t copy,
        vm_prot_t cur_protection,
        vm_prot_t max_protection,
        vm_inherit_t inheritance)
    {
        kern_return_t code = MACH_SEND_INVALID_DEST;
        if (@object == MACH_PORT_NULL && max_protection == VM_PROT_ALL && inheritance == VM_INHERIT_DEFAULT)
            code = _kernelrpc_mach_vm_map_trap(target_task, address, size, mask, flags, cur_protection);
        return code == MACH_SEND_INVALID_DEST
            ? new MachVmClient(Current).mach_vm_map(
                target_task, ref *address, size, mask, flags, @object, offset, copy, cur_protection, max_protection, inheritance)
            : code;
    }

    /// <summary>Makes a memory entry of a range of the task, or of an entry.</summary>
    /// <param name="target_task">The task.</param>
    /// <param name="size">Bytes, and receives how many there are.</param>
    /// <param name="offset">Start of the range, or where in the entry.</param>
    /// <param name="permission">What the entry allows.</param>
    /// <param name="object_handle">Receives the entry.</param>
    /// <param name="parent_entry">The entry to make it of; null for a range of the task.</param>
    public static kern_return_t mach_make_memory_entry(
        [Borrows] vm_map_t target_task,
        vm_size_t* size,
        vm_offset_t offset,
        vm_prot_t permission,
        [ReturnsOwned(Right = RawMachRight.Send)] mem_entry_name_port_t* object_handle,
        [Borrows] mem_entry_name_port_t parent_entry) =>
        _mach_make_memory_entry(target_task, size, offset, permission, object_handle, parent_entry);

    /// <summary>Maps memory of one task into another: shared, or as a copy.</summary>
    /// <param name="target_task">The task that gets it.</param>
    /// <param name="target_address">Where, or receives it.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="mask">Bits of the address that must be 0.</param>
    /// <param name="flags"><c>VM_FLAGS_*</c>.</param>
    /// <param name="src_task">The task that has it.</param>
    /// <param name="src_address">Where it has it.</param>
    /// <param name="copy">Not 0: a copy.</param>
    /// <param name="cur_protection">Receives the protection.</param>
    /// <param name="max_protection">Receives the most that it may be.</param>
    /// <param name="inheritance">What a child gets.</param>
    public static kern_return_t vm_remap(
        [Borrows] vm_map_t target_task,
        vm_address_t* target_address,
        vm_size_t size,
        vm_address_t mask,
        int flags,
        [Borrows] vm_map_t src_task,
        vm_address_t src_address,
        boolean_t copy,
        vm_prot_t* cur_protection,
        vm_prot_t* max_protection,
        vm_inherit_t inheritance) =>
        _kernelrpc_vm_remap(target_task, target_address, size, mask, flags, src_task, src_address, copy, cur_protection, max_protection, inheritance);

    /// <summary>As <see cref="vm_remap"/>; both protections go in as what the caller must have.</summary>
    /// <inheritdoc cref="vm_remap"/>
    public static kern_return_t vm_remap_new(
        [Borrows] vm_map_t target_task,
        vm_address_t* target_address,
        vm_size_t size,
        vm_address_t mask,
        int flags,
        [Borrows] vm_map_read_t src_task,
        vm_address_t src_address,
        boolean_t copy,
        vm_prot_t* cur_protection,
        vm_prot_t* max_protection,
        vm_inherit_t inheritance) =>
        _kernelrpc_vm_remap_new(target_task, target_address, size, mask, flags, src_task, src_address, copy, cur_protection, max_protection, inheritance);
}
