namespace Mach.Conformance.Rights;

public class A_send_right
{
    [Theory, EveryRoute, Rule("R-RIGHT-1", "R-NS-6")]
    public void Counts_once_in_each_space_however_many_references_it_has(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = task.ReceiveAndSend();
        for (var count = 0; count < 3; count++)
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_insert_right(task.Self, port, port, MACH_MSG_TYPE_COPY_SEND));
        task.AddSends(port, 10);
        Assert.Equal((14u, 1u), (task.Sends(port), task.Holders(port)));
        task.GiveSend(other, port);
        task.GiveSend(other, port);
        Assert.Equal(2u, task.Holders(port));
    }

    [Theory, EveryWorld, Rule("R-RIGHT-1", "R-NS-6")]
    public void Counts_while_it_is_on_its_way(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(2u, task.Holders(port));
        other.Receive(lane.Door);
        Assert.Equal(2u, task.Holders(port));
        other.Receive(lane.Door);
        Assert.Equal(1u, task.Holders(port));
    }

    [Theory, EveryWorld, Rule("R-RIGHT-3")]
    public void Beside_a_receive_right_has_the_references_to_itself(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.AddSends(port, 7);
        Assert.Equal((8u, 1u), (task.Sends(port), task.References(port, MACH_PORT_RIGHT_RECEIVE)));
        Assert.Equal(8u, task.Record(port).iin_urefs);
        task.AddSends(port, -8);
        Assert.Equal((0u, 1u), (task.Sends(port), task.References(port, MACH_PORT_RIGHT_RECEIVE)));
        Assert.Equal(0u, task.Record(port).iin_urefs);
    }

    [Theory, EveryWorld, Rule("R-RIGHT-6")]
    public void Sends_while_its_port_is_on_its_way(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.ReceiveAndSend());
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 1)));
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 2)));
        var moved = other.Receive(lane.Door).PortName(0);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 3)));
        for (var id = 1; id <= 3; id++)
            Assert.Equal(id, other.Receive(moved).Id);
        other.Die(moved);
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
    }
}
