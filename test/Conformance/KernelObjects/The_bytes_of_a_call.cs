using static Mach.Conformance.KernelObjects.Exchange;

namespace Mach.Conformance.KernelObjects;

/// <summary>Requests and replies of single routines, byte by byte.</summary>
public class The_bytes_of_a_call
{
    private static byte[] Done => [.. Ndr, 0, 0, 0, 0];

    [Theory, EveryWorld, Rule("R-KOBJ-2", "R-KOBJ-3")]
    public void On_a_name_are_words(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var exchange = new Exchange(task);
        var port = task.ReceiveAndSend();
        exchange.Expect(3201, [Ndr, Words(port)], false, Done, Words(MACH_PORT_TYPE_SEND_RECEIVE));
        exchange.Expect(3207, [Ndr, Words(port, MACH_PORT_RIGHT_SEND)], false, Done, Words(1));
        exchange.Expect(3208, [Ndr, Words(port, MACH_PORT_RIGHT_SEND, 2)], false, Done);
        exchange.Expect(3206, [Ndr, Words(port)], false, Done);
        exchange.Expect(3207, [Ndr, Words(port, MACH_PORT_RIGHT_SEND)], false, Done, Words(2));
        exchange.Expect(3222, [Ndr, Words(port)], false, Done, Words(1));
        exchange.Expect(3224, [Ndr, Words(port)], false, Done, Words(0, 0));
        exchange.Expect(3229, [Ndr, Words(port), Long(0x1122334455667788)], false, Done);
        exchange.Expect(3228, [Ndr, Words(port)], false, Done, Long(0x1122334455667788));
        exchange.Expect(3210, [Ndr, Words(port, 7)], false, Done);
        exchange.Expect(3216, [Ndr, Words(port, 9)], false, Done);
        Assert.Equal((7u, 9u), (task.Status(port).mps_mscount, task.Status(port).mps_seqno));
        exchange.Expect(3205, [Ndr, Words(port)], false, Done);
        exchange.Expect(3201, [Ndr, Words(port)], false, Ndr, Words((uint)KERN_INVALID_NAME));
    }

