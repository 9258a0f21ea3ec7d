namespace Mach.Conformance.Transfer;

public class Dead_names_in_messages
{
    [Theory, EveryWorld, Rule("R-CIN-10")]
    public void Are_copied_as_dead_and_stay(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, dead) = (new Lane(task, other), task.DeadName());
        var letter = lane.Carry(dead, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal((MACH_PORT_DEAD, (byte)MACH_MSG_TYPE_PORT_SEND), (letter.PortName(0), letter.Disposition(0)));
        Assert.Equal(1u, task.Deads(dead));
    }

    [Theory, EveryWorld, Rule("R-CIN-10")]
    public void Lose_a_reference_by_each_move(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, dead) = (new Lane(task, other), task.DeadName());
        task.AddDeads(dead, 1);
        var letter = lane.Carry(dead, MACH_MSG_TYPE_MOVE_SEND_ONCE);
        Assert.Equal((MACH_PORT_DEAD, (byte)MACH_MSG_TYPE_PORT_SEND_ONCE), (letter.PortName(0), letter.Disposition(0)));
        Assert.Equal(1u, task.Deads(dead));
        Assert.Equal(MACH_PORT_DEAD, lane.Carry(dead, MACH_MSG_TYPE_MOVE_SEND).PortName(0));
        Assert.Equal(0u, task.TypeOf(dead));
    }

    [Theory, EveryWorld, Rule("R-CIN-10")]
    public unsafe void May_be_elements_of_arrays(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, dead) = (new Lane(task, other), task.DeadName());
        var array = task.Buffer(8);
        (((uint*)array)[0], ((uint*)array)[1]) = (dead, MACH_PORT_NULL);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND).Ports(array, 2, MACH_MSG_TYPE_MOVE_SEND)));
        var names = (uint*)other.Receive(lane.Door).Address(0);
        Assert.Equal((MACH_PORT_DEAD, MACH_PORT_NULL), (names[0], names[1]));
        Assert.Equal(0u, task.TypeOf(dead));
    }

    [Theory, EveryWorld, Rule("R-CIN-10")]
    public void Are_neither_destination_nor_reply(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, dead) = (task.ReceiveAndSend(), task.DeadName());
        foreach (var disposition in (int[])[MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE])
        {
            Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(dead, disposition)));
            Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, dead, disposition)));
        }
        Assert.Equal(1u, task.Deads(dead));
        task.ExpectNothing(port);
    }

    [Theory, EveryWorld, Rule("R-CIN-12", "R-RIGHT-7")]
    public void Come_of_rights_whose_port_died_with_the_reference_of_a_request(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, notify, port) = (new Lane(task, other), task.Receive(), other.Receive());
        var (send, once) = (other.GiveSend(task, port), other.Give(task, port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        task.AddSends(send, 2);
        task.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(once, MACH_NOTIFY_DEAD_NAME, notify);
        other.Die(port);
        Assert.Equal(MACH_PORT_DEAD, lane.Carry(send, MACH_MSG_TYPE_MOVE_SEND).PortName(0));
        Assert.Equal(3u, task.Deads(send));
        Assert.Equal(MACH_PORT_DEAD, lane.Carry(once, MACH_MSG_TYPE_MOVE_SEND_ONCE).PortName(0));
        Assert.Equal(1u, task.Deads(once));
    }

    [Theory, EveryWorld, Rule("R-CIN-21")]
    public void Armed_or_seen_are_no_destination_for_a_send_once_message(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (notify, port) = (task.Receive(), other.Receive());
        var armed = other.Give(task, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        task.Ask(armed, MACH_NOTIFY_DEAD_NAME, notify);
        other.Die(port);
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(armed, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        Assert.Equal(2u, task.Deads(armed));
    }

    [Theory, EveryWorld, Rule("R-CIN-21")]
    public void Unseen_take_a_send_once_message_that_vanishes(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (carried, reply) = (task.Receive(), task.Receive());
        var once = task.UnseenDeadSendOnce(other);
        var send = task.GiveSend(other, carried);
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.Send(new Note(once, MACH_MSG_TYPE_MOVE_SEND_ONCE, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(carried, MACH_MSG_TYPE_MOVE_RECEIVE)));
        Assert.Equal(0u, task.TypeOf(once));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, other.TypeOf(send));
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
    }
}
