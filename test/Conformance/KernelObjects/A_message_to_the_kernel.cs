namespace Mach.Conformance.KernelObjects;

public class A_message_to_the_kernel
{
    private static Note TypeOf(Party task, uint name, uint reply, int disposition, int id = 3201) =>
        new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, disposition, id).Word(0).Word(1).Word(name);

    [Theory, EveryMessageTrap, Rule("R-KOBJ-1", "R-Q-2")]
    public void Is_served_within_the_send_and_never_queued(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        for (var count = 0; count < 20; count++)
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(TypeOf(task, reply, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE), MACH64_SEND_TIMEOUT));
        // The replies came on send-once rights, for which no queue is full.
        Assert.Equal(20u, task.Status(reply).mps_msgcount);
        for (var count = 0; count < 20; count++)
            Assert.Equal(3301, task.By(trap).Receive(reply).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-1", "R-FAIL-3")]
    public void Loses_a_reply_that_finds_no_room_and_is_a_success_all_the_same(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, names) = (task.FullPort(), task.Holdings());
        var request = TypeOf(task, full, full, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(request, MACH64_SEND_TIMEOUT));
        Assert.Equal(request.Bytes, request.AfterSend);
        Assert.Equal(names, task.Holdings());
        // A reply with rights in it loses them too: the copy that was extracted is gone again.
        var extract = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, full, MACH_MSG_TYPE_COPY_SEND, 3215)
            .Word(0).Word(1).Word(full).Word(MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(extract, MACH64_SEND_TIMEOUT));
        Assert.Equal(names, task.Holdings());
        for (var id = 1; id <= 5; id++)
            Assert.Equal(id, task.By(trap).Receive(full).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-1")]
    public void Waits_for_room_for_its_reply_as_its_options_say(World world, MessageTrap trap)
    {
        var time = new VirtualTime();
        using var machine = world.Boot(new KernelOptions { Time = time });
        var task = machine.NewTask();
        var full = task.FullPort();
        var names = task.Holdings();
        var timed = task.NewSleeper().Send(TypeOf(task, full, full, MACH_MSG_TYPE_COPY_SEND), MACH64_SEND_TIMEOUT, timeout: 50, trap);
        Assert.True(timed.Sleeps);
        time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(MACH_MSG_SUCCESS, timed.Code);
        var aborted = task.NewSleeper().Send(TypeOf(task, full, full, MACH_MSG_TYPE_COPY_SEND), trap: trap);
        Assert.True(aborted.Sleeps);
        aborted.Interrupt();
        Assert.Equal(MACH_MSG_SUCCESS, aborted.Code);
        Assert.Equal(names, task.Holdings());
        var patient = task.NewSleeper().Send(TypeOf(task, full, full, MACH_MSG_TYPE_COPY_SEND), trap: trap);
        for (var id = 1; id <= 5; id++)
            Assert.Equal(id, task.By(trap).Receive(full).Id);
        Assert.Equal(MACH_MSG_SUCCESS, patient.Code);
        Assert.Equal(3301, task.By(trap).Receive(full).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-2", "R-KOBJ-3", "R-DLV-1")]
    public void Is_answered_on_its_reply_port_by_the_number_a_hundred_higher(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        foreach (var (disposition, received) in (IEnumerable<(int, uint)>)[(21, 18), (20, 17), (19, 17), (17, 17)])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).SendAndReceive(TypeOf(task, port, port, disposition), port, out var letter));
            Assert.Equal(received << 8, letter.Bits);
            Assert.Equal((MACH_PORT_NULL, port, 0u, 3301), (letter.Remote, letter.Local, letter.Voucher, letter.Id));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-3")]
    public void Is_refused_in_36_bytes(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        // A simple reply, a complex one, and a number without a routine.
        foreach (var (id, code) in (IEnumerable<(int, kern_return_t)>)[(3201, KERN_INVALID_NAME), (3211, KERN_INVALID_NAME), (3300, MIG_BAD_ID)])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(TypeOf(task, 0x7fff03, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id)));
            var letter = task.By(trap).Receive(reply);
            Assert.Equal((0x1200u, 36u, id + 100), (letter.Bits, letter.Size, letter.Id));
            Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0, .. BitConverter.GetBytes((int)code)], letter.Body.ToArray());
        }
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-6")]
    public void Is_served_without_a_reply_where_nobody_would_get_it(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        var (self, references) = (task.Self, task.Sends(task.Self));
        Note Deallocate(uint reply, int disposition) =>
            new Note(self, MACH_MSG_TYPE_COPY_SEND, reply, disposition, 3208).Word(0).Word(1).Word(port).Word(MACH_PORT_RIGHT_SEND).Word(1);
        (uint, int)[] replies = [(0, 0), (0, 21), (MACH_PORT_DEAD, 21), (MACH_PORT_DEAD, 19), (self, 19), (task.Traps.host_self_trap(), 19), (task.Traps.thread_self_trap(), 17)];
        foreach (var (reply, disposition) in replies)
        {
            var before = task.Sends(port);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(Deallocate(reply, disposition)));
            Assert.Equal(before + 1, task.Sends(port));
        }
        Assert.Equal(references, task.Sends(self));
        task.ExpectNothing(port);
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-6", "R-FAIL-1")]
    public void Destroys_what_an_unwanted_reply_carries(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        task.AskForNoSenders(port, notify);
        var extract = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, 0, 0, 3215).Word(0).Word(1).Word(port).Word(MACH_MSG_TYPE_MAKE_SEND);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(extract));
        Assert.Equal(0u, task.Holders(port));
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS, 1);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, id: 3200)));
        Assert.Equal(0, machine.Census().OutOfLineRegions);
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-10")]
    public void Finds_a_dead_name_where_its_object_has_died(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var (control, notify) = (task.ControlOf(other), task.Receive());
        task.AskForDeath(control, notify);
        other.Dispose();
        task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, control);
        Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(control, MACH_MSG_TYPE_COPY_SEND, id: 3200)));
        Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(control));
        Assert.Equal(2u, task.Deads(control));
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-1", "R-KOBJ-10")]
    public void Can_end_the_task_that_sends_it(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        var sleeper = task.NewSleeper().Send(new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, 21, id: 3401), trap: trap);
        Assert.Equal(MACH_MSG_SUCCESS, sleeper.Code);
        Assert.False(task.Task.IsAlive);
        Assert.Equal(0, machine.Census().Tasks);
    }
}
