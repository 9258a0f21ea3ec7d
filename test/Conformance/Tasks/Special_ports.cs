namespace Mach.Conformance.Tasks;

/// <summary>What task_get_special_port and task_set_special_port keep.</summary>
public class Special_ports
{
    private static readonly int[] s_all =
    [
        TASK_KERNEL_PORT, TASK_HOST_PORT, TASK_NAME_PORT, TASK_BOOTSTRAP_PORT, TASK_INSPECT_PORT, TASK_READ_PORT, TASK_ACCESS_PORT,
        TASK_DEBUG_CONTROL_PORT, TASK_RESOURCE_NOTIFY_PORT,
    ];

    private static readonly int[] s_stored = [TASK_BOOTSTRAP_PORT, TASK_ACCESS_PORT, TASK_DEBUG_CONTROL_PORT, TASK_RESOURCE_NOTIFY_PORT];

    [Theory, EveryWorld, Rule("R-TASK-1")]
    public void Of_oneself_come_by_trap_as_send_rights(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (host, thread) = (task.Traps.host_self_trap(), task.Traps.thread_self_trap());
        Assert.All((uint[])[task.Self, host, thread], name => Assert.Equal((MACH_PORT_TYPE_SEND, 1u), (task.TypeOf(name), task.Sends(name))));
        Assert.Equal((host, thread, task.Self), (task.Traps.host_self_trap(), task.Traps.thread_self_trap(), task.Traps.task_self_trap()));
        Assert.Equal((2u, 2u), (task.Sends(host), task.Sends(thread)));
        Assert.Equal(task.Self, task.Task.SelfName);
        Assert.Equal(2u, task.Sends(task.Self));
    }

