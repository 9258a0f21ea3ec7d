using System.Buffers.Binary;

namespace Mach.Conformance.Receiving;

public class A_message_too_large_for_its_receiver
{
    [Theory, EveryMessageTrap, Rule("R-RCV-2", "R-TLR-1")]
    public void Is_one_that_fits_but_for_its_trailer(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var (elements, trailer) in (IEnumerable<(int, int)>)[(0, 8), (1, 12), (2, 20), (3, 52), (4, 60), (7, 68), (5, 68)])
        {
            var options = (ulong)MACH_RCV_TRAILER_ELEMENTS(elements);
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(1)));
            Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).Receive(port, out _, options | MACH64_RCV_LARGE, room: 28 + trailer - 1));
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Receive(port, out _, options, room: 28 + trailer));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-3", "R-FAIL-1", "R-Q-9")]
    public void Is_destroyed_with_all_that_it_carries(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply, notify, dying, counted) = (task.Receive(), task.Receive(), task.Receive(), task.Receive(), task.Receive());
        task.AskForNoSenders(port, notify);
        task.AskForNoSenders(counted, notify);
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 70)
            .Port(counted, MACH_MSG_TYPE_MAKE_SEND)
            .Port(task.SendOnce(reply), MACH_MSG_TYPE_MOVE_SEND_ONCE)
            .Port(dying, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Ports(task.Names(counted, counted), 2, MACH_MSG_TYPE_MAKE_SEND)
            .Memory(task.Region(50_000), 50_000);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
        Assert.Equal(1, machine.Census().OutOfLineRegions);
        Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).Receive(port, out _, room: 40));
        Assert.Equal(0, machine.Census().OutOfLineRegions);
        task.ExpectNothing(port);
        Assert.Equal(1u, task.Status(port).mps_seqno);
        Assert.Equal([MACH_NOTIFY_NO_SENDERS, MACH_NOTIFY_NO_SENDERS], (int[])[task.Receive(notify).Id, task.Receive(notify).Id]);
        Assert.Equal([MACH_NOTIFY_SEND_ONCE, MACH_NOTIFY_SEND_ONCE], (int[])[task.Receive(reply).Id, task.Receive(reply).Id]);
        Assert.Equal(0u, task.TypeOf(dying));
        task.ExpectNothing(notify);
        task.ExpectNothing(reply);
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-3")]
    public void Leaves_a_bare_header_and_a_trailer_of_the_kernels(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask(identity: new TaskIdentity(501, 20, 77));
        var (port, reply) = (task.Construct(0, context: 0x1234), task.Receive());
        for (var number = 0u; number < 3; number++)
        {
            var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 99) { Voucher = 0x4711 }
                .Port(MACH_PORT_NULL, 19).Word(1);
            for (var word = 0; word < 30; word++)
                note.Word(0);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
            var options = (ulong)MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_CTX);
            Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).Receive(port, out var letter, options, room: 100));
            Assert.Equal(MACH_MSGH_BITS_COMPLEX | 0x1112, letter.Bits);
            Assert.Equal((24u, MACH_PORT_NULL, port, 0x4711u, 99), (letter.Size, letter.Remote, letter.Local, letter.Voucher, letter.Id));
            Assert.Equal((0u, 60u, number), (letter.Word(24), letter.TrailerSize, letter.Sequence));
            Assert.Equal((0u, 1u), letter.SecurityToken);
            Assert.Equal(new uint[8], letter.AuditToken);
            Assert.Equal(0ul, letter.Context);
            Assert.Equal(-1, letter.Bytes.AsSpan(84).IndexOfAnyExcept((byte)0));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-3")]
    public void Says_dead_for_a_reply_that_was_dead(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, 20, MACH_PORT_DEAD, MACH_MSG_TYPE_COPY_SEND).Word(1)));
        Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).Receive(port, out var letter, room: 24));
        Assert.Equal((MACH_PORT_DEAD, 0x1111u), (letter.Remote, letter.Bits));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-3")]
    public void Has_its_trailer_cut_where_the_buffer_ends(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var room in (int[])[24, 28, 32, 36, 44])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Body(new byte[100])));
            var buffer = task.Buffer(128);
            Party.Memory(buffer, 128).Fill(0xcc);
            var options = (ulong)MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_SENDER);
            Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).Make(MessageCalls.Receiving(port, buffer, (uint)room, options)));
            var bytes = Party.Memory(buffer, 128);
            Assert.Equal(24u, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
            if (room >= 32)
                Assert.Equal(20u, BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]));
            Assert.Equal(-1, bytes[Math.Min(room, 44)..].IndexOfAnyExcept((byte)0xcc));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-3")]
    public void Leaves_nothing_where_not_even_a_header_fits(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.Receive(), task.Receive());
        foreach (var room in (uint[])[0, 4, 23])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, 20, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
            var buffer = task.Buffer(64);
            Party.Memory(buffer, 64).Fill(0xcc);
            Assert.Equal(MACH_RCV_INVALID_DATA, task.By(trap).Make(MessageCalls.Receiving(port, buffer, room)));
            Assert.Equal(-1, Party.Memory(buffer, 64).IndexOfAnyExcept((byte)0xcc));
            Assert.Equal(MACH_NOTIFY_SEND_ONCE, task.Receive(reply).Id);
            task.ExpectNothing(port);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-4", "R-Q-9")]
    public void Stays_first_in_its_queue_if_asked_and_its_size_is_told(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        for (var id = 1; id <= 2; id++)
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: id).Body(new byte[200])));
        foreach (var (room, identity, told) in (IEnumerable<(uint, bool, int)>)
            [(0, true, 0), (7, true, 0), (8, false, 1), (8, true, 1), (15, true, 1), (16, false, 1), (16, true, 2), (231, true, 2)])
        {
            var buffer = task.Buffer(256);
            var expected = new byte[256];
            expected.AsSpan().Fill(0xcc);
            expected.CopyTo(Party.Memory(buffer, 256));
            if (told >= 1)
                BinaryPrimitives.WriteUInt32LittleEndian(expected.AsSpan(4), 224);
            if (told >= 2)
                BinaryPrimitives.WriteUInt32LittleEndian(expected.AsSpan(12), port);
            var options = MACH64_RCV_LARGE | (identity ? MACH64_RCV_LARGE_IDENTITY : 0);
            Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).Make(MessageCalls.Receiving(port, buffer, room, options)));
            Assert.Equal(expected, Party.Memory(buffer, 256).ToArray());
        }
        Assert.Equal(0u, task.Status(port).mps_seqno);
        Assert.Equal([1, 2], (int[])[task.By(trap).Receive(port).Id, task.By(trap).Receive(port).Id]);
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-4")]
    public void Is_told_with_its_own_port_where_a_set_was_received_from(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, port, set));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(0)));
        Assert.Equal(
            MACH_RCV_TOO_LARGE, task.By(trap).Receive(set, out var letter, MACH64_RCV_LARGE | MACH64_RCV_LARGE_IDENTITY, room: 24));
        Assert.Equal((28u, port), (letter.Size, letter.Local));
        Assert.Equal(port, task.By(trap).Receive(set).Local);
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-5")]
    public void Wakes_a_sleeper_that_asked_and_goes_to_another_or_waits(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, member, set) = (task.Receive(), task.Receive(), task.PortSet());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, member, set));
        foreach (var (name, target) in (IEnumerable<(uint, uint)>)[(port, port), (set, member)])
        {
            const ulong large = MACH64_RCV_LARGE | MACH64_RCV_LARGE_IDENTITY;
            var (small, ample) = (task.NewSleeper().Receive(name, large, room: 24, trap: trap), task.NewSleeper().Receive(name, trap: trap));
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(target, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 1).Word(0)));
            Assert.Equal((MACH_RCV_TOO_LARGE, MACH_MSG_SUCCESS), (small.Code, ample.Code));
            Assert.Equal((28u, target), (small.Letter.Size, small.Letter.Local));
            Assert.Equal(1, ample.Letter.Id);
            var alone = task.NewSleeper().Receive(name, large, room: 24, trap: trap);
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(target, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 2).Word(0)));
            Assert.Equal(MACH_RCV_TOO_LARGE, alone.Code);
            Assert.Equal(2, task.By(trap).Receive(name).Id);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-3")]
    public void Is_taken_off_by_a_sleeper_that_did_not_ask(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.Receive(), task.Receive());
        var sleeper = task.NewSleeper().Receive(port, room: 30, trap: trap);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, 20, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 5)));
        Assert.Equal(MACH_RCV_TOO_LARGE, sleeper.Code);
        Assert.Equal((24u, 5), (sleeper.Letter.Size, sleeper.Letter.Id));
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, task.Receive(reply).Id);
        task.ExpectNothing(port);
    }
}
