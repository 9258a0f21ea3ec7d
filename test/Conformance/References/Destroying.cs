namespace Mach.Conformance.References;

/// <summary>mach_port_destroy. It has no trap.</summary>
public class Destroying
{
    [Theory, EveryWorld, Rule("R-DEST-1")]
    public void Null_and_dead_does_nothing_and_an_unknown_name_is_refused(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, Destroy(task, MACH_PORT_NULL));
        Assert.Equal(KERN_SUCCESS, Destroy(task, MACH_PORT_DEAD));
        Assert.Equal(KERN_INVALID_NAME, Destroy(task, 0x77703));
    }

    [Theory, EveryWorld, Rule("R-DEST-1")]
    public void Takes_every_reference_at_once(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, dead) = (other.Receive(), task.DeadName());
        var send = other.GiveSend(task, port);
        task.AddSends(send, 4);
        task.AddDeads(dead, 4);
        foreach (var name in (uint[])[send, dead])
        {
            Assert.Equal(KERN_SUCCESS, Destroy(task, name));
            Assert.Equal(0u, task.TypeOf(name));
        }
        Assert.Equal(0u, other.Holders(port));
    }

    [Theory, EveryWorld, Rule("R-DEST-1")]
    public void Ends_a_set_and_a_send_once_right(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        var once = task.SendOnce(port);
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, port, set));
        Assert.Equal(KERN_SUCCESS, Destroy(task, set));
        Assert.Equal(0u, task.TypeOf(set));
        Assert.Equal(0u, task.Status(port).mps_pset);
        Assert.Equal(KERN_SUCCESS, Destroy(task, once));
        Assert.Equal(0u, task.TypeOf(once));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
    }

    [Theory, EveryWorld, Rule("R-DEST-1")]
    public void Leaves_no_dead_name_of_a_receive_right_with_send_references(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = task.ReceiveAndSend();
        task.AddSends(port, 6);
        var send = task.GiveSend(other, port);
        Assert.Equal(KERN_SUCCESS, Destroy(task, port));
        Assert.Equal(0u, task.TypeOf(port));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, other.TypeOf(send));
    }

    [Theory, EveryWorld, Rule("R-DEST-1", "R-DIE-1")]
    public void Drops_the_send_right_first_so_that_the_last_one_is_told_of(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Destroy(task, port));
        Assert.Equal(1u, task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS).Word(32));
        task.ExpectNothing(notify);
    }

    [Theory, EveryWorld, Rule("R-DEST-1", "R-DIE-1")]
    public void Destroys_the_no_senders_request_while_others_hold_send_rights(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.GiveSend(other, port);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Destroy(task, port));
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNothing(notify);
    }

    [Theory, EveryWorld, Rule("R-DEST-2", "R-GRD-6")]
    public void A_guarded_receive_right_is_refused_and_changes_nothing(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD | MPO_INSERT_SEND_RIGHT, context: 7);
        Assert.Equal(KERN_INVALID_RIGHT, Destroy(task, port));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(port));
        Assert.Equal(1u, task.Holders(port));
    }

    [Theory, EveryWorld, Rule("R-DEST-2")]
    public void A_receive_right_guarded_with_zero_passes(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD, context: 0);
        Assert.Equal(KERN_SUCCESS, Destroy(task, port));
        Assert.Equal(0u, task.TypeOf(port));
    }

    [Theory, EveryWorld, Rule("R-DEST-3", "R-DIE-3")]
    public void A_name_with_a_request_tells_that_the_name_is_gone(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (receive, notify) = (task.Receive(), task.Receive());
        foreach (var name in (uint[])[other.GiveSend(task, other.Receive()), task.SendOnce(receive), receive, task.ReceiveAndSend()])
        {
            task.Ask(name, MACH_NOTIFY_DEAD_NAME, notify);
            Assert.Equal(KERN_SUCCESS, Destroy(task, name));
            task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED, name);
            task.ExpectNothing(notify);
        }
    }

    [Theory, EveryWorld, Rule("R-DEST-1", "R-DIE-4")]
    public void A_receive_right_with_a_port_destroyed_request_sends_it_there(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_PORT_DESTROYED, notify);
        Assert.Equal(KERN_SUCCESS, Destroy(task, port));
        Assert.Equal(0u, task.TypeOf(port));
        var back = task.ExpectNotice(notify, MACH_NOTIFY_PORT_DESTROYED).PortName(0);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(back));
        Assert.Equal(0u, task.Holders(back));
    }

    private static kern_return_t Destroy(Party task, uint name) => task.Ports().mach_port_destroy(task.Self, name);
}
