namespace Mach.Conformance.Transfer;

/// <summary>COPY_SEND, MOVE_SEND and MOVE_SEND_ONCE.</summary>
public class Passing_rights_on
{
    [Theory, EveryWorld, Rule("R-CIN-3", "R-CODE-7")]
    public void Copies_a_send_right_and_keeps_it(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), other.Receive());
        var send = other.GiveSend(task, port);
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(send, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal((MACH_PORT_TYPE_SEND, 1u), (task.TypeOf(send), task.Sends(send)));
        Assert.Equal((2u, 1u), (other.Holders(port), other.Status(port).mps_mscount));
        Assert.Equal(MACH_MSG_TYPE_PORT_SEND, other.Receive(lane.Door).Disposition(0));
    }

    [Theory, EveryWorld, Rule("R-CIN-4", "R-CODE-7")]
    public void Moves_one_reference_and_with_the_last_the_right_itself(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), other.Receive());
        var send = other.GiveSend(task, port);
        task.AddSends(send, 1);
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(send, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal((1u, 2u), (task.Sends(send), other.Holders(port)));
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(send, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal((0u, 2u), (task.TypeOf(send), other.Holders(port)));
        Assert.Equal(MACH_MSG_TYPE_PORT_SEND, other.Receive(lane.Door).Disposition(0));
        Assert.Equal(1u, other.Status(port).mps_mscount);
    }

    [Theory, EveryWorld, Rule("R-CIN-4")]
    public void Moves_the_last_reference_off_a_receive_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.ReceiveAndSend());
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal((MACH_PORT_TYPE_RECEIVE, 1u), (task.TypeOf(port), task.Holders(port)));
        Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(port, MACH_MSG_TYPE_MOVE_SEND));
    }

    [Theory, EveryWorld, Rule("R-CIN-5", "R-CODE-7")]
    public void Moves_a_send_once_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Receive());
        var once = task.SendOnce(port);
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(once, MACH_MSG_TYPE_MOVE_SEND_ONCE));
        Assert.Equal((0u, 1u), (task.TypeOf(once), task.Status(port).mps_sorights));
        var letter = other.Receive(lane.Door);
        Assert.Equal(MACH_MSG_TYPE_PORT_SEND_ONCE, letter.Disposition(0));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, other.TypeOf(letter.PortName(0)));
        task.ExpectNothing(port);
    }

    [Theory, EveryWorld, Rule("R-CIN-20", "R-PD-1")]
    public void Tells_of_a_name_with_a_request_that_goes_with_its_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port, notify) = (new Lane(task, other), task.Receive(), task.Receive());
        var (send, once) = (other.GiveSend(task, other.Receive()), task.SendOnce(port));
        (uint, int)[] moves =
        [
            (send, MACH_MSG_TYPE_MOVE_SEND), (once, MACH_MSG_TYPE_MOVE_SEND_ONCE), (port, MACH_MSG_TYPE_MOVE_RECEIVE),
        ];
        foreach (var (name, disposition) in moves)
        {
            task.Ask(name, MACH_NOTIFY_DEAD_NAME, notify);
            Assert.Equal(MACH_MSG_SUCCESS, lane.Send(name, disposition));
            task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED, name);
            task.ExpectNothing(notify);
        }
    }

    [Theory, EveryWorld, Rule("R-CIN-20", "R-CIN-4")]
    public void Tells_nothing_while_the_name_stays(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, both, moved, notify) = (new Lane(task, other), task.ReceiveAndSend(), task.ReceiveAndSend(), task.Receive());
        task.Ask(both, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(moved, MACH_NOTIFY_DEAD_NAME, notify);
        lane.Carry(both, MACH_MSG_TYPE_MOVE_SEND);
        lane.Carry(moved, MACH_MSG_TYPE_MOVE_RECEIVE);
        task.ExpectNothing(notify);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE | MACH_PORT_TYPE_DNREQUEST, task.TypeOf(both));
        Assert.Equal(MACH_PORT_TYPE_SEND | MACH_PORT_TYPE_DNREQUEST, task.TypeOf(moved));
    }
}
