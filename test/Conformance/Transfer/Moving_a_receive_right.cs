namespace Mach.Conformance.Transfer;

public class Moving_a_receive_right
{
    [Theory, EveryWorld, Rule("R-CIN-6", "R-COUT-3", "R-CODE-7")]
    public void Frees_its_name_and_makes_one_where_it_arrives(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal(0u, task.TypeOf(port));
        var letter = other.Receive(lane.Door);
        Assert.Equal(MACH_MSG_TYPE_PORT_RECEIVE, letter.Disposition(0));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, other.TypeOf(letter.PortName(0)));
    }

    [Theory, EveryWorld, Rule("R-CIN-6")]
    public void Leaves_the_send_right_with_its_references(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.ReceiveAndSend());
        task.AddSends(port, 3);
        var arrived = lane.Carry(port, MACH_MSG_TYPE_MOVE_RECEIVE).PortName(0);
        Assert.Equal((MACH_PORT_TYPE_SEND, 4u), (task.TypeOf(port), task.Sends(port)));
        Assert.Equal(1u, other.Holders(arrived));
    }

    [Theory, EveryWorld, Rule("R-COUT-3")]
    public void Joins_the_send_right_that_is_already_there(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Receive());
        var send = task.GiveSend(other, port);
        other.AddSends(send, 2);
        Assert.Equal(send, lane.Carry(port, MACH_MSG_TYPE_MOVE_RECEIVE).PortName(0));
        Assert.Equal((MACH_PORT_TYPE_SEND_RECEIVE, 3u), (other.TypeOf(send), other.Sends(send)));
    }

    [Theory, EveryWorld, Rule("R-CIN-13", "R-COUT-3", "R-NS-7")]
    public void Clears_counts_context_and_guard(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, message) = (new Lane(task, other), task.Ports().Message);
        var port = task.Construct(MPO_QLIMIT | MPO_INSERT_SEND_RIGHT, context: 77, queueLimit: 9);
        Assert.Equal(KERN_SUCCESS, message.mach_port_set_mscount(task.Self, port, 40));
        Assert.Equal(KERN_SUCCESS, message.mach_port_set_seqno(task.Self, port, 50));
        var arrived = lane.Carry(port, MACH_MSG_TYPE_MOVE_RECEIVE).PortName(0);
        Assert.Equal(new mach_port_status_t { mps_qlimit = 9, mps_srights = 1 }, other.Status(arrived));
        Assert.Equal(KERN_SUCCESS, other.Ports().Message.mach_port_get_context(other.Self, arrived, out var context));
        Assert.Equal(0ul, context);
    }

    [Theory, EveryWorld, Rule("R-CIN-14", "R-CIN-13", "R-GRD-6")]
    public void Drops_a_guard_even_a_strict_one(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var lane = new Lane(task, other);
        foreach (var flags in (int[])[MPO_CONTEXT_AS_GUARD, MPO_CONTEXT_AS_GUARD | MPO_STRICT])
        {
            var arrived = lane.Carry(task.Construct(flags, context: 7), MACH_MSG_TYPE_MOVE_RECEIVE).PortName(0);
            Assert.Equal(0u, other.Status(arrived).mps_flags);
            other.Die(arrived);
        }
    }

    [Theory, EveryWorld, Rule("R-CIN-13", "R-PSET-9")]
    public void Leaves_every_set(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port, sets) = (new Lane(task, other), task.Receive(), new[] { task.PortSet(), task.PortSet() });
        foreach (var set in sets)
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, port, set));
        var arrived = lane.Carry(port, MACH_MSG_TYPE_MOVE_RECEIVE).PortName(0);
        Assert.Equal(0u, other.Status(arrived).mps_pset);
        foreach (var set in sets)
        {
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_set_status(task.Self, set, out _, out var count));
            Assert.Equal(0u, count);
        }
    }

    [Theory, EveryWorld, Rule("R-CIN-13", "R-RCV-14", "R-RCV-15")]
    public void Wakes_those_who_wait_for_its_messages(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.ReceiveAndSend());
        var (first, second) = (task.NewSleeper().Receive(port), task.NewSleeper().Receive(port));
        Assert.True(first.Sleeps && second.Sleeps);
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(port, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal((MACH_RCV_PORT_CHANGED, MACH_RCV_PORT_CHANGED), (first.Code, second.Code));
        Assert.Equal(MACH_RCV_INVALID_NAME, task.Receive(port, out _));
    }

    [Theory, EveryWorld, Rule("R-CIN-13", "R-NS-8")]
    public void Keeps_messages_requests_and_blocked_senders(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, notify) = (new Lane(task, other), task.Receive());
        var port = task.Construct(MPO_QLIMIT | MPO_INSERT_SEND_RIGHT, queueLimit: 1);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        task.Ask(port, MACH_NOTIFY_PORT_DESTROYED, notify);
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 1)));
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 2));
        Assert.True(sender.Sleeps);
        var arrived = lane.Carry(port, MACH_MSG_TYPE_MOVE_RECEIVE).PortName(0);
        Assert.True(sender.Sleeps);
        var status = other.Status(arrived);
        Assert.Equal((1, 1, 1u), (status.mps_nsrequest, status.mps_pdrequest, status.mps_msgcount));
        Assert.Equal(1, other.Receive(arrived).Id);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        Assert.Equal(2, other.Receive(arrived).Id);
        Assert.Equal(MACH_PORT_TYPE_SEND | MACH_PORT_TYPE_DNREQUEST, task.TypeOf(port));
        task.Drop(port);
        task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED, port);
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
        other.Die(arrived);
        task.ExpectNotice(notify, MACH_NOTIFY_PORT_DESTROYED);
    }

    [Theory, EveryWorld, Rule("R-CIN-16")]
    public void Is_refused_for_immovable_and_special_reply_ports(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var lane = new Lane(task, other);
        var guarded = task.Receive();
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_guard_with_flags(task.Self, guarded, 7, MPG_IMMOVABLE_RECEIVE));
        foreach (var port in (uint[])[task.Construct(MPO_EXCEPTION_PORT), guarded, task.Traps.thread_get_special_reply_port()])
        {
            Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports().mach_port_extract_right(task.Self, port, MACH_MSG_TYPE_MOVE_RECEIVE, out _, out _));
            Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports().mach_port_insert_right(task.Self, 0x12303, port, MACH_MSG_TYPE_MOVE_RECEIVE));
            Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(port, MACH_MSG_TYPE_MOVE_RECEIVE));
            Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port) & MACH_PORT_TYPE_RECEIVE);
        }
    }
}
