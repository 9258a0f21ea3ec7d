namespace Mach.Conformance.Sets;

public class Sleeping_on_a_set
{
    [Theory, EveryRoute, Rule("R-PSET-5")]
    public void Ends_with_the_messages_of_a_port_that_joins(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        foreach (var id in (int[])[1, 2, 3])
            task.Push(port, id);
        Sleeper[] sleepers = [task.NewSleeper().Receive(set), task.NewSleeper().Receive(set)];
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_insert_member(task.Self, port, set));
        Assert.Equal([1, 2], (int[])[Woken(sleepers[0]).Id, Woken(sleepers[1]).Id]);
        Assert.Equal(3, task.Receive(set).Id);

        var third = task.NewSleeper().Receive(set);
        var late = task.Receive();
        task.Push(late, id: 4);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_move_member(task.Self, late, set));
        Assert.Equal(4, Woken(third).Id);
    }

    [Theory, EveryWorld, Rule("R-PSET-5", "R-Q-6")]
    public void Lets_senders_in_when_a_full_port_joins(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.ReceiveAndSend(), task.PortSet());
        task.SetLimit(port, 1);
        task.Push(port, id: 1);
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 2));
        Assert.True(sender.Sleeps);
        Sleeper[] receivers = [task.NewSleeper().Receive(set), task.NewSleeper().Receive(set)];
        task.Join(port, set);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        Assert.Equal([1, 2], (int[])[Woken(receivers[0]).Id, Woken(receivers[1]).Id]);
        Assert.Equal(0u, task.Status(port).mps_msgcount);
    }

    [Theory, EveryWorld, Rule("R-PSET-6")]
    public void Comes_second_to_sleeping_on_the_port_itself(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        task.Join(port, set);
        var onSet = task.NewSleeper().Receive(set);
        var onPort = task.NewSleeper().Receive(port);
        task.Push(port, id: 1);
        Assert.True(onSet.Sleeps);
        Assert.Equal(1, Woken(onPort).Id);
        task.Push(port, id: 2);
        Assert.Equal(2, Woken(onSet).Id);
    }

    [Theory, EveryRoute, Rule("R-PSET-9")]
    public void Goes_on_when_members_leave_die_or_move(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var set = task.PortSet();
        var (leaves, dies, moves, stays) = (task.Receive(), task.Receive(), task.Receive(), task.Receive());
        foreach (var port in (uint[])[leaves, dies, moves, stays])
            task.Join(port, set);
        var sleeper = task.NewSleeper().Receive(set);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_extract_member(task.Self, leaves, set));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, dies, MACH_PORT_RIGHT_RECEIVE, -1));
        var moved = task.Give(other, moves, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal([stays], task.Members(set));
        task.Push(leaves);
        other.Push(moved);
        Assert.True(sleeper.Sleeps);
        task.Push(stays, id: 6);
        Assert.Equal(6, Woken(sleeper).Id);
    }

    [Theory, EveryRoute, Rule("R-PSET-9", "R-RCV-14")]
    public void Ends_with_PORT_CHANGED_when_the_set_is_destroyed(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        task.Join(port, set);
        Sleeper[] sleepers = [task.NewSleeper().Receive(set), task.NewSleeper().Receive(set)];
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, set, MACH_PORT_RIGHT_PORT_SET, -1));
        Assert.All(sleepers, static sleeper => Assert.Equal(MACH_RCV_PORT_CHANGED, sleeper.Code));
        task.Push(port, id: 3);
        Assert.Equal(3, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-PSET-8")]
    public void Ends_with_the_name_of_the_port_that_got_the_message(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set) = (task.Receive(), task.PortSet());
        task.Join(port, set);
        var sleeper = task.NewSleeper().Receive(set);
        task.Push(port);
        Assert.Equal(port, Woken(sleeper).Local);
    }

    private static Letter Woken(Sleeper sleeper)
    {
        Assert.Equal(MACH_MSG_SUCCESS, sleeper.Code);
        return sleeper.Letter;
    }
}
