namespace Mach.Abi;

// Attributes, contexts, guards, and what is read for debugging.
public partial interface IMachPort
{
    /// <summary>Reads port attributes: limits, status, send counts, guard facts.</summary>
    [Routine(17)]
    kern_return_t mach_port_get_attributes(
        [Subject] ipc_space_read_t task, [Borrows] mach_port_name_t name, mach_port_flavor_t flavor,
        [Counted(17, CountInOut = true)] out mach_port_info_t port_info_out);

    /// <summary>Sets port attributes: limits, importance, temporary ownership.</summary>
    [Routine(18)]
    kern_return_t mach_port_set_attributes(
        [Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_flavor_t flavor, [Counted(17)] mach_port_info_t port_info);

    /// <summary>Lists a space entry by entry. Both regions belong to the caller; the tree is always empty.</summary>
    [Routine(23)]
    kern_return_t mach_port_space_info(
        [Subject] ipc_space_read_t space, out ipc_info_space_t space_info, [OutOfLine(Multiplier = 7)] out ipc_info_name_array_t table_info,
        [OutOfLine(Multiplier = 9)] out ipc_info_tree_name_array_t tree_info);

    /// <summary>Counts the dead-name requests of a port: room, and used.</summary>
    [Routine(24)]
    kern_return_t mach_port_dnrequest_info([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, out uint dnr_total, out uint dnr_used);

    /// <summary>Once told which kernel object a port stands for, with a 32-bit address.</summary>
    [Routine(25, Gone = true)]
    kern_return_t mach_port_kernel_object([Subject] ipc_space_read_t task, mach_port_name_t name, out uint object_type, out uint object_addr);

    /// <summary>Reads the context of a port.</summary>
    [Routine(28)]
    kern_return_t mach_port_get_context([Subject] ipc_space_read_t task, [Borrows] mach_port_name_t name, out mach_port_context_t context);

    /// <summary>Sets the context of a port.</summary>
    [Routine(29)]
    kern_return_t mach_port_set_context([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_context_t context);

    /// <summary>Tells which kernel object a port stands for.</summary>
    [Routine(30)]
    kern_return_t mach_port_kobject(
        [Subject] ipc_space_read_t task, [Borrows] mach_port_name_t name, out natural_t object_type, out mach_vm_address_t object_addr);

    /// <summary>Puts a guard value on a receive right.</summary>
    [Routine(33)]
    kern_return_t mach_port_guard([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_context_t guard, boolean_t strict);

    /// <summary>Removes a guard when the value matches.</summary>
    [Routine(34)]
    kern_return_t mach_port_unguard([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_context_t guard);

    /// <summary>Reads short figures of a space.</summary>
    [Routine(35)]
    kern_return_t mach_port_space_basic_info([Subject] ipc_space_inspect_t task, out ipc_info_space_basic_t basic_info);

    /// <summary>Unlinks a special reply port from what it waits for, and tells whether the link was already lost.</summary>
    [Routine(36, Symbol = "_kernelrpc_mach_port_special_reply_port_reset_link")]
    kern_return_t mach_port_special_reply_port_reset_link([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, out boolean_t srp_lost_link);

    /// <summary>Puts a guard value on a receive right, with flags.</summary>
    [Routine(37)]
    kern_return_t mach_port_guard_with_flags([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_context_t guard, uint64_t flags);

    /// <summary>Replaces a guard value when the old one matches.</summary>
    [Routine(38)]
    kern_return_t mach_port_swap_guard(
        [Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_context_t old_guard, mach_port_context_t new_guard);

    /// <summary>Tells which kernel object a port stands for, with a text.</summary>
    [Routine(39)]
    kern_return_t mach_port_kobject_description(
        [Subject] ipc_space_read_t task, [Borrows] mach_port_name_t name, out natural_t object_type, out mach_vm_address_t object_addr,
        [CString(512), CType("kobject_description_t")] Span<byte> description);

    /// <summary>Tells whether a connection belongs to a service, and under which filter policy.</summary>
    [Routine(40)]
    kern_return_t mach_port_is_connection_for_service(
        [Subject] ipc_space_t task, mach_port_name_t connection_port, mach_port_name_t service_port, out uint64_t filter_policy_id);

    /// <summary>Reads the name under which a service port was registered.</summary>
    [Routine(41)]
    kern_return_t mach_port_get_service_port_info(
        [Subject(MigSubject.TaskRead)] ipc_space_read_t task, [Borrows] mach_port_name_t name, out mach_service_port_info_data_t sp_info_out);

    /// <summary>Asserts port attributes: a mismatch is an exception of the caller's.</summary>
    [Routine(42)]
    kern_return_t mach_port_assert_attributes(
        [Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_flavor_t flavor, [Counted(17)] mach_port_info_t info);
}
