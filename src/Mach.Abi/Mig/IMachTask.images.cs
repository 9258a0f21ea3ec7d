namespace Mach.Abi;

// Loaded images, corpses and collected data.
public partial interface IMachTask
{
    /// <summary>Makes a corpse of a task: a copy to look at, that never runs; the right belongs to the caller.</summary>
    [Routine(42)]
    kern_return_t task_generate_corpse([Subject] task_read_t task, [CopySend] out mach_port_t corpse_task_port);

    /// <summary>Maps what was collected of a corpse into a task.</summary>
    [Routine(43)]
    kern_return_t task_map_corpse_info(
        [Subject] task_t task, [CopySend] task_read_t corspe_task, out vm_address_t kcd_addr_begin, out uint32_t kcd_size);

    /// <summary>Tells which images the loader has put into a task.</summary>
    [Routine(44)]
    kern_return_t task_register_dyld_image_infos(
        [Subject] task_t task, [OutOfLine(Multiplier = 40)] dyld_kernel_image_info_array_t dyld_images);

    /// <summary>Tells which images the loader has taken out of a task.</summary>
    [Routine(45)]
    kern_return_t task_unregister_dyld_image_infos(
        [Subject] task_t task, [OutOfLine(Multiplier = 40)] dyld_kernel_image_info_array_t dyld_images);

    /// <summary>Lists the images that the loader told of; the region belongs to the caller.</summary>
    [Routine(46)]
    kern_return_t task_get_dyld_image_infos(
        [Subject] task_read_t task, [OutOfLine(Multiplier = 40)] out dyld_kernel_image_info_array_t dyld_images);

    /// <summary>Tells where a task has the shared cache.</summary>
    [Routine(47)]
    kern_return_t task_register_dyld_shared_cache_image_info(
        [Subject] task_t task, dyld_kernel_image_info_t dyld_cache_image, boolean_t no_cache, boolean_t private_cache);

    /// <summary>Tells what the loader is doing.</summary>
    [Routine(48)]
    kern_return_t task_register_dyld_set_dyld_state([Subject] task_t task, byte dyld_state);

    /// <summary>Reads what the loader is doing.</summary>
    [Routine(49)]
    kern_return_t task_register_dyld_get_process_state([Subject] task_t task, out dyld_kernel_process_info_t dyld_process_state);

    /// <summary>As task_map_corpse_info, with addresses of 64 bits.</summary>
    [Routine(50)]
    kern_return_t task_map_corpse_info_64(
        [Subject] task_t task, [CopySend] task_read_t corspe_task, out mach_vm_address_t kcd_addr_begin, out mach_vm_size_t kcd_size);

    /// <summary>Asks for a message at each change of a task's images; the right that is sent is made.</summary>
    [Routine(56)]
    kern_return_t task_dyld_process_info_notify_register([Subject] task_read_t target_task, [MakeSend] mach_port_t notify);

    /// <summary>Ends the messages about a task's images to a port, by its name in the caller's space.</summary>
    [Routine(59)]
    kern_return_t task_dyld_process_info_notify_deregister([Subject] task_read_t target_task, mach_port_name_t notify);

    /// <summary>Sets whether a task may be made a corpse while it lives.</summary>
    [Routine(62)]
    kern_return_t task_set_corpse_forking_behavior([Subject] task_t task, task_corpse_forking_behavior_t behavior);

    /// <summary>Maps collected data of the kernel into a task.</summary>
    [Routine(64)]
    kern_return_t task_map_kcdata_object_64(
        [Subject] task_t task, [CopySend] kcdata_object_t kcdata_object, out mach_vm_address_t kcd_addr_begin,
        out mach_vm_size_t kcd_size);
}
