using System.Buffers.Binary;

namespace Mach.Conformance.Descriptors;

/// <summary>The bytes of the five kinds of descriptor, written by hand and read by hand.</summary>
public class A_descriptor
{
    private static byte[] Le(uint word) => BitConverter.GetBytes(word);

    private static byte[] Le(ulong word) => BitConverter.GetBytes(word);

    [Theory, EveryMessageTrap, Rule("R-DSC-1", "R-DSC-9")]
    public void Of_a_port_is_twelve_bytes_with_padding_that_is_zero_on_arrival(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port) = (task.Receive(), task.ReceiveAndSend());
        foreach (var (sent, received) in (IEnumerable<(byte, byte)>)[(19, 17), (20, 17), (17, 17)])
        {
            byte[] wire = [.. Le(port), 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff, sent, 0];
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(wire)));
            var letter = task.By(trap).Receive(door);
            Assert.Equal([.. Le(port), 0, 0, 0, 0, 0, 0, received, 0], letter.Descriptor(0)[..12].ToArray());
        }
        byte[] once = [.. Le(port), 1, 2, 3, 4, 5, 6, 21, 0], moved = [.. Le(port), 1, 2, 3, 4, 5, 6, 16, 0];
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, 21).Descriptor(once).Descriptor(moved)));
        var last = task.By(trap).Receive(door);
        Assert.Equal([0, 0, 0, 0, 0, 0, 18, 0], last.Descriptor(0)[4..12].ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 0, 16, 0], last.Descriptor(1)[4..12].ToArray());
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-2", "R-DSC-6")]
    public void Of_memory_is_sixteen_bytes_volatile_or_not(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        foreach (byte type in (byte[])[1, 3])
        {
            foreach (var (deallocate, copy) in (IEnumerable<(byte, byte)>)[(0, 0), (0, 1), (1, 0), (1, 1), (0xff, 1)])
            {
                var region = task.Region(300);
                byte[] wire = [.. Le(region), deallocate, copy, 0x77, type, .. Le(300u)];
                Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(wire)));
                var got = task.By(trap).Receive(door).Descriptor(0)[..16].ToArray();
                Assert.Equal([copy, copy, 0, type, .. Le(300u)], got[8..]);
                var address = BinaryPrimitives.ReadUInt64LittleEndian(got);
                Assert.Equal(1, Party.Memory(address, 1)[0]);
                if (deallocate == 0)
                    Assert.NotEqual(region, address);
            }
            // Nothing is nowhere, and still says how it travelled.
            foreach (byte copy in (byte[])[0, 1])
            {
                byte[] wire = [.. Le(0x1000ul), 1, copy, 0x77, type, .. Le(0u)];
                Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(wire)));
                Assert.Equal([.. Le(0ul), copy, copy, 0, type, .. Le(0u)], task.By(trap).Receive(door).Descriptor(0)[..16].ToArray());
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-3", "R-DSC-8")]
    public void Of_an_array_of_ports_is_sixteen_bytes_and_arrives_as_pages_of_names(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port) = (task.Receive(), task.ReceiveAndSend());
        foreach (var (sent, received) in (IEnumerable<(byte, byte)>)[(19, 17), (20, 17), (21, 18)])
        {
            foreach (byte copy in (byte[])[0, 1])
            {
                byte[] wire = [.. Le(task.Names(port, port, MACH_PORT_NULL)), 0, copy, sent, 2, .. Le(3u)];
                Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(wire)));
                var got = task.By(trap).Receive(door).Descriptor(0)[..16].ToArray();
                Assert.Equal([1, 1, received, 2, .. Le(3u)], got[8..]);
                var address = BinaryPrimitives.ReadUInt64LittleEndian(got);
                Assert.Equal(0ul, address % task.Task.Memory.PageSize);
                var names = Party.Memory(address, 12);
                Assert.Equal(received == 17, BinaryPrimitives.ReadUInt32LittleEndian(names) == port);
                Assert.NotEqual(0u, task.TypeOf(BinaryPrimitives.ReadUInt32LittleEndian(names[4..])));
                Assert.Equal(0u, BinaryPrimitives.ReadUInt32LittleEndian(names[8..]));
                task.Task.Deallocate(address, 12);
            }
        }
        byte[] empty = [.. Le(0x1000ul), 1, 0, 19, 2, .. Le(0u)];
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(empty)));
        Assert.Equal([.. Le(0ul), 1, 1, 17, 2, .. Le(0u)], task.By(trap).Receive(door).Descriptor(0)[..16].ToArray());
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-4")]
    public void Of_a_guarded_port_is_sixteen_bytes(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port) = (task.Receive(), task.Construct(MPO_CONTEXT_AS_GUARD, 0x1122334455667788));
        byte[] wire = [.. Le(0x1122334455667788ul), 1, 0, 16, 4, .. Le(port)];
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Descriptor(wire)));
        var buffer = task.Buffer(200);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(MessageCalls.Receiving(door, buffer, 200, MACH64_RCV_GUARDED_DESC)));
        var got = Party.Memory(buffer, 200)[28..44].ToArray();
        Assert.Equal([.. Le(buffer), 1, 0, 16, 4], got[..12]);
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(BinaryPrimitives.ReadUInt32LittleEndian(got.AsSpan(12))));
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-5")]
    public void Follows_the_one_before_without_a_gap_and_so_does_the_body(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port) = (task.Receive(), task.Receive());
        var note = new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(port, MACH_MSG_TYPE_MAKE_SEND).Memory(task.Region(8), 8).Port(port, MACH_MSG_TYPE_MAKE_SEND).Word(0x11223344).Word(0x55667788);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
        var bytes = task.By(trap).Receive(door).Bytes;
        Assert.Equal(port, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(28)));
        Assert.Equal(8u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(28 + 12 + 12)));
        Assert.Equal(port, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(28 + 28)));
        Assert.Equal([0x44, 0x33, 0x22, 0x11, 0x88, 0x77, 0x66, 0x55], bytes[68..76]);
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-7")]
    public void Of_memory_keeps_the_place_in_the_page_for_large_data_that_moved_virtually(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        var page = task.Task.Memory.PageSize;
        foreach (var (size, deallocate, copy, keeps) in (IEnumerable<(uint, bool, int, bool)>)
        [
            (100, false, MACH_MSG_VIRTUAL_COPY, false), (16_000, true, MACH_MSG_VIRTUAL_COPY, false),
            (100_000, false, MACH_MSG_VIRTUAL_COPY, true), (100_000, true, MACH_MSG_VIRTUAL_COPY, true),
            (100_000, true, MACH_MSG_PHYSICAL_COPY, true), (100_000, false, MACH_MSG_PHYSICAL_COPY, false),
        ])
        {
            var region = task.Region((int)size + 300);
            var expected = Party.Memory(region + 272, (int)size).ToArray();
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, 21).Memory(region + 272, size, deallocate, copy)));
            var letter = task.By(trap).Receive(door);
            Assert.Equal(keeps ? 272ul : 0, letter.Address(0) % page);
            Assert.Equal(size, letter.Extent(0));
            Assert.True(Party.Memory(letter.Address(0), (int)size).SequenceEqual(expected));
            var before = task.Task.MappedBytes;
            task.Task.Deallocate(letter.Address(0), size);
            Assert.True(before - task.Task.MappedBytes >= size);
        }
    }
}
