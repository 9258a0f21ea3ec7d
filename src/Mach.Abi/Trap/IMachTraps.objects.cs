namespace Mach.Abi;

// Memory, semaphores, time, tasks, vouchers and the rest.
public partial interface IMachTraps
{
    /// <summary>Allocates zero-filled memory in the caller's own address space.</summary>
    [Trap(10, Fallback = "mach_vm_allocate")]
    kern_return_t _kernelrpc_mach_vm_allocate_trap([Borrows] mach_port_name_t target, UserPtr<mach_vm_offset_t> addr, mach_vm_size_t size, int flags);

    /// <summary>Sets or reads the purgeable state of a region.</summary>
    [Trap(11, Fallback = "mach_vm_purgable_control")]
    kern_return_t _kernelrpc_mach_vm_purgable_control_trap(
        [Borrows] mach_port_name_t target, mach_vm_offset_t address, vm_purgable_t control, UserPtr<int> state);

    /// <summary>Frees a range of the caller's address space.</summary>
    [Trap(12, Fallback = "mach_vm_deallocate")]
    kern_return_t _kernelrpc_mach_vm_deallocate_trap([Borrows] mach_port_name_t target, mach_vm_address_t address, mach_vm_size_t size);

    /// <summary>Copies out send rights for the image-change listeners registered on the calling task.</summary>
    [Trap(13, Symbol = "task_dyld_process_info_notify_get")]
    kern_return_t task_dyld_process_info_notify_get_trap(
        mach_port_name_array_t names_addr, UserPtr<natural_t> names_count_addr);

    /// <summary>Changes current or maximum protection of a range.</summary>
    [Trap(14, Fallback = "mach_vm_protect")]
    kern_return_t _kernelrpc_mach_vm_protect_trap(
        [Borrows] mach_port_name_t target, mach_vm_address_t address, mach_vm_size_t size, boolean_t set_maximum, vm_prot_t new_protection);

    /// <summary>Maps fresh anonymous memory with alignment mask and protection.</summary>
    [Trap(15, Fallback = "mach_vm_map")]
    kern_return_t _kernelrpc_mach_vm_map_trap(
        [Borrows] mach_port_name_t target, UserPtr<mach_vm_offset_t> address, mach_vm_size_t size, mach_vm_offset_t mask, int flags,
        vm_prot_t cur_protection);

    /// <summary>Signals a semaphore: wakes one waiter or raises the count.</summary>
    [Trap(33)]
    kern_return_t semaphore_signal_trap([Borrows] mach_port_name_t signal_name);

    /// <summary>Wakes all waiters of a semaphore.</summary>
    [Trap(34)]
    kern_return_t semaphore_signal_all_trap([Borrows] mach_port_name_t signal_name);

    /// <summary>Wakes one named thread, or any one, that waits on a semaphore.</summary>
    [Trap(35)]
    kern_return_t semaphore_signal_thread_trap([Borrows] mach_port_name_t signal_name, [Borrows] mach_port_name_t thread_name);

    /// <summary>Waits on a semaphore without limit.</summary>
    [Trap(36), Blocks]
    kern_return_t semaphore_wait_trap([Borrows] mach_port_name_t wait_name);

    /// <summary>Signals one semaphore and waits on another in one step.</summary>
    [Trap(37), Blocks]
    kern_return_t semaphore_wait_signal_trap([Borrows] mach_port_name_t wait_name, [Borrows] mach_port_name_t signal_name);

    /// <summary>Waits on a semaphore with a relative time limit.</summary>
    [Trap(38), Blocks]
    kern_return_t semaphore_timedwait_trap([Borrows] mach_port_name_t wait_name, uint sec, clock_res_t nsec);

    /// <summary>Signals one semaphore and waits on another with a time limit.</summary>
    [Trap(39), Blocks]
    kern_return_t semaphore_timedwait_signal_trap(
        [Borrows] mach_port_name_t wait_name, [Borrows] mach_port_name_t signal_name, uint sec, clock_res_t nsec);

    /// <summary>Hands out a run of fresh activity ids (1 to 16).</summary>
    [Trap(43)]
    kern_return_t mach_generate_activity_id([Borrows] mach_port_name_t target, int count, UserPtr<uint64_t> activity_id);

    /// <summary>Returns the name port of the task of a pid, which grants no control.</summary>
    [Trap(44)]
    kern_return_t task_name_for_pid(
        [Borrows] mach_port_name_t target_tport, int pid, [ReturnsOwned(Right = RawMachRight.Send)] UserPtr<mach_port_name_t> tn);

    /// <summary>Returns the control port of the task of a pid, when policy allows.</summary>
    [Trap(45)]
    kern_return_t task_for_pid(
        [Borrows] mach_port_name_t target_tport, int pid, [ReturnsOwned(Right = RawMachRight.Send)] UserPtr<mach_port_name_t> t);

    /// <summary>Returns the pid of a task given by one of its ports.</summary>
    [Trap(46)]
    kern_return_t pid_for_task([Borrows] mach_port_name_t t, UserPtr<int> x);

    /// <summary>Obsolete way to add a swap file; answers 45 (ENOTSUP).</summary>
    [Trap(48, Result = TrapResult.Errno)]
    kern_return_t macx_swapon(uint64_t filename, int flags, int size, int priority);

    /// <summary>Obsolete way to remove a swap file; answers 45 (ENOTSUP).</summary>
    [Trap(49, Result = TrapResult.Errno)]
    kern_return_t macx_swapoff(uint64_t filename, int flags);

    /// <summary>Turns swap compaction on or off; other requests answer 45 (ENOTSUP).</summary>
    [Trap(51, Result = TrapResult.Errno)]
    kern_return_t macx_triggers(int hi_water, int low_water, int flags, [Borrows] mach_port_t alert_port);

