namespace Mach.Conformance.Vectors;

/// <summary>mach_msg2: eight registers.</summary>
public class A_call_in_registers
{
    private const MessageTrap New = MessageTrap.MachMsg2;

    [Theory, EveryWorld, Rule("R-M2-1")]
    public void Takes_its_header_from_them_and_not_from_memory(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.ReceiveAndSend(), task.Receive());
        var memory = new byte[40];
        memory.AsSpan().Fill(0xff);
        var buffer = task.Buffer(memory);
        var frame = new TrapFrame(-47)
        {
            A0 = buffer,
            A1 = 1 | 1UL << 35,
            A2 = 0x1513 | 0x80000000 | 40UL << 32,
            A3 = port | (ulong)reply << 32,
            A4 = 0x4711 | 77UL << 32,
            A5 = 0,
            A6 = 0xffffffff,
            A7 = 0xffffffff_00000000,
        };
        task.Thread.Call(ref frame);
        Assert.Equal(MACH_MSG_SUCCESS, frame.Code);
        var letter = task.Receive(port);
        Assert.Equal((0x80001112, 40u, port, 0x4711u, 77), (letter.Bits, letter.Size, letter.Local, letter.Voucher, letter.Id));
        // The count was in a register too; the rest is what lies in memory from offset 28 on.
        Assert.Equal(0u, letter.Count);
        Assert.Equal(memory.AsSpan(28), letter.Body);
    }

    [Theory, EveryWorld, Rule("R-M2-1", "R-OPT-5")]
    public void Counts_the_low_half_of_the_time_only(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var frame = MessageCalls.Receiving(port, task.Buffer(100), 100, MACH64_RCV_TIMEOUT).Frame(New);
        frame.A7 = 5UL << 32;
        task.Thread.Call(ref frame);
        Assert.Equal(MACH_RCV_TIMED_OUT, frame.Code);
    }

    [Theory, EveryWorld, Rule("R-M2-1", "R-M2-12")]
    public void Receives_by_the_names_and_sizes_in_them(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, buffer) = (task.Receive(), task.Buffer(200));
        task.Push(port, id: 21, words: 3);
        var frame = new TrapFrame(-47) { A0 = buffer, A1 = 2 | 3UL << 24, A5 = 0xdead | (ulong)port << 32, A6 = 36 + 52, A7 = 0 };
        task.Thread.Call(ref frame);
        Assert.Equal(MACH_MSG_SUCCESS, frame.Code);
        var letter = new Letter(Party.Memory(buffer, 200).ToArray());
        Assert.Equal((21, 36u, 52u), (letter.Id, letter.Size, letter.TrailerSize));
    }

    [Theory, EveryWorld, Rule("R-M2-2")]
    public void Has_five_options_above_the_old_ones(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(
            (IEnumerable<ulong>)[1UL << 32, 1UL << 33, 1UL << 34, 1UL << 35, 1UL << 36],
            [MACH64_MSG_VECTOR, MACH64_SEND_KOBJECT_CALL, MACH64_SEND_MQ_CALL, MACH64_SEND_ANY, MACH64_SEND_DK_CALL]);
        var port = task.Receive();
        foreach (var kind in (ulong[])[1UL << 33, 1UL << 34, 1UL << 35, 1UL << 36])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.By(New).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 2), kind));
            Assert.Equal(2, task.By(New).Receive(port).Id);
        }
        // Bit 32 makes of the data a vector, which is none here.
        Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, task.By(New).Receive(port, out _, 1UL << 32));
    }

    [Theory, EveryWorld, Rule("R-M2-3", "R-SND-14")]
    public void Says_of_one_kind_what_is_sent_before_anything_is_read(World world)
    {
        const ulong kernel = MACH64_SEND_KOBJECT_CALL, queue = MACH64_SEND_MQ_CALL, any = MACH64_SEND_ANY, driver = MACH64_SEND_DK_CALL;
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var options in (ulong[])
            [0, kernel | queue, any | queue, kernel | any, driver | any, kernel | queue | any | driver, MACH64_MSG_VECTOR | kernel, MACH64_MSG_VECTOR | driver, MACH64_MSG_VECTOR])
        {
            var frame = new TrapFrame(-47) { A0 = 0x10, A1 = MACH64_SEND_MSG | options, A2 = 3UL << 32 };
            task.Thread.Call(ref frame);
            Assert.Equal(MACH_SEND_INVALID_OPTIONS, frame.Code);
        }
        foreach (var options in (ulong[])[any | MACH64_MSG_VECTOR, queue | MACH64_MSG_VECTOR])
            Assert.Equal(MACH_SEND_INVALID_DATA, task.By(New).Make(new MessageArguments { Options = MACH64_SEND_MSG | options, Message = 0x10, SendSize = 1 }));
        foreach (var options in (ulong[])[any, queue, kernel, driver])
            Assert.Equal(MACH_SEND_MSG_TOO_SMALL, task.By(New).Make(new MessageArguments { Options = MACH64_SEND_MSG | options, Message = 0x10, SendSize = 3 }));
    }

    [Theory, EveryWorld, Rule("R-M2-4")]
    public void Reaches_everything_with_every_kind_unless_policy_says_otherwise(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.ReceiveAndSend(), task.Receive());
        foreach (var kind in (ulong[])[MACH64_SEND_KOBJECT_CALL, MACH64_SEND_MQ_CALL, MACH64_SEND_ANY, MACH64_SEND_DK_CALL])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.By(New).Send(new Note(port, MACH_MSG_TYPE_COPY_SEND), kind));
            task.Receive(port);
            var request = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3201).Word(0).Word(1).Word(port);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(New).Send(request, kind));
            Assert.Equal((3301, (uint)MACH_PORT_TYPE_SEND_RECEIVE), Answer(task.Receive(reply)));
        }
    }

    private static (int Id, uint Type) Answer(Letter letter) => (letter.Id, letter.Word(36));

    [Theory, EveryWorld, Rule("R-M2-4")]
    public void Matches_its_destination_where_policy_says_so(World world)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { MatchCallKinds = true } });
        var task = machine.NewTask();
        var (port, reply) = (task.ReceiveAndSend(), task.Receive());
        Note Request() => new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3201).Word(0).Word(1).Word(port);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(New).SendAndReceive(Request(), reply, out var letter, MACH64_SEND_KOBJECT_CALL));
        Assert.Equal(3301, letter.Id);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(New).SendAndReceive(Request(), reply, out _, MACH64_SEND_ANY));
        Assert.Equal(MACH_SEND_INVALID_OPTIONS, task.By(New).SendAndReceive(Request(), reply, out _, MACH64_SEND_MQ_CALL));
        Assert.Equal(MACH_SEND_INVALID_OPTIONS, task.By(New).Send(Request(), MACH64_SEND_KOBJECT_CALL));
        Assert.Equal(MACH_SEND_INVALID_OPTIONS, task.By(New).Send(new Note(port, 19), MACH64_SEND_KOBJECT_CALL));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(New).Send(new Note(port, 19), MACH64_SEND_MQ_CALL));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(New).Send(new Note(port, 19), MACH64_SEND_ANY));
        // A destination that is dead matches every kind: its fate is told first.
        var once = task.SendOnce(port);
        task.Die(port);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(New).Send(new Note(once, MACH_MSG_TYPE_MOVE_SEND_ONCE), MACH64_SEND_KOBJECT_CALL));
    }

    [Theory, EveryMessageTrap, Rule("R-M2-12", "R-KOBJ-1")]
    public void And_the_old_traps_reach_the_kernels_objects(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        var request = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3204).Word(0).Word(1).Word(1);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).SendAndReceive(request, reply, out var letter));
        Assert.Equal((3304, 40u, 0u), (letter.Id, letter.Size, letter.Word(32)));
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(letter.Word(36)));
    }
}
