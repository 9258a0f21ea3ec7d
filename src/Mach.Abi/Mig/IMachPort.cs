namespace Mach.Abi;

/// <summary>
/// Subsystem <c>mach_port</c>: everything that can be done to the names of a port space, by message to its task's port.
/// Ids, arguments and message layouts are compared by a test with reference/mig.json. This part has names, rights and
/// notifications, the other one attributes, guards and what is read for debugging.
/// </summary>
/// <remarks>
/// Where a trap does the same, the user's function makes the trap first and sends the message when the trap answers
/// <c>MACH_SEND_INVALID_DEST</c>. All names are names in the space that the request is sent to, not in the caller's.
/// </remarks>
[MigSubsystem("mach_port", 3200, Kernel = true)]
public partial interface IMachPort
{
    /// <summary>Lists the names of a space with their types. Both regions belong to the caller.</summary>
    [Routine(0)]
    kern_return_t mach_port_names(
        [Subject] ipc_space_t task, [OutOfLine] out mach_port_name_array_t names, [OutOfLine] out mach_port_type_array_t types);

    /// <summary>Reads the type bits of a name.</summary>
    [Routine(1)]
    kern_return_t mach_port_type([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, out mach_port_type_t ptype);

    /// <summary>Once gave what a name denotes another name.</summary>
    [Routine(2, Gone = true)]
    kern_return_t mach_port_rename([Subject] ipc_space_t task, mach_port_name_t old_name, mach_port_name_t new_name);

    /// <summary>Creates a receive right, a port set or a dead name under a chosen name.</summary>
    [Routine(3)]
    kern_return_t mach_port_allocate_name([Subject] ipc_space_t task, mach_port_right_t right, mach_port_name_t name);

    /// <summary>Creates a receive right, a port set or a dead name under a new name.</summary>
    [Routine(4)]
    kern_return_t mach_port_allocate([Subject] ipc_space_t task, mach_port_right_t right, [ReturnsOwned] out mach_port_name_t name);

    /// <summary>Drops every right that a name denotes.</summary>
    [Routine(5)]
    kern_return_t mach_port_destroy([Subject] ipc_space_t task, [TakesOwnership] mach_port_name_t name);

    /// <summary>Drops one reference of a send, send-once or dead-name right.</summary>
    [Routine(6)]
    kern_return_t mach_port_deallocate([Subject] ipc_space_t task, [TakesOwnership] mach_port_name_t name);

    /// <summary>Reads the reference count of one right of a name; 0 when the name is good but has no such right.</summary>
    [Routine(7)]
    kern_return_t mach_port_get_refs(
        [Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_right_t right, out mach_port_urefs_t refs);

    /// <summary>Adds a delta to the reference count of one right of a name.</summary>
    [Routine(8)]
    kern_return_t mach_port_mod_refs([Subject] ipc_space_t task, mach_port_name_t name, mach_port_right_t right, mach_port_delta_t delta);

    /// <summary>Looks at a queued message without receiving it: the first from a sequence number on; 0 is the first of all.</summary>
    [Routine(9)]
    kern_return_t mach_port_peek(
        [Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_msg_trailer_type_t trailer_type, ref mach_port_seqno_t request_seqnop,
        out mach_msg_size_t msg_sizep, out mach_msg_id_t msg_idp, [Counted(68, CountInOut = true)] out mach_msg_trailer_info_t trailer_infop);

    /// <summary>Sets the make-send count of a port.</summary>
    [Routine(10)]
    kern_return_t mach_port_set_mscount([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_mscount_t mscount);

    /// <summary>Lists the members of a port set. The region belongs to the caller.</summary>
    [Routine(11)]
    kern_return_t mach_port_get_set_status(
        [Subject] ipc_space_read_t task, [Borrows] mach_port_name_t name, [OutOfLine] out mach_port_name_array_t members);

    /// <summary>Moves a receive right into a port set, or out of all sets.</summary>
    [Routine(12)]
    kern_return_t mach_port_move_member([Subject] ipc_space_t task, [Borrows] mach_port_name_t member, [Borrows] mach_port_name_t after);

    /// <summary>
    /// Asks for a dead-name, no-senders or port-destroyed notification. The send-once right that is registered now is given to the
    /// kernel, the one that was before comes back to the caller.
    /// </summary>
    [Routine(13)]
    kern_return_t mach_port_request_notification(
        [Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_msg_id_t msgid, mach_port_mscount_t sync,
        [Polymorphic(Received = 18)] mach_port_t notify, [MoveSendOnce] out mach_port_t previous);

    /// <summary>Gives the space a right that the caller's name denotes, under a chosen name.</summary>
    [Routine(14)]
    kern_return_t mach_port_insert_right([Subject] ipc_space_t task, mach_port_name_t name, [Polymorphic] mach_port_t poly);

    /// <summary>Takes a right out of the space and gives it to the caller.</summary>
    [Routine(15)]
    kern_return_t mach_port_extract_right(
        [Subject] ipc_space_t task, mach_port_name_t name, mach_msg_type_name_t msgt_name, [Polymorphic] out mach_port_t poly);

    /// <summary>Sets the sequence number of the next message to be received.</summary>
    [Routine(16)]
    kern_return_t mach_port_set_seqno([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, mach_port_seqno_t seqno);

    /// <summary>Creates a receive right, a port set or a dead name; <paramref name="qos"/> says whether under a chosen name.</summary>
    [Routine(19)]
    kern_return_t mach_port_allocate_qos(
        [Subject] ipc_space_t task, mach_port_right_t right, ref mach_port_qos_t qos, [ReturnsOwned] out mach_port_name_t name);

    /// <summary>As mach_port_allocate_qos, with a subsystem port that nothing uses any more.</summary>
    [Routine(20)]
    kern_return_t mach_port_allocate_full(
        [Subject] ipc_space_t task, mach_port_right_t right, [CopySend] mach_port_t proto, ref mach_port_qos_t qos, ref mach_port_name_t name);

    /// <summary>Once set the size of a space's table; does nothing to one that grows by itself.</summary>
    [Routine(21)]
    kern_return_t task_set_port_space([Subject] ipc_space_t task, int table_entries);

    /// <summary>Counts the send rights of a port whose receive right the space holds.</summary>
    [Routine(22)]
    kern_return_t mach_port_get_srights([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, out mach_port_rights_t srights);

    /// <summary>Adds a receive right to one more port set.</summary>
    [Routine(26)]
    kern_return_t mach_port_insert_member([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, [Borrows] mach_port_name_t pset);

    /// <summary>Takes a receive right out of one port set.</summary>
    [Routine(27)]
    kern_return_t mach_port_extract_member([Subject] ipc_space_t task, [Borrows] mach_port_name_t name, [Borrows] mach_port_name_t pset);

    /// <summary>Creates a receive right with limits, guard, context and flags in one step.</summary>
    [Routine(31)]
    kern_return_t mach_port_construct(
        [Subject] ipc_space_t task, [OutOfLine(Elements = 1)] mach_port_options_ptr_t options, mach_port_context_t context,
        [ReturnsOwned(Right = RawMachRight.Receive)] out mach_port_name_t name);

    /// <summary>Ends a receive right, checks its guard and drops send references.</summary>
    [Routine(32)]
    kern_return_t mach_port_destruct(
        [Subject] ipc_space_t task, [TakesOwnership(Right = RawMachRight.Receive)] mach_port_name_t name, mach_port_delta_t srdelta,
        mach_port_context_t guard);
}
