using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>What rights ask of the kernel about names of a thread's own task: by trap, by message where there is no trap.</summary>
internal readonly unsafe struct PortCalls(MachThread thread)
{
    private readonly MachThread _thread = thread;

    private MachTrapClient Traps => new(_thread);

    private mach_port_name_t Self => _thread.Task.SelfName;

    internal kern_return_t Allocate(mach_port_right_t right, out mach_port_name_t name)
    {
        Unsafe.SkipInit(out mach_port_name_t made);
        kern_return_t code = Traps._kernelrpc_mach_port_allocate_trap(Self, right, At(&made));
        name = code == KERN_SUCCESS ? made : MACH_PORT_NULL;
        return code;
    }

    internal kern_return_t Construct(mach_port_options_t options, mach_port_context_t context, out mach_port_name_t name)
    {
        Unsafe.SkipInit(out mach_port_name_t made);
        kern_return_t code = Traps._kernelrpc_mach_port_construct_trap(Self, At(&options), context, At(&made));
        name = code == KERN_SUCCESS ? made : MACH_PORT_NULL;
        return code;
    }

    internal kern_return_t Destruct(mach_port_name_t name, mach_port_delta_t sendDelta, mach_port_context_t guard) =>
        Traps._kernelrpc_mach_port_destruct_trap(Self, name, sendDelta, guard);

    internal kern_return_t Deallocate(mach_port_name_t name) => Traps._kernelrpc_mach_port_deallocate_trap(Self, name);

    internal kern_return_t ModRefs(mach_port_name_t name, mach_port_right_t right, mach_port_delta_t delta) =>
        Traps._kernelrpc_mach_port_mod_refs_trap(Self, name, right, delta);

    internal kern_return_t InsertRight(mach_port_name_t name, mach_port_name_t right, mach_msg_type_name_t disposition) =>
        Traps._kernelrpc_mach_port_insert_right_trap(Self, name, right, disposition);

    internal kern_return_t InsertMember(mach_port_name_t name, mach_port_name_t set) =>
        Traps._kernelrpc_mach_port_insert_member_trap(Self, name, set);

    internal kern_return_t ExtractMember(mach_port_name_t name, mach_port_name_t set) =>
        Traps._kernelrpc_mach_port_extract_member_trap(Self, name, set);

    internal kern_return_t Guard(mach_port_name_t name, mach_port_context_t guard, bool strict) =>
        Traps._kernelrpc_mach_port_guard_trap(Self, name, guard, strict ? 1 : 0);

    internal kern_return_t Unguard(mach_port_name_t name, mach_port_context_t guard) =>
        Traps._kernelrpc_mach_port_unguard_trap(Self, name, guard);

    internal kern_return_t GetType(mach_port_name_t name, out mach_port_type_t type)
    {
        mach_port_type_t found = 0;
        kern_return_t code = Traps._kernelrpc_mach_port_type_trap(Self, name, At(&found));
        type = found;
        return code;
    }

    internal kern_return_t GetStatus(mach_port_name_t name, out mach_port_status_t status)
    {
        mach_port_status_t found = default;
        mach_msg_type_number_t words = (uint)sizeof(mach_port_status_t) / sizeof(int);
        kern_return_t code = Traps._kernelrpc_mach_port_get_attributes_trap(
            Self, name, MACH_PORT_RECEIVE_STATUS, new UserPtr<int>((ulong)&found), At(&words));
        status = found;
        return code;
    }

    internal kern_return_t RequestNotification(
        mach_port_name_t name, mach_msg_id_t id, mach_port_mscount_t sync, mach_port_name_t notify, mach_msg_type_name_t disposition,
        out mach_port_name_t previous)
    {
        mach_port_name_t former = 0;
        kern_return_t code = Traps._kernelrpc_mach_port_request_notification_trap(Self, name, id, sync, notify, disposition, At(&former));
        previous = code == KERN_SUCCESS ? former : MACH_PORT_NULL;
        return code;
    }

    private static UserPtr<T> At<T>(T* local)
        where T : unmanaged => new((ulong)local);
}
