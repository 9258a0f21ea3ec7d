namespace Mach.Conformance.Notifications;

public class A_no_senders_request
{
    [Theory, EveryRoute, Rule("R-NS-1")]
    public void Needs_a_live_receive_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var notify = task.Receive();
        Assert.Equal(KERN_INVALID_RIGHT, Try(MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_RIGHT, Try(MACH_PORT_DEAD));
        Assert.Equal(KERN_INVALID_NAME, Try(task.StaleName()));
        Assert.Equal(KERN_INVALID_NAME, Try(task.DeadName()));
        Assert.Equal(KERN_INVALID_NAME, Try(task.UnseenDeadSend(other)));
        Assert.Equal(KERN_INVALID_RIGHT, Try(other.GiveSend(task, other.Receive())));
        Assert.Equal(KERN_INVALID_RIGHT, Try(task.SendOnce(notify)));
        Assert.Equal(KERN_INVALID_RIGHT, Try(task.PortSet()));

        kern_return_t Try(uint name) => task.TryRequest(name, MACH_NOTIFY_NO_SENDERS, notify, route: route);
    }

    [Theory, EveryRoute, Rule("R-NS-1", "R-RPLY-1")]
    public void Is_not_for_the_reply_ports_of_hardened_tasks(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { Policy = new KernelPolicy { HardenedTasks = true } });
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_RIGHT, task.TryRequest(task.Construct(MPO_REPLY_PORT), MACH_NOTIFY_NO_SENDERS, task.Receive(), route: route));
    }

    [Theory, EveryRoute, Rule("R-NS-2")]
    public void That_is_cancelled_gives_its_right_back_and_never_fires(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify, route: route);
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(task.CancelRequest(port, MACH_NOTIFY_NO_SENDERS, route)));
        Assert.Equal(0, task.Status(port).mps_nsrequest);
        task.Drop(port);
        task.ExpectNothing(notify);
        Assert.Equal(MACH_PORT_NULL, task.CancelRequest(port, MACH_NOTIFY_NO_SENDERS, route));
    }

    [Theory, EveryRoute, Rule("R-NS-3", "R-NOT-1")]
    public void Fires_at_once_when_there_are_none_and_sync_is_not_above_the_count(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_mscount(task.Self, port, 9));
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify, sync: 9, route);
        task.ExpectOnlyNotice(notify, 70, 9);
        Assert.Equal(0, task.Status(port).mps_nsrequest);
    }

    [Theory, EveryRoute, Rule("R-NS-3", "R-NS-4")]
    public void Waits_when_sync_is_above_the_count(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify, second) = (task.Receive(), task.Receive(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_mscount(task.Self, port, 9));
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify, sync: 10, route);
        task.ExpectNothing(notify);
        Assert.Equal(1, task.Status(port).mps_nsrequest);
        // One that fires at once still returns the one that waited.
        var old = task.Ask(port, MACH_NOTIFY_NO_SENDERS, second, sync: 0, route);
        task.ExpectOnlyNotice(second, MACH_NOTIFY_NO_SENDERS, 9);
        task.Drop(old);
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(0, task.Status(port).mps_nsrequest);
    }

    [Theory, EveryRoute, Rule("R-NS-4")]
    public void Replaces_the_one_before_and_returns_its_right(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, first, second) = (task.ReceiveAndSend(), task.Receive(), task.Receive());
        Assert.Equal(MACH_PORT_NULL, task.Ask(port, MACH_NOTIFY_NO_SENDERS, first, route: route));
        task.Drop(task.Ask(port, MACH_NOTIFY_NO_SENDERS, second, route: route));
        task.ExpectNotice(first, MACH_NOTIFY_SEND_ONCE);
        task.Drop(port);
        task.ExpectOnlyNotice(second, MACH_NOTIFY_NO_SENDERS, 1);
        task.ExpectNothing(first);
    }

    [Theory, EveryRoute, Rule("R-NS-5")]
    public void Fires_once_with_the_count_of_that_moment_whatever_sync_was(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify, sync: 100, route);
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, port, port, MACH_MSG_TYPE_MAKE_SEND));
        task.Drop(port);
        task.ExpectNothing(notify);
        task.Drop(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 2);
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, port, port, MACH_MSG_TYPE_MAKE_SEND));
        task.Drop(port);
        task.ExpectNothing(notify);
    }

    [Theory, EveryWorld, Rule("R-NS-8")]
    public void Survives_the_move_of_the_receive_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        var moved = task.Give(other, port, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal(1, other.Status(moved).mps_nsrequest);
        task.Drop(port);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 0);
    }

    [Theory, EveryRoute, Rule("R-NS-8", "R-DIE-1")]
    public void Ends_in_a_send_once_notification_when_the_port_dies(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNothing(notify);
    }

    [Theory, EveryRoute, Rule("R-NS-8", "R-DIE-1", "R-DSTR-5")]
    public void Fires_when_destruct_drops_the_last_send_right_with_the_port(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_destruct(task.Self, port, -1, 0));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 1);
    }

    [Theory, EveryWorld, Rule("R-NS-8", "R-DIE-1", "R-DEST-1")]
    public void Fires_when_destroy_or_the_end_of_the_task_drops_the_last_send_right_with_the_port(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (first, second) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        var notify = other.Receive();
        foreach (var port in (uint[])[first, second])
        {
            var once = other.Give(task, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE);
            Assert.Equal(
                KERN_SUCCESS,
                task.Ports().mach_port_request_notification(task.Self, port, MACH_NOTIFY_NO_SENDERS, 0, once, MACH_MSG_TYPE_MOVE_SEND_ONCE, out _));
        }
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_destroy(task.Self, first));
        other.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 1);
        task.Task.Dispose();
        other.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 1);
    }

    [Theory, EveryWorld, Rule("R-NS-9")]
    public void Fires_when_the_only_message_with_a_send_right_to_its_own_port_is_received(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, id: 5)));
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        task.ExpectNothing(notify);
        Assert.Equal(5, task.Receive(port).Id);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 1);
    }
}
