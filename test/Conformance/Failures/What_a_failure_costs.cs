namespace Mach.Conformance.Failures;

public class What_a_failure_costs
{
    [Theory, EveryWorld, Rule("R-FAIL-2", "R-M2-4")]
    public void Is_the_header_where_the_kind_of_call_does_not_match(World world)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { MatchCallKinds = true } });
        var task = machine.NewTask();
        var (port, reply, carried) = (task.ReceiveAndSend(), task.Receive(), task.ReceiveAndSend());
        kern_return_t Send(uint to, ulong options)
        {
            var note = new Note(to, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(carried, MACH_MSG_TYPE_MOVE_SEND);
            return task.By(MessageTrap.MachMsg2).Make(MessageCalls.Sending(note, task.Buffer(note.Bytes), options));
        }
        var self = task.Self;
        (uint To, ulong Options)[] wrong =
        [
            (port, MACH64_SEND_KOBJECT_CALL), (port, MACH64_SEND_KOBJECT_CALL | MACH64_RCV_MSG), (port, MACH64_SEND_DK_CALL),
            (self, MACH64_SEND_MQ_CALL | MACH64_RCV_MSG), (self, MACH64_SEND_DK_CALL | MACH64_RCV_MSG), (self, MACH64_SEND_KOBJECT_CALL),
        ];
        foreach (var (to, options) in wrong)
        {
            Assert.Equal(MACH_SEND_INVALID_OPTIONS, Send(to, options));
            task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
            Assert.Equal(1u, task.Sends(carried));
            task.ExpectNothing(port);
        }
        Assert.Equal(MACH_MSG_SUCCESS, Send(port, MACH64_SEND_MQ_CALL));
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(carried));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-2", "R-RPLY-3")]
    public void Is_the_header_where_a_strict_reply_is_not_strict_enough(World world, MessageTrap trap)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { StrictReply = true } });
        var task = machine.NewTask();
        var (port, reply, carried) = (task.ReceiveAndSend(), task.Receive(), task.ReceiveAndSend());
        task.SendOnce(reply);
        Note To() => new Note(port, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(carried, MACH_MSG_TYPE_MOVE_SEND);
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.By(trap).Send(To(), MACH64_MSG_STRICT_REPLY));
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(1u, task.Sends(carried));
        task.ExpectNothing(port);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(To()));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-2", "R-RPLY-3", "R-HDR-7")]
    public void Is_nothing_where_a_strict_reply_is_missing(World world, MessageTrap trap)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { StrictReply = true } });
        var task = machine.NewTask();
        var (port, reply) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        var before = task.Holdings();
        foreach (var (name, disposition) in (IEnumerable<(uint, int)>)[(0, 0), (0, 21), (MACH_PORT_DEAD, 21), (reply, 20), (reply, 19), (reply, 17)])
            Assert.Equal(MACH_SEND_INVALID_REPLY, task.By(trap).Send(new Note(port, 19, name, disposition), MACH64_MSG_STRICT_REPLY));
        Assert.Equal(before, task.Holdings());
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, 19, reply, 21), MACH64_MSG_STRICT_REPLY));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-2", "R-SND-11")]
    public void Is_nothing_where_the_kernel_would_need_too_much_memory(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, carried, region) = (task.ReceiveAndSend(), task.ReceiveAndSend(), task.Region(8 << 20));
        var before = task.Holdings();
        var note = new Note(port, MACH_MSG_TYPE_MOVE_SEND, carried, MACH_MSG_TYPE_MOVE_SEND)
            .Port(carried, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Memory(region, 8 << 20, copy: MACH_MSG_PHYSICAL_COPY);
        Assert.Equal((kern_return_t)0x400, task.By(trap).Send(note));
        Assert.Equal(before, task.Holdings());
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-2", "R-RPLY-2")]
    public void Is_nothing_where_the_destination_wants_another_reply_port(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (picky, plain, proper) = (
            task.Construct(MPO_ENFORCE_REPLY_PORT_SEMANTICS | MPO_INSERT_SEND_RIGHT), task.ReceiveAndSend(), task.Construct(MPO_REPLY_PORT));
        var before = task.Holdings();
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.By(trap).Send(new Note(picky, MACH_MSG_TYPE_MOVE_SEND, plain, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(before, task.Holdings());
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(picky, MACH_MSG_TYPE_COPY_SEND, proper, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(picky, MACH_MSG_TYPE_COPY_SEND)));
    }
}
