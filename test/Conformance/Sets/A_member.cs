namespace Mach.Conformance.Sets;

public class A_member
{
    [Theory, EveryRoute, Rule("R-PSET-1", "R-PSET-2")]
    public void Joins_any_number_of_sets_once_each(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, first, second) = (task.Receive(), task.PortSet(), task.PortSet());
        Assert.Equal(0u, task.Status(port).mps_pset);
        Assert.Equal(KERN_SUCCESS, Insert(task, route, port, first));
        Assert.Equal(KERN_SUCCESS, Insert(task, route, port, second));
        Assert.Equal(KERN_ALREADY_IN_SET, Insert(task, route, port, first));
        Assert.Equal(1u, task.Status(port).mps_pset);
        Assert.Equal([port], task.Members(first));
        Assert.Equal([port], task.Members(second));
        task.Push(port, id: 1);
        task.Push(port, id: 2);
        Assert.Equal(1, task.Receive(second).Id);
        Assert.Equal(2, task.Receive(first).Id);
    }

    [Theory, EveryRoute, Rule("R-PSET-2")]
    public void Cannot_be_a_set(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_RIGHT, Insert(task, route, task.PortSet(), task.PortSet()));
    }

    [Theory, EveryRoute, Rule("R-PSET-1", "R-PSET-3", "R-PSET-4")]
    public void And_its_set_need_valid_names(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, set, stale) = (task.Receive(), task.PortSet(), task.StaleName());
        foreach (var call in (Func<Party, Route, uint, uint, kern_return_t>[])[Insert, Extract, Move])
        {
            foreach (var none in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
            {
                Assert.Equal(KERN_INVALID_RIGHT, call(task, route, none, set));
                Assert.Equal(KERN_INVALID_RIGHT, call(task, route, none, stale));
                if (call != Move || none == MACH_PORT_DEAD)
                    Assert.Equal(KERN_INVALID_RIGHT, call(task, route, stale, none));
            }
            // Both names are looked up before either is judged.
            Assert.Equal(KERN_INVALID_NAME, call(task, route, stale, set));
            Assert.Equal(KERN_INVALID_NAME, call(task, route, port, stale));
            Assert.Equal(KERN_INVALID_NAME, call(task, route, stale, port));
            Assert.Equal(KERN_INVALID_NAME, call(task, route, set, stale));
        }
    }

    [Theory, EveryRoute, Rule("R-PSET-1", "R-PSET-3", "R-PSET-4", "R-NAME-13")]
    public void And_its_set_need_the_right_rights(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, set, dead) = (task.Receive(), task.PortSet(), task.DeadName());
        var (send, unseen) = (other.GiveSend(task, other.Receive()), task.UnseenDeadSend(other));
        foreach (var call in (Func<Party, Route, uint, uint, kern_return_t>[])[Insert, Extract, Move])
        {
            foreach (var wrong in (uint[])[dead, send, unseen, task.SendOnce(port)])
            {
                Assert.Equal(KERN_INVALID_RIGHT, call(task, route, wrong, set));
                Assert.Equal(KERN_INVALID_RIGHT, call(task, route, port, wrong));
            }
            Assert.Equal(KERN_INVALID_RIGHT, call(task, route, port, port));
        }
    }

    [Theory, EveryRoute, Rule("R-PSET-3")]
    public void Leaves_one_set_and_stays_in_the_others(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, first, second) = (task.Receive(), task.PortSet(), task.PortSet());
        Insert(task, route, port, first);
        Insert(task, route, port, second);
        Assert.Equal(KERN_SUCCESS, Extract(task, route, port, first));
        Assert.Equal(KERN_NOT_IN_SET, Extract(task, route, port, first));
        task.Push(port, id: 7);
        task.ExpectNothing(first);
        Assert.Equal(7, task.Receive(second).Id);
    }

    [Theory, EveryRoute, Rule("R-PSET-4")]
    public void That_moves_leaves_every_other_set(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var (first, second, third) = (task.PortSet(), task.PortSet(), task.PortSet());
        Insert(task, route, port, first);
        Insert(task, route, port, second);
        Assert.Equal(KERN_SUCCESS, Move(task, route, port, third));
        Assert.Equal([], task.Members(first));
        Assert.Equal([], task.Members(second));
        Assert.Equal([port], task.Members(third));
        Assert.Equal(KERN_SUCCESS, Move(task, route, port, third));
        Insert(task, route, port, first);
        Assert.Equal(KERN_SUCCESS, Move(task, route, port, third));
        Assert.Equal([], task.Members(first));
        Assert.Equal([port], task.Members(third));
    }

    [Theory, EveryRoute, Rule("R-PSET-4", "R-NAME-13")]
    public void That_moves_nowhere_leaves_all_sets(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, first, second) = (task.Receive(), task.PortSet(), task.PortSet());
        Insert(task, route, port, first);
        Insert(task, route, port, second);
        Assert.Equal(KERN_SUCCESS, Move(task, route, port, MACH_PORT_NULL));
        Assert.Equal(0u, task.Status(port).mps_pset);
        Assert.Equal(KERN_NOT_IN_SET, Move(task, route, port, MACH_PORT_NULL));
        // Without a set the port is looked up as a receive right is: dead is unknown.
        Assert.Equal(KERN_INVALID_NAME, Move(task, route, task.DeadName(), MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_NAME, Move(task, route, task.UnseenDeadSend(other), MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_RIGHT, Move(task, route, first, MACH_PORT_NULL));
    }

    private static kern_return_t Insert(Party task, Route route, uint port, uint set) =>
        task.Ports(route).mach_port_insert_member(task.Self, port, set);

    private static kern_return_t Extract(Party task, Route route, uint port, uint set) =>
        task.Ports(route).mach_port_extract_member(task.Self, port, set);

    private static kern_return_t Move(Party task, Route route, uint port, uint set) =>
        task.Ports(route).mach_port_move_member(task.Self, port, set);
}
