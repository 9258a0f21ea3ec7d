namespace Mach.Conformance.Receiving;

public class A_receive
{
    [Theory, EveryMessageTrap, Rule("R-RCV-1", "R-NAME-6", "R-NAME-13")]
    public void Needs_a_live_receive_right_or_a_set(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (send, receiver, _) = machine.SendTo(task);
        var (unseen, dying, _) = machine.SendTo(task);
        dying.Dispose();
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_allocate(task.Self, MACH_PORT_RIGHT_DEAD_NAME, out var dead));
        var port = task.Receive();
        var once = task.SendOnce(port);
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x7fff03, port + 4, send, unseen, dead, once, task.Self])
        {
            Assert.Equal(MACH_RCV_INVALID_NAME, task.By(trap).Receive(name, out _));
            Assert.Equal(MACH_RCV_INVALID_NAME, task.By(trap).Make(MessageCalls.Receiving(name, 0x10, 0)));
        }
        Assert.Equal(MACH_RCV_TIMED_OUT, task.By(trap).Receive(port, out _));
        Assert.Equal(MACH_RCV_TIMED_OUT, task.By(trap).Receive(task.PortSet(), out _));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(MACH_RCV_INVALID_NAME, task.By(trap).Receive(port, out _));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-6")]
    public void Into_memory_that_cannot_be_written_loses_the_message_but_not_the_rights_it_gave(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var readable = new Fence().MakeReadOnly();
        using var fence = new Fence();
        var task = machine.NewTask();
        var (port, other) = (task.Receive(), task.Receive());
        foreach (var address in (ulong[])[0, 0x10, readable.Low, fence.Nowhere, fence.High - 40])
        {
            Assert.Equal(
                MACH_MSG_SUCCESS,
                task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(other, MACH_MSG_TYPE_MAKE_SEND)));
            Assert.Equal(MACH_RCV_INVALID_DATA, task.By(trap).Make(MessageCalls.Receiving(port, address, 200)));
            task.ExpectNothing(port);
        }
        Assert.Equal(5u, task.References(other, MACH_PORT_RIGHT_SEND));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-7")]
    public void With_no_time_to_wait_does_not_wait(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[task.Receive(), task.PortSet()])
        {
            var sleeper = task.NewSleeper().Receive(name, timeout: 0, trap: trap);
            Assert.False(sleeper.Sleeps);
            Assert.Equal(MACH_RCV_TIMED_OUT, sleeper.Code);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-8")]
    public void Is_interrupted_when_its_thread_is_aborted(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var name in (uint[])[port, task.PortSet()])
        {
            var sleeper = task.NewSleeper().Receive(name, trap: trap);
            Assert.True(sleeper.Sleeps);
            sleeper.Interrupt();
            Assert.Equal(MACH_RCV_INTERRUPTED, sleeper.Code);
            sleeper.Interrupt();
        }
        // Nothing was lost, and the aborted thread waits for nothing any more.
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 4)));
        Assert.Equal(4, task.By(trap).Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-RCV-10")]
    public void Into_a_buffer_of_its_own_leaves_the_message_sent_alone(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 8) { SizeField = 0x5555 }.Word(6);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(MessageTrap.MachMsgOverwrite).SendAndReceive(note, port, out var letter));
        Assert.Equal(note.Bytes, note.AfterSend);
        Assert.Equal((8, 28u, 6u), (letter.Id, letter.Size, letter.Word(24)));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-11")]
    public void Gets_one_message_of_many_and_each_thread_gets_one(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set, member) = (task.Receive(), task.PortSet(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, member, set));
        foreach (var (name, target) in (IEnumerable<(uint, uint)>)[(port, port), (set, member)])
        {
            var sleepers = Enumerable.Range(0, 4).Select(_ => task.NewSleeper().Receive(name, trap: trap)).ToArray();
            for (var id = 1; id <= 3; id++)
                Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(target, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: id)));
            Assert.Equal(1, sleepers.Count(static sleeper => sleeper.Sleeps));
            Assert.Equal([1, 2, 3], sleepers.Where(static sleeper => !sleeper.Sleeps).Select(static sleeper => sleeper.Letter.Id).Order());
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(target, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 4)));
            Assert.All(sleepers, static sleeper => Assert.Equal(MACH_MSG_SUCCESS, sleeper.Code));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-12")]
    public void Can_get_what_the_same_call_sent(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND, port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 12).Word(0x1212);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).SendAndReceive(note, port, out var letter));
        Assert.Equal((12, 0x1212u, port), (letter.Id, letter.Word(24), letter.Local));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-13", "R-TLR-3")]
    public void Writes_the_message_and_its_trailer_and_not_a_byte_more(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var (elements, size) in (IEnumerable<(int, int)>)[(0, 8), (1, 12), (2, 20), (3, 52), (4, 60), (7, 68)])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(1)));
            var buffer = task.Buffer(200);
            Party.Memory(buffer, 200).Fill(0xcc);
            var options = (ulong)MACH_RCV_TRAILER_ELEMENTS(elements);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(MessageCalls.Receiving(port, buffer, 200, options)));
            Assert.Equal(-1, Party.Memory(buffer, 200)[(28 + size)..].IndexOfAnyExcept((byte)0xcc));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-14")]
    public void Is_told_that_the_port_changed_when_the_right_goes_away(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (dying, moving, set, other) = (task.Receive(), task.Receive(), task.PortSet(), task.Receive());
        Sleeper[] sleepers = [.. ((uint[])[dying, moving, set]).Select(name => task.NewSleeper().Receive(name, trap: trap))];
        Assert.All(sleepers, static sleeper => Assert.True(sleeper.Sleeps));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_mod_refs(task.Self, dying, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(other, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(moving, MACH_MSG_TYPE_MOVE_RECEIVE)));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_mod_refs(task.Self, set, MACH_PORT_RIGHT_PORT_SET, -1));
        Assert.All(sleepers, static sleeper => Assert.Equal(MACH_RCV_PORT_CHANGED, sleeper.Code));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-15", "R-CIN-13")]
    public void Under_the_old_name_fails_and_the_queue_waits_for_the_new_holder(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var (old, holder) = (machine.NewTask("old"), machine.NewTask("new"));
        var port = old.Receive();
        for (var id = 1; id <= 3; id++)
            Assert.Equal(MACH_MSG_SUCCESS, old.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: id)));
        var moved = old.Give(holder, port, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal(MACH_RCV_INVALID_NAME, old.By(trap).Receive(port, out _));
        for (var id = 1; id <= 3; id++)
            Assert.Equal(id, holder.By(trap).Receive(moved).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-16")]
    public void Takes_what_is_there_before_it_looks_at_the_time(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, port, set));
        foreach (var name in (uint[])[port, set])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3)));
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Receive(name, out var letter, timeout: 0));
            Assert.Equal((3, port), (letter.Id, letter.Local));
        }
    }
}
