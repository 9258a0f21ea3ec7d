using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>What rights ask of the kernel about names of a thread's own task: by trap, by message where there is no trap.</summary>
internal readonly unsafe struct PortCalls(MachThread thread)
{
    private readonly MachThread _thread = thread;

    private MachTrapClient Traps => new(_thread);

    private MachPortClient Messages => new(_thread);

    private mach_port_name_t Self => _thread.Task.SelfName;

    internal kern_return_t Allocate(mach_port_right_t right, out mach_port_name_t name)
    {
        mach_port_name_t made = MACH_PORT_NULL;
        kern_return_t code = Traps._kernelrpc_mach_port_allocate_trap(Self, right, At(&made));
        if (code == MACH_SEND_INVALID_DEST)
            code = Messages.mach_port_allocate(Self, right, out made);
        name = code == KERN_SUCCESS ? made : MACH_PORT_NULL;
        return code;
    }

    internal kern_return_t Construct(mach_port_options_t options, mach_port_context_t context, out mach_port_name_t name)
    {
        mach_port_name_t made = MACH_PORT_NULL;
        kern_return_t code = Traps._kernelrpc_mach_port_construct_trap(Self, At(&options), context, At(&made));
        if (code == MACH_SEND_INVALID_DEST)
            code = Messages.mach_port_construct(Self, At(&options), context, out made);
        name = code == KERN_SUCCESS ? made : MACH_PORT_NULL;
        return code;
    }

    internal kern_return_t Destruct(mach_port_name_t name, mach_port_delta_t sendDelta, mach_port_context_t guard)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_destruct_trap(Self, name, sendDelta, guard);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_destruct(Self, name, sendDelta, guard) : code;
    }

    internal kern_return_t CancelTimer(mach_port_name_t name, out ulong due)
    {
        ulong armed = 0;
        kern_return_t code = Traps.mk_timer_cancel_trap(name, At(&armed));
        due = armed;
        return code;
    }

    internal kern_return_t Deallocate(mach_port_name_t name)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_deallocate_trap(Self, name);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_deallocate(Self, name) : code;
    }

    internal kern_return_t ModRefs(mach_port_name_t name, mach_port_right_t right, mach_port_delta_t delta)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_mod_refs_trap(Self, name, right, delta);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_mod_refs(Self, name, right, delta) : code;
    }

    internal kern_return_t InsertRight(mach_port_name_t name, mach_port_name_t right, mach_msg_type_name_t disposition)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_insert_right_trap(Self, name, right, disposition);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_insert_right(Self, name, right, disposition) : code;
    }

    internal kern_return_t ExtractRight(mach_port_name_t name, mach_msg_type_name_t disposition, out mach_port_name_t right) =>
        Messages.mach_port_extract_right(Self, name, disposition, out right, out _);

    internal kern_return_t InsertMember(mach_port_name_t name, mach_port_name_t set)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_insert_member_trap(Self, name, set);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_insert_member(Self, name, set) : code;
    }

    internal kern_return_t ExtractMember(mach_port_name_t name, mach_port_name_t set)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_extract_member_trap(Self, name, set);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_extract_member(Self, name, set) : code;
    }

    internal kern_return_t Guard(mach_port_name_t name, mach_port_context_t guard, bool strict)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_guard_trap(Self, name, guard, strict ? 1 : 0);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_guard(Self, name, guard, strict ? 1 : 0) : code;
    }

    internal kern_return_t Unguard(mach_port_name_t name, mach_port_context_t guard)
    {
        kern_return_t code = Traps._kernelrpc_mach_port_unguard_trap(Self, name, guard);
        return code == MACH_SEND_INVALID_DEST ? Messages.mach_port_unguard(Self, name, guard) : code;
    }

    internal kern_return_t GetType(mach_port_name_t name, out mach_port_type_t type)
    {
        mach_port_type_t found = 0;
        kern_return_t code = Traps._kernelrpc_mach_port_type_trap(Self, name, At(&found));
        if (code == MACH_SEND_INVALID_DEST)
            code = Messages.mach_port_type(Self, name, out found);
        type = found;
        return code;
    }

    internal kern_return_t GetStatus(mach_port_name_t name, out mach_port_status_t status)
    {
        mach_port_status_t found = default;
        mach_msg_type_number_t words = (uint)sizeof(mach_port_status_t) / sizeof(int);
        kern_return_t code = Traps._kernelrpc_mach_port_get_attributes_trap(
            Self, name, MACH_PORT_RECEIVE_STATUS, new UserPtr<int>((ulong)&found), At(&words));
        if (code == MACH_SEND_INVALID_DEST)
            code = Messages.mach_port_get_attributes(Self, name, MACH_PORT_RECEIVE_STATUS, new Span<int>(&found, (int)words), out _);
        status = found;
        return code;
    }

    internal kern_return_t SetQueueLimit(mach_port_name_t name, uint limit) =>
        Messages.mach_port_set_attributes(Self, name, MACH_PORT_LIMITS_INFO, [(int)limit]);

    internal kern_return_t RequestNotification(
        mach_port_name_t name,
        mach_msg_id_t id,
        mach_port_mscount_t sync,
        mach_port_name_t notify,
        mach_msg_type_name_t disposition,
        out mach_port_name_t previous)
    {
        mach_port_name_t former = MACH_PORT_NULL;
        kern_return_t code = Traps._kernelrpc_mach_port_request_notification_trap(Self, name, id, sync, notify, disposition, At(&former));
        if (code == MACH_SEND_INVALID_DEST)
            code = Messages.mach_port_request_notification(Self, name, id, sync, notify, disposition, out former);
        previous = code == KERN_SUCCESS ? former : MACH_PORT_NULL;
        return code;
    }

    internal kern_return_t GetSpecialPort(int which, out mach_port_name_t port) =>
        new MachTaskClient(_thread).task_get_special_port(Self, which, out port);

    internal kern_return_t SetSpecialPort(int which, mach_port_name_t port) =>
        new MachTaskClient(_thread).task_set_special_port(Self, which, port);

    private static UserPtr<T> At<T>(T* local)
        where T : unmanaged => new((ulong)local);
}
