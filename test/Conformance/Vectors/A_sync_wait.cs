namespace Mach.Conformance.Vectors;

public class A_sync_wait
{
    private const ulong Sync = MACH64_RCV_SYNC_WAIT;

    private static kern_return_t Wait(Party task, MessageTrap trap, uint name, uint boost, ulong options = Sync)
    {
        var arguments = MessageCalls.Receiving(name, task.Buffer(200), 200, options | MACH64_RCV_TIMEOUT);
        return task.By(trap).Make(trap == MessageTrap.MachMsg2 ? arguments with { Remote = boost } : arguments with { Priority = boost });
    }

    [Theory, EveryMessageTrap, Rule("R-M2-11", "R-OPT-7")]
    public void Is_for_the_threads_special_reply_port(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set, special) = (task.ReceiveAndSend(), task.PortSet(), task.Traps.thread_get_special_reply_port());
        var boost = machine.SendTo(task).Send;
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Wait(task, trap, port, boost));
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Wait(task, trap, set, boost));
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Wait(task, trap, special, MACH_PORT_DEAD));
        Assert.Equal(MACH_RCV_TIMED_OUT, Wait(task, trap, special, boost));
        Assert.Equal(MACH_RCV_TIMED_OUT, Wait(task, trap, port, MACH_PORT_NULL));
        Assert.Equal(MACH_RCV_TIMED_OUT, Wait(task, trap, port, boost, options: 0));
        // The latest special reply port is the only one.
        var next = task.Traps.thread_get_special_reply_port();
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Wait(task, trap, special, boost));
        Assert.Equal(MACH_RCV_TIMED_OUT, Wait(task, trap, next, boost));
    }

    [Theory, EveryMessageTrap, Rule("R-M2-11")]
    public void Ignores_a_name_that_is_no_live_send_right(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (special, other) = (task.Traps.thread_get_special_reply_port(), machine.NewTask("other"));
        foreach (var name in (uint[])[0x7fff03, task.DeadName(), task.Receive(), task.UnseenDeadSend(other), task.PortSet()])
            Assert.Equal(MACH_RCV_TIMED_OUT, Wait(task, trap, special, name));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-16", "R-M2-11")]
    public void Is_judged_after_the_receive_name_and_before_any_message_is_taken(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, boost) = (task.Receive(), machine.SendTo(task).Send);
        Assert.Equal(MACH_RCV_INVALID_NAME, Wait(task, trap, 0x7fff03, boost));
        Assert.Equal(MACH_RCV_INVALID_NAME, Wait(task, trap, MACH_PORT_NULL, MACH_PORT_DEAD));
        task.Push(port, id: 4);
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Wait(task, trap, port, boost));
        Assert.Equal(4, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-M2-11")]
    public void Names_the_destination_of_a_call_that_sends_and_receives(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (special, port) = (task.Traps.thread_get_special_reply_port(), task.ReceiveAndSend());
        var note = new Note(port, MACH_MSG_TYPE_COPY_SEND, special, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 1);
        Assert.Equal(MACH_RCV_TIMED_OUT, task.By(MessageTrap.MachMsg2).SendAndReceive(note, special, out _, Sync));
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, task.By(MessageTrap.MachMsg2).SendAndReceive(note, port, out _, Sync));
        Assert.Equal(2, (int)task.Status(port).mps_msgcount);
        // The old traps look at their notify argument only where nothing is sent.
        foreach (var trap in (MessageTrap[])[MessageTrap.MachMsg, MessageTrap.MachMsgOverwrite])
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).SendAndReceive(note, port, out _, Sync));
    }
}
