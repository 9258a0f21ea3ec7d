namespace Mach.Conformance.Transfer;

public class Making_rights
{
    [Theory, EveryWorld, Rule("R-CIN-1", "R-NS-7", "R-CODE-7")]
    public void Makes_a_send_right_from_a_receive_right_alone(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        Assert.Equal((1u, 1u, 0u), (task.Status(port).mps_mscount, task.Holders(port), task.Status(port).mps_sorights));
        var letter = other.Receive(lane.Door);
        Assert.Equal(MACH_MSG_TYPE_PORT_SEND, letter.Disposition(0));
        Assert.Equal(MACH_PORT_TYPE_SEND, other.TypeOf(letter.PortName(0)));
    }

    [Theory, EveryWorld, Rule("R-CIN-1")]
    public void Leaves_a_send_right_beside_the_receive_right_as_it_is(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.ReceiveAndSend());
        lane.Carry(port, MACH_MSG_TYPE_MAKE_SEND);
        Assert.Equal((MACH_PORT_TYPE_SEND_RECEIVE, 1u), (task.TypeOf(port), task.Sends(port)));
        Assert.Equal((2u, 2u), (task.Status(port).mps_mscount, task.Holders(port)));
    }

    [Theory, EveryWorld, Rule("R-CIN-2", "R-CODE-7")]
    public void Makes_a_send_once_right_without_counting_it_as_made(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        Assert.Equal((0u, 0u, 1u), (task.Status(port).mps_mscount, task.Holders(port), task.Status(port).mps_sorights));
        var letter = other.Receive(lane.Door);
        Assert.Equal(MACH_MSG_TYPE_PORT_SEND_ONCE, letter.Disposition(0));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, other.TypeOf(letter.PortName(0)));
        Assert.Equal(1u, task.Status(port).mps_sorights);
    }
}
