using System.Buffers.Binary;

namespace Mach.Conformance.Sending;

public class A_wrong_descriptor
{
    private const uint SevenMiB = 7 << 20;

    [Theory, EveryMessageTrap, Rule("R-SND-8")]
    public void Has_a_type_that_nobody_knows(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        for (var type = 5; type < 256; type += type < 16 ? 1 : 17)
        {
            var bytes = new byte[16];
            bytes[11] = (byte)type;
            Assert.Equal(MACH_SEND_INVALID_TYPE, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(bytes)));
        }
        task.ExpectNothing(port);
    }

    [Theory, EveryMessageTrap, Rule("R-SND-8")]
    public void Does_not_fit_into_what_is_left(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Memory(0, 0).Port(MACH_PORT_NULL, MACH_MSG_TYPE_COPY_SEND).Ports(0, 0, MACH_MSG_TYPE_COPY_SEND);
        var whole = MessageCalls.Sending(note, task.Buffer(note.Bytes));
        Assert.Equal(28u + 16 + 12 + 16, whole.SendSize);
        // The count alone would fit 12 bytes each; the true sizes do not.
        foreach (var missing in (uint[])[4, 8])
            Assert.Equal(MACH_SEND_MSG_TOO_SMALL, task.By(trap).Make(whole with { SendSize = whole.SendSize - missing }));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(whole));
        // Three port descriptors' worth of bytes, taken up by two longer ones.
        var crowded = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE) { Count = 3 }.Memory(0, 0).Memory(0, 0).Word(0);
        Assert.Equal(MACH_SEND_MSG_TOO_SMALL, task.By(trap).Send(crowded));
    }

    [Theory, EveryMessageTrap, Rule("R-SND-8", "R-SND-14")]
    public void Of_a_bad_type_is_found_before_the_fields_of_earlier_ones_are_judged(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Ports(0, 20000, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_SEND_TOO_LARGE, task.By(trap).Send(note));
        var bytes = new byte[12];
        bytes[11] = 5;
        Assert.Equal(MACH_SEND_INVALID_TYPE, task.By(trap).Send(note.Descriptor(bytes)));
    }

    [Theory, EveryWorld, Rule("R-SND-8")]
    public void Is_a_volatile_or_guarded_one_in_a_kernel_call(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Note To() => new(task.Self, MACH_MSG_TYPE_COPY_SEND);
        foreach (var note in (Note[])[To().Memory(0, 0, type: MACH_MSG_OOL_VOLATILE_DESCRIPTOR), To().GuardedPort(0, 5, 1)])
        {
            var arguments = MessageCalls.Sending(note, task.Buffer(note.Bytes), MACH64_RCV_MSG);
            var trap = task.By(MessageTrap.MachMsg2);
            Assert.Equal(MACH_SEND_INVALID_TYPE, trap.Make(arguments with { Options = arguments.Options | MACH64_SEND_KOBJECT_CALL }));
            Assert.Equal(MACH_RCV_INVALID_NAME, trap.Make(arguments with { Options = arguments.Options | MACH64_SEND_ANY }));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-SND-9")]
    public void Has_memory_with_a_way_of_copying_that_is_only_received(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var type in (int[])[MACH_MSG_OOL_DESCRIPTOR, MACH_MSG_OOL_VOLATILE_DESCRIPTOR])
        {
            foreach (var copy in (int[])[MACH_MSG_ALLOCATE, MACH_MSG_OVERWRITE, 4, 255])
            {
                Assert.Equal(
                    MACH_SEND_INVALID_TYPE,
                    task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Memory(0, 0, copy: copy, type: type)));
            }
            foreach (var copy in (int[])[MACH_MSG_PHYSICAL_COPY, MACH_MSG_VIRTUAL_COPY])
            {
                Assert.Equal(
                    MACH_MSG_SUCCESS,
                    task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Memory(0, 0, copy: copy, type: type)));
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-SND-10")]
    public void Guards_a_port_in_a_way_that_makes_no_sense(World world, MessageTrap trap)
    {
        const int immovable = MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE, unguarded = MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND;
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        kern_return_t Send(ulong context, int flags, int disposition = MACH_MSG_TYPE_MOVE_RECEIVE) =>
            task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).GuardedPort(MACH_PORT_NULL, context, flags, disposition));
        foreach (var disposition in (int[])[0, 15, MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_MSG_TYPE_MAKE_SEND, 255])
            Assert.Equal(MACH_SEND_INVALID_TYPE, Send(1, immovable, disposition));
        foreach (var flags in (int[])[0, 4, 5, 8, 0x100, 0xffff])
            Assert.Equal(MACH_SEND_INVALID_TYPE, Send(1, flags));
        Assert.Equal(MACH_SEND_INVALID_TYPE, Send(1, unguarded));
        Assert.Equal(MACH_SEND_INVALID_TYPE, Send(1UL << 63, unguarded | immovable));
        Assert.Equal(MACH_MSG_SUCCESS, Send(0, unguarded));
        Assert.Equal(MACH_MSG_SUCCESS, Send(1, immovable));
    }

    [Theory, EveryMessageTrap, Rule("R-SND-11")]
    public void Is_one_of_too_many_ports(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var names = task.Buffer(16384 * sizeof(uint));
        Note With(uint count) => new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(MACH_PORT_NULL, MACH_MSG_TYPE_COPY_SEND)
            .GuardedPort(MACH_PORT_NULL, 1, MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE)
            .Ports(names, count, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(With(16383 - 2)));
        foreach (var count in (uint[])[16383 - 1, 16384, 0x80000000, uint.MaxValue])
            Assert.Equal(MACH_SEND_TOO_LARGE, task.By(trap).Send(With(count)));
        var two = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Ports(names, 8192, 19).Ports(names, 8192, 19);
        Assert.Equal(MACH_SEND_TOO_LARGE, task.By(trap).Send(two));
    }

    [Theory, EveryMessageTrap, Rule("R-SND-11")]
    public void Asks_for_more_copies_than_the_kernel_has_memory_for(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var region = task.Region((int)SevenMiB + 1);
        Note To() => new(port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(To().Memory(region, SevenMiB, copy: MACH_MSG_PHYSICAL_COPY)));
        var bare = (kern_return_t)0x0400;
        Assert.Equal(bare, task.By(trap).Send(To().Memory(region, SevenMiB + 1, copy: MACH_MSG_PHYSICAL_COPY)));
        Assert.Equal(bare, task.By(trap).Send(To().Memory(region, SevenMiB, copy: MACH_MSG_PHYSICAL_COPY).Ports(region, 1, 19)));
        // What is small, travels virtually or is given away is not counted.
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.By(trap).Send(To()
                .Memory(region, SevenMiB, copy: MACH_MSG_PHYSICAL_COPY)
                .Memory(region, 4096, copy: MACH_MSG_PHYSICAL_COPY)
                .Memory(region, 100_000, copy: MACH_MSG_VIRTUAL_COPY)
                .Memory(task.Region(100_000), 100_000, deallocate: true, MACH_MSG_PHYSICAL_COPY)));
    }

    [Theory, EveryMessageTrap, Rule("R-SND-8")]
    public void Is_none_of_all_the_kinds_that_there_are(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(MACH_PORT_NULL, MACH_MSG_TYPE_COPY_SEND)
            .Memory(0, 0)
            .Ports(0, 0, MACH_MSG_TYPE_COPY_SEND)
            .Memory(0, 0, type: MACH_MSG_OOL_VOLATILE_DESCRIPTOR)
            .GuardedPort(MACH_PORT_NULL, 1, MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
        var letter = task.By(trap).Receive(port);
        Assert.Equal(5u, BinaryPrimitives.ReadUInt32LittleEndian(letter.Bytes.AsSpan(24)));
        for (var index = 0; index < 5; index++)
            Assert.Equal(index, letter.Descriptor(index)[11]);
    }
}
