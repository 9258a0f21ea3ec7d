namespace Mach.Abi;

/// <summary>
/// Subsystem host_priv: what the host's privileged port is needed for. Ids, arguments and message layouts are compared by a test with
/// reference/mig.json.
/// </summary>
[MigSubsystem("host_priv", 400, Kernel = true)]
public partial interface IHostPriv
{
    /// <summary>Reads the text that the kernel was started with.</summary>
    [Routine(0)]
    kern_return_t host_get_boot_info([Subject] host_priv_t host_priv, [CString(4096), CType("kernel_boot_info_t")] Span<byte> boot_info);

    /// <summary>Halts or restarts the machine.</summary>
    [Routine(1)]
    kern_return_t host_reboot([Subject] host_priv_t host_priv, int options);

    /// <summary>As host_statistics, for who holds the host's privileged port.</summary>
    [Routine(2)]
    kern_return_t host_priv_statistics(
        [Subject] host_priv_t host_priv, host_flavor_t flavor, [Counted(68, CountInOut = true)] out host_info_t host_info_out);

    /// <summary>Exchanges the pager of memory that has no other.</summary>
    [Routine(3)]
    kern_return_t host_default_memory_manager(
        [Subject] host_priv_t host_priv, [MakeSend] ref memory_object_default_t default_manager,
        memory_object_cluster_size_t cluster_size);

    /// <summary>Holds pages of a task in memory, or lets them go.</summary>
    [Routine(4)]
    kern_return_t vm_wire(
        [Subject] host_priv_t host_priv, [CopySend] vm_map_t task, vm_address_t address, vm_size_t size, vm_prot_t desired_access);

    /// <summary>Keeps a thread runnable when memory is short, or ends that.</summary>
    [Routine(5)]
    kern_return_t thread_wire([Subject] host_priv_t host_priv, [CopySend] thread_act_t thread, boolean_t wired);

    /// <summary>Once allocated memory that lies together physically.</summary>
    [Routine(6, Gone = true)]
    kern_return_t vm_allocate_cpm(
        [Subject] host_priv_t host_priv, [CopySend] vm_map_t task, ref vm_address_t address, vm_size_t size, int flags);

    /// <summary>Lists the control ports of the processors; rights and region belong to the caller.</summary>
    [Routine(7)]
    kern_return_t host_processors([Subject] host_priv_t host_priv, [OutOfLine, CopySend] out processor_array_t out_processor_list);

    /// <summary>Once returned a clock's control port.</summary>
    [Routine(8, Gone = true)]
    kern_return_t host_get_clock_control([Subject] host_priv_t host_priv, clock_id_t clock_id, [CopySend] out clock_ctrl_t clock_ctrl);

    /// <summary>Once loaded a kernel module.</summary>
    [Routine(9, Gone = true)]
    kern_return_t kmod_create([Subject] host_priv_t host_priv, vm_address_t info, out kmod_t module);

    /// <summary>Once unloaded a kernel module.</summary>
    [Routine(10, Gone = true)]
    kern_return_t kmod_destroy([Subject] host_priv_t host_priv, kmod_t module);

    /// <summary>Once spoke to a kernel module.</summary>
    [Routine(11, Gone = true)]
    kern_return_t kmod_control(
        [Subject] host_priv_t host_priv, kmod_t module, kmod_control_flavor_t flavor, [OutOfLine] ref kmod_args_t data);

    /// <summary>Returns a special port of the host, or of one of its nodes; the right belongs to the caller.</summary>
    [Routine(12)]
    kern_return_t host_get_special_port([Subject] host_priv_t host_priv, int node, int which, [CopySend] out mach_port_t port);

    /// <summary>Sets a special port of the host.</summary>
    [Routine(13)]
    kern_return_t host_set_special_port([Subject] host_priv_t host_priv, int which, [CopySend] mach_port_t port);

    /// <summary>Sets where exceptions go that neither thread nor task handles.</summary>
    [Routine(14)]
    kern_return_t host_set_exception_ports(
        [Subject] host_priv_t host_priv, exception_mask_t exception_mask, [CopySend] mach_port_t new_port, exception_behavior_t behavior,
        thread_state_flavor_t new_flavor);

    /// <summary>Reads where such exceptions go; the rights belong to the caller.</summary>
    [Routine(15)]
    kern_return_t host_get_exception_ports(
        [Subject] host_priv_t host_priv, exception_mask_t exception_mask, [Counted(32)] out exception_mask_array_t masks,
        [PortArray(32, SameCount = "masks"), CopySend] out exception_handler_array_t old_handlers,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>Sets where such exceptions go and returns where they went; the rights belong to the caller.</summary>
    [Routine(16)]
    kern_return_t host_swap_exception_ports(
        [Subject] host_priv_t host_priv, exception_mask_t exception_mask, [CopySend] mach_port_t new_port, exception_behavior_t behavior,
        thread_state_flavor_t new_flavor, [Counted(32)] out exception_mask_array_t masks,
        [PortArray(32, SameCount = "masks"), CopySend] out exception_handler_array_t old_handlerss,
        [Counted(32, SameCount = "masks")] out exception_behavior_array_t old_behaviors,
        [Counted(32, SameCount = "masks")] out exception_flavor_array_t old_flavors);

    /// <summary>As vm_wire, with addresses of 64 bits.</summary>
    [Routine(18)]
    kern_return_t mach_vm_wire(
        [Subject] host_priv_t host_priv, [CopySend] vm_map_t task, mach_vm_address_t address, mach_vm_size_t size,
        vm_prot_t desired_access);

    /// <summary>Lists the name ports of the processor sets; rights and region belong to the caller.</summary>
    [Routine(19)]
    kern_return_t host_processor_sets([Subject] host_priv_t host_priv, [OutOfLine, CopySend] out processor_set_name_array_t processor_sets);

    /// <summary>Returns the control port of a processor set for its name port; the right belongs to the caller.</summary>
    [Routine(20)]
    kern_return_t host_processor_set_priv(
        [Subject] host_priv_t host_priv, [CopySend] processor_set_name_t set_name, [CopySend] out processor_set_t set);

    /// <summary>Sets who shows the kernel's notifications to the user.</summary>
    [Routine(23)]
    kern_return_t host_set_UNDServer([Subject] host_priv_t host, [CopySend] UNDServerRef server);

    /// <summary>Returns who shows the kernel's notifications; the right belongs to the caller.</summary>
    [Routine(24)]
    kern_return_t host_get_UNDServer([Subject] host_priv_t host, [CopySend] out UNDServerRef server);

    /// <summary>Asks the kernel's extension loader; the regions that come back belong to the caller.</summary>
    [Routine(25)]
    kern_return_t kext_request(
        [Subject] host_priv_t host_priv, uint32_t user_log_flags, [OutOfLine] vm_offset_t request_data,
        [OutOfLine] out vm_offset_t response_data, [OutOfLine] out vm_offset_t log_data, out kern_return_t op_result);
}
