namespace Mach.Conformance.Notifications;

public class A_port_deleted_notification
{
    [Theory, EveryRoute, Rule("R-PD-1", "R-NOT-1")]
    public void Follows_the_last_reference_of_a_send_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var send = server.GiveSend(client, server.Receive());
        client.AddSends(send, 1);
        var notify = client.Receive();
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(KERN_SUCCESS, client.Ports(route).mach_port_deallocate(client.Self, send));
        client.ExpectNothing(notify);
        Assert.Equal(KERN_SUCCESS, client.Ports(route).mach_port_deallocate(client.Self, send));
        client.ExpectOnlyNotice(notify, 65, send);
        Assert.Equal(0u, client.TypeOf(send));
    }

    [Theory, EveryRoute, Rule("R-PD-1", "R-MOD-9")]
    public void Follows_mod_refs_down_to_zero(World world, Route route)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var send = server.GiveSend(client, server.Receive());
        var notify = client.Receive();
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(KERN_SUCCESS, client.Ports(route).mach_port_mod_refs(client.Self, send, MACH_PORT_RIGHT_SEND, -1));
        client.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, send);
    }

    [Theory, EveryWorld, Rule("R-PD-1", "R-DEST-3")]
    public void Follows_destroy_instead_of_a_dead_name_notification(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.ReceiveAndSend();
        var send = server.GiveSend(client, port);
        var (near, far) = (server.Receive(), client.Receive());
        server.Ask(port, MACH_NOTIFY_DEAD_NAME, near);
        client.Ask(send, MACH_NOTIFY_DEAD_NAME, far);
        Assert.Equal(KERN_SUCCESS, client.Ports().mach_port_destroy(client.Self, send));
        client.ExpectOnlyNotice(far, MACH_NOTIFY_PORT_DELETED, send);
        Assert.Equal(KERN_SUCCESS, server.Ports().mach_port_destroy(server.Self, port));
        server.ExpectOnlyNotice(near, MACH_NOTIFY_PORT_DELETED, port);
    }

    [Theory, EveryWorld, Rule("R-PD-1", "R-CIN-20")]
    public void Follows_a_send_right_that_is_moved_away(World world)
    {
        using var machine = world.Boot();
        var (server, client) = (machine.NewTask("server"), machine.NewTask("client"));
        var port = server.Receive();
        var notify = client.Receive();
        var carried = server.GiveSend(client, port);
        client.Ask(carried, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(MACH_MSG_SUCCESS, client.Send(new Note(notify, MACH_MSG_TYPE_MAKE_SEND).Port(carried, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(0u, client.TypeOf(carried));
        Assert.Equal(MACH_PORT_TYPE_SEND, client.TypeOf(client.Receive(notify).PortName(0)));
        client.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, carried);

        // As destination.
        var last = server.GiveSend(client, server.Receive());
        client.Ask(last, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(MACH_MSG_SUCCESS, client.Send(new Note(last, MACH_MSG_TYPE_MOVE_SEND)));
        client.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, last);
    }

    [Theory, EveryWorld, Rule("R-PD-1", "R-CIN-20")]
    public void Follows_a_send_once_right_that_is_moved_used_or_dropped(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        var (moved, used, dropped) = (task.SendOnce(port), task.SendOnce(port), task.SendOnce(port));
        foreach (var once in (uint[])[moved, used, dropped])
            task.Ask(once, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND).Port(moved, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, moved);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(used, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, used);
        task.Drop(dropped);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, dropped);
    }

    [Theory, EveryWorld, Rule("R-PD-1")]
    public void Follows_a_pure_receive_right_that_is_moved_away(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, notify) = (task.Receive(), task.Receive());
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Give(other, port, MACH_MSG_TYPE_MOVE_RECEIVE);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, port);
    }

    [Theory, EveryWorld, Rule("R-PD-1", "R-DIE-3")]
    public void Follows_the_death_of_a_pure_receive_right(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Die(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, port);
    }

    [Theory, EveryWorld, Rule("R-PD-1", "R-MOD-9", "R-CIN-13")]
    public void Is_not_sent_while_another_right_keeps_the_name(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Drop(port);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE | MACH_PORT_TYPE_DNREQUEST, task.TypeOf(port));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, port, port, MACH_MSG_TYPE_MAKE_SEND));
        var moved = task.Give(other, port, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal(MACH_PORT_TYPE_SEND | MACH_PORT_TYPE_DNREQUEST, task.TypeOf(port));
        task.ExpectNothing(notify);
        other.Die(moved);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_DEAD_NAME, port);
    }
}
