namespace Mach.Conformance.Sets;

public class A_port_set
{
    [Theory, EveryWorld, Rule("R-PSET-10")]
    public void Lists_its_members_in_ascending_order(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var set = task.PortSet();
        uint[] ports = [task.Receive(), task.Receive(), task.Receive(), task.Receive()];
        foreach (var index in (int[])[2, 0, 3, 1])
            task.Join(ports[index], set);
        Array.Sort(ports);
        Assert.Equal(ports, task.Members(set));
    }

    [Theory, EveryWorld, Rule("R-PSET-10", "R-NAME-13")]
    public void That_is_empty_gives_no_memory_and_what_is_no_set_gives_its_code(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var calls = task.Ports().Message;
        Assert.Equal(KERN_SUCCESS, calls.mach_port_get_set_status(task.Self, task.PortSet(), out var members, out var count));
        Assert.Equal((0ul, 0u), (members.Address, count));
        Assert.Equal(KERN_INVALID_RIGHT, Status(MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_RIGHT, Status(MACH_PORT_DEAD));
        Assert.Equal(KERN_INVALID_NAME, Status(task.StaleName()));
        Assert.Equal(KERN_INVALID_NAME, Status(task.DeadName()));
        Assert.Equal(KERN_INVALID_NAME, Status(task.UnseenDeadSend(other)));
        Assert.Equal(KERN_INVALID_RIGHT, Status(task.Receive()));
        Assert.Equal(KERN_INVALID_RIGHT, Status(task.SendOnce(task.Receive())));

        kern_return_t Status(uint name) => calls.mach_port_get_set_status(task.Self, name, out _, out _);
    }

    [Theory, EveryWorld, Rule("R-PSET-11")]
    public void Has_none_of_what_a_port_has(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (set, notify) = (task.PortSet(), task.Receive());
        var calls = task.Ports().Message;
        Span<int> words = stackalloc int[17];
        foreach (var flavor in (int[])[MACH_PORT_LIMITS_INFO, MACH_PORT_RECEIVE_STATUS, MACH_PORT_DNREQUESTS_SIZE, MACH_PORT_INFO_EXT])
            Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_get_attributes(task.Self, set, flavor, words, out _));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_set_attributes(task.Self, set, MACH_PORT_LIMITS_INFO, [9]));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_set_seqno(task.Self, set, 1));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_set_mscount(task.Self, set, 1));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_get_context(task.Self, set, out _));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_set_context(task.Self, set, 1));
        Assert.Equal(KERN_INVALID_RIGHT, calls.mach_port_guard(task.Self, set, 1, 0));
        foreach (var id in (int[])[MACH_NOTIFY_DEAD_NAME, MACH_NOTIFY_SEND_POSSIBLE, MACH_NOTIFY_NO_SENDERS, MACH_NOTIFY_PORT_DESTROYED])
            Assert.Equal(KERN_INVALID_RIGHT, task.TryRequest(set, id, notify));
    }

    [Theory, EveryWorld, Rule("R-PSET-8", "R-Q-9")]
    public void Gives_messages_in_the_name_and_the_numbers_of_their_port(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (busy, quiet, set) = (task.Receive(), task.Receive(), task.PortSet());
        task.Join(busy, set);
        task.Join(quiet, set);
        for (var expected = 0u; expected < 3; expected++)
        {
            task.Push(busy);
            var letter = task.Receive(set, MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_SEQNO));
            Assert.Equal((busy, expected), (letter.Local, letter.Sequence));
        }
        task.Push(quiet);
        var first = task.Receive(set, MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_SEQNO));
        Assert.Equal((quiet, 0u), (first.Local, first.Sequence));
    }

    [Theory, EveryWorld, Rule("R-PSET-7")]
    public void Serves_its_members_in_rotation(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var set = task.PortSet();
        uint[] ports = [task.Receive(), task.Receive(), task.Receive()];
        foreach (var port in ports)
        {
            task.Join(port, set);
            for (var id = 0; id < 3; id++)
                task.Push(port, id);
        }
        for (var round = 0; round < 3; round++)
        {
            var served = new HashSet<uint>();
            for (var turn = 0; turn < 3; turn++)
            {
                var letter = task.Receive(set);
                Assert.Equal(round, letter.Id);
                Assert.True(served.Add(letter.Local));
            }
        }
        task.ExpectNothing(set);
    }

    [Theory, EveryWorld, Rule("R-PSET-7")]
    public void Serves_a_port_that_gets_its_first_message_behind_those_that_wait(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (early, late, set) = (task.Receive(), task.Receive(), task.PortSet());
        task.Join(early, set);
        task.Join(late, set);
        task.Push(early, id: 1);
        task.Push(early, id: 2);
        task.Push(late, id: 3);
        Assert.Equal([1, 3, 2], (int[])[task.Receive(set).Id, task.Receive(set).Id, task.Receive(set).Id]);
    }

    [Theory, EveryWorld, Rule("R-PSET-6")]
    public void Leaves_its_members_to_be_received_from_directly(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        task.Join(port, set);
        task.Push(port, id: 1);
        task.Push(port, id: 2);
        Assert.Equal(1, task.Receive(port).Id);
        Assert.Equal(2, task.Receive(set).Id);
        task.ExpectNothing(port);
        task.ExpectNothing(set);
    }

    [Theory, EveryRoute, Rule("R-PSET-9", "R-MOD-2", "R-DEAL-2")]
    public void That_is_destroyed_leaves_its_members_alive_and_alone(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, first, second) = (task.Receive(), task.PortSet(), task.PortSet());
        task.Join(port, first);
        task.Join(port, second);
        task.Push(port, id: 4);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, first, MACH_PORT_RIGHT_PORT_SET, -1));
        Assert.Equal([port], task.Members(second));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_deallocate(task.Self, second));
        Assert.Equal(0u, task.Status(port).mps_pset);
        Assert.Equal(4, task.Receive(port).Id);
    }
}
