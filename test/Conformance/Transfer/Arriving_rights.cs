namespace Mach.Conformance.Transfer;

/// <summary>What becomes of a right in the space that receives it.</summary>
public class Arriving_rights
{
    [Theory, EveryWorld, Rule("R-COUT-1")]
    public void To_send_join_the_name_that_the_port_has(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (there, back, port) = (new Lane(task, other), new Lane(other, task), task.Receive());
        var send = there.Carry(port, MACH_MSG_TYPE_MAKE_SEND).PortName(0);
        Assert.Equal((MACH_PORT_TYPE_SEND, 1u), (other.TypeOf(send), other.Sends(send)));
        Assert.Equal(send, there.Carry(port, MACH_MSG_TYPE_MAKE_SEND).PortName(0));
        Assert.Equal((2u, 1u), (other.Sends(send), task.Holders(port)));
        Assert.Equal(port, back.Carry(send, MACH_MSG_TYPE_COPY_SEND).PortName(0));
        Assert.Equal(port, back.Carry(send, MACH_MSG_TYPE_COPY_SEND).PortName(0));
        Assert.Equal((MACH_PORT_TYPE_SEND_RECEIVE, 2u, 2u), (task.TypeOf(port), task.Sends(port), task.Holders(port)));
    }

    [Theory, EveryWorld, Rule("R-COUT-2")]
    public void To_send_once_get_a_name_each_even_beside_the_receive_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (there, back, port) = (new Lane(task, other), new Lane(other, task), task.Receive());
        var send = there.Carry(port, MACH_MSG_TYPE_MAKE_SEND).PortName(0);
        var first = there.Carry(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).PortName(0);
        var second = there.Carry(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).PortName(0);
        Assert.Equal(3, new[] { send, first, second }.Distinct().Count());
        var home = back.Carry(first, MACH_MSG_TYPE_MOVE_SEND_ONCE).PortName(0);
        Assert.NotEqual(port, home);
        Assert.Equal((MACH_PORT_TYPE_SEND_ONCE, 1u), (task.TypeOf(home), task.References(home, MACH_PORT_RIGHT_SEND_ONCE)));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
    }

    [Theory, EveryWorld, Rule("R-COUT-4", "R-NOT-9")]
    public void Whose_port_died_on_the_way_arrive_as_dead_without_an_entry(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE])
        {
            var (lane, port) = (new Lane(task, other), task.Receive());
            Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, disposition));
            task.Die(port);
            var before = other.Names();
            var letter = other.Receive(lane.Door);
            Assert.Equal((MACH_PORT_DEAD, AsReceived(disposition)), (letter.PortName(0), letter.Disposition(0)));
            Assert.Equal(before, other.Names());
        }
    }

    [Theory, EveryWorld, Rule("R-COUT-5", "R-RCV-9", "R-NOT-7")]
    public void Without_room_are_destroyed_and_the_rest_is_delivered(World world)
    {
        using var machine = world.Boot(new KernelOptions { NamesPerSpace = 40 });
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Receive());
        var known = task.GiveSend(other, port);
        var note = new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND)
            .Port(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(port, MACH_MSG_TYPE_MAKE_SEND)
            .Word(0x12345678);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(note));
        var fill = 0u;
        while (other.Ports().mach_port_allocate(other.Self, MACH_PORT_RIGHT_DEAD_NAME, out var name) == KERN_SUCCESS)
            fill = name;
        other.Drop(fill);
        Assert.Equal(MACH_RCV_BODY_ERROR | MACH_MSG_IPC_SPACE, other.Receive(lane.Door, out var letter));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, other.TypeOf(letter.PortName(0)));
        Assert.Equal((MACH_PORT_NULL, known), (letter.PortName(1), letter.PortName(2)));
        Assert.Equal(0x12345678u, letter.Word(28 + (3 * 12)));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNothing(port);
        Assert.Equal(1u, task.Status(port).mps_sorights);
    }

    [Theory, EveryWorld, Rule("R-COUT-6", "R-CODE-7")]
    public void Null_and_dead_pass_through_with_the_disposition_as_received(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var lane = new Lane(task, other);
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            foreach (var disposition in (int[])[0, 1, 15, 16, 17, 18, 19, 20, 21, 22, 24, 25, 26, 255])
            {
                var letter = lane.Carry(name, disposition);
                Assert.Equal((disposition, name, AsReceived(disposition)), (disposition, letter.PortName(0), letter.Disposition(0)));
            }
        }
    }

    private static byte AsReceived(int sent) => sent switch
    {
        MACH_MSG_TYPE_MOVE_RECEIVE => 16,
        MACH_MSG_TYPE_MOVE_SEND or MACH_MSG_TYPE_COPY_SEND or MACH_MSG_TYPE_MAKE_SEND => 17,
        MACH_MSG_TYPE_MOVE_SEND_ONCE or MACH_MSG_TYPE_MAKE_SEND_ONCE => 18,
        _ => 0,
    };
}
