namespace Mach.Conformance.Trailers;

public class A_trailer
{
    private static ulong Elements(int elements) => (ulong)elements << 24;

    [Theory, EveryMessageTrap, Rule("R-TLR-1")]
    public void Stands_behind_every_message(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var words in (int[])[0, 1, 5, 200])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, 21).Body(new byte[4 * words])));
            var letter = task.By(trap).Receive(port);
            Assert.Equal((0u, 8u), (letter.Word(24 + (4 * words)), letter.TrailerSize));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-TLR-2", "R-TLR-3")]
    public void Is_as_long_as_the_elements_that_were_asked_for(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        uint[] sizes = [8, 12, 20, 52, 60, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68, 68];
        for (var elements = 0; elements < 16; elements++)
        {
            // The format above them is not looked at.
            foreach (var format in (ulong[])[0, 0x1000_0000, 0xf000_0000])
            {
                Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, 21)));
                var buffer = task.Buffer(200);
                Party.Memory(buffer, 200).Fill(0xcc);
                Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(MessageCalls.Receiving(port, buffer, 200, Elements(elements) | format)));
                var letter = new Letter(Party.Memory(buffer, 200).ToArray());
                Assert.Equal((0u, sizes[elements]), (letter.Word(24), letter.TrailerSize));
                Assert.Equal((int)sizes[elements], letter.Trailer.LastIndexOfAnyExcept((byte)0xcc) + 1);
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-TLR-2", "R-Q-9")]
    public void Numbers_the_messages_of_its_port(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        for (var number = 0u; number < 5; number++)
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, 21)));
            Assert.Equal(number, task.By(trap).Receive(port, Elements(1)).Sequence);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-TLR-4")]
    public void Names_the_sender_as_its_task_names_itself(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var identity = new TaskIdentity(501, 20, 4711)
        {
            RealUserId = 502, RealGroupId = 21, AuditId = 503, SessionId = 100_001, ProcessVersion = 88,
        };
        var (sender, receiver) = (machine.NewTask("sender", identity: identity), machine.NewTask("receiver"));
        var port = receiver.Receive();
        var key = receiver.GiveSend(sender, port);
        Assert.Equal(MACH_MSG_SUCCESS, sender.By(trap).Send(new Note(key, 19)));
        var letter = receiver.By(trap).Receive(port, Elements(MACH_RCV_TRAILER_AUDIT));
        Assert.Equal((501u, 20u), letter.SecurityToken);
        Assert.Equal([503, 501, 20, 502, 21, 4711, 100_001, 88], letter.AuditToken);
        Span<int> words = stackalloc int[8];
        var calls = new MachTaskClient(sender.Thread);
        Assert.Equal(KERN_SUCCESS, calls.task_info(sender.Self, 13, words[..2], out var count));
        Assert.Equal((2u, 501, 20), (count, words[0], words[1]));
        Assert.Equal(KERN_SUCCESS, calls.task_info(sender.Self, 15, words, out count));
        Assert.Equal(8u, count);
        Assert.Equal(letter.AuditToken, words.ToArray().Select(static word => (uint)word));
    }

    [Theory, EveryMessageTrap, Rule("R-TLR-4", "R-NOT-5", "R-KOBJ-7")]
    public void Names_the_kernel_by_zero_and_one(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask(identity: new TaskIdentity(501, 20, 4711));
        var port = task.Receive();
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_deallocate(task.Self, task.SendOnce(port)));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(task.Self, 19, port, 21, id: 3204).Word(0).Word(1).Word(1)));
        for (var count = 0; count < 2; count++)
        {
            var letter = task.By(trap).Receive(port, Elements(MACH_RCV_TRAILER_AUDIT));
            Assert.Equal((0u, 1u), letter.SecurityToken);
            Assert.Equal(new uint[8], letter.AuditToken);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-TLR-5", "R-TLR-7")]
    public void Shows_the_ports_context_at_offset_52_even_if_it_is_a_strict_guard(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var flags in (int[])[0, MPO_CONTEXT_AS_GUARD, MPO_CONTEXT_AS_GUARD | MPO_STRICT])
        {
            var port = task.Construct(flags, 0x1122334455667788);
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, 21)));
            var letter = task.By(trap).Receive(port, Elements(MACH_RCV_TRAILER_AV));
            Assert.Equal(0x1122334455667788ul, letter.Context);
            Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0], letter.Trailer[60..68].ToArray());
        }
        // It is the context when the message is taken, not when it was sent.
        var plain = task.Construct(0, 1);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(plain, 21)));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_context(task.Self, plain, 2));
        Assert.Equal(2ul, task.By(trap).Receive(plain, Elements(MACH_RCV_TRAILER_CTX)).Context);
    }

    [Theory, EveryMessageTrap, Rule("R-TLR-6")]
    public void Cannot_be_sent_along(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask(identity: new TaskIdentity(501, 20, 4711));
        var port = task.Receive();
        var note = new Note(port, 21);
        var forged = new byte[24 + 68];
        forged.AsSpan().Fill(0x99);
        note.Bytes.CopyTo(forged, 0);
        var arguments = MessageCalls.Sending(note, task.Buffer(forged), MACH64_SEND_TRAILER);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(arguments));
        var letter = task.By(trap).Receive(port, Elements(MACH_RCV_TRAILER_AUDIT));
        Assert.Equal((24u, (501u, 20u), 52u), (letter.Size, letter.SecurityToken, letter.TrailerSize));
    }
}
