namespace Mach.Conformance.ReplyPorts;

[Rule("R-RPLY-3")]
public class Strict_reply
{
    private const int Strict = (int)MACH64_MSG_STRICT_REPLY;
    private static readonly KernelOptions s_enforced = new() { Policy = new KernelPolicy { StrictReply = true } };

    [Theory, EveryWorld]
    public void Means_nothing_where_it_is_not_enforced(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, reply) = (task.Receive(), task.Receive());
        task.SendOnce(reply);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND), Strict));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND), Strict));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE), Strict));
    }

    [Theory, EveryWorld]
    public void Means_nothing_to_a_send_that_does_not_ask_for_it(World world)
    {
        using var machine = world.Boot(s_enforced);
        var task = machine.NewTask();
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(task.Receive(), MACH_MSG_TYPE_MAKE_SEND)));
    }

    [Theory, EveryWorld]
    public void Wants_a_send_once_right_to_a_port_and_consumes_nothing_without(World world)
    {
        using var machine = world.Boot(s_enforced);
        var task = machine.NewTask();
        var (door, reply) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        foreach (var (local, disposition) in ((uint, int)[])[
            (MACH_PORT_NULL, 0),
            (MACH_PORT_NULL, MACH_MSG_TYPE_MAKE_SEND_ONCE),
            (MACH_PORT_DEAD, MACH_MSG_TYPE_MAKE_SEND_ONCE),
            (reply, MACH_MSG_TYPE_MAKE_SEND),
            (reply, MACH_MSG_TYPE_COPY_SEND),
            (reply, MACH_MSG_TYPE_MOVE_SEND)])
        {
            Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(door, MACH_MSG_TYPE_MOVE_SEND, local, disposition), Strict));
        }
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(door));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(reply));
    }

    [Theory, EveryWorld]
    public void Is_content_with_the_only_right_to_an_own_port(World world)
    {
        using var machine = world.Boot(s_enforced);
        var task = machine.NewTask();
        var (door, reply) = (task.Receive(), task.ReceiveAndSend());
        var note = new Note(door, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(note, Strict));
        Assert.Equal(
            MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, task.Receive(door).Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE), Strict));
    }

    [Theory, EveryWorld]
    public void Destroys_the_header_when_others_could_reply(World world)
    {
        using var machine = world.Boot(s_enforced);
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var reply = task.Receive();
        var second = task.SendOnce(reply);
        AssertDestroyed(task, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
        task.Drop(second);
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);

        // Two send rights are one too many.
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, reply, reply, MACH_MSG_TYPE_MAKE_SEND));
        task.GiveSend(other, reply);
        AssertDestroyed(task, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);

        // The reply must come to the sender.
        var far = other.Receive();
        AssertDestroyed(task, other.Give(task, far, MACH_MSG_TYPE_MAKE_SEND_ONCE), MACH_MSG_TYPE_MOVE_SEND_ONCE);
        other.ExpectNotice(far, MACH_NOTIFY_SEND_ONCE);
    }

    [Theory, EveryWorld]
    public void Destroys_no_descriptor(World world)
    {
        using var machine = world.Boot(s_enforced);
        var task = machine.NewTask();
        var (door, reply, cargo) = (task.Receive(), task.Receive(), task.ReceiveAndSend());
        task.SendOnce(reply);
        var note = new Note(door, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(cargo, MACH_MSG_TYPE_MOVE_SEND);
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(note, Strict));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(cargo));
    }

    [Theory, EveryWorld]
    public void With_guarded_descriptors_wants_a_port_that_cannot_move_unless_the_call_receives(World world)
    {
        using var machine = world.Boot(s_enforced);
        var task = machine.NewTask();
        var (movable, fixedPort) = (task.Receive(), task.Construct(MPO_CONTEXT_AS_GUARD | MPO_IMMOVABLE_RECEIVE, 5));
        var door = task.Receive();
        AssertDestroyed(task, movable, MACH_MSG_TYPE_MAKE_SEND_ONCE, Strict | MACH_RCV_GUARDED_DESC);
        task.ExpectNotice(movable, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, fixedPort, MACH_MSG_TYPE_MAKE_SEND_ONCE), Strict | MACH_RCV_GUARDED_DESC));
        var both = new Note(door, MACH_MSG_TYPE_MAKE_SEND, movable, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(
            MACH_RCV_TIMED_OUT,
            task.By(MessageTrap.MachMsg).SendAndReceive(both, movable, out _, MACH64_MSG_STRICT_REPLY | MACH64_RCV_GUARDED_DESC));
    }

    [Theory, EveryWorld]
    public void Accepts_a_reply_port_that_has_died(World world)
    {
        using var machine = world.Boot(s_enforced);
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var door = task.Receive();
        var once = task.UnseenDeadSendOnce(other);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, once, MACH_MSG_TYPE_MOVE_SEND_ONCE), Strict));
        Assert.Equal(MACH_PORT_DEAD, task.Receive(door).Remote);
    }

    private static void AssertDestroyed(Party task, uint local, int disposition, int options = Strict)
    {
        var door = task.ReceiveAndSend();
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(door, MACH_MSG_TYPE_MOVE_SEND, local, disposition), options));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(door));
        Assert.Equal(0, task.Status(door).mps_srights);
        task.ExpectNothing(door);
    }
}
