namespace Mach.Conformance.Failures;

public class A_message_given_back
{
    private const ulong Poll = MACH64_SEND_TIMEOUT;

    [Theory, EveryMessageTrap, Rule("R-FAIL-3", "R-FAIL-4")]
    public void Has_its_header_in_place_and_rights_for_what_it_named(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var full = task.FullPort();
        // Destination and reply as sent; as they come back; whether the reply is the name that was given.
        (int Remote, int Local, uint Bits, bool SameReply)[] cases =
        [
            (MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MAKE_SEND, 17 | 17 << 8, true),
            (MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_COPY_SEND, 17 | 17 << 8, true),
            (MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND, 17 | 17 << 8, true),
            (MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE, 17 | 18 << 8, false),
            (MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, 17 | 18 << 8, false),
        ];
        foreach (var (remote, local, bits, sameReply) in cases)
        {
            var port = task.ReceiveAndSend();
            var reply = local == MACH_MSG_TYPE_MOVE_SEND_ONCE ? task.SendOnce(port) : port;
            var sends = task.Sends(full);
            var note = new Note(full, remote, reply, local, id: 55) { SizeField = 7 }.Word(0x1234);
            Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(note, Poll));
            var letter = note.Returned;
            Assert.Equal((bits, 28u, full, 55, 0x1234u), (letter.Bits, letter.Size, letter.Remote, letter.Id, letter.Word(24)));
            if (local != MACH_MSG_TYPE_MOVE_SEND_ONCE)
                Assert.Equal(sameReply, letter.Local == port);
            Assert.Equal(sameReply ? (uint)MACH_PORT_TYPE_SEND_RECEIVE : MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(letter.Local));
            // What was copied or made came back moved: one reference more.
            Assert.Equal(sends + (remote == MACH_MSG_TYPE_MOVE_SEND ? 0u : 1), task.Sends(full));
            Assert.Equal(local is MACH_MSG_TYPE_MAKE_SEND or MACH_MSG_TYPE_COPY_SEND ? 2u : 1, task.Sends(port));
            if (!sameReply)
                task.Drop(letter.Local);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-3")]
    public void Lies_where_it_was_sent_from_and_has_no_trailer(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var full = task.FullPort();
        var note = new Note(full, MACH_MSG_TYPE_COPY_SEND).Word(0xabcd);
        var buffer = task.Buffer(200);
        Party.Memory(buffer, 200).Fill(0xcc);
        note.Bytes.CopyTo(Party.Memory(buffer, 200));
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Make(MessageCalls.Sending(note, buffer, Poll)));
        Assert.Equal(28, Party.Memory(buffer, 200).LastIndexOfAnyExcept((byte)0xcc) + 1);
        Assert.Equal(28u, new Letter(Party.Memory(buffer, 200).ToArray()).Size);
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-3", "R-FAIL-4")]
    public void Carries_its_rights_under_the_names_they_have_now(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, own) = (task.FullPort(), task.ReceiveAndSend());
        var (foreign, receiver, port) = machine.SendTo(task);
        var (once, moved, kept, watched) = (task.SendOnce(own), task.Receive(), task.ReceiveAndSend(), task.Receive());
        task.AskForDeath(foreign, watched);
        var note = new Note(full, MACH_MSG_TYPE_COPY_SEND)
            .Port(own, MACH_MSG_TYPE_COPY_SEND)
            .Port(own, MACH_MSG_TYPE_MAKE_SEND)
            .Port(foreign, MACH_MSG_TYPE_MOVE_SEND)
            .Port(once, MACH_MSG_TYPE_MOVE_SEND_ONCE)
            .Port(own, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(moved, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Port(kept, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Port(MACH_PORT_NULL, MACH_MSG_TYPE_MAKE_SEND)
            .Port(MACH_PORT_DEAD, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(note, Poll));
        var letter = note.Returned;
        Assert.Equal([17, 17, 17, 18, 18, 16, 16, 17, 18], Enumerable.Range(0, 9).Select(index => (int)letter.Disposition(index)));
        Assert.Equal((own, own, kept), (letter.PortName(0), letter.PortName(1), letter.PortName(6)));
        Assert.Equal((MACH_PORT_NULL, MACH_PORT_DEAD), (letter.PortName(7), letter.PortName(8)));
        Assert.Equal(3u, task.Sends(own));
        // A moved last reference gave its name up, which told whoever watched it; it is back under another.
        Assert.NotEqual(foreign, letter.PortName(2));
        Assert.Equal(0u, task.TypeOf(foreign));
        task.ExpectNotice(watched, MACH_NOTIFY_PORT_DELETED, foreign);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(letter.PortName(2), MACH_MSG_TYPE_MOVE_SEND, id: 3)));
        Assert.Equal(3, receiver.Receive(port).Id);
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(letter.PortName(3)));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(letter.PortName(4)));
        Assert.NotEqual(moved, letter.PortName(5));
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(letter.PortName(5)));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(kept));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-7", "R-DSC-6", "R-DSC-8")]
    public void Has_its_memory_in_fresh_mappings(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, port) = (task.FullPort(), task.ReceiveAndSend());
        foreach (var deallocate in (bool[])[false, true])
        {
            var (region, physical, array) = (task.Region(5000, first: 1), task.Region(5000, first: 2), task.Region(8));
            task.Task.Memory.TryWrite(array, BitConverter.GetBytes(port));
            task.Task.Memory.TryWrite(array + 4, BitConverter.GetBytes(MACH_PORT_NULL));
            var held = task.Task.MappedBytes;
            var note = new Note(full, MACH_MSG_TYPE_COPY_SEND)
                .Memory(region, 5000, deallocate)
                .Memory(physical, 5000, deallocate, MACH_MSG_PHYSICAL_COPY)
                .Ports(array, 2, MACH_MSG_TYPE_COPY_SEND, deallocate)
                .Memory(0x10, 0);
            Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(note, Poll));
            var letter = note.Returned;
            var page = task.Task.Memory.PageSize;
            var each = (5000 + page - 1) / page * page;
            // What was not given away is there twice now.
            Assert.Equal(held + (deallocate ? 0 : (2 * each) + page), task.Task.MappedBytes);
            Assert.Equal((1, 2), (Party.Memory(letter.Address(0), 1)[0], Party.Memory(letter.Address(1), 1)[0]));
            Assert.Equal((1, 0, 1), (letter.Descriptor(0)[8], letter.Descriptor(1)[8], letter.Descriptor(2)[8]));
            Assert.Equal(17, letter.Disposition(2));
            Assert.Equal([.. BitConverter.GetBytes(port), 0, 0, 0, 0], Party.Memory(letter.Address(2), 8).ToArray());
            Assert.Equal((0ul, 0u), (letter.Address(3), letter.Extent(3)));
            if (!deallocate)
                Assert.DoesNotContain((ulong[])[region, physical, array], old => old == letter.Address(0) || old == letter.Address(1) || old == letter.Address(2));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-3", "R-COUT-4")]
    public void Says_dead_for_a_port_that_died_meanwhile(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, reply, carried) = (task.FullPort(), task.Receive(), task.Receive());
        var sender = task.NewSleeper().Send(
            new Note(full, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(carried, MACH_MSG_TYPE_MAKE_SEND), trap: trap);
        Assert.True(sender.Sleeps);
        task.Die(reply);
        task.Die(carried);
        sender.Interrupt();
        Assert.Equal(MACH_SEND_INTERRUPTED, sender.Code);
        Assert.Equal((full, MACH_PORT_DEAD, MACH_PORT_DEAD), (sender.Letter.Remote, sender.Letter.Local, sender.Letter.PortName(0)));
        Assert.Equal((17u, 18u), (sender.Letter.RemoteDisposition, sender.Letter.LocalDisposition));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-2", "R-FAIL-3")]
    public void Comes_back_after_a_wait_that_was_too_long_as_well(World world, MessageTrap trap)
    {
        var time = new VirtualTime();
        using var machine = world.Boot(new KernelOptions { Time = time });
        var task = machine.NewTask();
        var (full, carried) = (task.FullPort(), task.ReceiveAndSend());
        var sender = task.NewSleeper().Send(
            new Note(full, MACH_MSG_TYPE_COPY_SEND).Port(carried, MACH_MSG_TYPE_MOVE_RECEIVE), Poll, timeout: 100, trap);
        Assert.True(sender.Sleeps);
        Assert.Equal((uint)MACH_PORT_TYPE_SEND, task.TypeOf(carried));
        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(MACH_SEND_TIMED_OUT, sender.Code);
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(carried));
        Assert.Equal(carried, sender.Letter.PortName(0));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-3", "R-COUT-5")]
    public void Tells_in_its_code_of_what_found_no_room(World world, MessageTrap trap)
    {
        using var machine = world.Boot(new KernelOptions { NamesPerSpace = 20 });
        var task = machine.NewTask();
        var (full, reply) = (task.FullPort(), task.Receive());
        task.UseUpNames();
        var simple = new Note(full, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(MACH_SEND_TIMED_OUT | MACH_MSG_IPC_SPACE, task.By(trap).Send(simple, Poll));
        Assert.Equal((full, MACH_PORT_NULL), (simple.Returned.Remote, simple.Returned.Local));
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
        // A body's trouble brings the bits of its own code along.
        var complex = new Note(full, MACH_MSG_TYPE_COPY_SEND).Port(reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(full, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_SEND_TIMED_OUT | MACH_RCV_BODY_ERROR | MACH_MSG_IPC_SPACE, task.By(trap).Send(complex, Poll));
        Assert.Equal((MACH_PORT_NULL, full), (complex.Returned.PortName(0), complex.Returned.PortName(1)));
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
    }

    [Theory, EveryWorld, Rule("R-FAIL-2", "R-FAIL-3", "R-Q-4")]
    public void Comes_back_from_a_queue_that_can_grow_no_more(World world)
    {
        const MessageTrap trap = MessageTrap.MachMsg;
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.SetLimit(port, 1);
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        var arguments = MessageCalls.Sending(note, task.Buffer(note.Bytes));
        for (var count = 0; count < 65534; count++)
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(arguments));
        var last = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, port, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_SEND_NO_BUFFER, task.By(trap).Send(last));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(last.Returned.Remote));
        Assert.Equal((18u, 17u, port), (last.Returned.RemoteDisposition, last.Returned.LocalDisposition, last.Returned.Local));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-5", "R-RPLY-1")]
    public void Names_a_true_reply_port_so_that_it_can_be_sent_again(World world, MessageTrap trap)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { HardenedTasks = true } });
        var task = machine.NewTask();
        var (full, reply) = (task.FullPort(), task.Construct(MPO_REPLY_PORT));
        var note = new Note(full, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 9);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(note, Poll));
        Assert.Equal((reply, 21u), (note.Returned.Local, note.Returned.LocalDisposition));
        Assert.Equal(0u, task.Status(reply).mps_sorights);
        task.ExpectNothing(reply);
        task.Receive(full);
        var again = new Note(note.Returned.Remote, MACH_MSG_TYPE_MOVE_SEND, note.Returned.Local, (int)note.Returned.LocalDisposition, id: 9);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(again));
        Assert.Equal(1u, task.Status(reply).mps_sorights);
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-5", "R-FAIL-4", "R-RPLY-1")]
    public void Has_a_fresh_reply_right_where_the_reply_port_is_an_ordinary_one(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var full = task.FullPort();
        foreach (var flags in (int[])[0, MPO_REPLY_PORT, MPO_PROVISIONAL_REPLY_PORT])
        {
            var reply = task.Construct(flags);
            var note = new Note(full, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE);
            Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(note, Poll));
            Assert.NotEqual(reply, note.Returned.Local);
            Assert.Equal(18u, note.Returned.LocalDisposition);
            Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(note.Returned.Local));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-3", "R-FAIL-4")]
    public void Is_lost_with_its_buffer_but_its_rights_are_the_senders(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var readable = new Fence();
        var task = machine.NewTask();
        var (full, port) = (task.FullPort(), task.ReceiveAndSend());
        var note = new Note(full, MACH_MSG_TYPE_COPY_SEND, port, MACH_MSG_TYPE_COPY_SEND);
        var address = readable.Before(note.Bytes);
        readable.MakeReadOnly();
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Make(MessageCalls.Sending(note, address, Poll)));
        Assert.Equal((2u, 2u), (task.Sends(full), task.Sends(port)));
    }
}