    [Theory, EveryWorld, Rule("R-KOBJ-2", "R-KOBJ-3")]
    public void That_makes_a_name_end_with_it(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var exchange = new Exchange(task);
        foreach (var (letter, at) in (IEnumerable<(Letter, int)>)
        [
            (exchange.Ask(3204, false, Ndr, Words(MACH_PORT_RIGHT_RECEIVE)), 36),
            (exchange.Ask(3219, false, Ndr, Words(MACH_PORT_RIGHT_RECEIVE, 0, 0)), 44),
            (exchange.Ask(3220, true, Words(1), Port(0, 19), Ndr, Words(MACH_PORT_RIGHT_RECEIVE, 0, 0, 0)), 44),
            (exchange.Ask(3231, true, Words(1), Region(task.Buffer(24), 24), Ndr, Long(0)), 36),
        ])
        {
            Assert.Equal((uint)at + 4, letter.Size);
            Assert.Equal(Done, letter.Body[..12].ToArray());
            Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(letter.Word(at)));
        }
        exchange.Expect(3203, [Ndr, Words(MACH_PORT_RIGHT_PORT_SET, 0x500003)], false, Done);
        Assert.Equal((uint)MACH_PORT_TYPE_PORT_SET, task.TypeOf(0x500003));
    }

    [Theory, EveryWorld, Rule("R-KOBJ-3", "R-EXT-2", "R-DN-4")]
    public void That_carries_a_right_have_a_descriptor_for_it(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var exchange = new Exchange(task);
        var (port, notify) = (task.Receive(), task.Receive());
        exchange.Expect(3215, [Ndr, Words(port, MACH_MSG_TYPE_MAKE_SEND)], true, Words(1), Port(port, 17));
        exchange.ExpectComplex(3214, [Words(1), Port(port, 20), Ndr, Words(port)], false, Done);
        Assert.Equal(2u, task.Sends(port));
        exchange.ExpectComplex(
            3213, [Words(1), Port(notify, 21), Ndr, Words(port, MACH_NOTIFY_DEAD_NAME, 0)], true, Words(1), Port(0, 18));
        var previous = exchange.Ask(3213, true, Words(1), Port(0, 21), Ndr, Words(port, MACH_NOTIFY_DEAD_NAME, 0));
        Assert.Equal(40u, previous.Size);
        Assert.Equal(Port(previous.PortName(0), 18), previous.Descriptor(0)[..12].ToArray());
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(previous.PortName(0)));
        exchange.Expect(3409, [Ndr, Words(TASK_KERNEL_PORT)], true, Words(1), Port(task.Self, 17));
        exchange.ExpectComplex(3410, [Words(1), Port(port, 19), Ndr, Words(TASK_BOOTSTRAP_PORT)], false, Done);
        exchange.Expect(3409, [Ndr, Words(TASK_BOOTSTRAP_PORT)], true, Words(1), Port(port, 17));
    }

    [Theory, EveryWorld, Rule("R-KOBJ-3", "R-NAMES-1", "R-PSET-10")]
    public void That_lists_names_have_regions_and_their_counts(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var exchange = new Exchange(task);
        var (set, member) = (task.PortSet(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, member, set));
        var names = exchange.Ask(3200, false);
        var count = names.Word(68);
        Assert.Equal((76u, 2u, count), (names.Size, names.Count, names.Word(72)));
        Assert.Equal(Ndr, names.Bytes[60..68]);
        Assert.Equal((count * 4, count * 4), (names.Extent(0), names.Extent(1)));
        Assert.Equal([1, 1, 0, 1], names.Descriptor(0)[8..12].ToArray());
        Assert.True(Party.Memory(names.Address(0), (int)count * 4).IndexOf(Words(member)) >= 0);
        var members = exchange.Ask(3211, false, Ndr, Words(set));
        Assert.Equal((56u, 1u, 4u), (members.Size, members.Word(52), members.Extent(0)));
        Assert.Equal(Words(member), Party.Memory(members.Address(0), 4).ToArray());
        // An empty list is no region at all.
        var none = exchange.Ask(3211, false, Ndr, Words(task.PortSet()));
        Assert.Equal((56u, 0u, 0u, 0ul), (none.Size, none.Word(52), none.Extent(0), none.Address(0)));
        var space = exchange.Ask(3223, false);
        Assert.Equal((100u, 2u, 0xffu), (space.Size, space.Count, space.Word(68)));
        Assert.Equal((space.Word(92) * 4, space.Word(96)), (space.Extent(0), space.Extent(1)));
    }

    [Theory, EveryWorld, Rule("R-KOBJ-3", "R-ATTR-2", "R-TSK-1")]
    public void That_fill_an_array_are_as_long_as_what_is_in_it(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask(identity: new TaskIdentity(501, 20, 99));
        var exchange = new Exchange(task);
        var port = task.Receive();
        exchange.Expect(3217, [Ndr, Words(port, MACH_PORT_LIMITS_INFO, 17)], false, Done, Words(1, 5));
        exchange.Expect(3217, [Ndr, Words(port, MACH_PORT_RECEIVE_STATUS, 10)], false, Done, Words(10, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0));
        exchange.Expect(3217, [Ndr, Words(port, MACH_PORT_RECEIVE_STATUS, 9)], false, Ndr, Words((uint)KERN_FAILURE));
        exchange.Expect(3218, [Ndr, Words(port, MACH_PORT_LIMITS_INFO, 1, 8)], false, Done);
        exchange.Expect(3217, [Ndr, Words(port, MACH_PORT_LIMITS_INFO, uint.MaxValue)], false, Done, Words(1, 8));
        exchange.Expect(3405, [Ndr, Words(13, 94)], false, Done, Words(2, 501, 20));
        exchange.Expect(3405, [Ndr, Words(15, 8)], false, Done, Words(8, 501, 501, 20, 501, 20, 99, 0, 0));
        task.Push(port, id: 77, words: 1);
        exchange.Expect(
            3209, [Ndr, Words(port, MACH_RCV_TRAILER_SEQNO << 24, 0, 68)], false, Done, Words(0, 36, 77, 12, 0, 8, 0));
    }

    [Theory, EveryWorld, Rule("R-KOBJ-3")]
    public void That_tell_of_a_space_or_an_object_have_fixed_places(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var exchange = new Exchange(task);
        var basic = exchange.Ask(3235, false);
        Assert.Equal((60u, 0u, 0xffu), (basic.Size, basic.Word(32), basic.Word(36)));
        exchange.Expect(3230, [Ndr, Words(task.Self)], false, Done, Words(2), Long(0));
        // A text of no length still ends with a zero, and its room is rounded.
        exchange.Expect(3239, [Ndr, Words(task.Self)], false, Done, Words(2), Long(0), Words(0, 1, 0));
    }

    [Theory, EveryWorld, Rule("R-KOBJ-3")]
    public void That_register_and_look_up_ports_have_three_descriptors(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var exchange = new Exchange(task);
        var (a, b) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        exchange.ExpectComplex(3403, [Words(3), Port(a, 19), Port(b, 19), Port(0, 19)], false, Done);
        exchange.Expect(3404, [], true, Words(3), Port(a, 17), Port(b, 17), Port(0, 17));
        var threads = exchange.Ask(3402, false);
        Assert.Equal((56u, 1u, 1u), (threads.Size, threads.Extent(0), threads.Word(52)));
        Assert.Equal([1, 1, 17, 2], threads.Descriptor(0)[8..12].ToArray());
        Assert.Equal(Words(task.Traps.thread_self_trap()), Party.Memory(threads.Address(0), 4).ToArray());
    }
}
