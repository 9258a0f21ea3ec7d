namespace Mach.Conformance.Notifications;

public class A_dead_name_request
{
    [Theory, EveryRoute, Rule("R-DN-5", "R-NOT-1")]
    public void Tells_of_the_death_once_and_leaves_a_reference_to_whoever_is_told(World world, Route route)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.Receive();
        var send = server.GiveSend(client, port);
        client.AddSends(send, 2);
        var notify = client.Receive();
        Assert.Equal(MACH_PORT_NULL, client.Ask(send, MACH_NOTIFY_DEAD_NAME, notify, route: route));
        server.Die(port);
        client.ExpectOnlyNotice(notify, 72, send);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, client.TypeOf(send));
        Assert.Equal(4u, client.Deads(send));
    }

    [Theory, EveryWorld, Rule("R-DN-5")]
    public void Fires_when_the_task_of_the_receiver_dies(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var send = server.GiveSend(client, server.Receive());
        var notify = client.Receive();
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        server.Task.Dispose();
        client.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, send);
        Assert.Equal(2u, client.Deads(send));
    }

    [Theory, EveryWorld, Rule("R-DN-5", "R-DIE-2")]
    public void Adds_its_reference_at_once_where_the_receive_right_was(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        var notify = task.Receive();
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Die(port);
        Assert.Equal(2u, task.Deads(port));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, port);
    }

    [Theory, EveryWorld, Rule("R-DN-3", "R-DN-5")]
    public void Can_be_made_on_a_send_once_right(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var once = task.SendOnce(port);
        var notify = task.Receive();
        task.Ask(once, MACH_NOTIFY_DEAD_NAME, notify);
        task.Die(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, once);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(once));
        Assert.Equal(2u, task.Deads(once));
    }

    [Theory, EveryWorld, Rule("R-DN-5")]
    public void Names_the_port_as_each_space_that_asked_knows_it(World world)
    {
        using var machine = world.Boot();
        var (server, first, second) = (machine.NewTask("server"), machine.NewTask("first"), machine.NewTask("second"));
        var port = server.Receive();
        for (var skipped = 0; skipped < 3; skipped++)
            second.Receive();
        var (one, two) = (server.GiveSend(first, port), server.GiveSend(second, port));
        var (oneNotify, twoNotify) = (first.Receive(), second.Receive());
        first.Ask(one, MACH_NOTIFY_DEAD_NAME, oneNotify);
        second.Ask(two, MACH_NOTIFY_DEAD_NAME, twoNotify);
        Assert.NotEqual(one, two);
        server.Die(port);
        first.ExpectOnlyNotice(oneNotify, MACH_NOTIFY_DEAD_NAME, one);
        second.ExpectOnlyNotice(twoNotify, MACH_NOTIFY_DEAD_NAME, two);
    }

    [Theory, EveryWorld, Rule("R-DN-5", "R-RIGHT-4")]
    public void Leaves_a_pegged_count_pegged(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.Receive();
        var send = server.GiveSend(client, port);
        client.AddSends(send, 65534);
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, client.Receive());
        server.Die(port);
        Assert.Equal(65535u, client.Deads(send));
    }

    [Theory, EveryRoute, Rule("R-DN-2")]
    public void On_no_port_at_all_is_an_invalid_argument(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        foreach (var id in (int[])[MACH_NOTIFY_DEAD_NAME, MACH_NOTIFY_SEND_POSSIBLE])
        {
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryRequest(MACH_PORT_NULL, id, notify, route: route));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryRequest(MACH_PORT_DEAD, id, notify, route: route));
            Assert.Equal(KERN_INVALID_NAME, task.TryRequest(task.StaleName(), id, notify, route: route));
        }
    }

    [Theory, EveryRoute, Rule("R-DN-2")]
    public void That_is_cancelled_where_none_is_registered_succeeds_on_any_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var name in (uint[])[port, task.ReceiveAndSend(), task.SendOnce(port), task.PortSet(), task.DeadName()])
        {
            Assert.Equal(MACH_PORT_NULL, task.CancelRequest(name, MACH_NOTIFY_DEAD_NAME, route));
            Assert.Equal(MACH_PORT_NULL, task.CancelRequest(name, MACH_NOTIFY_SEND_POSSIBLE, route));
        }
    }

    [Theory, EveryRoute, Rule("R-DN-3")]
    public void On_a_port_set_is_an_invalid_right(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (set, notify) = (task.PortSet(), task.Receive());
        Assert.Equal(KERN_INVALID_RIGHT, task.TryRequest(set, MACH_NOTIFY_DEAD_NAME, notify, route: route));
        Assert.Equal(KERN_INVALID_RIGHT, task.TryRequest(set, MACH_NOTIFY_SEND_POSSIBLE, notify, route: route));
    }

    [Theory, EveryRoute, Rule("R-DN-3")]
    public void On_a_dead_name_is_refused_whatever_sync_says(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (dead, notify) = (task.DeadName(), task.Receive());
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryRequest(dead, MACH_NOTIFY_DEAD_NAME, notify, sync: 0, route));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryRequest(dead, MACH_NOTIFY_DEAD_NAME, notify, sync: 1, route));
        Assert.Equal(1u, task.Deads(dead));
    }

    [Theory, EveryRoute, Rule("R-DN-3")]
    public void For_sending_is_answered_at_once_on_a_dead_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (dead, notify) = (task.DeadName(), task.Receive());
        Assert.Equal(MACH_PORT_NULL, task.Ask(dead, MACH_NOTIFY_SEND_POSSIBLE, notify, route: route));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, dead);
        Assert.Equal(2u, task.Deads(dead));
        task.AddDeads(dead, 65533);
        task.Ask(dead, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1, route);
        Assert.Equal(65535u, task.Deads(dead));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, dead);
    }

    [Theory, EveryRoute, Rule("R-DN-4")]
    public void Replaces_the_one_before_and_returns_its_right_whichever_kind_it_was(World world, Route route)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.Receive();
        var send = server.GiveSend(client, port);
        var (first, second, third) = (client.Receive(), client.Receive(), client.Receive());
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, first, route: route);
        var old = client.Ask(send, MACH_NOTIFY_SEND_POSSIBLE, second, route: route);
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, client.TypeOf(old));
        client.Drop(old);
        client.ExpectNotice(first, MACH_NOTIFY_SEND_ONCE);
        old = client.Ask(send, MACH_NOTIFY_DEAD_NAME, third, route: route);
        client.Drop(old);
        client.ExpectNotice(second, MACH_NOTIFY_SEND_ONCE);
        server.Die(port);
        client.ExpectOnlyNotice(third, MACH_NOTIFY_DEAD_NAME, send);
        client.ExpectNothing(first);
        client.ExpectNothing(second);
    }

    [Theory, EveryRoute, Rule("R-DN-1")]
    public void That_is_cancelled_gives_its_right_back_and_stays_silent(World world, Route route)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.Receive();
        var send = server.GiveSend(client, port);
        var notify = client.Receive();
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, notify, route: route);
        Assert.Equal(MACH_PORT_TYPE_SEND | MACH_PORT_TYPE_DNREQUEST, client.TypeOf(send));
        var back = client.CancelRequest(send, MACH_NOTIFY_DEAD_NAME, route);
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, client.TypeOf(back));
        Assert.Equal(MACH_PORT_TYPE_SEND, client.TypeOf(send));
        server.Die(port);
        Assert.Equal(1u, client.Deads(send));
        client.ExpectNothing(notify);
    }

    [Theory, EveryRoute, Rule("R-DN-7")]
    public void That_is_cancelled_after_an_unseen_death_is_refused_and_the_name_turns_dead(World world, Route route)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.Receive();
        var send = server.GiveSend(client, port);
        var notify = client.Receive();
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        server.Die(port);
        Assert.Equal(KERN_INVALID_ARGUMENT, client.TryRequest(send, MACH_NOTIFY_DEAD_NAME, MACH_PORT_NULL, route: route));
        Assert.Equal(2u, client.Deads(send));
        Assert.Equal(KERN_SUCCESS, client.TryRequest(send, MACH_NOTIFY_DEAD_NAME, MACH_PORT_NULL, route: route));
        client.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, send);
    }
}
