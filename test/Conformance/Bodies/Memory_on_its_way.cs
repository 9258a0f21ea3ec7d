using System.Buffers.Binary;

namespace Mach.Conformance.Bodies;

public class Memory_on_its_way
{
    [Theory, EveryMessageTrap, Rule("R-BODY-4")]
    public void Is_not_looked_for_when_it_has_no_size(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        foreach (var address in (ulong[])[0, 0x10, ulong.MaxValue])
        {
            foreach (var type in (int[])[MACH_MSG_OOL_DESCRIPTOR, MACH_MSG_OOL_VOLATILE_DESCRIPTOR])
            {
                Assert.Equal(
                    MACH_MSG_SUCCESS,
                    task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Memory(address, 0, deallocate: true, type: type)));
                var letter = task.By(trap).Receive(door);
                Assert.Equal((0ul, 0u), (letter.Address(0), letter.Extent(0)));
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-4", "R-BODY-1")]
    public void Is_invalid_where_any_byte_of_it_cannot_be_read(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var door = task.Receive();
        (ulong, uint)[] ranges =
        [
            (0, 1), (0x10, 8), (fence.Nowhere, 1), (fence.High - 100, 101), (fence.Low - 1, 2), (fence.Low, 0x7fffffff),
            (fence.Low, 0x80000000), (fence.Low, uint.MaxValue), (ulong.MaxValue, 2), (ulong.MaxValue - 10, 11),
        ];
        foreach (var (address, size) in ranges)
        {
            foreach (var deallocate in (bool[])[false, true])
            {
                Assert.Equal(
                    MACH_SEND_INVALID_MEMORY,
                    task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Memory(address, size, deallocate)));
            }
        }
        task.ExpectNothing(door);
        Assert.Equal(0u, task.Senders(door));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-4")]
    public void Leaves_its_sender_at_once_and_in_whole_pages_if_it_is_given_away(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        var page = task.Task.Memory.PageSize;
        var none = task.Task.MappedBytes;
        foreach (var copy in (int[])[MACH_MSG_VIRTUAL_COPY, MACH_MSG_PHYSICAL_COPY])
        {
            var region = task.Region((int)(4 * page));
            var note = new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Memory(region + 10, (uint)page, deallocate: true, copy);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
            // The bytes lie in two pages: both are gone before anyone has received.
            Assert.Equal(none + (2 * page), task.Task.MappedBytes);
            var letter = task.By(trap).Receive(door);
            Assert.Equal(unchecked((byte)(1 + (10 * 31))), Party.Memory(letter.Address(0), 1)[0]);
            task.Task.Deallocate(region, 4 * page);
            task.Task.Deallocate(letter.Address(0), page);
            Assert.Equal(none, task.Task.MappedBytes);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-5")]
    public void Is_what_it_was_when_it_was_sent(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var (a, b) = (machine.NewTask("a"), machine.NewTask("b"));
        var door = b.Receive();
        var key = b.GiveSend(a, door);
        foreach (var size in (int[])[1, 7, 4096, 40_000, 3_000_000])
        {
            foreach (var copy in (int[])[MACH_MSG_VIRTUAL_COPY, MACH_MSG_PHYSICAL_COPY])
            {
                foreach (var type in (int[])[MACH_MSG_OOL_DESCRIPTOR, MACH_MSG_OOL_VOLATILE_DESCRIPTOR])
                {
                    var region = a.Region(size);
                    var expected = Party.Memory(region, size).ToArray();
                    Assert.Equal(MACH_MSG_SUCCESS, a.By(trap).Send(new Note(key, 19).Memory(region, (uint)size, copy: copy, type: type)));
                    Party.Memory(region, size).Clear();
                    var letter = b.By(trap).Receive(door);
                    Assert.True(Party.Memory(letter.Address(0), size).SequenceEqual(expected));
                    // The receiver's copy is its own.
                    Party.Memory(letter.Address(0), size).Fill(0xee);
                    Assert.Equal(-1, Party.Memory(region, size).IndexOfAnyExcept((byte)0));
                    a.Task.Deallocate(region, (ulong)size);
                    b.Task.Deallocate(letter.Address(0), (ulong)size);
                }
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-6")]
    public void Is_kept_by_its_sender_when_an_array_of_names_cannot_be_read(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var door = task.Receive();
        var page = task.Task.Memory.PageSize;
        var region = task.Region((int)page);
        var held = task.Task.MappedBytes;
        foreach (var address in (ulong[])[0, 0x10, fence.High - 4, fence.Nowhere])
        {
            Assert.Equal(
                MACH_SEND_INVALID_MEMORY,
                task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Ports(address, 2, MACH_MSG_TYPE_COPY_SEND, deallocate: true)));
        }
        // Readable at its start only: the range is refused as a whole and nothing of it goes.
        var hole = task.Task.Allocate(page);
        task.Task.Deallocate(hole, page);
        Assert.Equal(held, task.Task.MappedBytes);
        Assert.True(task.Task.Memory.TryRead(region, new byte[16]));
        Assert.Equal(0u, task.Senders(door));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-6", "R-BODY-1")]
    public void Of_an_array_is_gone_before_its_names_are_looked_at(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, counted, notify) = (task.Receive(), task.Receive(), task.Receive());
        task.AskForNoSenders(counted, notify);
        var empty = task.Task.MappedBytes;
        var array = task.Task.Allocate(12);
        BinaryPrimitives.WriteUInt32LittleEndian(Party.Memory(array, 12), counted);
        BinaryPrimitives.WriteUInt32LittleEndian(Party.Memory(array + 4, 8), counted);
        BinaryPrimitives.WriteUInt32LittleEndian(Party.Memory(array + 8, 4), 0x7fff03);
        var note = new Note(door, MACH_MSG_TYPE_MAKE_SEND).Ports(array, 3, MACH_MSG_TYPE_MAKE_SEND, deallocate: true);
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.By(trap).Send(note));
        Assert.Equal(empty, task.Task.MappedBytes);
        // The elements before the bad one had been taken, and were destroyed.
        Assert.Equal((2u, 0u), (task.Status(counted).mps_mscount, task.Senders(counted)));
        Assert.Equal(2u, task.Receive(notify).Word(32));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-7", "R-COUT-6")]
    public void Carries_null_and_dead_names_as_they_are(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        (int, byte)[] dispositions = [(16, 16), (17, 17), (18, 18), (19, 17), (20, 17), (21, 18), (0, 0), (15, 0), (22, 0), (255, 0)];
        foreach (var (sent, received) in dispositions)
        {
            var note = new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE)
                .Ports(task.Names(MACH_PORT_NULL, MACH_PORT_DEAD, MACH_PORT_NULL), 3, sent)
                .Port(MACH_PORT_NULL, sent)
                .Port(MACH_PORT_DEAD, sent);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
            var letter = task.By(trap).Receive(door);
            Assert.Equal([0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0], Party.Memory(letter.Address(0), 12).ToArray());
            Assert.Equal((MACH_PORT_NULL, MACH_PORT_DEAD), (letter.PortName(1), letter.PortName(2)));
            Assert.Equal((received, received, received), (letter.Disposition(0), letter.Disposition(1), letter.Disposition(2)));
        }
    }
}