    /// <summary>Obsolete swap throttle; answers 45 (ENOTSUP).</summary>
    [Trap(52, Result = TrapResult.Errno)]
    kern_return_t macx_backing_store_suspend(boolean_t suspend);

    /// <summary>Obsolete swap recovery; answers 45 (ENOTSUP).</summary>
    [Trap(53, Result = TrapResult.Errno)]
    kern_return_t macx_backing_store_recovery(int pid);

    /// <summary>Ends a preemption-free section of the commpage; pending work is done on the way out.</summary>
    [Trap(58, Symbol = "")]
    kern_return_t pfz_exit();

    /// <summary>Yields with lowered priority; true when another thread could run.</summary>
    [Trap(59, Passed = 0)]
    boolean_t swtch_pri(int pri);

    /// <summary>Yields the processor; true when another thread could run.</summary>
    [Trap(60)]
    boolean_t swtch();

    /// <summary>Yields, sleeps or hands the processor to a named thread, with options.</summary>
    [Trap(61, Symbol = "syscall_thread_switch"), Blocks]
    kern_return_t thread_switch([Borrows] mach_port_name_t thread_name, int option, mach_msg_timeout_t option_time);

    /// <summary>Sleeps on a clock to an absolute or relative time and returns the wake time.</summary>
    [Trap(62), Blocks]
    kern_return_t clock_sleep_trap(
        [Borrows] mach_port_name_t clock_name, sleep_type_t sleep_type, int sleep_sec, int sleep_nsec, UserPtr<mach_timespec_t> wakeup_time);

    /// <summary>Builds a voucher from a list of recipes.</summary>
    [Trap(70, Fallback = "host_create_mach_voucher")]
    kern_return_t host_create_mach_voucher_trap(
        [Borrows] mach_port_name_t host, mach_voucher_attr_raw_recipe_array_t recipes, int recipes_size,
        [ReturnsOwned(Right = RawMachRight.Send)] UserPtr<mach_port_name_t> voucher);

    /// <summary>Reads one attribute of a voucher as a recipe.</summary>
    [Trap(72, Fallback = "mach_voucher_extract_attr_recipe")]
    kern_return_t mach_voucher_extract_attr_recipe_trap(
        [Borrows] mach_port_name_t voucher_name, mach_voucher_attr_key_t key, mach_voucher_attr_raw_recipe_t recipe,
        UserPtr<mach_msg_type_number_t> recipe_size);

    /// <summary>Talks to exclaves, the kernel's isolated companions, when the machine has them.</summary>
    [Trap(88)]
    kern_return_t _exclaves_ctl_trap(
        [Borrows] mach_port_name_t name, uint32_t operation_and_flags, exclaves_id_t identifier, mach_vm_address_t buffer, mach_vm_size_t size,
        mach_vm_size_t size2, mach_vm_size_t offset, mach_vm_address_t status);

    /// <summary>Returns the fraction that turns absolute time into nanoseconds.</summary>
    [Trap(89)]
    kern_return_t mach_timebase_info_trap(mach_timebase_info_t info);

    /// <summary>Sleeps until an absolute time.</summary>
    [Trap(90, Symbol = "mach_wait_until"), Blocks]
    kern_return_t mach_wait_until_trap(uint64_t deadline);

    /// <summary>Creates a timer port and returns its name.</summary>
    [Trap(91, Symbol = "mk_timer_create")]
    [return: ReturnsOwned(Right = RawMachRight.Receive)]
    mach_port_name_t mk_timer_create_trap();

    /// <summary>Destroys a timer port.</summary>
    [Trap(92, Symbol = "mk_timer_destroy")]
    kern_return_t mk_timer_destroy_trap([TakesOwnership(Right = RawMachRight.Receive)] mach_port_name_t name);

    /// <summary>Arms a timer for an absolute time; it sends an expiry message.</summary>
    [Trap(93, Symbol = "mk_timer_arm")]
    kern_return_t mk_timer_arm_trap([Borrows] mach_port_name_t name, uint64_t expire_time);

    /// <summary>Disarms a timer and returns the time it was set for.</summary>
    [Trap(94, Symbol = "mk_timer_cancel")]
    kern_return_t mk_timer_cancel_trap([Borrows] mach_port_name_t name, UserPtr<uint64_t> result_time);

    /// <summary>Arms a timer with flags and allowed lateness.</summary>
    [Trap(95, Symbol = "mk_timer_arm_leeway")]
    kern_return_t mk_timer_arm_leeway_trap(
        [Borrows] mach_port_name_t name, uint64_t mk_timer_flags, uint64_t mk_timer_expire_time, uint64_t mk_timer_leeway);

    /// <summary>Returns a task port for debugging the task of a pid, when policy allows.</summary>
    [Trap(96)]
    kern_return_t debug_control_port_for_pid(
        [Borrows] mach_port_name_t target_tport, int pid, [ReturnsOwned(Right = RawMachRight.Send)] UserPtr<mach_port_name_t> t);

    /// <summary>Calls a numbered trap of an IOKit user client with six arguments.</summary>
    [Trap(100, Result = TrapResult.IOReturn)]
    kern_return_t iokit_user_client_trap(
        [CType("void *")] UserPtr<byte> userClientRef, uint32_t index, [CType("void *")] UserPtr<byte> p1,
        [CType("void *")] UserPtr<byte> p2, [CType("void *")] UserPtr<byte> p3, [CType("void *")] UserPtr<byte> p4,
        [CType("void *")] UserPtr<byte> p5, [CType("void *")] UserPtr<byte> p6);
}
