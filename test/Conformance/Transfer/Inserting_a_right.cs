namespace Mach.Conformance.Transfer;

/// <summary>mach_port_insert_right.</summary>
public class Inserting_a_right
{
    private const uint Free = 0x12303;

    /// <summary>A refusal to copy the right in is a refusal to send it where the call is a message.</summary>
    private static kern_return_t Refusal(Route route, kern_return_t code) => route == Route.Trap ? code : MACH_SEND_INVALID_RIGHT;

    [Theory, EveryRoute, Rule("R-INS-2", "R-NS-7", "R-RIGHT-1")]
    public void Onto_its_own_name_adds_a_reference_and_counts_the_making(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        for (uint count = 1; count <= 3; count++)
        {
            Assert.Equal(KERN_SUCCESS, Insert(task, route, port, port, MACH_MSG_TYPE_MAKE_SEND));
            Assert.Equal((count, count, 1u), (task.Sends(port), task.Status(port).mps_mscount, task.Holders(port)));
        }
        Assert.Equal(KERN_SUCCESS, Insert(task, route, port, port, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal((4u, 3u, 1u), (task.Sends(port), task.Status(port).mps_mscount, task.Holders(port)));
    }

    [Theory, EveryRoute, Rule("R-INS-2")]
    public void Onto_its_own_name_fails_by_what_the_name_is(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, send) = (task.Receive(), other.GiveSend(task, other.Receive()));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_COPY_SEND])
        {
            Assert.Equal(Refusal(route, KERN_INVALID_NAME), Insert(task, route, 0x77703, 0x77703, disposition));
            Assert.Equal(Refusal(route, KERN_INVALID_RIGHT), Onto(task.PortSet(), disposition));
            Assert.Equal(Refusal(route, KERN_INVALID_RIGHT), Onto(task.SendOnce(port), disposition));
        }
        Assert.Equal(Refusal(route, KERN_INVALID_RIGHT), Onto(send, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(Refusal(route, KERN_INVALID_RIGHT), Onto(port, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(KERN_INVALID_CAPABILITY, Onto(task.DeadName(), MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(KERN_INVALID_CAPABILITY, Onto(task.UnseenDeadSend(other), MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(route == Route.Trap ? KERN_INVALID_CAPABILITY : MACH_SEND_INVALID_RIGHT, Onto(task.DeadName(), MACH_MSG_TYPE_MAKE_SEND));

        kern_return_t Onto(uint name, int disposition) => Insert(task, route, name, name, disposition);
    }

    [Theory, EveryRoute, Rule("R-INS-3")]
    public void Copies_it_in_before_it_looks_at_the_name(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (send, immovable) = (other.GiveSend(task, other.Receive()), task.Construct(MPO_EXCEPTION_PORT));
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 3, Free])
        {
            Assert.Equal(Refusal(route, KERN_INVALID_NAME), Insert(task, route, name, 0x77703, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(Refusal(route, KERN_INVALID_RIGHT), Insert(task, route, name, send, MACH_MSG_TYPE_MAKE_SEND));
            Assert.Equal(Refusal(route, KERN_INVALID_RIGHT), Insert(task, route, name, send, 99));
            Assert.Equal(Refusal(route, KERN_INVALID_CAPABILITY), Insert(task, route, name, immovable, MACH_MSG_TYPE_MOVE_RECEIVE));
        }
    }

    [Theory, EveryWorld, Rule("R-INS-3")]
    public void Of_null_and_dead_is_no_name_for_the_own_task_and_no_capability_for_others(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var poly in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            Assert.Equal(KERN_INVALID_NAME, Insert(task, Route.Trap, Free, poly, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(KERN_INVALID_NAME, Insert(task, Route.Trap, MACH_PORT_NULL, poly, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(KERN_INVALID_CAPABILITY, Insert(task, Route.Message, Free, poly, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(KERN_INVALID_VALUE, Insert(task, Route.Message, MACH_PORT_NULL, poly, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(KERN_INVALID_VALUE, Insert(task, Route.Message, Free, poly, 99));
        }
    }

    [Theory, EveryRoute, Rule("R-INS-3", "R-INS-6")]
    public void Of_a_dead_name_fails_after_a_move_took_its_reference(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var dead = task.DeadName();
        task.AddDeads(dead, 2);
        Assert.Equal(KERN_INVALID_VALUE, Insert(task, route, MACH_PORT_NULL, dead, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(KERN_INVALID_CAPABILITY, Insert(task, route, Free, dead, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(KERN_INVALID_CAPABILITY, Insert(task, route, 3, dead, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(3u, task.Deads(dead));
        Assert.Equal(KERN_INVALID_CAPABILITY, Insert(task, route, Free, dead, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(KERN_INVALID_VALUE, Insert(task, route, MACH_PORT_DEAD, dead, MACH_MSG_TYPE_MOVE_SEND_ONCE));
        Assert.Equal(1u, task.Deads(dead));
    }

    [Theory, EveryRoute, Rule("R-INS-5")]
    public void Of_a_port_with_another_name_is_refused_even_if_the_name_is_in_use(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, used, send) = (task.Receive(), task.Receive(), other.GiveSend(task, other.Receive()));
        Assert.Equal(KERN_RIGHT_EXISTS, Insert(task, route, Free, port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(KERN_RIGHT_EXISTS, Insert(task, route, used, port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(KERN_RIGHT_EXISTS, Insert(task, route, used, send, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(KERN_NAME_EXISTS, Insert(task, route, used, port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        Assert.Equal(KERN_NAME_EXISTS, Insert(task, route, used, send, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(used));
    }

    [Theory, EveryRoute, Rule("R-INS-5", "R-INS-4")]
    public void Takes_a_free_name_or_joins_its_own(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = other.Receive();
        var send = other.GiveSend(task, port);
        Assert.Equal(KERN_SUCCESS, Insert(task, route, Free, send, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal((0u, MACH_PORT_TYPE_SEND), (task.TypeOf(send), task.TypeOf(Free)));
        Assert.Equal(Free, other.GiveSend(task, port));
        Assert.Equal(KERN_SUCCESS, Insert(task, route, Free, Free, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal((2u, 1u), (task.Sends(Free), other.Holders(port)));
        var own = task.ReceiveAndSend();
        Assert.Equal(KERN_SUCCESS, Insert(task, route, own, own, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(own));
        var pure = task.Receive();
        Assert.Equal(KERN_SUCCESS, Insert(task, route, 0x12407, pure, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal((0u, MACH_PORT_TYPE_RECEIVE), (task.TypeOf(pure), task.TypeOf(0x12407)));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(0x12407, MACH_MSG_TYPE_MAKE_SEND, id: 4)));
        Assert.Equal(4, task.Receive(0x12407).Id);
    }

    [Theory, EveryRoute, Rule("R-INS-6", "R-NOT-7")]
    public void That_fails_destroys_the_right_that_was_taken(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, used, theirs, notify) = (task.Receive(), task.Receive(), other.Receive(), other.Receive());
        var (once, send, doomed) = (task.SendOnce(port), other.GiveSend(task, theirs), task.Receive());
        other.Ask(theirs, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_NAME_EXISTS, Insert(task, route, used, once, MACH_MSG_TYPE_MOVE_SEND_ONCE));
        Assert.Equal(0u, task.TypeOf(once));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(KERN_FAILURE, Insert(task, route, 3, port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(KERN_INVALID_VALUE, Insert(task, route, Free + 2, send, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(0u, task.TypeOf(send));
        other.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
        var watcher = task.GiveSend(other, doomed);
        Assert.Equal(KERN_NAME_EXISTS, Insert(task, route, used, doomed, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal((0u, MACH_PORT_TYPE_DEAD_NAME), (task.TypeOf(doomed), other.TypeOf(watcher)));
    }

    [Theory, EveryWorld, Rule("R-INS-1", "R-INS-7", "R-NS-7")]
    public void Into_another_task_takes_it_from_the_caller_and_counts_there(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (control, port) = (task.ControlOf(other), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_insert_right(control, Free, port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal((MACH_PORT_TYPE_SEND, 0u), (other.TypeOf(Free), task.TypeOf(Free)));
        Assert.Equal((1u, 1u), (task.Holders(port), task.Status(port).mps_mscount));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_insert_right(control, Free, port, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal((0u, MACH_PORT_TYPE_SEND_RECEIVE), (task.TypeOf(port), other.TypeOf(Free)));
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.Ports().Message.mach_port_insert_right(control, 0x12407, port, MACH_MSG_TYPE_MAKE_SEND));
    }

    private static kern_return_t Insert(Party task, Route route, uint name, uint poly, int disposition) =>
        task.Ports(route).mach_port_insert_right(task.Self, name, poly, disposition);
}
