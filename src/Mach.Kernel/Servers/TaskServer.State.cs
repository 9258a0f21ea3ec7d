namespace Mach.Kernel;

/// <summary>State that all threads of a task share, what is told of loaded images, and what becomes of the dead.</summary>
internal sealed partial class TaskServer
{
    protected override kern_return_t task_get_state(
        KThread caller, TaskView task, int flavor, Span<uint> old_state, out uint old_stateCnt) =>
        task.Task.DebugState.Read(flavor, old_state, out old_stateCnt);

    protected override kern_return_t task_set_state(KThread caller, TaskView task, int flavor, ReadOnlySpan<uint> new_state) =>
        task.Task.DebugState.Write(flavor, new_state);

    [Refuses("pages have no purgeable state that is counted per task")]
    protected override kern_return_t task_purgable_info(KThread caller, TaskView task, out vm_purgeable_info stats)
    {
        stats = default;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses("no corpse is kept of a task: EXC_CRASH tells of its death while it can still be looked at")]
    protected override kern_return_t task_generate_corpse(KThread caller, TaskView task, out KPort? corpse_task_port)
    {
        corpse_task_port = null;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses("there are no corpses, so that no port is one's")]
    protected override kern_return_t task_map_corpse_info(
        KThread caller, TaskView task, KPort? corspe_task, out ulong kcd_addr_begin, out uint kcd_size)
    {
        kcd_addr_begin = kcd_size = 0;
        return KERN_INVALID_ARGUMENT;
    }

    [Refuses("there are no corpses, so that no port is one's")]
    protected override kern_return_t task_map_corpse_info_64(
        KThread caller, TaskView task, KPort? corspe_task, out ulong kcd_addr_begin, out ulong kcd_size)
    {
        kcd_addr_begin = kcd_size = 0;
        return KERN_INVALID_ARGUMENT;
    }

    [Refuses("no data are collected of a task, so that no port stands for such")]
    protected override kern_return_t task_map_kcdata_object_64(
        KThread caller, TaskView task, KPort? kcdata_object, out ulong kcd_addr_begin, out ulong kcd_size)
    {
        kcd_addr_begin = kcd_size = 0;
        return KERN_INVALID_ARGUMENT;
    }

    [Refuses("there are no corpses whose making could be chosen")]
    protected override kern_return_t task_set_corpse_forking_behavior(KThread caller, TaskView task, uint behavior) => KERN_NOT_SUPPORTED;

    protected override kern_return_t task_register_dyld_image_infos(
        KThread caller, TaskView task, ReadOnlySpan<dyld_kernel_image_info_t> dyld_images) =>
        OnlyOnOneself(caller, task);

    protected override kern_return_t task_unregister_dyld_image_infos(
        KThread caller, TaskView task, ReadOnlySpan<dyld_kernel_image_info_t> dyld_images) =>
        OnlyOnOneself(caller, task);

    protected override kern_return_t task_register_dyld_shared_cache_image_info(
        KThread caller, TaskView task, dyld_kernel_image_info_t dyld_cache_image, int no_cache, int private_cache) =>
        OnlyOnOneself(caller, task);

    [Refuses("the kernel keeps no list of loaded images: XNU refuses it as well")]
    protected override kern_return_t task_get_dyld_image_infos(
        KThread caller, TaskView task, out ReadOnlyMemory<dyld_kernel_image_info_t> dyld_images)
    {
        dyld_images = default;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses("the kernel keeps no state of the loader: XNU refuses it as well")]
    protected override kern_return_t task_register_dyld_set_dyld_state(KThread caller, TaskView task, byte dyld_state) => KERN_NOT_SUPPORTED;

    [Refuses("the kernel keeps no state of the loader: XNU refuses it as well")]
    protected override kern_return_t task_register_dyld_get_process_state(
        KThread caller, TaskView task, out dyld_kernel_process_info_t dyld_process_state)
    {
        dyld_process_state = default;
        return KERN_NOT_SUPPORTED;
    }

    [Refuses("no loader tells the kernel of images, so that there would be nothing to notify of")]
    protected override kern_return_t task_dyld_process_info_notify_register(KThread caller, TaskView target_task, KPort? notify) =>
        KPort.IsLive(notify) ? KERN_NOT_SUPPORTED : KERN_INVALID_RIGHT;

    [Refuses("nobody can have registered")]
    protected override kern_return_t task_dyld_process_info_notify_deregister(KThread caller, TaskView target_task, uint notify)
    {
        var code = caller.Space.TypeOf(notify, out var type);
        if (code != KERN_SUCCESS || notify == MACH_PORT_DEAD)
            return KERN_INVALID_NAME;
        return (type & MACH_PORT_TYPE_RECEIVE) == 0 ? KERN_INVALID_RIGHT : KERN_FAILURE;
    }

    /// <summary>Accepted from the task itself, for nobody reads it (R-TSK-41).</summary>
    private static kern_return_t OnlyOnOneself(KThread caller, TaskView task) =>
        ReferenceEquals(caller.Task, task.Task) ? KERN_SUCCESS : KERN_INVALID_ARGUMENT;
}
