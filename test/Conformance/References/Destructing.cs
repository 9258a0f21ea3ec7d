namespace Mach.Conformance.References;

/// <summary>mach_port_destruct.</summary>
public class Destructing
{
    [Theory, EveryRoute, Rule("R-DSTR-1")]
    public void Null_dead_and_unknown_names_are_refused(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD, 0x77703])
            Assert.Equal(KERN_INVALID_NAME, Destruct(task, route, name));
    }

    [Theory, EveryRoute, Rule("R-DSTR-2")]
    public void Needs_the_receive_right_and_a_send_right_to_drop(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = task.Receive();
        foreach (var name in (uint[])[task.PortSet(), task.SendOnce(port), task.DeadName(), other.GiveSend(task, other.Receive())])
            Assert.Equal(KERN_INVALID_RIGHT, Destruct(task, route, name));
        Assert.Equal(KERN_INVALID_RIGHT, Destruct(task, route, port, -1));
        Assert.Equal(KERN_INVALID_RIGHT, Destruct(task, route, port, 1));
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, port));
        Assert.Equal(0u, task.TypeOf(port));
    }

    [Theory, EveryRoute, Rule("R-DSTR-2", "R-DSTR-3")]
    public void Refuses_to_add_references_before_it_looks_at_the_guard(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD | MPO_INSERT_SEND_RIGHT, context: 7);
        Assert.Equal(KERN_INVALID_VALUE, Destruct(task, route, port, 1, guard: 8));
        Assert.Equal(KERN_INVALID_ARGUMENT, Destruct(task, route, port, -2, guard: 8));
        Assert.Equal(KERN_INVALID_VALUE, Destruct(task, route, port, -2, guard: 7));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(port));
    }

    [Theory, EveryRoute, Rule("R-DSTR-3", "R-GRD-6")]
    public void Needs_the_guard_of_a_guarded_port(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT, context: 0x123456789);
        foreach (var guard in (ulong[])[0, 0x23456789])
            Assert.Equal(KERN_INVALID_ARGUMENT, Destruct(task, route, port, guard: guard));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, port, guard: 0x123456789));
        Assert.Equal(0u, task.TypeOf(port));
    }

    [Theory, EveryRoute, Rule("R-DSTR-3")]
    public void Ignores_the_guard_argument_for_an_unguarded_port(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (plain, withContext) = (task.Receive(), task.Construct(0, context: 7));
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, plain, guard: 9));
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, withContext, guard: 9));
    }

    [Theory, EveryRoute, Rule("R-DSTR-4")]
    public void Of_more_references_than_there_are_changes_nothing(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        foreach (var delta in (int[])[-2, -65535, -65536, int.MinValue])
            Assert.Equal(KERN_INVALID_VALUE, Destruct(task, route, port, delta));
        Assert.Equal((MACH_PORT_TYPE_SEND_RECEIVE, 1u), (task.TypeOf(port), task.Sends(port)));
    }

    [Theory, EveryRoute, Rule("R-DSTR-4", "R-RIGHT-4")]
    public void Ignores_a_smaller_delta_than_a_pegged_count(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.AddSends(port, 65534);
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, port, -65534));
        Assert.Equal(65535u, task.Deads(port));
    }

    [Theory, EveryRoute, Rule("R-DSTR-5", "R-DIE-1")]
    public void Drops_the_send_references_first_and_tells_when_they_were_the_last(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.AddSends(port, 2);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, port, -3));
        Assert.Equal(0u, task.TypeOf(port));
        Assert.Equal(1u, task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS).Word(32));
        task.ExpectNothing(notify);
    }

    [Theory, EveryRoute, Rule("R-DSTR-5", "R-DIE-1", "R-DIE-2")]
    public void Turns_the_remaining_references_into_a_dead_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, watched, notify) = (task.ReceiveAndSend(), task.ReceiveAndSend(), task.Receive());
        task.AddSends(port, 4);
        task.AddSends(watched, 4);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, port, -2));
        Assert.Equal(3u, task.Deads(port));
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        task.Ask(watched, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, watched, -2));
        Assert.Equal(4u, task.Deads(watched));
        task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, watched);
    }

    [Theory, EveryRoute, Rule("R-DSTR-6", "R-DIE-4")]
    public void With_a_port_destroyed_request_leaves_the_send_references_alive(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (task.ReceiveAndSend(), other.Receive());
        task.AddSends(port, 2);
        task.AskMoving(port, MACH_NOTIFY_PORT_DESTROYED, other.Give(task, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        Assert.Equal(KERN_SUCCESS, Destruct(task, route, port, -1));
        Assert.Equal((MACH_PORT_TYPE_SEND, 2u), (task.TypeOf(port), task.Sends(port)));
        var moved = other.ExpectNotice(notify, MACH_NOTIFY_PORT_DESTROYED).PortName(0);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 5)));
        Assert.Equal(5, other.Receive(moved).Id);
    }

    private static kern_return_t Destruct(Party task, Route route, uint name, int delta = 0, ulong guard = 0) =>
        task.Ports(route).mach_port_destruct(task.Self, name, delta, guard);
}
