namespace Mach.Conformance.Guards;

public class A_guard
{
    [Theory, EveryRoute, Rule("R-GRD-1")]
    public void Can_be_set_where_the_context_is_0(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_SUCCESS, Guard(task, route, port, 5));
        Assert.Equal((uint)MACH_PORT_STATUS_FLAG_GUARDED, task.Status(port).mps_flags);
        Assert.Equal(KERN_INVALID_ARGUMENT, Guard(task, route, port, 5));
        Assert.Equal(KERN_INVALID_ARGUMENT, Guard(task, route, task.Construct(0, context: 1), 5));
    }

    [Theory, EveryRoute, Rule("R-GRD-1")]
    public void Of_0_is_one_and_can_be_replaced(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_SUCCESS, Guard(task, route, port, 0));
        Assert.Equal((uint)MACH_PORT_STATUS_FLAG_GUARDED, task.Status(port).mps_flags);
        Assert.Equal(KERN_INVALID_RIGHT, task.Ports(route).mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(KERN_SUCCESS, Guard(task, route, port, 7));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_unguard(task.Self, port, 7));
    }

    [Theory, EveryRoute, Rule("R-GRD-1", "R-GRD-3", "R-NAME-13", "R-NAME-14")]
    public void Needs_a_receive_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        foreach (var (code, name) in ((kern_return_t, uint)[])[
            (KERN_INVALID_NAME, MACH_PORT_NULL),
            (KERN_INVALID_NAME, MACH_PORT_DEAD),
            (KERN_INVALID_NAME, task.StaleName()),
            (KERN_INVALID_NAME, task.DeadName()),
            (KERN_INVALID_NAME, task.UnseenDeadSend(other)),
            (KERN_INVALID_RIGHT, other.GiveSend(task, other.Receive())),
            (KERN_INVALID_RIGHT, task.SendOnce(task.Receive())),
            (KERN_INVALID_RIGHT, task.PortSet())])
        {
            Assert.Equal(code, Guard(task, route, name, 1));
            Assert.Equal(code, task.Ports(route).mach_port_unguard(task.Self, name, 1));
        }
    }

    [Theory, EveryRoute, Rule("R-GRD-3")]
    public void Is_taken_off_with_its_exact_value(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports(route).mach_port_unguard(task.Self, port, 0));
        Assert.Equal(KERN_SUCCESS, Guard(task, route, port, 0x100000005, strict: true));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports(route).mach_port_unguard(task.Self, port, 5));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_unguard(task.Self, port, 0x100000005));
        Assert.Equal(0u, task.Status(port).mps_flags);
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_context(task.Self, port, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports(route).mach_port_unguard(task.Self, port, 0));
        Assert.Equal(KERN_SUCCESS, Guard(task, route, port, 9));     // the context is 0 again
    }

    [Theory, EveryWorld, Rule("R-GRD-2")]
    public void Takes_its_flags_and_no_others(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (flags, shown) in ((ulong, uint)[])[(0, 2), (1, 2 | 4), (2, 2 | 0x40), (3, 2 | 4 | 0x40), (0xfffffffffffffffc, 2)])
        {
            var port = task.Receive();
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_guard_with_flags(task.Self, port, 5, flags));
            Assert.Equal(shown, task.Status(port).mps_flags);
        }
    }

    [Theory, EveryWorld, Rule("R-GRD-2")]
    public void Leaves_the_right_immovable_behind(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, door) = (task.Receive(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_guard_with_flags(task.Self, port, 5, MPG_IMMOVABLE_RECEIVE));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_unguard(task.Self, port, 5));
        Assert.Equal(
            MACH_SEND_INVALID_RIGHT,
            task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Port(port, MACH_MSG_TYPE_MOVE_RECEIVE)));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
    }

    [Theory, EveryWorld, Rule("R-GRD-4")]
    public void Is_swapped_by_whoever_knows_it_unless_it_is_strict(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var calls = task.Ports().Message;
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_port_swap_guard(task.Self, port, 0, 6));
        Assert.Equal(KERN_SUCCESS, Guard(task, Route.Trap, port, 5));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_port_swap_guard(task.Self, port, 4, 6));
        Assert.Equal(KERN_SUCCESS, calls.mach_port_swap_guard(task.Self, port, 5, 6));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_unguard(task.Self, port, 6));
        Assert.Equal(KERN_SUCCESS, Guard(task, Route.Trap, port, 5, strict: true));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_port_swap_guard(task.Self, port, 5, 6));
    }

    [Theory, EveryWorld, Rule("R-GRD-5")]
    public void Can_be_asserted_when_it_is_strict(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_SUCCESS, Guard(task, Route.Trap, port, 0x200000005));
        Assert.Equal(KERN_INVALID_ARGUMENT, Assertion(5, 2));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_unguard(task.Self, port, 0x200000005));
        Assert.Equal(KERN_INVALID_ARGUMENT, Assertion(0, 0));
        Assert.Equal(KERN_SUCCESS, Guard(task, Route.Trap, port, 0x200000005, strict: true));
        Assert.Equal(KERN_SUCCESS, Assertion(5, 2));
        Assert.Equal(KERN_INVALID_ARGUMENT, Assertion(5, 3));
        Assert.Equal(KERN_INVALID_ARGUMENT, Assertion(6, 2));
        Assert.Equal(KERN_FAILURE, Assertion(5));
        Assert.Equal(
            KERN_INVALID_ARGUMENT, task.Ports().Message.mach_port_assert_attributes(task.Self, port, MACH_PORT_LIMITS_INFO, [5, 2]));

        kern_return_t Assertion(params ReadOnlySpan<int> words) =>
            task.Ports().Message.mach_port_assert_attributes(task.Self, port, MACH_PORT_GUARD_INFO, words);
    }

    [Theory, EveryRoute, Rule("R-GRD-6", "R-MOD-3", "R-DSTR-3")]
    public void Resists_mod_refs_and_a_wrong_destruct(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_CONTEXT_AS_GUARD, 5);
        Assert.Equal(KERN_INVALID_RIGHT, task.Ports(route).mach_port_mod_refs(task.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports(route).mach_port_destruct(task.Self, port, 0, 4));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports(route).mach_port_destruct(task.Self, port, 0, 0));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_destruct(task.Self, port, 0, 5));
        Assert.Equal(0u, task.TypeOf(port));
    }

    [Theory, EveryWorld, Rule("R-GRD-6", "R-DEST-2")]
    public void Resists_destroy_unless_it_is_0(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, open) = (task.Construct(MPO_CONTEXT_AS_GUARD | MPO_INSERT_SEND_RIGHT, 5), task.Construct(MPO_CONTEXT_AS_GUARD, 0));
        Assert.Equal(KERN_INVALID_RIGHT, task.Ports().mach_port_destroy(task.Self, port));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(port));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_destroy(task.Self, open));
    }

    [Theory, EveryWorld, Rule("R-GRD-6", "R-CIN-13")]
    public void Does_not_resist_a_plain_move_and_goes_with_it(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var port = task.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT, 5);
        var moved = task.Give(other, port, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal(0u, other.Status(moved).mps_flags);
        other.Die(moved);
    }

    private static kern_return_t Guard(Party task, Route route, uint port, ulong guard, bool strict = false) =>
        task.Ports(route).mach_port_guard(task.Self, port, guard, strict);
}
