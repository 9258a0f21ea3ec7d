namespace Mach.Conformance.Notifications;

public class A_send_possible_request
{
    [Theory, EveryRoute, Rule("R-SP-1", "R-NOT-1")]
    public void That_is_armed_fires_at_once_while_there_is_room(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        Assert.Equal(MACH_PORT_NULL, task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1, route));
        task.ExpectOnlyNotice(notify, 66, port);
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(port));
        Assert.Equal(MACH_PORT_NULL, task.CancelRequest(port, MACH_NOTIFY_SEND_POSSIBLE, route));
    }

    [Theory, EveryRoute, Rule("R-SP-1")]
    public void That_is_armed_returns_the_one_before_even_if_it_fires_at_once(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, first, second) = (task.ReceiveAndSend(), task.Receive(), task.Receive());
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, first);
        var old = task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, second, sync: 1, route);
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(old));
        task.ExpectOnlyNotice(second, MACH_NOTIFY_SEND_POSSIBLE, port);
    }

    [Theory, EveryRoute, Rule("R-SP-1")]
    public void That_is_armed_fires_at_once_on_a_send_once_right_however_full_the_queue(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        var once = task.SendOnce(port);
        task.Fill(port);
        task.Ask(once, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1, route);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, once);
    }

    [Theory, EveryRoute, Rule("R-SP-1")]
    public void That_is_armed_fires_at_once_on_a_port_of_the_kernel(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        task.Ask(task.Self, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1, route);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, task.Self);
    }

    [Theory, EveryRoute, Rule("R-SP-1", "R-SP-3")]
    public void That_is_armed_on_a_full_queue_fires_when_a_message_is_taken(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Fill(port);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1, route);
        task.ExpectNothing(notify);
        task.Receive(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, port);
    }

    [Theory, EveryWorld, Rule("R-SP-3")]
    public void Fires_even_if_the_queue_is_full_still(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.SetLimit(port, 1);
        task.Push(port);
        task.Push(port);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        task.Receive(port);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND)));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, port);
    }

    [Theory, EveryWorld, Rule("R-SP-3")]
    public void Fires_once_and_for_every_name_that_has_one(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.ReceiveAndSend();
        var send = server.GiveSend(client, port);
        var (near, far) = (server.Receive(), client.Receive());
        server.Fill(port);
        server.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, near, sync: 1);
        client.Ask(send, MACH_NOTIFY_SEND_POSSIBLE, far, sync: 1);
        server.Receive(port);
        server.ExpectOnlyNotice(near, MACH_NOTIFY_SEND_POSSIBLE, port);
        client.ExpectOnlyNotice(far, MACH_NOTIFY_SEND_POSSIBLE, send);
        server.Receive(port);
        server.ExpectNothing(near);
        client.ExpectNothing(far);
    }

    [Theory, EveryWorld, Rule("R-SP-3")]
    public void Fires_for_a_thread_that_slept_until_the_message_came(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.SetLimit(port, 0);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        var receiver = task.NewSleeper().Receive(port);
        task.ExpectNothing(notify);
        task.Push(port);
        Assert.Equal(MACH_MSG_SUCCESS, receiver.Code);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, port);
    }

    [Theory, EveryWorld, Rule("R-SP-3")]
    public void Does_not_fire_for_a_message_that_is_discarded_or_left_as_too_large(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.SetLimit(port, 1);
        task.Push(port, words: 10);
        task.Push(port, words: 10);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        Assert.Equal(MACH_RCV_TOO_LARGE, task.Receive(port, out _, MACH_RCV_LARGE, room: 40));
        task.ExpectNothing(notify);
        Assert.Equal(MACH_RCV_TOO_LARGE, task.Receive(port, out _, room: 40));
        Assert.Equal(1u, task.Status(port).mps_msgcount);
        task.ExpectNothing(notify);
        task.Receive(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, port);
    }

    [Theory, EveryWorld, Rule("R-SP-3")]
    public void Does_not_fire_when_a_sleeping_thread_discards_the_message(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.SetLimit(port, 0);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        var receiver = task.NewSleeper().Receive(port, room: 40);
        task.Push(port, words: 10);
        Assert.Equal(MACH_RCV_TOO_LARGE, receiver.Code);
        task.ExpectNothing(notify);
    }

    [Theory, EveryWorld, Rule("R-SP-3")]
    public void Does_not_fire_when_the_limit_is_raised(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Fill(port);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        task.SetLimit(port, 10);
        Assert.Equal(MACH_MSG_SUCCESS, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
        task.ExpectNothing(notify);
    }

    [Theory, EveryRoute, Rule("R-SP-2")]
    public void That_is_dormant_sleeps_through_messages(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Fill(port);
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 0, route);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
        task.Receive(port);
        task.ExpectNothing(notify);
    }

    [Theory, EveryRoute, Rule("R-SP-2")]
    public void That_is_dormant_is_armed_by_a_notify_send_that_meets_a_full_queue(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 0, route);
        Assert.Equal(MACH_MSG_SUCCESS, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND), MACH_SEND_NOTIFY));
        task.Receive(port);
        task.ExpectNothing(notify);     // that one met room
        task.Fill(port);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND), MACH_SEND_NOTIFY));
        task.ExpectNothing(notify);
        task.Receive(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, port);
    }

    [Theory, EveryWorld, Rule("R-SP-2")]
    public void Is_not_what_a_notify_send_makes_of_a_dead_name_request(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Fill(port);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND), MACH_SEND_NOTIFY));
        task.Receive(port);
        task.ExpectNothing(notify);
        task.Die(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, port);
    }

    [Theory, EveryWorld, Rule("R-SP-3", "R-DN-5")]
    public void That_has_fired_says_nothing_of_the_death_and_adds_no_reference(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.ReceiveAndSend();
        var send = server.GiveSend(client, port);
        var (near, far) = (server.Receive(), client.Receive());
        server.Fill(port);
        server.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, near, sync: 1);
        client.Ask(send, MACH_NOTIFY_SEND_POSSIBLE, far, sync: 1);
        server.Receive(port);
        server.ExpectNotice(near, MACH_NOTIFY_SEND_POSSIBLE);
        client.ExpectNotice(far, MACH_NOTIFY_SEND_POSSIBLE);
        server.Die(port);
        server.ExpectNothing(near);
        client.ExpectNothing(far);
        Assert.Equal(1u, server.References(port, MACH_PORT_RIGHT_DEAD_NAME));
        Assert.Equal(1u, client.References(send, MACH_PORT_RIGHT_DEAD_NAME));
    }

    [Theory, EveryRoute, Rule("R-SP-4")]
    public void Ends_in_a_dead_name_notification_if_the_port_dies_first(World world, Route route)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.Receive();
        var send = server.GiveSend(client, port);
        var notify = client.Receive();
        foreach (var sync in (uint[])[0, 1])
        {
            server.Fill(port);
            client.Ask(send, MACH_NOTIFY_SEND_POSSIBLE, notify, sync, route);
            server.Die(port);
            client.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, send);
            Assert.Equal(2u, client.References(send, MACH_PORT_RIGHT_DEAD_NAME));
            port = server.Receive();
            send = server.GiveSend(client, port);
        }
    }
}