    [Theory, EveryWorld, Rule("R-TASK-1", "R-KOBJ-9")]
    public void Of_oneself_are_what_they_are_called(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        (uint, uint)[] expected =
        [
            (task.Traps.thread_self_trap(), 1), (task.Self, 2), (task.Traps.host_self_trap(), 3), (Get(task, TASK_NAME_PORT), 20),
            (Get(task, TASK_INSPECT_PORT), 44), (Get(task, TASK_READ_PORT), 45), (task.Receive(), 0),
        ];
        foreach (var (name, type) in expected)
        {
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, name, out var found, out _));
            Assert.Equal(type, found);
        }
    }

    [Theory, EveryWorld, Rule("R-TASK-2", "R-TSK-35")]
    public void Have_numbers_and_no_others(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var which in (int[])[0, 7, 8, 12, -1, int.MaxValue])
        {
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_get_special_port(task.Self, which, out _));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_set_special_port(task.Self, which, MACH_PORT_NULL));
        }
        foreach (var which in s_all)
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(task.Self, which, out _));
    }

    [Theory, EveryWorld, Rule("R-TASK-2", "R-TSK-36")]
    public void Come_as_a_reference_more_or_as_null(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(task.Self, Get(task, TASK_KERNEL_PORT));
        Assert.Equal(2u, task.Sends(task.Self));
        Assert.Equal(task.Traps.host_self_trap(), Get(task, TASK_HOST_PORT));
        foreach (var which in (int[])[TASK_NAME_PORT, TASK_INSPECT_PORT, TASK_READ_PORT])
        {
            var name = Get(task, which);
            Assert.Equal(name, Get(task, which));
            Assert.Equal((MACH_PORT_TYPE_SEND, 2u), (task.TypeOf(name), task.Sends(name)));
        }
        foreach (var which in s_stored)
            Assert.Equal(MACH_PORT_NULL, Get(task, which));
    }

    [Theory, EveryWorld, Rule("R-TASK-3", "R-TSK-35")]
    public void Are_given_by_what_the_port_asked_through_allows(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        int[] through = [TASK_READ_PORT, TASK_INSPECT_PORT];
        int[][] allowed = [[TASK_NAME_PORT, TASK_INSPECT_PORT, TASK_READ_PORT], [TASK_NAME_PORT, TASK_INSPECT_PORT]];
        for (var index = 0; index < through.Length; index++)
        {
            var port = Get(task, through[index]);
            foreach (var which in s_all)
            {
                var expected = allowed[index].Contains(which) ? KERN_SUCCESS : KERN_INVALID_CAPABILITY;
                Assert.Equal((which, expected), (which, task.TaskCalls.task_get_special_port(port, which, out _)));
            }
            Assert.Equal(KERN_INVALID_CAPABILITY, task.TaskCalls.task_get_special_port(port, 7, out _));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_set_special_port(port, TASK_BOOTSTRAP_PORT, MACH_PORT_NULL));
        }
        var nameOnly = Get(task, TASK_NAME_PORT);
        foreach (var which in s_all)
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_get_special_port(nameOnly, which, out _));
    }

    [Theory, EveryWorld, Rule("R-TASK-4", "R-NS-6")]
    public void That_are_stored_count_as_send_rights_until_they_are_replaced(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var which in s_stored)
        {
            var (port, notify) = (task.ReceiveAndSend(), task.Receive());
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_special_port(task.Self, which, port));
            Assert.Equal((1u, 2u), (task.Sends(port), task.Holders(port)));
            Assert.Equal(port, Get(task, which));
            Assert.Equal((2u, 2u), (task.Sends(port), task.Holders(port)));
            task.AddSends(port, -2);
            task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
            if (which == TASK_ACCESS_PORT)
                continue;
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_special_port(task.Self, which, task.ReceiveAndSend()));
            task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_special_port(task.Self, which, MACH_PORT_NULL));
            Assert.Equal(MACH_PORT_NULL, Get(task, which));
        }
    }

    [Theory, EveryWorld, Rule("R-TASK-4", "R-TSK-35")]
    public void Are_not_all_to_be_set(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (first, second) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        foreach (var which in (int[])[TASK_KERNEL_PORT, TASK_HOST_PORT])
            Assert.Equal(KERN_NO_ACCESS, task.TaskCalls.task_set_special_port(task.Self, which, first));
        foreach (var which in (int[])[TASK_NAME_PORT, TASK_INSPECT_PORT, TASK_READ_PORT])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_set_special_port(task.Self, which, first));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_special_port(task.Self, TASK_ACCESS_PORT, first));
        Assert.Equal(KERN_NO_ACCESS, task.TaskCalls.task_set_special_port(task.Self, TASK_ACCESS_PORT, second));
        Assert.Equal(first, Get(task, TASK_ACCESS_PORT));
        Assert.Equal(1u, task.Holders(second));
    }

    [Theory, EveryWorld, Rule("R-TASK-4", "R-TSK-35")]
    public void Must_be_movable_which_is_checked_first(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var immovable = task.Construct(MPO_EXCEPTION_PORT | MPO_INSERT_SEND_RIGHT);
        foreach (var which in (int[])[.. s_stored, TASK_KERNEL_PORT, TASK_HOST_PORT, TASK_NAME_PORT, 7])
        {
            Assert.Equal(KERN_INVALID_RIGHT, task.TaskCalls.task_set_special_port(task.Self, which, immovable));
            Assert.Equal(KERN_INVALID_RIGHT, task.TaskCalls.task_set_special_port(task.Self, which, Get(task, TASK_READ_PORT)));
        }
        Assert.Equal(1u, task.Holders(immovable));
    }

    [Theory, EveryWorld, Rule("R-TASK-5", "R-TSK-35")]
    public void That_have_died_read_as_dead(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_special_port(task.Self, TASK_BOOTSTRAP_PORT, port));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_register(task.Self, port, MACH_PORT_NULL, MACH_PORT_NULL));
        task.Die(port);
        Assert.Equal(MACH_PORT_DEAD, Get(task, TASK_BOOTSTRAP_PORT));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_lookup(task.Self, out var registered, out _, out _));
        Assert.Equal(MACH_PORT_DEAD, registered);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_special_port(task.Self, TASK_DEBUG_CONTROL_PORT, MACH_PORT_DEAD));
        Assert.Equal(MACH_PORT_DEAD, Get(task, TASK_DEBUG_CONTROL_PORT));
    }

    private static uint Get(Party task, int which)
    {
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(task.Self, which, out var port));
        return port;
    }
}
