namespace Mach.Conformance.Sending;

public class The_options_of_a_call
{
    [Theory, EveryMessageTrap, Rule("R-OPT-1")]
    public void Are_the_bits_that_XNU_gave_them(World world, MessageTrap trap)
    {
        Assert.Equal(
            (IEnumerable<int>)[1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x4000, 0x8000],
            [
                MACH_SEND_MSG, MACH_RCV_MSG, MACH_RCV_LARGE, MACH_RCV_LARGE_IDENTITY, MACH_SEND_TIMEOUT, MACH_SEND_OVERRIDE,
                MACH_SEND_INTERRUPT, MACH_SEND_NOTIFY, MACH_RCV_TIMEOUT, MACH_MSG_STRICT_REPLY, MACH_RCV_INTERRUPT, MACH_RCV_VOUCHER,
                MACH_RCV_GUARDED_DESC, MACH_RCV_SYNC_WAIT, MACH_RCV_SYNC_PEEK,
            ]);
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.FullPort();
        var note = new Note(port, 19);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(note, 0x10));
        // Send 1, receive 2, polling 0x10 and 0x100, too large 4 with the port's name 8, in the one call.
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_SEND, -1));
        Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).SendAndReceive(new Note(port, 21), port, out var letter, 4 | 8, room: 24));
        Assert.Equal((24u, port), (letter.Size, letter.Local));
        // Elements in bits 24 to 27, the format above them.
        Assert.Equal(60u, task.By(trap).Receive(port, 0x0400_0000 | 0xf000_0000).TrailerSize);
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-2")]
    public void Count_for_nothing_when_they_are_unknown_or_the_kernels_own(World world, MessageTrap trap)
    {
        const ulong unknown = 0x2000, kernelOnly = 0x1_0000 | 0x8_0000 | 0x40_0000, above = 0xffff_ffe0_0000_0000;
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.FullPort();
        var extra = unknown | kernelOnly | (trap == MessageTrap.MachMsg2 ? above : 0);
        // A send that the kernel's bits made unstoppable would be queued.
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND), MACH64_SEND_TIMEOUT | extra));
        Assert.Equal(1, task.By(trap).Receive(port, unknown | kernelOnly).Id);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE), extra));
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-2")]
    public void Do_not_keep_an_abort_from_ending_a_wait(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, empty) = (task.FullPort(), task.Receive());
        foreach (var library in (ulong[])[0, MACH64_SEND_INTERRUPT | MACH64_RCV_INTERRUPT])
        {
            var (sender, receiver) = (task.NewSleeper(), task.NewSleeper());
            sender.Send(new Note(full, MACH_MSG_TYPE_MAKE_SEND), library, trap: trap);
            receiver.Receive(empty, library, trap: trap);
            Assert.True(sender.Sleeps && receiver.Sleeps);
            sender.Interrupt();
            receiver.Interrupt();
            Assert.Equal(MACH_SEND_INTERRUPTED, sender.Code);
            Assert.Equal(MACH_RCV_INTERRUPTED, receiver.Code);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-2", "R-RPLY-3")]
    public void Do_not_demand_a_strict_reply_of_a_kernel_that_was_not_told_to(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_COPY_SEND), MACH64_MSG_STRICT_REPLY));
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.By(trap).Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, port, MACH_MSG_TYPE_COPY_SEND), MACH64_MSG_STRICT_REPLY));
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-3")]
    public void Make_nothing_happen_without_send_and_receive(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var before = task.Holdings();
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(new MessageArguments { Message = 0x10, SendSize = 3, ReceiveName = 7 }));
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.By(trap).Make(new MessageArguments { Options = MACH64_SEND_TIMEOUT | MACH64_RCV_LARGE, Message = 0x10 }));
        Assert.Equal(before, task.Holdings());
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-4")]
    public void Leave_the_receive_alone_when_the_send_fails(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.FullPort();
        Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).SendAndReceive(new Note(0x7fff03, MACH_MSG_TYPE_COPY_SEND), port, out _));
        Assert.Equal(
            MACH_SEND_TIMED_OUT,
            task.By(trap).SendAndReceive(new Note(port, MACH_MSG_TYPE_MAKE_SEND), port, out _, MACH64_SEND_TIMEOUT));
        Assert.Equal(1, task.By(trap).Receive(port).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-4", "R-M2-10")]
    public void Send_first_whatever_is_wrong_with_the_receive(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(
            MACH_RCV_INVALID_NAME,
            task.By(trap).SendAndReceive(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 5), 0x7fff03, out _));
        Assert.Equal(5, task.By(trap).Receive(port).Id);
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 6);
        Assert.Equal(
            MACH_RCV_INVALID_DATA,
            task.By(trap).SendAndReceive(note, port, out _, room: 20));
        task.ExpectNothing(port);
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-5")]
    public void Make_a_time_count_for_the_half_that_it_was_given_to(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, empty) = (task.FullPort(), task.Receive());
        // The bit of the other half, and a time without any bit, are no time-out.
        var sleepers = new[]
        {
            task.NewSleeper().Send(new Note(full, MACH_MSG_TYPE_MAKE_SEND), MACH64_RCV_TIMEOUT, timeout: 0, trap),
            task.NewSleeper().Send(new Note(full, MACH_MSG_TYPE_MAKE_SEND), 0, timeout: 1, trap),
            task.NewSleeper().Receive(empty, MACH64_SEND_TIMEOUT, trap: trap),
        };
        Assert.All(sleepers, static sleeper => Assert.True(sleeper.Sleeps));
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(new Note(full, MACH_MSG_TYPE_MAKE_SEND), MACH64_SEND_TIMEOUT));
        Assert.Equal(MACH_RCV_TIMED_OUT, task.By(trap).Receive(empty, out _));
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-7")]
    public void Take_the_priority_for_nothing_but_a_hint(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3);
        var arguments = MessageCalls.Sending(note, task.Buffer(note.Bytes), MACH64_SEND_OVERRIDE) with { Priority = 0xdeadbeef };
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(arguments));
        var receive = MessageCalls.Receiving(port, task.Buffer(100), 100) with { Priority = 0xdeadbeef };
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(receive));
    }

    [Theory, EveryWorld, Rule("R-OPT-7", "R-RCV-13")]
    public void Let_mach_msg_overwrite_without_a_buffer_be_mach_msg(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 9).Word(11);
        var address = task.Buffer(100);
        note.Bytes.CopyTo(Party.Memory(address, 100));
        var code = task.By(MessageTrap.MachMsgOverwrite).Make(MessageCalls.Sending(note, address, MACH64_RCV_MSG) with
        {
            ReceiveName = port,
            ReceiveSize = 100,
        });
        Assert.Equal(MACH_MSG_SUCCESS, code);
        var letter = new Letter(Party.Memory(address, 100).ToArray());
        Assert.Equal((9, port, 11u), (letter.Id, letter.Local, letter.Word(24)));
    }

    [Theory, EveryMessageTrap, Rule("R-OPT-9", "R-DSC-11", "R-DLV-4")]
    public void Say_the_size_of_a_message_and_not_its_own_field(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var lie in (uint[])[0, 3, 24, 1000, uint.MaxValue])
        {
            var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE) { SizeField = lie }.Word(1).Word(2);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
            Assert.Equal(32u, task.By(trap).Receive(port).Size);
        }
    }
}
