namespace Mach.Conformance.Notifications;

public class Delivery
{
    private const int Ceiling = 65534;

    [Theory, EveryWorld, Rule("R-NOT-6", "R-Q-2")]
    public void Of_a_notification_ignores_the_queue_limit(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        task.SetLimit(notify, 0);
        for (var round = 0; round < 10; round++)
            task.Drop(task.SendOnce(notify));
        Assert.Equal(10u, task.Status(notify).mps_msgcount);
    }

    [Theory, EveryWorld, Rule("R-NOT-6")]
    public void Of_a_notification_to_a_dead_port_is_no_event(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        task.Die(notify);
        task.Die(port);
        Assert.Equal(2u, task.References(port, MACH_PORT_RIGHT_DEAD_NAME));
        machine.CheckRights();
    }

    [Theory, EveryWorld, Rule("R-NOT-6", "R-NOT-7", "R-Q-1", "R-Q-4")]
    public void Stops_at_the_hard_ceiling(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, watched) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        task.Ask(watched, MACH_NOTIFY_DEAD_NAME, port);
        var once = task.SendOnce(port);
        var letter = task.Buffer(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Bytes);
        for (var count = 0; count < Ceiling; count++)
            Assert.Equal(MACH_MSG_SUCCESS, task.MachMsg(letter, MACH_SEND_MSG, 24, 0));
        Assert.Equal((uint)Ceiling, task.Status(port).mps_msgcount);

        // Neither a forced message nor a plain one waits for room that need not come.
        Assert.Equal(MACH_SEND_NO_BUFFER, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        Assert.Equal(MACH_SEND_NO_BUFFER, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND)));

        // Notifications vanish.
        task.Drop(once);
        task.Die(watched);
        Assert.Equal((uint)Ceiling, task.Status(port).mps_msgcount);
        machine.CheckRights();
        task.Receive(port);
        task.Drop(task.SendOnce(port));
        Assert.Equal((uint)Ceiling, task.Status(port).mps_msgcount);
    }

    [Theory, EveryRoute, Rule("R-NOT-7")]
    public void Tells_of_a_send_once_right_that_is_dropped(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_deallocate(task.Self, task.SendOnce(port)));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, task.SendOnce(port), MACH_PORT_RIGHT_SEND_ONCE, -1));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_destroy(task.Self, task.SendOnce(port)));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        // An insertion that fails destroys what it took.
        Assert.Equal(KERN_NAME_EXISTS, Insert(task, route, task.PortSet(), task.SendOnce(port)));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(0u, task.Status(port).mps_sorights);
    }

    [Theory, EveryWorld, Rule("R-NOT-7", "R-FAIL-1")]
    public void Tells_of_a_send_once_right_in_a_destroyed_message(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, doomed) = (task.Receive(), task.Receive());
        var note = new Note(doomed, MACH_MSG_TYPE_MAKE_SEND, port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(note));
        task.Die(doomed);
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNothing(port);
    }

    [Theory, EveryWorld, Rule("R-NOT-7")]
    public void Tells_of_a_send_once_right_that_dies_with_its_task(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var port = task.Receive();
        task.Give(other, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        other.Task.Dispose();
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
    }

    [Theory, EveryWorld, Rule("R-NOT-8")]
    public void Of_a_message_uses_its_send_once_right_up_without_a_word(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var port = task.Receive();
        var once = task.Give(other, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(once, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: 8)));
        Assert.Equal(0u, other.TypeOf(once));
        Assert.Equal(1u, task.Status(port).mps_sorights);
        Assert.Equal(8, task.Receive(port).Id);
        Assert.Equal(0u, task.Status(port).mps_sorights);
        task.ExpectNothing(port);
    }

    [Theory, EveryWorld, Rule("R-NOT-9", "R-COUT-4")]
    public void Of_a_send_once_right_whose_port_has_died_gives_the_dead_name_and_no_notification(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, door) = (task.Receive(), other.Receive());
        var key = other.GiveSend(task, door);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(key, MACH_MSG_TYPE_COPY_SEND).Port(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        task.Die(port);
        Assert.Equal(MACH_PORT_DEAD, other.Receive(door).PortName(0));
        other.ExpectNothing(door);
        machine.CheckRights();
    }

    private static kern_return_t Insert(Party task, Route route, uint name, uint poly) =>
        task.Ports(route).mach_port_insert_right(task.Self, name, poly, MACH_MSG_TYPE_MOVE_SEND_ONCE);
}
