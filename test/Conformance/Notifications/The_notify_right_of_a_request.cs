namespace Mach.Conformance.Notifications;

public class The_notify_right_of_a_request
{
    [Theory, EveryRoute, Rule("R-DN-1")]
    public void Is_looked_at_before_anything_else(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, stale) = (task.ReceiveAndSend(), task.StaleName());
        // Every other argument is wrong as well. A trap tells what the copy-in said; a message says that it could not be sent.
        Assert.Equal(
            Said(route, KERN_INVALID_NAME), Request(task, route, MACH_PORT_NULL, 99, 7, stale, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        Assert.Equal(
            Said(route, KERN_INVALID_RIGHT), Request(task, route, MACH_PORT_NULL, 99, 7, port, MACH_MSG_TYPE_MOVE_SEND_ONCE));
        Assert.Equal(
            Said(route, KERN_INVALID_RIGHT), Request(task, route, MACH_PORT_NULL, 99, 7, task.PortSet(), MACH_MSG_TYPE_MAKE_SEND_ONCE));
    }

    [Theory, EveryRoute, Rule("R-DN-1")]
    public void Cannot_be_made_from_a_hardened_reply_port(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { Policy = new KernelPolicy { HardenedTasks = true } });
        var task = machine.NewTask();
        var (port, reply) = (task.Receive(), task.Construct(MPO_REPLY_PORT));
        Assert.Equal(
            Said(route, KERN_INVALID_CAPABILITY), Request(task, route, port, MACH_NOTIFY_DEAD_NAME, 0, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE));
    }

    [Theory, EveryWorld, Rule("R-DN-1")]
    public void Of_a_wrong_kind_is_a_type_error_of_the_message_and_destroyed(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.ReceiveAndSend());
        Assert.Equal(MACH_SEND_INVALID_DEST, Request(task, Route.Trap, port, MACH_NOTIFY_DEAD_NAME, 0, notify, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(notify));
        Assert.Equal(MIG_TYPE_ERROR, Request(task, Route.Message, port, MACH_NOTIFY_DEAD_NAME, 0, notify, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(notify));
        Assert.Equal(0, task.Status(notify).mps_srights);
    }

    [Theory, EveryRoute, Rule("R-DN-1")]
    public void That_is_dead_is_an_invalid_capability(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, dead) = (task.Receive(), task.DeadName());
        Assert.Equal(KERN_INVALID_CAPABILITY, Request(task, route, port, MACH_NOTIFY_DEAD_NAME, 0, MACH_PORT_DEAD, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        Assert.Equal(KERN_INVALID_CAPABILITY, Request(task, route, port, MACH_NOTIFY_DEAD_NAME, 0, dead, MACH_MSG_TYPE_MOVE_SEND_ONCE));
        Assert.Equal(0u, task.TypeOf(dead));
    }

    [Theory, EveryRoute, Rule("R-DN-1")]
    public void May_be_a_send_once_right_that_is_moved(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        var once = task.SendOnce(notify);
        Assert.Equal(KERN_SUCCESS, Request(task, route, port, MACH_NOTIFY_DEAD_NAME, 0, once, MACH_MSG_TYPE_MOVE_SEND_ONCE));
        Assert.Equal(0u, task.TypeOf(once));
        task.Die(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, port);
    }

    [Theory, EveryRoute, Rule("R-DN-6")]
    public void Is_destroyed_when_the_call_fails(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        foreach (var (name, id, sync, code) in ((uint, int, uint, kern_return_t)[])[
            (MACH_PORT_NULL, MACH_NOTIFY_DEAD_NAME, 0, KERN_INVALID_ARGUMENT),
            (task.StaleName(), MACH_NOTIFY_DEAD_NAME, 0, KERN_INVALID_NAME),
            (task.PortSet(), MACH_NOTIFY_NO_SENDERS, 0, KERN_INVALID_RIGHT),
            (task.Receive(), MACH_NOTIFY_PORT_DESTROYED, 1, KERN_INVALID_VALUE),
            (task.Receive(), 99, 0, KERN_INVALID_VALUE)])
        {
            Assert.Equal(code, Request(task, route, name, id, sync, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE));
            task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
            var once = task.SendOnce(notify);
            Assert.Equal(code, Request(task, route, name, id, sync, once, MACH_MSG_TYPE_MOVE_SEND_ONCE));
            Assert.Equal(0u, task.TypeOf(once));
            task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        }
        Assert.Equal(0u, task.Status(notify).mps_sorights);
    }

    [Theory, EveryRoute, Rule("R-PDN-4")]
    public void With_an_unknown_kind_of_request_is_an_invalid_value_whatever_the_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        foreach (var id in (int[])[0, 64, MACH_NOTIFY_PORT_DELETED, 67, 68, MACH_NOTIFY_SEND_ONCE, 73, -1])
        {
            foreach (var name in (uint[])[port, MACH_PORT_NULL, MACH_PORT_DEAD, task.StaleName(), task.DeadName()])
                Assert.Equal(KERN_INVALID_VALUE, task.TryRequest(name, id, MACH_PORT_NULL, route: route));
            Assert.Equal(KERN_INVALID_VALUE, task.TryRequest(port, id, notify, route: route));
            task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        }
    }

    private static kern_return_t Request(Party task, Route route, uint name, int id, uint sync, uint notify, int disposition) =>
        task.Ports(route).mach_port_request_notification(task.Self, name, id, sync, notify, disposition, out _);

    private static kern_return_t Said(Route route, kern_return_t code) => route == Route.Trap ? code : MACH_SEND_INVALID_RIGHT;
}
