namespace Mach.Conformance.References;

/// <summary>mach_port_deallocate.</summary>
public class Deallocating
{
    [Theory, EveryRoute, Rule("R-DEAL-1")]
    public void Null_and_dead_does_nothing_and_an_unknown_name_is_refused(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, MACH_PORT_NULL));
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, MACH_PORT_DEAD));
        Assert.Equal(KERN_INVALID_NAME, Deallocate(task, route, 0x77703));
    }

    [Theory, EveryRoute, Rule("R-DEAL-2")]
    public void Drops_one_reference_of_a_send_right_and_the_right_with_the_last(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (other.Receive(), other.Receive());
        var send = other.GiveSend(task, port);
        task.AddSends(send, 1);
        other.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, send));
        Assert.Equal(1u, task.Sends(send));
        other.ExpectNothing(notify);
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, send));
        Assert.Equal(0u, task.TypeOf(send));
        other.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
    }

    [Theory, EveryRoute, Rule("R-DEAL-2", "R-RIGHT-3", "R-DEAL-3")]
    public void Keeps_the_receive_right_beside_a_send_right(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.AddSends(port, 1);
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, port));
        Assert.Equal((1u, 1u), (task.Sends(port), task.References(port, MACH_PORT_RIGHT_RECEIVE)));
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, port));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        Assert.Equal(KERN_INVALID_RIGHT, Deallocate(task, route, port));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
    }

    [Theory, EveryRoute, Rule("R-DEAL-2")]
    public void Destroys_a_send_once_right_with_a_notification(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var once = task.SendOnce(port);
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, once));
        Assert.Equal(0u, task.TypeOf(once));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
    }

    [Theory, EveryRoute, Rule("R-DEAL-2")]
    public void Drops_one_reference_of_a_dead_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var dead = task.DeadName();
        task.AddDeads(dead, 1);
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, dead));
        Assert.Equal(1u, task.Deads(dead));
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, dead));
        Assert.Equal(0u, task.TypeOf(dead));
    }

    [Theory, EveryRoute, Rule("R-DEAL-2")]
    public void Destroys_a_set_and_leaves_its_members(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (set, port) = (task.PortSet(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, port, set));
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, set));
        Assert.Equal(0u, task.TypeOf(set));
        Assert.Equal(0u, task.Status(port).mps_pset);
    }

    [Theory, EveryRoute, Rule("R-DEAL-4", "R-RIGHT-7")]
    public void A_right_whose_port_died_drops_one_reference_of_the_dead_name(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (send, once) = (task.UnseenDeadSend(other, references: 3), task.UnseenDeadSendOnce(other));
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, send));
        Assert.Equal(2u, task.Deads(send));
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, once));
        Assert.Equal(0u, task.TypeOf(once));
    }

    [Theory, EveryRoute, Rule("R-DEAL-4", "R-DN-5")]
    public void A_right_whose_port_died_with_a_request_leaves_the_reference_that_the_notification_stands_for(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify) = (other.Receive(), task.Receive());
        var (send, once) = (other.GiveSend(task, port), other.Give(task, port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        task.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(once, MACH_NOTIFY_DEAD_NAME, notify);
        other.Die(port);
        foreach (var name in (uint[])[send, once])
        {
            Assert.Equal(KERN_SUCCESS, Deallocate(task, route, name));
            Assert.Equal(1u, task.Deads(name));
        }
    }

    [Theory, EveryRoute, Rule("R-DEAL-5", "R-DEST-4", "R-MOD-6")]
    public void The_last_reference_of_a_pinned_right_is_refused_where_rights_are_pinned(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { ImmovableControlPorts = true } });
        var task = machine.NewTask();
        task.AddSends(task.Self, 1);
        Assert.Equal(KERN_SUCCESS, Deallocate(task, route, task.Self));
        Assert.Equal(KERN_INVALID_CAPABILITY, Deallocate(task, route, task.Self));
        Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports(route).mach_port_mod_refs(task.Self, task.Self, MACH_PORT_RIGHT_SEND, -1));
        Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports(route).mach_port_destroy(task.Self, task.Self));
        Assert.Equal(1u, task.Sends(task.Self));
    }

    [Theory, EveryWorld, Rule("R-DEAL-5", "R-DEST-4", "R-CIN-18")]
    public void The_own_control_port_works_where_nothing_is_pinned(World world)
    {
        using var machine = world.Boot();
        var (first, second) = (machine.NewTask(), machine.NewTask());
        var self = first.Self;
        Assert.Equal(KERN_SUCCESS, first.Ports().mach_port_deallocate(self, self));
        Assert.Equal(MACH_SEND_INVALID_DEST, first.Ports().mach_port_type(self, self, out _));
        Assert.Equal(KERN_SUCCESS, second.Ports().mach_port_destroy(second.Self, second.Self));
    }

    private static kern_return_t Deallocate(Party task, Route route, uint name) =>
        task.Ports(route).mach_port_deallocate(task.Self, name);
}
