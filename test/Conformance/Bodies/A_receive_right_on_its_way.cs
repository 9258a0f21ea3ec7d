namespace Mach.Conformance.Bodies;

public class A_receive_right_on_its_way
{
    [Theory, EveryMessageTrap, Rule("R-BODY-8", "R-RIGHT-6")]
    public void Is_in_nobodys_space(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port) = (task.Receive(), task.ReceiveAndSend());
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Port(port, MACH_MSG_TYPE_MOVE_RECEIVE)));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND, task.TypeOf(port));
        Assert.Equal(MACH_RCV_INVALID_NAME, task.By(trap).Receive(port, out _));
        Assert.Equal(port, task.By(trap).Receive(door).PortName(0));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(port));
        Assert.Equal(MACH_RCV_TIMED_OUT, task.By(trap).Receive(port, out _));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-10")]
    public void Goes_on_collecting_messages(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var (a, b) = (machine.NewTask("a"), machine.NewTask("b"));
        var (door, port) = (b.Receive(), a.ReceiveAndSend());
        var key = b.GiveSend(a, door);
        Assert.Equal(MACH_MSG_SUCCESS, a.By(trap).Send(new Note(key, MACH_MSG_TYPE_COPY_SEND).Port(port, MACH_MSG_TYPE_MOVE_RECEIVE)));
        for (var id = 1; id <= 5; id++)
            Assert.Equal(MACH_MSG_SUCCESS, a.By(trap).Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: id)));
        Assert.Equal(MACH_SEND_TIMED_OUT, a.By(trap).Send(new Note(port, MACH_MSG_TYPE_COPY_SEND), MACH64_SEND_TIMEOUT));
        var arrived = b.By(trap).Receive(door).PortName(0);
        for (var id = 1; id <= 5; id++)
            Assert.Equal(id, b.By(trap).Receive(arrived).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-9")]
    public void Dies_with_the_message_when_it_was_sent_to_itself(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply, notify) = (task.ReceiveAndSend(), task.Receive(), task.Receive());
        task.AskForDeath(port, notify);
        var note = new Note(port, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(port, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
        Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(port));
        Assert.Equal((MACH_NOTIFY_DEAD_NAME, MACH_NOTIFY_SEND_ONCE), (task.Receive(notify).Id, task.Receive(reply).Id));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-8", "R-BODY-9")]
    public void Dies_where_it_would_close_a_circle_of_ports_on_their_way(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var ring = Enumerable.Range(0, 5).Select(_ => task.ReceiveAndSend()).ToArray();
        // Each goes to the next; the last one would go to the first, which by then hangs on it.
        for (var index = 0; index < 4; index++)
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(ring[index + 1], 19, id: index).Port(ring[index], 16)));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(ring[0], 19).Port(ring[4], 16)));
        Assert.All(ring, name => Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(name)));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-9", "R-FAIL-1")]
    public void Closes_a_circle_inside_an_array_as_well_and_everything_beside_it_is_released(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (a, b, innocent, counted, notify) =
            (task.ReceiveAndSend(), task.ReceiveAndSend(), task.ReceiveAndSend(), task.Receive(), task.Receive());
        task.AskForNoSenders(counted, notify);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(b, 19).Port(a, 16)));
        var note = new Note(a, 19).Port(counted, 20).Ports(task.Names(innocent, b), 2, MACH_MSG_TYPE_MOVE_RECEIVE).Memory(task.Region(9), 9);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
        Assert.All((uint[])[a, b, innocent], name => Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(name)));
        Assert.Equal(MACH_NOTIFY_NO_SENDERS, task.Receive(notify).Id);
        Assert.Equal(0, machine.Census().OutOfLineRegions);
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-8", "R-BODY-9")]
    public void Is_free_again_when_it_has_arrived(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (a, b) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(b, 19).Port(a, 16)));
        Assert.Equal(a, task.By(trap).Receive(b).PortName(0));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(a, 19).Port(b, 16)));
        Assert.Equal(b, task.By(trap).Receive(a).PortName(0));
        Assert.All((uint[])[a, b], name => Assert.Equal((uint)MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(name)));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-9", "R-PDN-3")]
    public void Goes_to_whoever_asked_for_it_even_out_of_a_circle(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        Assert.Equal(
            KERN_SUCCESS,
            task.Ports().mach_port_request_notification(task.Self, port, MACH_NOTIFY_PORT_DESTROYED, 0, notify, 21, out _));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, 19).Port(port, 16)));
        Assert.Equal(port, task.Receive(notify).PortName(0));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(port));
        task.ExpectNothing(port);
    }
}
