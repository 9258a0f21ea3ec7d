namespace Mach.Conformance.Notifications;

public class A_port_destroyed_request
{
    private const int Request = MACH_NOTIFY_PORT_DESTROYED;

    [Theory, EveryRoute, Rule("R-PDN-1")]
    public void Needs_sync_0_and_a_live_receive_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var notify = task.Receive();
        Assert.Equal(KERN_INVALID_VALUE, Try(MACH_PORT_NULL, sync: 1));
        Assert.Equal(KERN_INVALID_VALUE, Try(task.StaleName(), sync: 1));
        Assert.Equal(KERN_INVALID_RIGHT, Try(MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_RIGHT, Try(MACH_PORT_DEAD));
        Assert.Equal(KERN_INVALID_NAME, Try(task.StaleName()));
        Assert.Equal(KERN_INVALID_NAME, Try(task.DeadName()));
        Assert.Equal(KERN_INVALID_NAME, Try(task.UnseenDeadSend(other)));
        Assert.Equal(KERN_INVALID_RIGHT, Try(other.GiveSend(task, other.Receive())));
        Assert.Equal(KERN_INVALID_RIGHT, Try(task.SendOnce(notify)));
        Assert.Equal(KERN_INVALID_RIGHT, Try(task.PortSet()));
        Assert.Equal(KERN_INVALID_RIGHT, Try(task.Traps.thread_get_special_reply_port()));

        kern_return_t Try(uint name, uint sync = 0) => task.TryRequest(name, Request, notify, sync, route);
    }

