namespace Mach.Conformance.Sending;

public class A_message_of_a_wrong_size
{
    private const uint Largest = 50_331_580;

    [Theory, EveryMessageTrap, Rule("R-SND-1")]
    public void Is_too_small_below_a_header_or_off_the_grid_of_four(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(0).Word(0);
        var arguments = MessageCalls.Sending(note, task.Buffer(note.Bytes));
        foreach (var size in (uint[])[0, 4, 20, 23, 25, 26, 27, 30, 31])
            Assert.Equal(MACH_SEND_MSG_TOO_SMALL, task.By(trap).Make(arguments with { SendSize = size }));
        foreach (var size in (uint[])[24, 28, 32])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(arguments with { SendSize = size }));
            Assert.Equal(size, task.Receive(port).Size);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-SND-2", "R-SND-14")]
    public void Is_too_large_beyond_48_MiB_less_68_whether_or_not_it_can_be_read(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var note = new Note(task.Receive(), MACH_MSG_TYPE_MAKE_SEND_ONCE);
        var arguments = MessageCalls.Sending(note, 0x10);
        foreach (var size in (uint[])[Largest + 4, 0x7ffffffc, 0x80000000, uint.MaxValue - 3])
            Assert.Equal(MACH_SEND_TOO_LARGE, task.By(trap).Make(arguments with { SendSize = size }));
        Assert.Equal(MACH_SEND_INVALID_DATA, task.By(trap).Make(arguments with { SendSize = Largest }));
    }

    [Theory, EveryWorld, Rule("R-SND-2", "R-DLV-5")]
    public void Is_carried_when_it_is_just_not_too_large(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var address = task.Region((int)Largest + 68);
        new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 8).Bytes.CopyTo(Party.Memory(address, 24));
        var last = Party.Memory(address + Largest - 4, 4).ToArray();
        Assert.Equal(MACH_MSG_SUCCESS, task.MachMsg(address, MACH_SEND_MSG, Largest, 0));
        Party.Memory(address, (int)Largest).Clear();
        Assert.Equal(MACH_MSG_SUCCESS, task.MachMsg(address, MACH_RCV_MSG, 0, Largest + 8, port));
        Assert.Equal(last, Party.Memory(address + Largest - 4, 4).ToArray());
    }

    [Theory, EveryMessageTrap, Rule("R-SND-3")]
    public void Is_invalid_data_where_its_header_cannot_be_read(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3).Word(1);
        foreach (var address in (ulong[])[0, 0x10, fence.Nowhere, fence.Across(note.Bytes, 20), ulong.MaxValue - 8])
            Assert.Equal(MACH_SEND_INVALID_DATA, task.By(trap).Make(MessageCalls.Sending(note, address)));
        task.ExpectNothing(port);
    }

    [Theory, EveryWorld, Rule("R-SND-3", "R-M2-1")]
    public void Needs_no_readable_header_where_that_comes_in_registers(World world)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3).Word(0xabcd);
        note.Bytes.AsSpan(24).CopyTo(Party.Memory(fence.Low, 4));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(MessageTrap.MachMsg2).Make(MessageCalls.Sending(note, fence.Low - 24)));
        var letter = task.Receive(port);
        Assert.Equal((3, 28u, 0xabcdu), (letter.Id, letter.Size, letter.Word(24)));
        // A bare header has nothing else that could be unreadable.
        var bare = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 4);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(MessageTrap.MachMsg2).Make(MessageCalls.Sending(bare, fence.Low - 24)));
        Assert.Equal(4, task.Receive(port).Id);
        // The count word is in a register too.
        var complex = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 5).Port(port, MACH_MSG_TYPE_MAKE_SEND);
        complex.Bytes.AsSpan(28).CopyTo(Party.Memory(fence.Low, 12));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(MessageTrap.MachMsg2).Make(MessageCalls.Sending(complex, fence.Low - 28)));
        Assert.Equal(port, task.Receive(port).PortName(0));
    }

    [Theory, EveryMessageTrap, Rule("R-SND-4")]
    public void Is_too_small_for_the_descriptors_that_it_counts(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Note With(uint count) => new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE) { Count = count }.Word(0).Word(0).Word(0).Word(0).Word(0);
        foreach (var count in (uint[])[2, 3, 1000, 0x10000000, uint.MaxValue])
            Assert.Equal(MACH_SEND_MSG_TOO_SMALL, task.By(trap).Send(With(count)));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(With(1)));
        var headerOnly = MessageCalls.Sending(With(0), task.Buffer(With(0).Bytes)) with { SendSize = 24 };
        Assert.Equal(MACH_SEND_MSG_TOO_SMALL, task.By(trap).Make(headerOnly));
    }

    [Theory, EveryMessageTrap, Rule("R-SND-4", "R-DSC-5")]
    public void Is_fine_when_it_is_complex_and_counts_nothing(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE) { Count = 0 }.Word(7)));
        var letter = task.By(trap).Receive(port);
        Assert.True(letter.IsComplex);
        Assert.Equal((0u, 32u, 7u), (letter.Count, letter.Size, letter.Word(28)));
    }

    [Theory, EveryMessageTrap, Rule("R-SND-5")]
    public void Is_not_looked_into_when_it_is_simple(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(uint.MaxValue);
        for (var word = 0; word < 10; word++)
            note.Word(0xffffffff);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
        Assert.Equal(note.Bytes.AsSpan(24), task.By(trap).Receive(port).Body);
    }

    [Theory, EveryWorld, Rule("R-SND-5")]
    public void Is_too_large_when_it_is_simple_and_a_register_counts_descriptors(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var note = new Note(task.Receive(), MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(0);
        var arguments = MessageCalls.Sending(note, task.Buffer(note.Bytes)) with { DescriptorCount = 1 };
        Assert.Equal(MACH_SEND_TOO_LARGE, task.By(MessageTrap.MachMsg2).Make(arguments));
    }

    [Theory, EveryWorld, Rule("R-SND-6", "R-SND-14")]
    public void Is_too_large_as_a_kernel_call_with_four_descriptors(World world)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var note = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND);
        for (var count = 0; count < 4; count++)
            note.Port(MACH_PORT_NULL, MACH_MSG_TYPE_COPY_SEND);
        // The count is judged before a byte is read.
        foreach (var address in (ulong[])[task.Buffer(note.Bytes), fence.Nowhere])
        {
            var arguments = MessageCalls.Sending(note, address, MACH64_SEND_KOBJECT_CALL | MACH64_RCV_MSG);
            Assert.Equal(MACH_SEND_TOO_LARGE, task.By(MessageTrap.MachMsg2).Make(arguments));
            Assert.Equal(
                address == fence.Nowhere ? MACH_SEND_INVALID_DATA : MACH_RCV_INVALID_NAME,
                task.By(MessageTrap.MachMsg2).Make(arguments with { DescriptorCount = 3 }));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-SND-7", "R-SND-14")]
    public void Is_invalid_data_where_its_rest_cannot_be_read_whatever_its_descriptors_say(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var port = task.Receive();
        var simple = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(1).Word(2);
        Assert.Equal(MACH_SEND_INVALID_DATA, task.By(trap).Make(MessageCalls.Sending(simple, fence.Across(simple.Bytes, 28))));
        var unknownType = new byte[12];
        unknownType[11] = 9;
        var complex = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(unknownType).Word(1).Word(2);
        Assert.Equal(MACH_SEND_INVALID_TYPE, task.By(trap).Send(complex));
        Assert.Equal(MACH_SEND_INVALID_DATA, task.By(trap).Make(MessageCalls.Sending(complex, fence.Across(complex.Bytes, 44))));
    }
}
