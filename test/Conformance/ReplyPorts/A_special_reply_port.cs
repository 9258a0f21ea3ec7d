namespace Mach.Conformance.ReplyPorts;

public class A_special_reply_port
{
    [Theory, EveryWorld, Rule("R-RPLY-4")]
    public void Is_new_on_each_call_with_a_send_right(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (first, second) = (task.Traps.thread_get_special_reply_port(), task.Traps.thread_get_special_reply_port());
        Assert.NotEqual(first, second);
        foreach (var port in (uint[])[first, second])
        {
            Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(port));
            Assert.Equal(1u, task.Sends(port));
        }
    }

    [Theory, EveryRoute, Rule("R-RPLY-4")]
    public void Cannot_move_and_cannot_be_asked_to_come_back(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, door) = (task.Traps.thread_get_special_reply_port(), task.Receive());
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Port(port, MACH_MSG_TYPE_MOVE_RECEIVE)));
        Assert.Equal(
            KERN_INVALID_CAPABILITY,
            task.Ports(route).mach_port_extract_right(task.Self, port, MACH_MSG_TYPE_MOVE_RECEIVE, out _, out _));
        Assert.Equal(KERN_INVALID_RIGHT, task.TryRequest(port, MACH_NOTIFY_PORT_DESTROYED, door, route: route));
    }

    [Theory, EveryWorld, Rule("R-RPLY-5")]
    public void Serves_a_call_as_any_reply_port_does(World world)
    {
        using var machine = world.Boot();
        var (client, server) = (machine.NewTask("client"), machine.NewTask("server"));
        var lane = new Lane(client, server);
        var reply = client.Traps.thread_get_special_reply_port();
        for (var id = 0; id < 3; id++)
        {
            Assert.Equal(
                MACH_MSG_SUCCESS,
                client.Send(
                    new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: id), MACH_SEND_SYNC_OVERRIDE));
        }
        for (var id = 0; id < 3; id++)
        {
            var request = server.Receive(lane.Door);
            Assert.Equal((id, (uint)MACH_MSG_TYPE_PORT_SEND_ONCE), (request.Id, request.RemoteDisposition));
            Assert.Equal(MACH_MSG_SUCCESS, server.Send(new Note(request.Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: id + 100)));
            Assert.Equal(MACH_MSG_SUCCESS, client.Receive(reply, out var answer, MACH_RCV_SYNC_WAIT));
            Assert.Equal(id + 100, answer.Id);
        }
        // One whose right dies unused hears of it as any port does.
        Assert.Equal(MACH_MSG_SUCCESS, client.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        server.Die(lane.Door);
        client.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
    }

    [Theory, EveryWorld, Rule("R-RPLY-5")]
    public void Is_where_a_thread_waits_that_names_whom_to_boost(World world)
    {
        using var machine = world.Boot();
        var (client, server) = (machine.NewTask("client"), machine.NewTask("server"));
        var lane = new Lane(client, server);
        var (special, ordinary) = (client.Traps.thread_get_special_reply_port(), client.Receive());
        client.Push(special, id: 1);
        client.Push(ordinary, id: 2);
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Receive(ordinary, lane.Key));
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Receive(special, MACH_PORT_DEAD));
        Assert.Equal(MACH_MSG_SUCCESS, Receive(special, lane.Key));
        Assert.Equal(MACH_MSG_SUCCESS, Receive(ordinary, MACH_PORT_NULL));

        kern_return_t Receive(uint name, uint boosted) =>
            client.MachMsg(client.Buffer(256), MACH_RCV_MSG | MACH_RCV_TIMEOUT | MACH_RCV_SYNC_WAIT, 0, 256, name, 0, boosted);
    }

    [Theory, EveryWorld, Rule("R-RPLY-4", "R-RPLY-5")]
    public void Belongs_to_one_thread(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var first = task.Traps.thread_get_special_reply_port();
        var second = task.Traps.thread_get_special_reply_port();
        task.Push(first);
        task.Push(second);
        Assert.Equal(MACH_RCV_INVALID_NOTIFY, Receive(first));
        Assert.Equal(MACH_MSG_SUCCESS, Receive(second));

        kern_return_t Receive(uint name) =>
            task.MachMsg(task.Buffer(256), MACH_RCV_MSG | MACH_RCV_TIMEOUT | MACH_RCV_SYNC_WAIT, 0, 256, name, 0, task.Self);
    }

    [Theory, EveryWorld, Rule("R-DBG-8")]
    public void Has_no_link_that_could_be_reset(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Traps.thread_get_special_reply_port();
        Assert.Equal(KERN_NOT_SUPPORTED, task.Ports().Message.mach_port_special_reply_port_reset_link(task.Self, port, out _));
    }
}
