namespace Mach.Abi;

/// <summary>
/// The live traps of the Mach table, by their slots. The arguments are those of the C functions: what the kernel takes as an
/// address is a <see cref="UserPtr{T}"/>. Numbers and arguments are compared by a test with reference/traps.json.
/// This part has ports and messages, the other one every other object.
/// </summary>
/// <remarks>
/// Results are 32 bits wide. A task argument that does not name the caller's own task answers <c>MACH_SEND_INVALID_DEST</c>
/// where a message does the same.
/// </remarks>
[TrapTable(TrapFamily.Mach)]
public partial interface IMachTraps
{
    /// <summary>Creates a receive right, a port set or a dead name under a new name.</summary>
    [Trap(16, Fallback = "mach_port_allocate")]
    kern_return_t _kernelrpc_mach_port_allocate_trap(
        [Borrows] mach_port_name_t target, mach_port_right_t right, [ReturnsOwned] UserPtr<mach_port_name_t> name);

    /// <summary>Drops one reference of a send, send-once or dead-name right.</summary>
    [Trap(18, Fallback = "mach_port_deallocate")]
    kern_return_t _kernelrpc_mach_port_deallocate_trap([Borrows] mach_port_name_t target, [TakesOwnership] mach_port_name_t name);

    /// <summary>Adds a delta to the reference count of one right of a name.</summary>
    [Trap(19, Fallback = "mach_port_mod_refs")]
    kern_return_t _kernelrpc_mach_port_mod_refs_trap(
        [Borrows] mach_port_name_t target, mach_port_name_t name, mach_port_right_t right, mach_port_delta_t delta);

    /// <summary>Moves a receive right into a port set, or out of all sets.</summary>
    [Trap(20, Fallback = "mach_port_move_member")]
    kern_return_t _kernelrpc_mach_port_move_member_trap(
        [Borrows] mach_port_name_t target, [Borrows] mach_port_name_t member, [Borrows] mach_port_name_t after);

    /// <summary>Adds a right for a port to the space under a chosen name.</summary>
    [Trap(21, Fallback = "mach_port_insert_right")]
    kern_return_t _kernelrpc_mach_port_insert_right_trap(
        [Borrows] mach_port_name_t target, mach_port_name_t name, mach_port_name_t poly, mach_msg_type_name_t polyPoly);

    /// <summary>Adds a receive right to one more port set.</summary>
    [Trap(22, Fallback = "mach_port_insert_member")]
    kern_return_t _kernelrpc_mach_port_insert_member_trap(
        [Borrows] mach_port_name_t target, [Borrows] mach_port_name_t name, [Borrows] mach_port_name_t pset);

    /// <summary>Takes a receive right out of one port set.</summary>
    [Trap(23, Fallback = "mach_port_extract_member")]
    kern_return_t _kernelrpc_mach_port_extract_member_trap(
        [Borrows] mach_port_name_t target, [Borrows] mach_port_name_t name, [Borrows] mach_port_name_t pset);

    /// <summary>Creates a receive right with limits, guard, context and flags in one step.</summary>
    [Trap(24, Fallback = "mach_port_construct")]
    kern_return_t _kernelrpc_mach_port_construct_trap(
        [Borrows] mach_port_name_t target, UserPtr<mach_port_options_t> options, uint64_t context,
        [ReturnsOwned(Right = RawMachRight.Receive)] UserPtr<mach_port_name_t> name);

    /// <summary>Ends a receive right, checks its guard and drops send references.</summary>
    [Trap(25, Fallback = "mach_port_destruct")]
    kern_return_t _kernelrpc_mach_port_destruct_trap(
        [Borrows] mach_port_name_t target, [TakesOwnership(Right = RawMachRight.Receive)] mach_port_name_t name, mach_port_delta_t srdelta,
        uint64_t guard);

    /// <summary>Creates a receive right for replies and returns its name.</summary>
    [Trap(26)]
    [return: ReturnsOwned(Right = RawMachRight.Receive)]
    mach_port_name_t mach_reply_port();

    /// <summary>Returns a send right for the calling thread; one reference is added.</summary>
    [Trap(27)]
    [return: ReturnsOwned(Right = RawMachRight.Send)]
    mach_port_name_t thread_self_trap();

