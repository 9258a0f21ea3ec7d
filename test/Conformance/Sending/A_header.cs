namespace Mach.Conformance.Sending;

public class A_header
{
    private static readonly int[] s_sendDispositions =
    [
        MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE,
    ];

    private static IEnumerable<int> Wrong(params int[] right) => Enumerable.Range(0, 32).Except(s_sendDispositions).Except(right);

    [Theory, EveryMessageTrap, Rule("R-HDR-1")]
    public void Is_six_words_with_its_dispositions_in_the_first(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.Receive(), task.Receive());
        byte[] bytes =
        [
            0x14, 0x15, 0, 0, 24, 0, 0, 0,
            (byte)port, (byte)(port >> 8), (byte)(port >> 16), (byte)(port >> 24), (byte)reply, (byte)(reply >> 8), (byte)(reply >> 16), (byte)(reply >> 24),
            0x78, 0x56, 0x34, 0x12, 0xef, 0xcd, 0xab, 0x89,
        ];
        var arguments = new MessageArguments
        {
            Options = MACH64_SEND_MSG, Message = task.Buffer(bytes), SendSize = 24,
            Bits = 0x1514, Remote = port, Local = reply, Voucher = 0x12345678, Id = unchecked((int)0x89abcdef),
        };
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(arguments));
        var letter = task.By(trap).Receive(port);
        Assert.Equal(0x1112u, letter.Bits);
        Assert.Equal((24u, port, 0x12345678u, unchecked((int)0x89abcdef)), (letter.Size, letter.Local, letter.Voucher, letter.Id));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(letter.Remote));
        // Bit 31 says that there are descriptors, the next five bits from 16 on speak of the voucher.
        Assert.Equal(MACH_SEND_INVALID_VOUCHER, task.By(trap).Send(new Note(port, 20) { Bits = 20 | 20 << 16 }));
        Assert.Equal(MACH_SEND_MSG_TOO_SMALL, task.By(trap).Send(new Note(port, 20) { Bits = 20 | 1u << 31 }));
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-2")]
    public void Names_a_reply_with_a_disposition_for_sending_or_none_at_all(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var disposition in Wrong())
        {
            Assert.Equal(MACH_SEND_INVALID_HEADER, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, port, disposition)));
            Assert.Equal(MACH_SEND_INVALID_HEADER, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, MACH_PORT_DEAD, disposition)));
            Assert.Equal(
                disposition == 0 ? MACH_MSG_SUCCESS : MACH_SEND_INVALID_HEADER,
                task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_PORT_NULL, disposition)));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-3")]
    public void Names_a_voucher_to_move_or_to_copy(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        kern_return_t Send(int disposition, uint voucher)
        {
            var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE) { Voucher = voucher };
            note.Bits |= (uint)disposition << 16;
            return task.By(trap).Send(note);
        }
        foreach (var disposition in Enumerable.Range(1, 31).Except([MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND]))
            Assert.Equal(MACH_SEND_INVALID_VOUCHER, Send(disposition, MACH_PORT_NULL));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND])
        {
            Assert.Equal(MACH_SEND_INVALID_VOUCHER, Send(disposition, MACH_PORT_DEAD));
            Assert.Equal(MACH_MSG_SUCCESS, Send(disposition, MACH_PORT_NULL));
            Assert.Equal(MACH_PORT_NULL, task.By(trap).Receive(port).Voucher);
        }
        foreach (var opaque in (uint[])[0, 0x12345678, MACH_PORT_DEAD, port])
        {
            Assert.Equal(MACH_MSG_SUCCESS, Send(0, opaque));
            Assert.Equal(opaque, task.By(trap).Receive(port).Voucher);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-4")]
    public void Names_a_destination_with_a_disposition_for_sending(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        foreach (var disposition in Wrong())
        {
            Assert.Equal(MACH_SEND_INVALID_HEADER, task.By(trap).Send(new Note(port, disposition)));
            Assert.Equal(MACH_SEND_INVALID_HEADER, task.By(trap).Send(new Note(MACH_PORT_NULL, disposition)));
        }
        Assert.All(
            (int[])[MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE],
            disposition => Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, disposition))));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(task.SendOnce(port), MACH_MSG_TYPE_MOVE_SEND_ONCE)));
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-5")]
    public void Names_a_destination_that_is_one(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            foreach (var disposition in s_sendDispositions)
                Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(name, disposition)));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-6", "R-CIN-22")]
    public void Can_name_one_port_twice_but_not_with_a_moved_send_once_right(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        var once = task.SendOnce(port);
        foreach (var disposition in s_sendDispositions)
        {
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(once, MACH_MSG_TYPE_MOVE_SEND_ONCE, once, disposition)));
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(once, disposition, once, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        }
        // One reference cannot be moved twice.
        Assert.Equal(
            MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MOVE_SEND, port, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(1u, task.References(port, MACH_PORT_RIGHT_SEND));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(once));
    }

    [Theory, EveryMessageTrap, Rule("R-CIN-22", "R-HDR-6")]
    public void Yields_two_rights_where_one_name_is_moved_and_copied(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        (int Remote, int Local, uint Left)[] pairs =
        [
            (MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND, 0), (MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND, 0),
            (MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_COPY_SEND, 1), (MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MOVE_SEND, 0),
            (MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE, 0), (MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MAKE_SEND, 0),
        ];
        foreach (var (remote, local, left) in pairs)
        {
            var port = task.ReceiveAndSend();
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, remote, port, local)));
            Assert.Equal(left, task.References(port, MACH_PORT_RIGHT_SEND));
            machine.CheckRights();
            var letter = task.By(trap).Receive(port);
            Assert.Equal(local == MACH_MSG_TYPE_MAKE_SEND_ONCE, letter.Remote != port);
        }
        var (twice, receiver, other) = machine.SendTo(task, references: 2);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(twice, MACH_MSG_TYPE_MOVE_SEND, twice, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(0u, task.TypeOf(twice));
        Assert.Equal(other, receiver.Receive(other).Remote);
    }
}
