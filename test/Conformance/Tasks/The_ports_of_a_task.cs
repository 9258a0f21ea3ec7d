namespace Mach.Conformance.Tasks;

public class The_ports_of_a_task
{
    [Theory, EveryWorld, Rule("R-TSK-11")]
    public void For_reading_and_inspecting_live_while_there_are_rights_to_them(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.SpecialPort(TASK_KERNEL_PORT);     // what every call needs is there from now on
        foreach (var which in (int[])[TASK_READ_PORT, TASK_INSPECT_PORT])
        {
            var ports = machine.Census().Ports;
            var name = task.SpecialPort(which);
            var first = task.Record(name).iin_object;
            Assert.Equal(ports + 1, machine.Census().Ports);
            Assert.Equal((name, first), (task.SpecialPort(which), task.Record(name).iin_object));
            task.AddSends(name, -2);
            Assert.Equal(ports, machine.Census().Ports);
            name = task.SpecialPort(which);
            Assert.NotEqual(first, task.Record(name).iin_object);
            task.Drop(name);
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-11")]
    public void For_control_and_by_name_live_as_long_as_the_task(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        var name = task.SpecialPort(control, TASK_NAME_PORT);
        var (first, second) = (task.Record(control).iin_object, task.Record(name).iin_object);
        task.Drop(name);
        Assert.Equal(second, task.Record(task.SpecialPort(control, TASK_NAME_PORT)).iin_object);
        task.Drop(control);
        Assert.Equal(first, task.Record(task.ControlOf(other)).iin_object);
    }

    [Theory, EveryWorld, Rule("R-TSK-6")]
    public void Tell_the_task_whether_it_is_itself(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        foreach (var which in (int[])[TASK_KERNEL_PORT, TASK_READ_PORT, TASK_INSPECT_PORT, TASK_NAME_PORT])
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls._kernelrpc_mach_task_is_self(task.SpecialPort(which), out var self));
            Assert.Equal(KERN_SUCCESS, task.TaskCalls._kernelrpc_mach_task_is_self(task.SpecialPort(control, which), out var others));
            Assert.Equal((1, 0), (self, others));
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-33", "R-TASK-9")]
    public void List_the_threads_in_the_order_of_their_birth(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        Assert.Empty(task.Threads(control));
        Robot[] robots = [other.NewRobot(), other.NewRobot(), other.NewRobot()];
        var threads = task.Threads(control);
        Assert.Equal(3, threads.Length);
        for (var index = 0; index < robots.Length; index++)
            robots[index][5] = (ulong)index + 1;
        var words = new uint[68];
        for (var index = 0; index < robots.Length; index++)
        {
            Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_state(threads[index], ARM_THREAD_STATE64, words, out _));
            Assert.Equal((uint)index + 1, words[10]);
        }
        foreach (var (which, type) in ((int, uint)[])[(TASK_READ_PORT, 47), (TASK_INSPECT_PORT, 46)])
        {
            var names = task.Threads(task.SpecialPort(control, which));
            Assert.All(names, name =>
            {
                Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, name, out var found, out _));
                Assert.Equal(type, found);
            });
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_threads(task.SpecialPort(control, TASK_NAME_PORT), out _, out _));
    }

    [Theory, EveryWorld, Rule("R-TSK-3", "R-TSK-4", "R-TASK-8")]
    public void Allow_so_much_and_no_more(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        uint[] ports = [task.SpecialPort(TASK_NAME_PORT), task.SpecialPort(TASK_INSPECT_PORT), task.SpecialPort(TASK_READ_PORT), task.Self, task.Traps.thread_self_trap()];
        var masks = new uint[32];
        var names = new uint[32];
        var (behaviours, flavors) = (new int[32], new int[32]);
        var refused = KERN_INVALID_ARGUMENT;
        (int Least, kern_return_t Null, Func<uint, kern_return_t> Call)[] calls =
        [
            (0, refused, port => task.TaskCalls.task_info(port, TASK_FLAGS_INFO, new int[1], out _)),
            (0, refused, port => task.TaskCalls._kernelrpc_mach_task_is_self(port, out _)),
            (1, refused, port => Policy(task, port)),
            (1, refused, port => task.TaskCalls.task_threads(port, out _, out _)),
            (1, KERN_INVALID_TASK, port => task.TaskCalls.task_get_exc_guard_behavior(port, out _)),
            (2, KERN_INVALID_TASK, port => task.TaskCalls.task_get_mach_voucher(port, 0, out _)),
            (3, KERN_INVALID_TASK, port => task.TaskCalls.task_set_mach_voucher(port, 0)),
            (3, KERN_INVALID_TASK, port => task.TaskCalls.task_set_exc_guard_behavior(port, 0)),
            (3, refused, port => task.TaskCalls.task_policy_set(port, TASK_CATEGORY_POLICY, [TASK_DEFAULT_APPLICATION])),
            (3, refused, port => task.TaskCalls.mach_ports_lookup(port, out _, out _, out _)),
            (3, refused, port => task.TaskCalls.mach_ports_register(port, 0, 0, 0)),
            (3, refused, port => task.TaskCalls.task_set_special_port(port, TASK_BOOTSTRAP_PORT, 0)),
            (3, refused, port => task.TaskCalls.task_set_exception_ports(port, 2, 0, 0, 0)),
            (3, refused, port => task.TaskCalls.task_get_exception_ports(port, 2, masks, out _, names, behaviours, flavors)),
            (3, refused, port => task.TaskCalls.task_create_identity_token(port, out _)),
            (3, KERN_FAILURE, port => new TaskRestartableClient(task.Thread).task_restartable_ranges_synchronize(port)),
        ];
        for (var call = 0; call < calls.Length; call++)
        {
            for (var port = 0; port < ports.Length; port++)
            {
                var expected = port >= calls[call].Least && port < 4 ? KERN_SUCCESS : calls[call].Null;
                Assert.Equal((call, port, expected), (call, port, calls[call].Call(ports[port])));
            }
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-8", "R-TSK-9", "R-TSK-10", "R-TASK-12")]
    public void Die_after_those_of_its_threads_and_after_its_own(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        other.NewRobot();
        var control = task.ControlOf(other);
        var thread = task.Threads(control)[0];
        var own = other.GiveSend(task, other.Receive());
        var notify = task.Receive();
        task.SetLimit(notify, 16);
        foreach (var name in (uint[])[control, own, thread])
            task.AskForDeath(name, notify);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_terminate(control));
        foreach (var name in (uint[])[thread, own, control])
            task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, name);
        Assert.Equal(MACH_SEND_INVALID_DEST, task.TaskCalls.task_terminate(control));
    }

    [Theory, EveryWorld, Rule("R-TSK-37", "R-DBG-6")]
    public void Are_not_given_away_by_a_token_of_its_identity_but_found_through_it(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other", identity: new TaskIdentity(0, 0, 60) { ProcessVersion = 3 }));
        var control = task.ControlOf(other);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_create_identity_token(control, out var token));
        Span<byte> text = new byte[512];
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject_description(task.Self, token, out var type, out _, text));
        Assert.Equal(50u, type);
        Assert.Matches("^60,[0-9]+,3$", System.Text.Encoding.ASCII.GetString(text[..text.IndexOf((byte)0)]));
        foreach (var (flavor, kind) in ((uint, uint)[])[(0, 2), (1, 45), (2, 44), (3, 20)])
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_identity_token_get_task_port(token, flavor, out var port));
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, port, out type, out _));
            Assert.Equal(kind, type);
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_identity_token_get_task_port(token, 4, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_identity_token_get_task_port(control, 0, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_suspend(token));
        other.Task.Dispose();
        Assert.Equal(KERN_NOT_FOUND, task.TaskCalls.task_identity_token_get_task_port(token, 0, out _));
        task.Drop(token);
    }

    private static kern_return_t Policy(Party task, uint port)
    {
        var defaults = 0;
        return task.TaskCalls.task_policy_get(port, TASK_CATEGORY_POLICY, new int[1], out _, ref defaults);
    }
}
