namespace Mach.Conformance.References;

/// <summary>mach_port_mod_refs, kind by kind.</summary>
public class Changing_references
{
    private const uint Label = 5;

    [Theory, EveryRoute, Rule("R-MOD-1")]
    public void Checks_the_kind_then_null_and_dead_then_the_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x77703])
            Assert.Equal(KERN_INVALID_VALUE, Change(task, route, name, MACH_PORT_RIGHT_NUMBER, 0));
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            foreach (var delta in (int[])[0, 1, -1, 70000, int.MinValue])
            {
                Assert.Equal(KERN_SUCCESS, Change(task, route, name, MACH_PORT_RIGHT_SEND, delta));
                Assert.Equal(KERN_SUCCESS, Change(task, route, name, MACH_PORT_RIGHT_SEND_ONCE, delta));
            }
            foreach (var right in (uint[])[MACH_PORT_RIGHT_RECEIVE, MACH_PORT_RIGHT_PORT_SET, MACH_PORT_RIGHT_DEAD_NAME, Label])
                Assert.Equal(KERN_INVALID_NAME, Change(task, route, name, right, 0));
        }
        for (uint right = 0; right < MACH_PORT_RIGHT_NUMBER; right++)
            Assert.Equal(KERN_INVALID_NAME, Change(task, route, 0x77703, right, 0));
    }

    [Theory, EveryRoute, Rule("R-MOD-2")]
    public void Of_a_set_leaves_it_or_destroys_it(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (set, port) = (task.PortSet(), task.Receive());
        foreach (var name in (uint[])[port, task.SendOnce(port), task.DeadName(), other.GiveSend(task, other.Receive())])
            Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, name, MACH_PORT_RIGHT_PORT_SET, -1));
        Assert.Equal(KERN_SUCCESS, Change(task, route, set, MACH_PORT_RIGHT_PORT_SET, 0));
        foreach (var delta in (int[])[1, -2, 65535, int.MinValue])
            Assert.Equal(KERN_INVALID_VALUE, Change(task, route, set, MACH_PORT_RIGHT_PORT_SET, delta));
        Assert.Equal(KERN_SUCCESS, Change(task, route, set, MACH_PORT_RIGHT_PORT_SET, -1));
        Assert.Equal(0u, task.TypeOf(set));
    }

    [Theory, EveryRoute, Rule("R-MOD-3")]
    public void Of_a_receive_right_leaves_it_or_destroys_it(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = task.Receive();
        var send = task.GiveSend(other, port);
        foreach (var name in (uint[])[task.PortSet(), task.SendOnce(port), task.DeadName(), other.GiveSend(task, other.Receive())])
            Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, name, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(KERN_SUCCESS, Change(task, route, port, MACH_PORT_RIGHT_RECEIVE, 0));
        foreach (var delta in (int[])[1, -2])
            Assert.Equal(KERN_INVALID_VALUE, Change(task, route, port, MACH_PORT_RIGHT_RECEIVE, delta));
        Assert.Equal(MACH_PORT_TYPE_SEND, other.TypeOf(send));
        Assert.Equal(KERN_SUCCESS, Change(task, route, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(0u, task.TypeOf(port));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, other.TypeOf(send));
    }

    [Theory, EveryRoute, Rule("R-MOD-3", "R-GRD-6")]
    public void Of_a_guarded_receive_right_does_not_destroy_it(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD, context: 7);
        Assert.Equal(KERN_SUCCESS, Change(task, route, port, MACH_PORT_RIGHT_RECEIVE, 0));
        Assert.Equal(KERN_INVALID_VALUE, Change(task, route, port, MACH_PORT_RIGHT_RECEIVE, 1));
        Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
    }

    [Theory, EveryRoute, Rule("R-MOD-4")]
    public void Of_a_send_once_right_leaves_it_or_destroys_it_with_a_notification(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = task.Receive();
        var once = task.SendOnce(port);
        foreach (var name in (uint[])[task.PortSet(), port, task.DeadName(), other.GiveSend(task, other.Receive())])
            Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, name, MACH_PORT_RIGHT_SEND_ONCE, 0));
        Assert.Equal(KERN_SUCCESS, Change(task, route, once, MACH_PORT_RIGHT_SEND_ONCE, 0));
        foreach (var delta in (int[])[1, -2])
            Assert.Equal(KERN_INVALID_VALUE, Change(task, route, once, MACH_PORT_RIGHT_SEND_ONCE, delta));
        task.ExpectNothing(port);
        Assert.Equal(KERN_SUCCESS, Change(task, route, once, MACH_PORT_RIGHT_SEND_ONCE, -1));
        Assert.Equal(0u, task.TypeOf(once));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNothing(port);
    }

    [Theory, EveryRoute, Rule("R-MOD-4", "R-MOD-6")]
    public void Of_a_port_that_died_is_refused_and_leaves_a_dead_name(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (once, send) = (task.UnseenDeadSendOnce(other), task.UnseenDeadSend(other, references: 2));
        Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, once, MACH_PORT_RIGHT_SEND_ONCE, -1));
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, 1u), (task.Record(once).iin_type, task.Record(once).iin_urefs));
        Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, send, MACH_PORT_RIGHT_SEND, -1));
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, 2u), (task.Record(send).iin_type, task.Record(send).iin_urefs));
    }

    [Theory, EveryRoute, Rule("R-MOD-6", "R-RIGHT-7")]
    public void Of_a_port_that_died_with_a_request_leaves_a_dead_name_with_one_more(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (other.Receive(), task.Receive());
        var send = other.GiveSend(task, port);
        task.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        other.Die(port);
        Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, send, MACH_PORT_RIGHT_SEND, -1));
        Assert.Equal(2u, task.Deads(send));
        task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, send);
    }

    [Theory, EveryRoute, Rule("R-MOD-5")]
    public void Of_a_dead_name_keeps_within_what_it_has(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (dead, port) = (task.DeadName(), task.Receive());
        foreach (var name in (uint[])[task.PortSet(), port, task.SendOnce(port), other.GiveSend(task, other.Receive())])
            Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, name, MACH_PORT_RIGHT_DEAD_NAME, 0));
        Assert.Equal(KERN_SUCCESS, Change(task, route, dead, MACH_PORT_RIGHT_DEAD_NAME, 4));
        foreach (var delta in (int[])[-6, 65536, -65536, int.MaxValue, int.MinValue])
            Assert.Equal(KERN_INVALID_VALUE, Change(task, route, dead, MACH_PORT_RIGHT_DEAD_NAME, delta));
        Assert.Equal(5u, task.Deads(dead));
        Assert.Equal(KERN_SUCCESS, Change(task, route, dead, MACH_PORT_RIGHT_DEAD_NAME, -5));
        Assert.Equal(0u, task.TypeOf(dead));
    }

    [Theory, EveryRoute, Rule("R-MOD-6")]
    public void Of_a_send_right_keeps_within_what_it_has(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, send) = (task.Receive(), other.GiveSend(task, other.Receive()));
        foreach (var name in (uint[])[task.PortSet(), port, task.SendOnce(port), task.DeadName()])
            Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, name, MACH_PORT_RIGHT_SEND, 0));
        Assert.Equal(KERN_SUCCESS, Change(task, route, send, MACH_PORT_RIGHT_SEND, 4));
        Assert.Equal(KERN_SUCCESS, Change(task, route, send, MACH_PORT_RIGHT_SEND, 0));
        foreach (var delta in (int[])[-6, 65536, -65536, int.MaxValue, int.MinValue])
            Assert.Equal(KERN_INVALID_VALUE, Change(task, route, send, MACH_PORT_RIGHT_SEND, delta));
        Assert.Equal(5u, task.Sends(send));
        Assert.Equal(KERN_SUCCESS, Change(task, route, send, MACH_PORT_RIGHT_SEND, -4));
        Assert.Equal(1u, task.Sends(send));
    }

    [Theory, EveryRoute, Rule("R-MOD-6")]
    public void To_no_send_references_releases_the_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, own, notify) = (other.Receive(), task.ReceiveAndSend(), other.Receive());
        var send = other.GiveSend(task, port);
        task.AddSends(send, 1);
        other.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Change(task, route, send, MACH_PORT_RIGHT_SEND, -2));
        Assert.Equal(0u, task.TypeOf(send));
        Assert.Equal(1u, other.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS).Word(32));
        Assert.Equal(KERN_SUCCESS, Change(task, route, own, MACH_PORT_RIGHT_SEND, -1));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(own));
        Assert.Equal(0u, task.Holders(own));
    }

    [Theory, EveryRoute, Rule("R-MOD-7", "R-RIGHT-1")]
    public void Upwards_needs_no_receive_right_and_makes_no_send_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = other.Receive();
        var send = other.GiveSend(task, port);
        Assert.Equal(KERN_SUCCESS, Change(task, route, send, MACH_PORT_RIGHT_SEND, 9));
        Assert.Equal(10u, task.Sends(send));
        Assert.Equal(1u, other.Holders(port));
        Assert.Equal(1u, other.Status(port).mps_mscount);
    }

    [Theory, EveryRoute, Rule("R-MOD-8")]
    public void Of_a_label_is_refused_for_every_entry(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = task.Receive();
        foreach (var name in (uint[])[task.PortSet(), port, task.SendOnce(port), task.DeadName(), other.GiveSend(task, other.Receive())])
        {
            foreach (var delta in (int[])[0, 1, -1])
                Assert.Equal(KERN_INVALID_RIGHT, Change(task, route, name, Label, delta));
        }
    }

    [Theory, EveryRoute, Rule("R-MOD-9")]
    public void That_frees_a_name_with_a_request_tells_of_it(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (send, both, notify) = (other.GiveSend(task, other.Receive()), task.ReceiveAndSend(), task.Receive());
        task.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(both, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(KERN_SUCCESS, Change(task, route, both, MACH_PORT_RIGHT_SEND, -1));
        task.ExpectNothing(notify);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE | MACH_PORT_TYPE_DNREQUEST, task.TypeOf(both));
        Assert.Equal(KERN_SUCCESS, Change(task, route, send, MACH_PORT_RIGHT_SEND, -1));
        task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED, send);
    }

    private static kern_return_t Change(Party task, Route route, uint name, uint right, int delta) =>
        task.Ports(route).mach_port_mod_refs(task.Self, name, right, delta);
}
