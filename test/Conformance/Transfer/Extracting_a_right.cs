namespace Mach.Conformance.Transfer;

/// <summary>mach_port_extract_right. It has no trap.</summary>
public class Extracting_a_right
{
    [Theory, EveryWorld, Rule("R-EXT-1", "R-CODE-7")]
    public void Checks_the_disposition_then_null_and_dead_then_the_name(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var send = other.GiveSend(task, other.Receive());
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x77703, send])
        {
            foreach (var disposition in (int[])[0, 1, 15, 22, 24, 25, 26, 256 + 19])
                Assert.Equal(KERN_INVALID_VALUE, Extract(task, name, disposition));
        }
        foreach (var disposition in (int[])[16, 17, 18, 19, 20, 21])
        {
            Assert.Equal(KERN_INVALID_RIGHT, Extract(task, MACH_PORT_NULL, disposition));
            Assert.Equal(KERN_INVALID_RIGHT, Extract(task, MACH_PORT_DEAD, disposition));
            Assert.Equal(KERN_INVALID_NAME, Extract(task, 0x77703, disposition));
        }
        Assert.Equal(KERN_INVALID_RIGHT, Extract(task, send, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(KERN_INVALID_CAPABILITY, Extract(task, task.Construct(MPO_EXCEPTION_PORT), MACH_MSG_TYPE_MOVE_RECEIVE));
    }

    [Theory, EveryWorld, Rule("R-CIN-15")]
    public void Leaves_the_receive_right_of_a_timer_where_it_is(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var timer = task.Traps.mk_timer_create_trap();
        Assert.Equal(KERN_INVALID_CAPABILITY, Extract(task, timer, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(timer));
        Assert.Equal(KERN_SUCCESS, task.Traps.mk_timer_destroy_trap(timer));
    }

    [Theory, EveryWorld, Rule("R-EXT-2", "R-CODE-7")]
    public void Gives_the_right_in_received_form_by_the_rules_of_arrival(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal((port, 17u), Take(MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal((port, 17u), Take(MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal((2u, 1u), (task.Sends(port), task.Holders(port)));
        Assert.Equal((port, 17u), Take(MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(2u, task.Sends(port));
        var ((first, type), (second, _)) = (Take(MACH_MSG_TYPE_MAKE_SEND_ONCE), Take(MACH_MSG_TYPE_MAKE_SEND_ONCE));
        Assert.Equal(18u, type);
        Assert.Equal(3, new[] { port, first, second }.Distinct().Count());
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(first));
        Assert.Equal((port, 16u), Take(MACH_MSG_TYPE_MOVE_RECEIVE));

        (uint Name, uint Type) Take(int disposition)
        {
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_extract_right(task.Self, port, disposition, out var name, out var type));
            return (name, type);
        }
    }

    [Theory, EveryWorld, Rule("R-EXT-2")]
    public void From_another_task_moves_it_to_the_caller(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (control, port) = (task.ControlOf(other), other.ReceiveAndSend());
        var message = task.Ports().Message;
        Assert.Equal(KERN_SUCCESS, message.mach_port_extract_right(control, port, MACH_MSG_TYPE_MOVE_SEND, out var send, out _));
        Assert.Equal((MACH_PORT_TYPE_SEND, MACH_PORT_TYPE_RECEIVE), (task.TypeOf(send), other.TypeOf(port)));
        Assert.Equal(KERN_SUCCESS, message.mach_port_extract_right(control, port, MACH_MSG_TYPE_MOVE_RECEIVE, out var receive, out _));
        Assert.Equal((send, MACH_PORT_TYPE_SEND_RECEIVE, 0u), (receive, task.TypeOf(send), other.TypeOf(port)));
    }

    [Theory, EveryWorld, Rule("R-EXT-3", "R-CIN-10")]
    public void Of_a_dead_name_is_dead(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var name in (uint[])[task.DeadName(), task.UnseenDeadSend(other)])
        {
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_extract_right(task.Self, name, MACH_MSG_TYPE_COPY_SEND, out var poly, out var type));
            Assert.Equal((MACH_PORT_DEAD, 17u), (poly, type));
            Assert.Equal(1u, task.Deads(name));
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_extract_right(task.Self, name, MACH_MSG_TYPE_MOVE_SEND, out poly, out _));
            Assert.Equal((MACH_PORT_DEAD, 0u), (poly, task.TypeOf(name)));
        }
    }

    private static kern_return_t Extract(Party task, uint name, int disposition) =>
        task.Ports().mach_port_extract_right(task.Self, name, disposition, out _, out _);
}
