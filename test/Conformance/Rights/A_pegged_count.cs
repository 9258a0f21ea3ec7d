namespace Mach.Conformance.Rights;

/// <summary>A count of references that has reached 65535.</summary>
public class A_pegged_count
{
    [Theory, EveryRoute, Rule("R-RIGHT-4")]
    public void Is_reached_without_an_error(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var (name, right) in Both(task, other))
        {
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, right, 65533));
            Assert.Equal(65534u, task.References(name, right));
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, right, 65535));
            Assert.Equal(65535u, task.References(name, right));
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, right, 1));
            Assert.Equal(65535u, task.References(name, right));
        }
    }

    [Theory, EveryRoute, Rule("R-RIGHT-4")]
    public void Does_not_shrink_by_dropping_references(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var (name, right) in Both(task, other))
        {
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, right, 65534));
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_deallocate(task.Self, name));
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, right, -65534));
            Assert.Equal(65535u, task.References(name, right));
        }
    }

    [Theory, EveryWorld, Rule("R-RIGHT-4", "R-COUT-1", "R-CIN-4")]
    public void Neither_grows_nor_shrinks_by_messages(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (port, lane) = (other.Receive(), new Lane(task, other));
        var send = Peg(task, other.GiveSend(task, port));
        Assert.Equal(send, other.GiveSend(task, port));
        Assert.Equal(65535u, task.Sends(send));
        Assert.Equal(port, lane.Carry(send, MACH_MSG_TYPE_MOVE_SEND).PortName(0));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(send, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(65535u, task.Sends(send));
        Assert.Equal(3u, other.Holders(port));
    }

    [Theory, EveryRoute, Rule("R-RIGHT-4", "R-INS-2")]
    public void Does_not_grow_by_rights_made_onto_the_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = Peg(task, task.ReceiveAndSend());
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_COPY_SEND])
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_insert_right(task.Self, port, port, disposition));
        Assert.Equal((65535u, 1u), (task.Sends(port), task.Holders(port)));
    }

    [Theory, EveryRoute, Rule("R-RIGHT-5", "R-MOD-5", "R-MOD-6")]
    public void Goes_by_a_delta_of_the_whole(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var (name, right) in Both(task, other))
        {
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, right, 65535));
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_mod_refs(task.Self, name, right, -65535));
            Assert.Equal(0u, task.TypeOf(name));
        }
    }

    [Theory, EveryRoute, Rule("R-RIGHT-5", "R-DEST-1", "R-DSTR-4")]
    public void Goes_by_destroy_and_by_destruct_with_a_delta_of_the_whole(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (send, port) = (Peg(task, other.GiveSend(task, other.Receive())), Peg(task, task.ReceiveAndSend()));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_destroy(task.Self, send));
        Assert.Equal(0u, task.TypeOf(send));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_destruct(task.Self, port, -65535, 0));
        Assert.Equal(0u, task.TypeOf(port));
    }

    [Theory, EveryWorld, Rule("R-RIGHT-5", "R-DIE-2")]
    public void Survives_its_port_as_a_pegged_dead_name(World world)
    {
        using var machine = world.Boot();
        var (task, notify) = (machine.NewTask(), 0u);
        var port = Peg(task, task.ReceiveAndSend());
        notify = task.Receive();
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        task.Die(port);
        Assert.Equal(65535u, task.Deads(port));
        task.Drop(port);
        Assert.Equal(65535u, task.Deads(port));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_destroy(task.Self, port));
        Assert.Equal(0u, task.TypeOf(port));
    }

    private static uint Peg(Party task, uint name)
    {
        task.AddSends(name, 65535);
        Assert.Equal(65535u, task.Sends(name));
        return name;
    }

    private static (uint Name, uint Right)[] Both(Party task, Party other) =>
        [(other.GiveSend(task, other.Receive()), MACH_PORT_RIGHT_SEND), (task.DeadName(), MACH_PORT_RIGHT_DEAD_NAME)];
}
