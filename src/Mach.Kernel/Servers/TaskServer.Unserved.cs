namespace Mach.Kernel;

// Routines of the subsystem that this kernel does not serve: each refuses by name.
internal sealed partial class TaskServer
{
    protected override kern_return_t task_set_info(KThread caller, TaskView target_task, uint flavor, ReadOnlySpan<int> task_info_in) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_suspend(KThread caller, TaskView target_task) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_resume(KThread caller, TaskView target_task) => KERN_NOT_SUPPORTED;

    protected override kern_return_t thread_create(KThread caller, TaskView parent_task, out KPort? child_act)
    {
        child_act = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t thread_create_running(
        KThread caller, TaskView parent_task, int flavor, ReadOnlySpan<uint> new_state, out KPort? child_act)
    {
        child_act = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_set_exception_ports(
        KThread caller, TaskView task, uint exception_mask, KPort? new_port, int behavior, int new_flavor) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_get_exception_ports(
        KThread caller, TaskView task, uint exception_mask, Span<uint> masks, out uint masksCnt, out KPort?[] old_handlers,
        Span<int> old_behaviors, Span<int> old_flavors)
    {
        masksCnt = 0;
        old_handlers = [];
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_swap_exception_ports(
        KThread caller, TaskView task, uint exception_mask, KPort? new_port, int behavior, int new_flavor, Span<uint> masks,
        out uint masksCnt, out KPort?[] old_handlers, Span<int> old_behaviors, Span<int> old_flavors)
    {
        masksCnt = 0;
        old_handlers = [];
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_policy_set(KThread caller, TaskView task, uint flavor, ReadOnlySpan<int> policy_info) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_policy_get(
        KThread caller, TaskView task, uint flavor, Span<int> policy_info, out uint policy_infoCnt, ref int get_default)
    {
        policy_infoCnt = 0;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_get_state(
        KThread caller, TaskView task, int flavor, Span<uint> old_state, out uint old_stateCnt)
    {
        old_stateCnt = 0;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_set_state(KThread caller, TaskView task, int flavor, ReadOnlySpan<uint> new_state) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_set_phys_footprint_limit(KThread caller, TaskView task, int new_limit, out int old_limit)
    {
        old_limit = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_suspend2(KThread caller, TaskView target_task, out KPort? suspend_token)
    {
        suspend_token = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_resume2(KThread caller, TaskView suspend_token) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_purgable_info(KThread caller, TaskView task, out vm_purgeable_info stats)
    {
        stats = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_get_mach_voucher(KThread caller, TaskView task, uint which, out KPort? voucher)
    {
        voucher = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_set_mach_voucher(KThread caller, TaskView task, KPort? voucher) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_swap_mach_voucher(KThread caller, TaskView task, KPort? new_voucher, ref KPort? old_voucher) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_generate_corpse(KThread caller, TaskView task, out KPort? corpse_task_port)
    {
        corpse_task_port = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_map_corpse_info(
        KThread caller, TaskView task, KPort? corspe_task, out ulong kcd_addr_begin, out uint kcd_size)
    {
        kcd_addr_begin = default;
        kcd_size = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_register_dyld_image_infos(
        KThread caller, TaskView task, ReadOnlySpan<dyld_kernel_image_info_t> dyld_images) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_unregister_dyld_image_infos(
        KThread caller, TaskView task, ReadOnlySpan<dyld_kernel_image_info_t> dyld_images) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_get_dyld_image_infos(
        KThread caller, TaskView task, out ReadOnlyMemory<dyld_kernel_image_info_t> dyld_images)
    {
        dyld_images = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_register_dyld_shared_cache_image_info(
        KThread caller, TaskView task, dyld_kernel_image_info_t dyld_cache_image, int no_cache, int private_cache) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_register_dyld_set_dyld_state(KThread caller, TaskView task, byte dyld_state) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_register_dyld_get_process_state(
        KThread caller, TaskView task, out dyld_kernel_process_info_t dyld_process_state)
    {
        dyld_process_state = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_map_corpse_info_64(
        KThread caller, TaskView task, KPort? corspe_task, out ulong kcd_addr_begin, out ulong kcd_size)
    {
        kcd_addr_begin = default;
        kcd_size = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_inspect(KThread caller, TaskView task, uint flavor, Span<int> info_out, out uint info_outCnt)
    {
        info_outCnt = 0;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_get_exc_guard_behavior(KThread caller, TaskView task, out uint behavior)
    {
        behavior = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_set_exc_guard_behavior(KThread caller, TaskView task, uint behavior) => KERN_NOT_SUPPORTED;

    protected override kern_return_t _kernelrpc_mach_task_is_self(KThread caller, TaskView task, out int is_self)
    {
        is_self = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_dyld_process_info_notify_register(KThread caller, TaskView target_task, KPort? notify) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_create_identity_token(KThread caller, TaskView task, out KPort? token)
    {
        token = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_identity_token_get_task_port(
        KThread caller, TaskView token, uint flavor, out KPort? task_port)
    {
        task_port = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_dyld_process_info_notify_deregister(KThread caller, TaskView target_task, uint notify) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_get_exception_ports_info(
        KThread caller, TaskView port, uint exception_mask, Span<uint> masks, out uint masksCnt,
        Span<ipc_info_port_t> old_handlers_info, Span<int> old_behaviors, Span<int> old_flavors)
    {
        masksCnt = 0;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_test_sync_upcall(KThread caller, TaskView task, KPort? port) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_set_corpse_forking_behavior(KThread caller, TaskView task, uint behavior) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_test_async_upcall_propagation(KThread caller, TaskView task, KPort? port, int qos, int iotier) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_map_kcdata_object_64(
        KThread caller, TaskView task, KPort? kcdata_object, out ulong kcd_addr_begin, out ulong kcd_size)
    {
        kcd_addr_begin = default;
        kcd_size = default;
        return KERN_NOT_SUPPORTED;
    }

    protected override kern_return_t task_register_hardened_exception_handler(
        KThread caller, TaskView task, uint signed_pc_key, uint exceptions_allowed, int behaviors_allowed, int flavors_allowed,
        KPort? new_exception_port) => KERN_NOT_SUPPORTED;
}
