namespace Mach.Conformance.Death;

/// <summary>A receive right is destroyed and nobody has asked to have it instead.</summary>
public class The_death_of_a_port
{
    [Theory, EveryRoute, Rule("R-DIE-1", "R-RCV-14")]
    public void Wakes_its_receivers(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var (first, second) = (task.NewSleeper().Receive(port), task.NewSleeper().Receive(port));
        Assert.True(first.Sleeps && second.Sleeps);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal((MACH_RCV_PORT_CHANGED, MACH_RCV_PORT_CHANGED), (first.Code, second.Code));
    }

    [Theory, EveryRoute, Rule("R-DIE-1", "R-FAIL-1")]
    public void Tells_blocked_senders_of_success_and_destroys_their_messages(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, carried, reply) = (task.Construct(MPO_QLIMIT), other.Receive(), other.Receive());
        var (send, watcher) = (task.GiveSend(other, port), other.GiveSend(task, carried));
        var note = new Note(send, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(carried, MACH_MSG_TYPE_MOVE_RECEIVE);
        var sender = other.NewSleeper().Send(note);
        Assert.True(sender.Sleeps);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_destruct(task.Self, port, 0, 0));
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        other.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(watcher));
    }

    [Theory, EveryWorld, Rule("R-DIE-1", "R-FAIL-1")]
    public void Destroys_its_queue_and_what_is_queued_on_what_dies_with_it(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply, innermost) = (task.Receive(), task.Receive(), task.Receive());
        const int depth = 2000;
        for (var level = 0; level < depth; level++)
        {
            var outer = task.Receive();
            Assert.Equal(
                MACH_MSG_SUCCESS,
                task.Send(new Note(outer, MACH_MSG_TYPE_MAKE_SEND).Port(level == 0 ? innermost : port, MACH_MSG_TYPE_MOVE_RECEIVE)));
            port = outer;
        }
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        var before = machine.Census().Ports;
        task.Die(port);
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(depth + 1, before - machine.Census().Ports);
    }

    [Theory, EveryWorld, Rule("R-DIE-1", "R-PSET-9")]
    public void Ends_its_membership_in_every_set(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, sets) = (task.Receive(), new[] { task.PortSet(), task.PortSet() });
        foreach (var set in sets)
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, port, set));
        task.Die(port);
        foreach (var set in sets)
        {
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_set_status(task.Self, set, out _, out var count));
            Assert.Equal(0u, count);
        }
    }

    [Theory, EveryWorld, Rule("R-DIE-1", "R-DN-5")]
    public void Tells_each_name_with_a_request_once(World world)
    {
        using var machine = world.Boot();
        var (task, first, second) = (machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c"));
        var port = task.Receive();
        foreach (var holder in (Party[])[first, second])
        {
            var (notify, send, once) = (holder.Receive(), task.GiveSend(holder, port), task.Give(holder, port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
            holder.Ask(send, MACH_NOTIFY_DEAD_NAME, notify);
            holder.Ask(once, MACH_NOTIFY_SEND_POSSIBLE, notify);
            if (holder == second)
                task.Die(port);
            else
                continue;
            uint[] told = [holder.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME).Word(32), holder.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME).Word(32)];
            Assert.Equal(new[] { send, once }.Order(), told.Order());
            holder.ExpectNothing(notify);
        }
    }

    [Theory, EveryRoute, Rule("R-DIE-2", "R-DN-5")]
    public void Turns_the_send_right_beside_it_into_a_dead_name_at_once(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (plain, watched, notify) = (task.ReceiveAndSend(), task.ReceiveAndSend(), task.Receive());
        task.AddSends(plain, 2);
        task.AddSends(watched, 2);
        task.Ask(watched, MACH_NOTIFY_DEAD_NAME, notify);
        foreach (var (name, references) in ((uint, uint)[])[(plain, 3), (watched, 4)])
        {
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, MACH_PORT_RIGHT_RECEIVE, -1));
            Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, references), (task.Record(name).iin_type, task.Record(name).iin_urefs));
        }
        task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, watched);
    }

    [Theory, EveryRoute, Rule("R-DIE-3", "R-PD-1")]
    public void Deletes_the_name_of_a_pure_receive_right(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (first, second, notify) = (task.Receive(), task.Receive(), task.Receive());
        task.Ask(first, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(second, MACH_NOTIFY_SEND_POSSIBLE, notify);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, first, MACH_PORT_RIGHT_RECEIVE, -1));
        task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED, first);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_destruct(task.Self, second, 0, 0));
        task.ExpectNotice(notify, MACH_NOTIFY_PORT_DELETED, second);
        task.ExpectNothing(notify);
    }

    [Theory, EveryRoute, Rule("R-DIE-1", "R-NS-8")]
    public void Destroys_its_no_senders_request_unless_the_call_drops_the_last_send_right(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        var (self, ports) = (task.Self, task.Ports(route));
        Assert.Equal(KERN_SUCCESS, ports.mach_port_mod_refs(self, Watched(), MACH_PORT_RIGHT_RECEIVE, -1));
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(KERN_SUCCESS, ports.mach_port_destruct(self, Watched(), 0, 0));
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_ONCE);
        Assert.Equal(KERN_SUCCESS, ports.mach_port_destruct(self, Watched(), -1, 0));
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
        Assert.Equal(KERN_SUCCESS, ports.mach_port_destroy(self, Watched()));
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
        task.ExpectNothing(notify);

        uint Watched()
        {
            var port = task.ReceiveAndSend();
            task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
            return port;
        }
    }

    [Theory, EveryRoute, Rule("R-DIE-4", "R-PDN-3")]
    public void Does_not_happen_where_somebody_asked_for_the_receive_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, notify, watch) = (task.ReceiveAndSend(), other.Receive(), task.Receive());
        task.AskMoving(port, MACH_NOTIFY_PORT_DESTROYED, other.Give(task, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, watch);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, watch);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 6)));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(MACH_PORT_TYPE_SEND | MACH_PORT_TYPE_DNREQUEST, task.TypeOf(port));
        task.ExpectNothing(watch);
        var moved = other.ExpectNotice(notify, MACH_NOTIFY_PORT_DESTROYED).PortName(0);
        Assert.Equal(6, other.Receive(moved).Id);
        Assert.Equal((0, 1), (other.Status(moved).mps_pdrequest, other.Status(moved).mps_nsrequest));
        other.Die(moved);
        task.ExpectNotice(watch, MACH_NOTIFY_DEAD_NAME, port);
        task.ExpectNotice(watch, MACH_NOTIFY_SEND_ONCE);
    }
}