    [Theory, EveryRoute, Rule("R-PDN-1", "R-RPLY-1")]
    public void Is_not_for_the_reply_ports_of_hardened_tasks(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { Policy = new KernelPolicy { HardenedTasks = true } });
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_RIGHT, task.TryRequest(task.Construct(MPO_REPLY_PORT), Request, task.Receive(), route: route));
    }

    [Theory, EveryRoute, Rule("R-PDN-1")]
    public void On_a_service_port_is_the_brokers_alone_where_policy_says_so(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { Policy = new KernelPolicy { ServicePortsForBroker = true } });
        var (broker, other) = (machine.NewTask("broker"), machine.NewTask("other"));
        var (mine, yours) = (Service(broker), broker.Give(other, Service(broker), MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal(KERN_SUCCESS, broker.TryRequest(mine, Request, broker.Receive(), route: route));
        Assert.Equal(KERN_FAILURE, other.TryRequest(yours, Request, other.Receive(), route: route));
    }

    [Theory, EveryRoute, Rule("R-PDN-1")]
    public void On_a_service_port_is_anybodys_without_that_policy(World world, Route route)
    {
        using var machine = world.Boot();
        machine.NewTask("broker");
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.TryRequest(Service(task), Request, task.Receive(), route: route));
    }

    [Theory, EveryRoute, Rule("R-PDN-2")]
    public void Cannot_be_replaced_or_cancelled(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        Assert.Equal(MACH_PORT_NULL, task.CancelRequest(port, Request, route));
        Assert.Equal(MACH_PORT_NULL, task.Ask(port, Request, notify, route: route));
        Assert.Equal(1, task.Status(port).mps_pdrequest);
        Assert.Equal(KERN_FAILURE, task.TryRequest(port, Request, notify, 0, route, out var previous));
        Assert.Equal(MACH_PORT_NULL, previous);
        Assert.Equal(KERN_FAILURE, task.TryRequest(port, Request, MACH_PORT_NULL, route: route));
        Assert.Equal(1, task.Status(port).mps_pdrequest);
    }

    [Theory, EveryRoute, Rule("R-PDN-3", "R-DIE-4", "R-NOT-1")]
    public void Gets_the_receive_right_when_it_would_be_destroyed(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, keeper) = (machine.NewTask("task"), machine.NewTask("keeper"));
        var home = keeper.Receive();
        AssertKept(task, keeper, home, port => task.Ports(route).mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        AssertKept(task, keeper, home, port => task.Ports(route).mach_port_destruct(task.Self, port, 0, 77));
        AssertKept(task, keeper, home, port => task.Ports(route).mach_port_destruct(task.Self, port, -1, 77));
    }

    [Theory, EveryWorld, Rule("R-PDN-3", "R-DEST-1", "R-DIE-5")]
    public void Gets_the_receive_right_from_destroy_and_from_the_end_of_its_task(World world)
    {
        using var machine = world.Boot();
        var (task, keeper) = (machine.NewTask("task"), machine.NewTask("keeper"));
        var home = keeper.Receive();
        AssertKept(task, keeper, home, port => task.Ports().mach_port_destroy(task.Self, port));
        AssertKept(task, keeper, home, _ => Terminate(task));
    }

    [Theory, EveryWorld, Rule("R-PDN-3", "R-FAIL-1")]
    public void Gets_the_receive_right_out_of_a_destroyed_message(World world)
    {
        using var machine = world.Boot();
        var (task, keeper) = (machine.NewTask("task"), machine.NewTask("keeper"));
        var home = keeper.Receive();
        AssertKept(task, keeper, home, port =>
        {
            var doomed = task.Receive();
            var sent = task.Send(new Note(doomed, MACH_MSG_TYPE_MAKE_SEND).Port(port, MACH_MSG_TYPE_MOVE_RECEIVE));
            task.Die(doomed);
            return sent;
        });
    }

    [Theory, EveryWorld, Rule("R-PDN-3", "R-DSTR-6")]
    public void Leaves_send_rights_alive_and_fires_but_once(World world)
    {
        using var machine = world.Boot();
        var (task, keeper) = (machine.NewTask("task"), machine.NewTask("keeper"));
        var home = keeper.Receive();
        var port = task.ReceiveAndSend();
        Assert.Equal(MACH_PORT_NULL, Register(task, keeper, port, home));
        task.Die(port);
        Assert.Equal(MACH_PORT_TYPE_SEND, task.TypeOf(port));
        var kept = keeper.ExpectNotice(home, Request).PortName(0);
        Assert.Equal(0, keeper.Status(kept).mps_pdrequest);
        keeper.Die(kept);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(port));
        keeper.ExpectNothing(home);
    }

    [Theory, EveryWorld, Rule("R-PDN-3", "R-DIE-3")]
    public void Takes_a_pure_receive_right_and_its_name_with_it(World world)
    {
        using var machine = world.Boot();
        var (task, keeper) = (machine.NewTask("task"), machine.NewTask("keeper"));
        var (home, notify) = (keeper.Receive(), task.Receive());
        var port = task.Receive();
        Register(task, keeper, port, home);
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Die(port);
        Assert.Equal(0u, task.TypeOf(port));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_PORT_DELETED, port);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, keeper.TypeOf(keeper.ExpectNotice(home, Request).PortName(0)));
    }

    [Theory, EveryWorld, Rule("R-PDN-5")]
    public void Cannot_save_a_port_when_its_own_is_dead(World world)
    {
        using var machine = world.Boot();
        var (task, keeper) = (machine.NewTask("task"), machine.NewTask("keeper"));
        var home = keeper.Receive();
        var port = task.ReceiveAndSend();
        Register(task, keeper, port, home);
        keeper.Die(home);
        task.Die(port);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(port));
    }

    [Theory, EveryWorld, Rule("R-PDN-5", "R-BODY-9")]
    public void Cannot_send_a_port_to_itself(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.Ask(port, Request, port);
        task.Die(port);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(port));
    }

    /// <summary>A port with a queue, counts and a guard comes to its keeper with the queue alone.</summary>
    private static void AssertKept(Party task, Party keeper, uint home, Func<uint, kern_return_t> destroy)
    {
        var port = task.ReceiveAndSend();
        task.SetLimit(port, 7);
        task.Push(port, id: 1);
        task.Push(port, id: 2);
        task.Push(port, id: 3);
        Assert.Equal(1, task.Receive(port).Id);
        Register(task, keeper, port, home);
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_context(task.Self, port, 77));
        Assert.Equal(KERN_SUCCESS, destroy(port));

        var letter = keeper.ExpectNotice(home, Request);
        var kept = letter.PortName(0);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, keeper.TypeOf(kept));
        var status = keeper.Status(kept);
        Assert.Equal((0u, 0u, 7u, 2u), (status.mps_seqno, status.mps_mscount, status.mps_qlimit, status.mps_msgcount));
        Assert.Equal((0, 0u), (status.mps_pdrequest, status.mps_flags));
        Assert.Equal(KERN_SUCCESS, keeper.Ports().Message.mach_port_get_context(keeper.Self, kept, out var context));
        Assert.Equal(0u, context);
        Assert.Equal(2, keeper.Receive(kept).Id);
        Assert.Equal(3, keeper.Receive(kept).Id);
        keeper.ExpectNothing(home);
        keeper.Die(kept);
    }

    /// <summary>Registers a right to a port of another task.</summary>
    private static uint Register(Party task, Party keeper, uint port, uint home)
    {
        var once = keeper.Give(task, home, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.Equal(
            KERN_SUCCESS,
            task.Ports().mach_port_request_notification(task.Self, port, Request, 0, once, MACH_MSG_TYPE_MOVE_SEND_ONCE, out var previous));
        return previous;
    }

    private static kern_return_t Terminate(Party task)
    {
        task.Task.Dispose();
        return KERN_SUCCESS;
    }

    private static uint Service(Party task) => task.ServicePort("a service");
}
