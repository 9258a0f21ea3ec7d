namespace Mach.Conformance.Tasks;

public class The_birth_of_a_task
{
    [Theory, EveryWorld, Rule("R-TSK-7", "R-NS-6")]
    public void Inherits_registered_bootstrap_and_access_ports_as_new_rights(World world)
    {
        using var machine = world.Boot();
        var parent = machine.NewTask("parent");
        var (registered, bootstrap, access) = (parent.ReceiveAndSend(), parent.ReceiveAndSend(), parent.ReceiveAndSend());
        Assert.Equal(KERN_SUCCESS, parent.TaskCalls.mach_ports_register(parent.Self, MACH_PORT_NULL, registered, MACH_PORT_NULL));
        Assert.Equal(KERN_SUCCESS, parent.TaskCalls.task_set_special_port(parent.Self, TASK_BOOTSTRAP_PORT, bootstrap));
        Assert.Equal(KERN_SUCCESS, parent.TaskCalls.task_set_special_port(parent.Self, TASK_ACCESS_PORT, access));
        var child = machine.NewTask("child", parent);
        foreach (var port in (uint[])[registered, bootstrap, access])
            Assert.Equal(3u, parent.Holders(port));
        Assert.Equal(KERN_SUCCESS, child.TaskCalls.mach_ports_lookup(child.Self, out var one, out var two, out _));
        Assert.Equal((MACH_PORT_NULL, MACH_PORT_TYPE_SEND), (one, child.TypeOf(two)));
        Assert.Equal(KERN_SUCCESS, child.TaskCalls.task_get_special_port(child.Self, TASK_BOOTSTRAP_PORT, out var name));
        Assert.Equal(MACH_MSG_SUCCESS, child.Send(new Note(name, MACH_MSG_TYPE_COPY_SEND, id: 8)));
        Assert.Equal(8, parent.Receive(bootstrap).Id);
        child.Task.Dispose();
        foreach (var port in (uint[])[registered, bootstrap, access])
            Assert.Equal(2u, parent.Holders(port));
    }

    [Theory, EveryWorld, Rule("R-TSK-7")]
    public void Inherits_no_names_and_no_other_special_ports(World world)
    {
        using var machine = world.Boot();
        var parent = machine.NewTask("parent");
        var port = parent.ReceiveAndSend();
        foreach (var which in (int[])[TASK_DEBUG_CONTROL_PORT, TASK_RESOURCE_NOTIFY_PORT])
            Assert.Equal(KERN_SUCCESS, parent.TaskCalls.task_set_special_port(parent.Self, which, port));
        var child = machine.NewTask("child", parent);
        Assert.Equal(KERN_SUCCESS, parent.Ports().Message.mach_port_names(parent.ControlOf(child), out _, out var count, out _, out _));
        Assert.Equal((0u, 3u), (count, parent.Holders(port)));
        foreach (var which in (int[])[TASK_DEBUG_CONTROL_PORT, TASK_RESOURCE_NOTIFY_PORT])
        {
            Assert.Equal(KERN_SUCCESS, child.TaskCalls.task_get_special_port(child.Self, which, out var inherited));
            Assert.Equal(MACH_PORT_NULL, inherited);
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-7")]
    public void Without_a_parent_inherits_nothing(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_lookup(task.Self, out var one, out var two, out var three));
        Assert.Equal((0u, 0u, 0u), (one, two, three));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(task.Self, TASK_BOOTSTRAP_PORT, out var bootstrap));
        Assert.Equal(MACH_PORT_NULL, bootstrap);
    }

    [Theory, EveryWorld, Rule("R-TSK-8")]
    public void Can_be_undone_once_by_whoever_has_the_control_port(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (control, send) = (task.ControlOf(other), other.GiveSend(task, other.Receive()));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_terminate(control));
        Assert.False(other.Task.IsAlive);
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, MACH_PORT_TYPE_DEAD_NAME), (task.TypeOf(control), task.TypeOf(send)));
    }

    [Theory, EveryWorld, Rule("R-TSK-33", "R-TASK-9")]
    public void Gives_its_threads_ports_of_the_kind_that_asked(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var control = task.ControlOf(other);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_threads(control, out var none, out var count));
        Assert.Equal((0u, 0ul), (count, none.Address));
        other.NewSleeper();
        other.NewSleeper();
        (int Which, uint Type)[] kinds = [(TASK_KERNEL_PORT, 1), (TASK_READ_PORT, 47), (TASK_INSPECT_PORT, 46)];
        foreach (var (which, type) in kinds)
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(control, which, out var port));
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_threads(port, out var threads, out count));
            Assert.Equal(2u, count);
            foreach (var thread in Party.Words(threads, count))
            {
                Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, thread, out var found, out _));
                Assert.Equal((type, 1u), (found, task.Sends(thread)));
            }
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-33", "R-TASK-1")]
    public void Lists_the_caller_among_its_threads_under_its_own_name(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var self = task.Traps.thread_self_trap();
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_threads(task.Self, out var threads, out var count));
        Assert.Equal(self, Assert.Single(Party.Words(threads, count)));
        Assert.Equal(2u, task.Sends(self));
    }
}
