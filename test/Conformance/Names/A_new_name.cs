namespace Mach.Conformance.Names;

public class A_new_name
{
    [Theory, EveryRoute, Rule("R-NAME-2", "R-NAME-3", "R-ALLOC-1")]
    public void Has_its_two_low_bits_set_and_names_a_fresh_receive_right(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_allocate(task.Self, MACH_PORT_RIGHT_RECEIVE, out var name));
        Assert.Equal(3u, name & 3);
        Assert.True(name >= 0x103);
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(name));
        var status = task.Status(name);
        Assert.Equal(5u, status.mps_qlimit);
        Assert.Equal(0u, status.mps_mscount);
        Assert.Equal(0u, status.mps_seqno);
    }

    [Theory, EveryWorld]
    public void Carries_a_message_to_itself(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 77).Word(42)));
        var letter = task.Receive(port);
        Assert.Equal(77, letter.Id);
        Assert.Equal(42u, letter.Word(24));
        Assert.Equal(28u, letter.Size);
        Assert.NotEqual(0u, letter.Remote);
        machine.CheckRights();
    }

    [Theory, EveryWorld]
    public void Moves_to_another_task_by_a_message(World world)
    {
        using var machine = world.Boot();
        var (a, b) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = a.Receive();
        var send = a.GiveSend(b, port);
        Assert.Equal((uint)MACH_PORT_TYPE_SEND, b.TypeOf(send));
        var moved = a.Give(b, port, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal(send, moved);
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_RECEIVE, b.TypeOf(send));
        Assert.Equal(0u, a.TypeOf(port));
    }
}
