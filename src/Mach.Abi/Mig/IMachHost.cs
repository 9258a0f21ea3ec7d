namespace Mach.Abi;

/// <summary>
/// Subsystem mach_host: facts of the host, for anybody who has its port. Ids, arguments and message layouts are compared by a test with
/// reference/mig.json.
/// </summary>
[MigSubsystem("mach_host", 200, Kernel = true)]
public partial interface IMachHost
{
    /// <summary>Reads facts of the host by flavor: processors, scheduling, priorities, resource limits.</summary>
    [Routine(0)]
    kern_return_t host_info([Subject] host_t host, host_flavor_t flavor, [Counted(68, CountInOut = true)] out host_info_t host_info_out);

    /// <summary>Reads the text that names the kernel's version and build.</summary>
    [Routine(1)]
    kern_return_t host_kernel_version([Subject] host_t host, [CString(512), CType("kernel_version_t")] Span<byte> kernel_version);

    /// <summary>Reads the size of a page of virtual memory.</summary>
    [Routine(2)]
    kern_return_t _host_page_size([Subject] host_t host, out vm_size_t out_page_size);

    /// <summary>Makes a memory entry of a pager's memory object; the right belongs to the caller.</summary>
    [Routine(3)]
    kern_return_t mach_memory_object_memory_entry(
        [Subject] host_t host, boolean_t @internal, vm_size_t size, vm_prot_t permission, [CopySend] memory_object_t pager,
        [MoveSend] out mach_port_t entry_handle);

    /// <summary>Reads facts of every processor by flavor, one record after another; the region belongs to the caller.</summary>
    [Routine(4)]
    kern_return_t host_processor_info(
        [Subject] host_t host, processor_flavor_t flavor, out natural_t out_processor_count,
        [OutOfLine] out processor_info_array_t out_processor_info);

    /// <summary>Returns the port through which devices are found; the right belongs to the caller.</summary>
    [Routine(5)]
    kern_return_t host_get_io_main([Subject] host_t host, [CopySend] out io_main_t io_main);

    /// <summary>Returns the port of one of the kernel's clocks; the right belongs to the caller.</summary>
    [Routine(6)]
    kern_return_t host_get_clock_service([Subject] host_t host, clock_id_t clock_id, [CopySend] out clock_serv_t clock_serv);

    /// <summary>Lists loaded kernel modules; it has nothing to list any more.</summary>
    [Routine(7)]
    kern_return_t kmod_get_info([Subject] host_t host, [OutOfLine] out kmod_args_t modules);

    /// <summary>Returns the name port of the one processor set; the right belongs to the caller.</summary>
    [Routine(13)]
    kern_return_t processor_set_default([Subject] host_t host, [CopySend] out processor_set_name_t default_set);

    /// <summary>Once made a processor set.</summary>
    [Routine(14, Gone = true)]
    kern_return_t processor_set_create(
        [Subject] host_t host, [CopySend] out processor_set_t new_set, [CopySend] out processor_set_name_t new_name);

    /// <summary>As mach_memory_object_memory_entry, with sizes of 64 bits.</summary>
    [Routine(15)]
    kern_return_t mach_memory_object_memory_entry_64(
        [Subject] host_t host, boolean_t @internal, memory_object_size_t size, vm_prot_t permission, [CopySend] memory_object_t pager,
        [MoveSend] out mach_port_t entry_handle);

    /// <summary>Reads counters of the host by flavor: load, memory, processor time.</summary>
    [Routine(16)]
    kern_return_t host_statistics(
        [Subject] host_t host_priv, host_flavor_t flavor, [Counted(68, CountInOut = true)] out host_info_t host_info_out);

    /// <summary>Asks for a message each time the calendar changes; the send-once right is the kernel's until then.</summary>
    [Routine(17)]
    kern_return_t host_request_notification([Subject] host_t host, host_flavor_t notify_type, [MakeSendOnce] mach_port_t notify_port);

    /// <summary>As host_statistics, with counters of 64 bits.</summary>
    [Routine(19)]
    kern_return_t host_statistics64(
        [Subject] host_t host_priv, host_flavor_t flavor, [Counted(256, CountInOut = true)] out host_info64_t host_info64_out);

    /// <summary>Makes a voucher by recipes, or finds the one that has the same content; the right belongs to the caller.</summary>
    [Routine(22)]
    kern_return_t host_create_mach_voucher(
        [Subject] host_t host, [Counted(5120)] mach_voucher_attr_raw_recipe_array_t recipes, [CopySend] out ipc_voucher_t voucher);

    /// <summary>Once gave a voucher attribute a manager.</summary>
    [Routine(23, Gone = true)]
    kern_return_t host_register_mach_voucher_attr_manager(
        [Subject] host_t host, [CopySend] mach_voucher_attr_manager_t attr_manager, mach_voucher_attr_value_handle_t default_value,
        out mach_voucher_attr_key_t new_key, [CopySend] out ipc_voucher_attr_control_t new_attr_control);

    /// <summary>Once gave a well-known voucher attribute a manager.</summary>
    [Routine(24, Gone = true)]
    kern_return_t host_register_well_known_mach_voucher_attr_manager(
        [Subject] host_t host, [CopySend] mach_voucher_attr_manager_t attr_manager, mach_voucher_attr_value_handle_t default_value,
        mach_voucher_attr_key_t key, [CopySend] out ipc_voucher_attr_control_t new_attr_control);

    /// <summary>Sets the word of trace settings that every task reads.</summary>
    [Routine(25)]
    kern_return_t host_set_atm_diagnostic_flag([Subject] host_t host, uint32_t diagnostic_flag);

    /// <summary>Once read the word of trace settings.</summary>
    [Routine(26, Gone = true)]
    kern_return_t host_get_atm_diagnostic_flag([Subject] host_t host, out uint32_t diagnostic_flag);

    /// <summary>Sets the word that says which users share the machine.</summary>
    [Routine(28)]
    kern_return_t host_set_multiuser_config_flags([Subject] host_priv_t host_priv, uint32_t multiuser_flags);

    /// <summary>Once read the word of multi-user settings.</summary>
    [Routine(29, Gone = true)]
    kern_return_t host_get_multiuser_config_flags([Subject] host_t host, out uint32_t multiuser_flags);

    /// <summary>Once told whether several users share the machine.</summary>
    [Routine(30, Gone = true)]
    kern_return_t host_check_multiuser_mode([Subject] host_t host, out uint32_t multiuser_mode);
}
