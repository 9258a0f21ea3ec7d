namespace Mach.Conformance.Names;

/// <summary>A name that the caller picks, for a new right or for one that exists.</summary>
public class A_chosen_name
{
    private static readonly KernelOptions s_small = new() { NamesPerSpace = 1000 };

    [Theory, EveryWorld, Rule("R-NAME-8", "R-ALLOC-4")]
    public void Names_a_new_receive_right_or_set(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, Allocate(task, 0x12307));
        Assert.Equal(KERN_SUCCESS, Allocate(task, 0x124ff, MACH_PORT_RIGHT_PORT_SET));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(0x12307));
        Assert.Equal(MACH_PORT_TYPE_PORT_SET, task.TypeOf(0x124ff));
    }

    [Theory, EveryWorld, Rule("R-NAME-8")]
    public void Is_checked_for_range_then_low_bits_then_index_zero(World world)
    {
        using var machine = world.Boot(s_small);
        var task = machine.NewTask();
        Assert.Equal(KERN_NO_SPACE, Allocate(task, 5000 << 8 | 3));
        Assert.Equal(KERN_NO_SPACE, Allocate(task, 5000 << 8 | 2));
        Assert.Equal(KERN_INVALID_VALUE, Allocate(task, 500 << 8 | 2));
        Assert.Equal(KERN_INVALID_VALUE, Allocate(task, 1));
        Assert.Equal(KERN_FAILURE, Allocate(task, 3));
        Assert.Equal(KERN_FAILURE, Allocate(task, 0xff));
    }

    [Theory, EveryWorld, Rule("R-NAME-8", "R-ALLOC-4")]
    public void In_use_is_told_apart_from_its_index_in_use(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var used = task.Receive();
        Assert.Equal(KERN_NAME_EXISTS, Allocate(task, used));
        Assert.Equal(KERN_NAME_EXISTS, Allocate(task, used, MACH_PORT_RIGHT_PORT_SET));
        Assert.Equal(KERN_FAILURE, Allocate(task, used + 4));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(used));
    }

    [Theory, EveryRoute, Rule("R-NAME-8", "R-INS-4")]
    public void For_an_inserted_right_is_checked_in_the_same_order(World world, Route route)
    {
        using var machine = world.Boot(s_small);
        var task = machine.NewTask();
        var (port, used) = (task.Receive(), task.Receive());
        Assert.Equal(KERN_NO_SPACE, Insert(5000 << 8 | 3));
        Assert.Equal(KERN_NO_SPACE, Insert(5000 << 8 | 2));
        Assert.Equal(KERN_INVALID_VALUE, Insert(500 << 8 | 2));
        Assert.Equal(KERN_INVALID_VALUE, Insert(1));
        Assert.Equal(KERN_FAILURE, Insert(3));
        Assert.Equal(KERN_FAILURE, Insert(used + 4));
        Assert.Equal(KERN_NAME_EXISTS, Insert(used));
        Assert.Equal(KERN_SUCCESS, Insert(500 << 8 | 7));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(500 << 8 | 7));

        kern_return_t Insert(uint name) =>
            task.Ports(route).mach_port_insert_right(task.Self, name, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
    }

    [Theory, EveryRoute, Rule("R-NAME-9", "R-NAME-1")]
    public void Is_never_null_or_dead(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            Assert.Equal(KERN_INVALID_VALUE, Allocate(task, name));
            Assert.Equal(KERN_INVALID_VALUE, Allocate(task, name, MACH_PORT_RIGHT_PORT_SET));
            Assert.Equal(KERN_INVALID_VALUE, task.Ports(route).mach_port_insert_right(task.Self, name, port, MACH_MSG_TYPE_MAKE_SEND));
        }
    }

    [Theory, EveryWorld, Rule("R-NAME-3")]
    public void Never_has_the_index_of_MACH_PORT_DEAD(World world)
    {
        using var machine = world.Boot(new KernelOptions { NamesPerSpace = 16_777_214 });
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, Allocate(task, 0xfffffeff));
        Assert.Equal(KERN_NO_SPACE, Allocate(task, 0xffffff03));
    }

    [Theory, EveryWorld, Rule("R-NAME-8")]
    public void Is_not_handed_out_again_while_it_lives(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.NotEmpty(task.Names());
        var (freed, next) = (task.Receive(), task.Receive() + 0x100);
        task.Die(freed);
        Assert.Equal(KERN_SUCCESS, Allocate(task, freed + 8));
        Assert.Equal(KERN_SUCCESS, Allocate(task, next));
        for (var count = 0; count < 4; count++)
            Assert.DoesNotContain(task.Receive() >> 8, (uint[])[freed >> 8, next >> 8]);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(freed + 8));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(next));
    }

    private static kern_return_t Allocate(Party task, uint name, uint right = MACH_PORT_RIGHT_RECEIVE) =>
        task.Ports().Message.mach_port_allocate_name(task.Self, right, name);
}
