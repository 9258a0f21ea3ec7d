namespace Mach.Conformance.Names;

public class The_task_argument
{
    [Theory, EveryWorld, Rule("R-NAME-12")]
    public void Of_a_trap_must_be_the_task_itself(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var host = task.Traps.host_self_trap();
        foreach (var target in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x77703, task.Receive(), host, task.ControlOf(other)])
        {
            var ports = task.Ports();
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_allocate(target, MACH_PORT_RIGHT_RECEIVE, out _));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_type(target, host, out _));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_deallocate(target, host));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_mod_refs(target, host, MACH_PORT_RIGHT_SEND, -1));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_insert_right(target, host, host, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_destruct(target, host, 0, 0));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_get_attributes(target, host, MACH_PORT_RECEIVE_STATUS, new int[10], out _));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_guard(target, host, 1, strict: false));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_move_member(target, host, MACH_PORT_NULL));
            Assert.Equal(MACH_SEND_INVALID_DEST, ports.mach_port_construct(target, default, 0, out _));
        }
        Assert.Equal(1u, task.Sends(host));
    }

    [Theory, EveryWorld, Rule("R-NAME-12")]
    public void Of_a_message_that_is_no_name_is_an_invalid_destination(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var target in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x77703, task.PortSet(), task.DeadName()])
        {
            Assert.Equal(MACH_SEND_INVALID_DEST, task.Ports().Message.mach_port_allocate(target, MACH_PORT_RIGHT_RECEIVE, out _));
            Assert.Equal(MACH_SEND_INVALID_DEST, task.Ports().Message.mach_port_get_context(target, task.Self, out _));
        }
    }

    [Theory, EveryWorld, Rule("R-NAME-12", "R-MOD-1")]
    public void Of_a_message_that_is_another_kernel_object_is_no_task(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (host, message) = (task.Traps.host_self_trap(), task.Ports().Message);
        Assert.Equal(KERN_INVALID_TASK, message.mach_port_allocate(host, MACH_PORT_RIGHT_SEND, out _));
        Assert.Equal(KERN_INVALID_TASK, message.mach_port_type(host, host, out _));
        Assert.Equal(KERN_INVALID_TASK, message.mach_port_mod_refs(host, host, MACH_PORT_RIGHT_NUMBER, 0));
        Assert.Equal(KERN_INVALID_TASK, message.mach_port_destroy(host, MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_TASK, message.mach_port_names(host, out _, out _, out _, out _));
        Assert.Equal(KERN_INVALID_TASK, message.mach_port_set_context(host, host, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, message.mach_port_get_attributes(host, host, MACH_PORT_RECEIVE_STATUS, new int[10], out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, message.mach_port_get_set_status(host, host, out _, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, message.mach_port_get_context(host, host, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, message.mach_port_space_info(host, out _, out _, out _, out _, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, message.mach_port_kobject(host, host, out _, out _));
    }

    [Theory, EveryWorld, Rule("R-NAME-11", "R-TASK-12")]
    public void That_has_died_is_an_invalid_destination(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var control = task.ControlOf(other);
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_allocate(control, MACH_PORT_RIGHT_RECEIVE, out var name));
        other.Task.Dispose();
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Ports().Message.mach_port_type(control, name, out _));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(control));
    }

    [Theory, EveryWorld, Rule("R-NAME-11")]
    public void Is_no_help_to_a_thread_whose_task_has_ended(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, self) = (task.ReceiveAndSend(), task.Self);
        Assert.Equal(MACH_RCV_INVALID_NAME, task.TaskCalls.task_terminate(self));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(MACH_RCV_INVALID_NAME, task.Receive(port, out _));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Ports().mach_port_type(self, port, out _));
    }
}
