namespace Mach.Conformance.Death;

public class The_death_of_a_task
{
    [Theory, EveryWorld, Rule("R-DIE-5")]
    public void Kills_its_receive_rights_guarded_or_not(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var plain = other.GiveSend(task, other.Receive());
        var guarded = other.GiveSend(task, other.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT | MPO_IMMOVABLE_RECEIVE, context: 7));
        other.Task.Dispose();
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, MACH_PORT_TYPE_DEAD_NAME), (task.TypeOf(plain), task.TypeOf(guarded)));
    }

    [Theory, EveryWorld, Rule("R-DIE-5")]
    public void Releases_its_send_rights_and_notifies_for_its_send_once_rights(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (task.Receive(), task.Receive());
        other.AddSends(task.GiveSend(other, port), 4);
        task.Give(other, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        other.Task.Dispose();
        Assert.Equal(0u, task.Holders(port));
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNothing(port);
    }

    [Theory, EveryWorld, Rule("R-DIE-5", "R-DIE-1")]
    public void Drops_the_send_right_before_the_receive_right_of_one_name(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (both, shared, notify) = (other.ReceiveAndSend(), other.ReceiveAndSend(), task.Receive());
        var send = other.GiveSend(task, shared);
        other.AskMoving(both, MACH_NOTIFY_NO_SENDERS, task.Give(other, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        other.AskMoving(shared, MACH_NOTIFY_NO_SENDERS, task.Give(other, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        other.Task.Dispose();
        int[] told = [task.Receive(notify).Id, task.Receive(notify).Id];
        Assert.Equal([MACH_NOTIFY_NO_SENDERS, MACH_NOTIFY_SEND_ONCE], told.Order());
        task.ExpectNothing(notify);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(send));
    }

    [Theory, EveryWorld, Rule("R-DIE-5", "R-PDN-3")]
    public void Hands_receive_rights_to_those_who_asked_for_them(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (other.Receive(), task.Receive());
        var send = other.GiveSend(task, port);
        other.AskMoving(port, MACH_NOTIFY_PORT_DESTROYED, task.Give(other, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(send, MACH_MSG_TYPE_COPY_SEND, id: 3)));
        other.Task.Dispose();
        Assert.Equal(send, task.ExpectNotice(notify, MACH_NOTIFY_PORT_DESTROYED).PortName(0));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(send));
        Assert.Equal(3, task.Receive(send).Id);
    }

    [Theory, EveryWorld, Rule("R-DIE-5", "R-DEST-3")]
    public void Deletes_its_names_with_requests(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (notify, live, own) = (task.Receive(), task.GiveSend(other, task.Receive()), other.ReceiveAndSend());
        foreach (var name in (uint[])[live, own])
            other.AskMoving(name, MACH_NOTIFY_DEAD_NAME, task.Give(other, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        other.Task.Dispose();
        uint[] told = [task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED).Word(32), task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED).Word(32)];
        Assert.Equal(new[] { live, own }.Order(), told.Order());
        task.ExpectNothing(notify);
    }

    [Theory, EveryWorld, Rule("R-DIE-5")]
    public void Drops_notifications_to_its_own_ports(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, both, notify) = (task.Receive(), other.ReceiveAndSend(), other.Receive());
        var send = task.GiveSend(other, port);
        other.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        other.Ask(both, MACH_NOTIFY_NO_SENDERS, notify);
        other.Ask(other.Receive(), MACH_NOTIFY_PORT_DESTROYED, notify);
        other.Task.Dispose();
        Assert.Equal(0u, task.Holders(port));
        machine.CheckRights();
        Assert.Equal(0, machine.Census().Messages);
    }

    [Theory, EveryWorld, Rule("R-DIE-5", "R-NAME-11")]
    public void Ends_the_calls_of_its_threads(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, full) = (other.Receive(), task.Construct(MPO_QLIMIT));
        var (receiver, sender) = (other.NewSleeper(), other.NewSleeper());
        receiver.Receive(port);
        sender.Send(new Note(task.GiveSend(other, full), MACH_MSG_TYPE_COPY_SEND));
        Assert.True(receiver.Sleeps && sender.Sleeps);
        other.Task.Dispose();
        Assert.Equal((MACH_RCV_INTERRUPTED, MACH_SEND_INTERRUPTED), (receiver.Code & ~MACH_MSG_MASK, sender.Code & ~MACH_MSG_MASK));
        Assert.Equal(0u, task.Holders(full));
    }

    [Theory, EveryWorld, Rule("R-TASK-12", "R-TSK-9", "R-TSK-10")]
    public void Turns_the_ports_of_the_task_and_its_threads_into_dead_names(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var control = task.ControlOf(other);
        var names = new List<uint> { control };
        foreach (var which in (int[])[TASK_READ_PORT, TASK_INSPECT_PORT, TASK_NAME_PORT])
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(control, which, out var name));
            names.Add(name);
        }
        other.TypeOf(other.Self);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_threads(control, out var threads, out var count));
        Assert.Equal(1u, count);
        names.AddRange(Party.Words(threads, count));
        Assert.All(names, name => Assert.Equal(MACH_PORT_TYPE_SEND, task.TypeOf(name)));
        other.Task.Dispose();
        Assert.All(names, name => Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(name)));
    }

    [Theory, EveryWorld, Rule("R-TSK-9", "R-TASK-12")]
    public void Is_told_of_after_the_deaths_of_its_own_ports(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (control, send, notify) = (task.ControlOf(other), other.GiveSend(task, other.Receive()), task.Receive());
        task.Ask(control, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        other.Task.Dispose();
        task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, send);
        task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, control);
    }
}
