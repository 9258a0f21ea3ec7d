namespace Mach.Conformance.Tasks;

public class What_a_task_refuses
{
    [Theory, EveryWorld, Rule("R-TSK-25", "R-TSK-38", "R-TSK-41", "R-EXN-18", "R-EXN-21", "R-THR-8")]
    public void It_refuses_by_the_code_for_it(World world)
    {
        using var machine = world.Boot();
        var (task, user) = (machine.NewTask(), machine.NewTask("user", identity: new TaskIdentity(501, 20, 0)));
        var (calls, self, thread) = (task.TaskCalls, task.Self, task.Traps.thread_self_trap());
        var (good, exception) = (task.ReceiveAndSend(), task.Construct(MPO_EXCEPTION_PORT | MPO_INSERT_SEND_RIGHT));
        var none = MACH_PORT_NULL;
        Assert.Equal(KERN_SUCCESS, calls.task_get_mach_voucher(self, 0, out var voucher));
        Assert.Equal(MACH_PORT_NULL, voucher);
        Assert.Equal(KERN_SUCCESS, calls.task_set_mach_voucher(self, good));
        Assert.Equal(1u, task.Holders(good));
        (kern_return_t Expected, kern_return_t Code)[] answers =
        [
            (KERN_NOT_SUPPORTED, calls.task_swap_mach_voucher(self, MACH_PORT_NULL, ref none)),
            (KERN_NOT_SUPPORTED, calls.task_inspect(self, TASK_INSPECT_BASIC_COUNTS, new int[4], out _)),
            (KERN_INVALID_ARGUMENT, calls.task_inspect(self, TASK_INSPECT_BASIC_COUNTS, new int[3], out _)),
            (KERN_INVALID_ARGUMENT, calls.task_inspect(self, 0, new int[4], out _)),
            (KERN_FAILURE, calls.task_set_phys_footprint_limit(self, 100, out _)),
            (KERN_NO_ACCESS, user.TaskCalls.task_set_phys_footprint_limit(user.Self, 100, out _)),
            (KERN_NOT_SUPPORTED, calls.task_set_corpse_forking_behavior(self, 1)),
            (KERN_NOT_SUPPORTED, calls.task_get_dyld_image_infos(self, out _, out _)),
            (KERN_NOT_SUPPORTED, calls.task_register_dyld_set_dyld_state(self, 1)),
            (KERN_NOT_SUPPORTED, calls.task_register_dyld_get_process_state(self, out _)),
            (KERN_NOT_SUPPORTED, calls.task_test_sync_upcall(self, good)),
            (KERN_NOT_SUPPORTED, calls.task_test_async_upcall_propagation(self, good, 0, 0)),
            (KERN_NOT_SUPPORTED, calls.task_generate_corpse(self, out _)),
            (KERN_INVALID_ARGUMENT, calls.task_map_corpse_info(self, self, out _, out _)),
            (KERN_INVALID_ARGUMENT, calls.task_map_corpse_info_64(self, self, out _, out _)),
            (KERN_INVALID_ARGUMENT, calls.task_map_kcdata_object_64(self, good, out _, out _)),
            (KERN_INVALID_ARGUMENT, calls.task_register_hardened_exception_handler(self, 0, 2, 1, 0, good)),
            (KERN_DENIED, calls.task_register_hardened_exception_handler(self, 0, 2, 1, 0, exception)),
            (KERN_DENIED, task.ThreadCalls.thread_adopt_exception_handler(thread, exception, 2, 1, 0)),
            (KERN_NOT_SUPPORTED, task.ThreadCalls.thread_raise_exception(thread, EXC_GUARD, 2, 1, 2)),
        ];
        for (var index = 0; index < answers.Length; index++)
            Assert.Equal((index, answers[index].Expected), (index, answers[index].Code));
    }

    [Theory, EveryWorld, Rule("R-TSK-41", "R-TSK-42", "R-TSK-4")]
    public void About_loaded_images_it_takes_from_itself_and_tells_nobody(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        foreach (var (port, code) in ((uint, kern_return_t)[])[(task.Self, KERN_SUCCESS), (control, KERN_INVALID_ARGUMENT)])
        {
            Assert.Equal(code, task.TaskCalls.task_register_dyld_image_infos(port, default, 0));
            Assert.Equal(code, task.TaskCalls.task_unregister_dyld_image_infos(port, default, 0));
            Assert.Equal(code, task.TaskCalls.task_register_dyld_shared_cache_image_info(port, default, 0, 0));
        }
        var receive = task.Receive();
        Assert.Equal(KERN_NOT_SUPPORTED, task.TaskCalls.task_dyld_process_info_notify_register(task.Self, receive));
        Assert.Equal(KERN_INVALID_RIGHT, task.TaskCalls.task_dyld_process_info_notify_register(task.Self, MACH_PORT_NULL));
        Assert.Equal(KERN_FAILURE, task.TaskCalls.task_dyld_process_info_notify_deregister(task.Self, receive));
        Assert.Equal(KERN_INVALID_NAME, task.TaskCalls.task_dyld_process_info_notify_deregister(task.Self, 0x77777703));
        Assert.Equal(KERN_INVALID_RIGHT, task.TaskCalls.task_dyld_process_info_notify_deregister(task.Self, control));
        Assert.Equal(KERN_INVALID_TASK, task.TaskCalls.task_dyld_process_info_notify_deregister(receive == 0 ? 0 : task.Traps.thread_self_trap(), receive));
        Assert.Equal(0u, task.Holders(receive));
    }

    [Theory, EveryWorld, Rule("R-TSK-43", "R-TSK-4")]
    public void Ranges_to_restart_it_refuses_and_has_none_to_wait_for(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var calls = new TaskRestartableClient(task.Thread);
        Assert.Equal(KERN_NOT_SUPPORTED, calls.task_restartable_ranges_register(task.Self, new task_restartable_range_t[1]));
        Assert.Equal(KERN_SUCCESS, calls.task_restartable_ranges_synchronize(task.Self));
        foreach (var port in (uint[])[task.ControlOf(other), task.SpecialPort(TASK_READ_PORT), task.Traps.thread_self_trap()])
        {
            Assert.Equal(KERN_FAILURE, calls.task_restartable_ranges_register(port, new task_restartable_range_t[1]));
            Assert.Equal(KERN_FAILURE, calls.task_restartable_ranges_synchronize(port));
        }
    }
}