    /// <summary>Returns a send right for the calling task; one reference is added.</summary>
    [Trap(28)]
    [return: ReturnsOwned(Right = RawMachRight.Send)]
    mach_port_name_t task_self_trap();

    /// <summary>Returns a send right for the host; one reference is added.</summary>
    [Trap(29)]
    [return: ReturnsOwned(Right = RawMachRight.Send)]
    mach_port_name_t host_self_trap();

    /// <summary>Sends and or receives one message: the classic seven-argument form.</summary>
    [Trap(31), Blocks]
    mach_msg_return_t mach_msg_trap(
        UserPtr<mach_msg_header_t> msg, mach_msg_option_t option, mach_msg_size_t send_size, mach_msg_size_t rcv_size,
        mach_port_name_t rcv_name, mach_msg_timeout_t timeout, mach_port_name_t notify);

    /// <summary>As mach_msg, with a separate receive buffer.</summary>
    [Trap(32, Passed = 8), Blocks]
    mach_msg_return_t mach_msg_overwrite_trap(
        UserPtr<mach_msg_header_t> msg, mach_msg_option_t option, mach_msg_size_t send_size, mach_msg_size_t rcv_size,
        mach_port_name_t rcv_name, mach_msg_timeout_t timeout, mach_msg_priority_t priority, UserPtr<mach_msg_header_t> rcv_msg,
        mach_msg_size_t rcv_limit);

    /// <summary>Reads port attributes: limits, status, send counts, guard facts.</summary>
    [Trap(40, Fallback = "mach_port_get_attributes")]
    kern_return_t _kernelrpc_mach_port_get_attributes_trap(
        [Borrows] mach_port_name_t target, [Borrows] mach_port_name_t name, mach_port_flavor_t flavor,
        mach_port_info_t port_info_out, UserPtr<mach_msg_type_number_t> port_info_outCnt);

    /// <summary>Puts a guard value on a receive right.</summary>
    [Trap(41, Fallback = "mach_port_guard")]
    kern_return_t _kernelrpc_mach_port_guard_trap(
        [Borrows] mach_port_name_t target, [Borrows] mach_port_name_t name, uint64_t guard, boolean_t strict);

    /// <summary>Removes a guard when the value matches.</summary>
    [Trap(42, Fallback = "mach_port_unguard")]
    kern_return_t _kernelrpc_mach_port_unguard_trap([Borrows] mach_port_name_t target, [Borrows] mach_port_name_t name, uint64_t guard);

    /// <summary>Sends and or receives a message, header values packed in registers: today's form.</summary>
    [Trap(47), Blocks]
    mach_msg_return_t mach_msg2_trap(
        [CType("void *")] UserPtr<byte> data, mach_msg_option64_t options, uint64_t msgh_bits_and_send_size,
        uint64_t msgh_remote_and_local_port, uint64_t msgh_voucher_and_id, uint64_t desc_count_and_rcv_name,
        uint64_t rcv_size_and_priority, uint64_t timeout);

    /// <summary>Creates the thread's special reply port and returns its name.</summary>
    [Trap(50)]
    [return: ReturnsOwned(Right = RawMachRight.Receive)]
    mach_port_name_t thread_get_special_reply_port();

    /// <summary>Reads the type bits of a name.</summary>
    [Trap(76, Fallback = "mach_port_type")]
    kern_return_t _kernelrpc_mach_port_type_trap([Borrows] ipc_space_t task, [Borrows] mach_port_name_t name, UserPtr<mach_port_type_t> ptype);

    /// <summary>Asks for a dead-name, no-senders or port-destroyed notification.</summary>
    [Trap(77, Fallback = "mach_port_request_notification")]
    kern_return_t _kernelrpc_mach_port_request_notification_trap(
        [Borrows] ipc_space_t task, [Borrows] mach_port_name_t name, mach_msg_id_t msgid, mach_port_mscount_t sync, mach_port_name_t notify,
        mach_msg_type_name_t notifyPoly, [ReturnsOwned(Right = RawMachRight.SendOnce)] UserPtr<mach_port_name_t> previous);
}
