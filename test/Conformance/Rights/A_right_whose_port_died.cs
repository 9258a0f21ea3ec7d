namespace Mach.Conformance.Rights;

/// <summary>When a port dies the names of other spaces stay as they are until somebody looks at them as entries.</summary>
public class A_right_whose_port_died
{
    [Theory, EveryWorld, Rule("R-RIGHT-7")]
    public void Keeps_its_kind_until_it_is_looked_at_and_its_references_for_ever(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (send, once) = (task.UnseenDeadSend(other, references: 4), task.UnseenDeadSendOnce(other));
        Assert.Equal((MACH_PORT_TYPE_SEND, 4u), (task.Record(send).iin_type, task.Record(send).iin_urefs));
        Assert.Equal((MACH_PORT_TYPE_SEND_ONCE, 1u), (task.Record(once).iin_type, task.Record(once).iin_urefs));
        Assert.Equal((4u, 1u), (task.Deads(send), task.Deads(once)));
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, 4u), (task.Record(send).iin_type, task.Record(send).iin_urefs));
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, 1u), (task.Record(once).iin_type, task.Record(once).iin_urefs));
    }

    [Theory, EveryWorld, Rule("R-RIGHT-7", "R-DN-5")]
    public void Has_one_reference_more_for_a_request_that_had_not_fired(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (other.Receive(), task.Receive());
        var (send, once) = (other.GiveSend(task, port), other.Give(task, port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        task.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(once, MACH_NOTIFY_SEND_POSSIBLE, notify);
        other.Die(port);
        Assert.Equal((2u, 2u), (task.Deads(send), task.Deads(once)));
    }

    [Theory, EveryWorld, Rule("R-RIGHT-7", "R-DN-5")]
    public void Has_none_more_for_a_request_that_had_fired(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (other.Construct(MPO_QLIMIT, queueLimit: 1), task.Receive());
        var send = other.GiveSend(task, port);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(send, MACH_MSG_TYPE_COPY_SEND)));
        task.Ask(send, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        other.Receive(port);
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, send);
        other.Die(port);
        Assert.Equal(1u, task.Deads(send));
        task.ExpectNothing(notify);
    }

    [Theory, EveryWorld, Rule("R-RIGHT-8", "R-CIN-21")]
    public void Shows_that_it_was_not_looked_at_as_a_send_once_destination(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (unseen, seen) = (task.UnseenDeadSendOnce(other), task.UnseenDeadSendOnce(other));
        task.TypeOf(seen);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(unseen, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        Assert.Equal(0u, task.TypeOf(unseen));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(seen, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        Assert.Equal(1u, task.Deads(seen));
    }

    [Theory, EveryWorld, Rule("R-RIGHT-8", "R-HDR-16", "R-CIN-10")]
    public void Shows_that_it_was_not_looked_at_as_a_reply_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, unseen, seen) = (task.Receive(), task.UnseenDeadSend(other), task.UnseenDeadSend(other));
        task.TypeOf(seen);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, unseen, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(MACH_PORT_DEAD, task.Receive(port).Remote);
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, seen, MACH_MSG_TYPE_COPY_SEND)));
    }

    [Theory, EveryRoute, Rule("R-RIGHT-8", "R-DN-7")]
    public void Shows_that_it_was_not_looked_at_when_its_request_is_cancelled(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (other.Receive(), task.Receive());
        var send = other.GiveSend(task, port);
        task.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        other.Die(port);
        Assert.Equal(KERN_INVALID_ARGUMENT, Cancel());
        Assert.Equal(2u, task.Deads(send));
        Assert.Equal(KERN_SUCCESS, Cancel());

        kern_return_t Cancel() => task.Ports(route).mach_port_request_notification(
            task.Self, send, MACH_NOTIFY_DEAD_NAME, 0, MACH_PORT_NULL, MACH_MSG_TYPE_MAKE_SEND_ONCE, out _);
    }
}
