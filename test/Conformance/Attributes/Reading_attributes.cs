namespace Mach.Conformance.Attributes;

public class Reading_attributes
{
    [Theory, EveryRoute, Rule("R-ATTR-1", "R-ATTR-2")]
    public void Gives_as_many_words_as_the_flavor_has(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var (flavor, words) in ((int, uint)[])[(1, 1), (2, 10), (3, 1), (7, 17)])
        {
            Assert.Equal(KERN_SUCCESS, Get(task, route, port, flavor, new int[words], out var exact));
            Assert.Equal(words, exact);
            Assert.Equal(KERN_SUCCESS, Get(task, route, port, flavor, new int[17], out var trimmed));
            Assert.Equal(words, trimmed);
        }
        var service = task.ServicePort("a service");
        Assert.Equal(KERN_SUCCESS, Get(task, route, service, 9, new int[1], out var throttled));
        Assert.Equal(1u, throttled);
    }

    [Theory, EveryRoute, Rule("R-ATTR-1")]
    public void Refuses_flavors_that_can_only_be_set_or_do_not_exist(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var flavor in (int[])[0, MACH_PORT_TEMPOWNER, MACH_PORT_IMPORTANCE_RECEIVER, MACH_PORT_DENAP_RECEIVER, MACH_PORT_GUARD_INFO, 10, -1])
        {
            Assert.Equal(KERN_INVALID_ARGUMENT, Get(task, route, port, flavor, new int[17], out _));
            Assert.Equal(KERN_INVALID_ARGUMENT, Get(task, route, MACH_PORT_NULL, flavor, new int[17], out _));
        }
    }

    [Theory, EveryRoute, Rule("R-ATTR-2")]
    public void Needs_room_for_all_words_before_it_looks_at_the_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (flavor, words) in ((int, int)[])[(MACH_PORT_LIMITS_INFO, 1), (MACH_PORT_RECEIVE_STATUS, 10), (MACH_PORT_DNREQUESTS_SIZE, 1), (MACH_PORT_INFO_EXT, 17)])
        {
            foreach (var name in (uint[])[task.Receive(), MACH_PORT_NULL, MACH_PORT_DEAD, task.StaleName(), task.PortSet()])
                Assert.Equal(KERN_FAILURE, Get(task, route, name, flavor, new int[words - 1], out _));
        }
        // Of the throttled flavor the room is not checked.
        Assert.Equal(KERN_INVALID_CAPABILITY, Get(task, route, task.Receive(), MACH_PORT_SERVICE_THROTTLED, [], out _));
    }

    [Theory, EveryRoute, Rule("R-ATTR-3")]
    public void Of_no_port_gives_nothing_or_is_refused_by_flavor(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var none in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            Assert.Equal(KERN_SUCCESS, Get(task, route, none, MACH_PORT_LIMITS_INFO, new int[1], out var count));
            Assert.Equal(0u, count);
            int[] size = [77];
            Assert.Equal(KERN_SUCCESS, Get(task, route, none, MACH_PORT_DNREQUESTS_SIZE, size, out count));
            Assert.Equal((1u, 0), (count, size[0]));
            Assert.Equal(KERN_INVALID_RIGHT, Get(task, route, none, MACH_PORT_RECEIVE_STATUS, new int[10], out _));
            Assert.Equal(KERN_INVALID_RIGHT, Get(task, route, none, MACH_PORT_INFO_EXT, new int[17], out _));
        }
    }

    [Theory, EveryRoute, Rule("R-ATTR-3", "R-NAME-13", "R-NAME-14")]
    public void Of_what_is_no_receive_right_is_refused_by_name_or_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        foreach (var flavor in (int[])[MACH_PORT_LIMITS_INFO, MACH_PORT_RECEIVE_STATUS, MACH_PORT_DNREQUESTS_SIZE, MACH_PORT_INFO_EXT, MACH_PORT_SERVICE_THROTTLED])
        {
            Assert.Equal(KERN_INVALID_NAME, Get(task, route, task.StaleName(), flavor, new int[17], out _));
            Assert.Equal(KERN_INVALID_NAME, Get(task, route, task.DeadName(), flavor, new int[17], out _));
            Assert.Equal(KERN_INVALID_NAME, Get(task, route, task.UnseenDeadSend(other), flavor, new int[17], out _));
            Assert.Equal(KERN_INVALID_RIGHT, Get(task, route, other.GiveSend(task, other.Receive()), flavor, new int[17], out _));
            Assert.Equal(KERN_INVALID_RIGHT, Get(task, route, task.SendOnce(task.Receive()), flavor, new int[17], out _));
            Assert.Equal(KERN_INVALID_RIGHT, Get(task, route, task.PortSet(), flavor, new int[17], out _));
        }
    }

    [Theory, EveryRoute, Rule("R-ATTR-4")]
    public void Of_status_gives_ten_words_in_the_order_of_the_header(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        var words = new int[10];
        Assert.Equal(KERN_SUCCESS, Get(task, route, task.Receive(), MACH_PORT_RECEIVE_STATUS, words, out _));
        Assert.Equal([0, 0, 0, 5, 0, 0, 0, 0, 0, 0], words);

        task.Join(port, task.PortSet());
        task.SetLimit(port, 9);
        task.AddSends(port, 3);
        task.SendOnce(port);
        task.Push(port);
        task.Push(port);
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_seqno(task.Self, port, 21));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_mscount(task.Self, port, 32));
        task.Ask(port, MACH_NOTIFY_PORT_DESTROYED, notify);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Get(task, route, port, MACH_PORT_RECEIVE_STATUS, words, out _));
        Assert.Equal([1, 21, 32, 9, 2, 3, 1, 1, 1, 0], words);
    }

    [Theory, EveryRoute, Rule("R-ATTR-6")]
    public void Of_everything_starts_with_the_status_and_the_boosts(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.Push(port);
        var (status, all) = (new int[10], new int[17]);
        Assert.Equal(KERN_SUCCESS, Get(task, route, port, MACH_PORT_RECEIVE_STATUS, status, out _));
        Assert.Equal(KERN_SUCCESS, Get(task, route, port, MACH_PORT_INFO_EXT, all, out _));
        Assert.Equal(status, all[..10]);
        Assert.Equal(0, all[10]);
    }

    [Theory, EveryRoute, Rule("R-ATTR-5")]
    public void Of_status_shows_what_sets_a_port_apart(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(0, Flags(task.Receive()));
        Assert.Equal(2, Flags(task.Construct(MPO_CONTEXT_AS_GUARD, 5)));
        Assert.Equal(2 | 4, Flags(task.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT, 5)));
        var immovable = task.Construct(MPO_CONTEXT_AS_GUARD | MPO_IMMOVABLE_RECEIVE, 5);
        Assert.Equal(2 | 0x40, Flags(immovable));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_unguard(task.Self, immovable, 5));
        Assert.Equal(0, Flags(immovable));      // it is immovable still, but that is not shown
        Assert.Equal(1, Flags(task.Construct(MPO_TEMPOWNER)) & 1);
        Assert.Equal(8, Flags(task.Construct(MPO_IMPORTANCE_RECEIVER)));
        Assert.Equal(8, Flags(task.Construct(MPO_DENAP_RECEIVER)));

        int Flags(uint port)
        {
            var words = new int[10];
            Assert.Equal(KERN_SUCCESS, Get(task, route, port, MACH_PORT_RECEIVE_STATUS, words, out _));
            return words[9];
        }
    }

    [Theory, EveryRoute, Rule("R-ATTR-7", "R-ATTR-10", "R-DBG-7")]
    public void Of_requests_counts_both_kinds_until_they_fire(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, notify, far) = (task.ReceiveAndSend(), task.Receive(), other.Receive());
        Assert.Equal((0, 0u, 0u), Requests());
        task.Fill(port);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        other.Ask(task.GiveSend(other, port), MACH_NOTIFY_DEAD_NAME, far);
        var (size, total, used) = Requests();
        Assert.Equal(2u, used);
        Assert.True(size >= 2 && total == (uint)size);
        task.Receive(port);
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_POSSIBLE);
        Assert.Equal(1u, Requests().Used);

        (int Size, uint Total, uint Used) Requests()
        {
            int[] word = [-1];
            Assert.Equal(KERN_SUCCESS, Get(task, route, port, MACH_PORT_DNREQUESTS_SIZE, word, out _));
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_dnrequest_info(task.Self, port, out var total, out var used));
            return (word[0], total, used);
        }
    }

    private static kern_return_t Get(Party task, Route route, uint name, int flavor, Span<int> words, out uint count) =>
        task.Ports(route).mach_port_get_attributes(task.Self, name, flavor, words, out count);
}
