namespace Mach.Conformance.Allocation;

/// <summary>mach_port_allocate and mach_reply_port.</summary>
public class A_new_right
{
    [Theory, EveryRoute, Rule("R-ALLOC-1")]
    public void To_receive_has_nothing_but_its_default_limit(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_allocate(task.Self, MACH_PORT_RIGHT_RECEIVE, out var name));
        Assert.Equal(new mach_port_status_t { mps_qlimit = 5 }, task.Status(name));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(name));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_context(task.Self, name, out var context));
        Assert.Equal(0ul, context);
        Assert.Equal(0u, task.Holders(name));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-2")]
    public void To_a_set_is_empty_and_a_dead_name_has_one_reference(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_allocate(task.Self, MACH_PORT_RIGHT_PORT_SET, out var set));
        Assert.Equal(MACH_PORT_TYPE_PORT_SET, task.TypeOf(set));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_set_status(task.Self, set, out var members, out var count));
        Assert.Equal((0ul, 0u), (members.Address, count));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_allocate(task.Self, MACH_PORT_RIGHT_DEAD_NAME, out var dead));
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, 1u), (task.TypeOf(dead), task.Deads(dead)));
    }

    [Theory, EveryRoute, Rule("R-ALLOC-3")]
    public void Cannot_be_of_another_kind(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var before = task.Names();
        foreach (var right in (uint[])[MACH_PORT_RIGHT_SEND, MACH_PORT_RIGHT_SEND_ONCE, 5, MACH_PORT_RIGHT_NUMBER, uint.MaxValue])
        {
            Assert.Equal(KERN_INVALID_VALUE, task.Ports(route).mach_port_allocate(task.Self, right, out _));
            Assert.Equal(KERN_INVALID_VALUE, task.Ports().Message.mach_port_allocate_name(task.Self, right, 0x12303));
        }
        Assert.Equal(before, task.Names());
    }

    [Theory, EveryWorld, Rule("R-ALLOC-4")]
    public void To_a_dead_name_is_made_somewhere_when_a_name_is_wished(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var before = task.Names();
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_allocate_name(task.Self, MACH_PORT_RIGHT_DEAD_NAME, 0x12303));
        var added = Assert.Single(task.Names().Except(before));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, added.Value);
        Assert.Equal(1u, task.Deads(added.Key));
    }

    [Theory, EveryWorld, Rule("R-ALLOC-5")]
    public void With_a_quality_of_service_is_an_ordinary_one(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_ARGUMENT, Allocate(MACH_PORT_RIGHT_RECEIVE, new mach_port_qos_t { name = 1 }, out _));
        Assert.Equal(KERN_RESOURCE_SHORTAGE, Allocate(MACH_PORT_RIGHT_RECEIVE, new mach_port_qos_t { prealloc = 1, len = uint.MaxValue - 67 }, out _));
        Assert.Equal(KERN_RESOURCE_SHORTAGE, Allocate(MACH_PORT_RIGHT_PORT_SET, new mach_port_qos_t { prealloc = 1, len = uint.MaxValue }, out _));
        Assert.Equal(KERN_INVALID_VALUE, Allocate(MACH_PORT_RIGHT_PORT_SET, new mach_port_qos_t { prealloc = 1, len = 64 }, out _));
        Assert.Equal(KERN_INVALID_VALUE, Allocate(MACH_PORT_RIGHT_SEND, default, out _));
        Assert.Equal(KERN_SUCCESS, Allocate(MACH_PORT_RIGHT_RECEIVE, new mach_port_qos_t { prealloc = 1, len = uint.MaxValue - 68 }, out var port));
        Assert.Equal(new mach_port_status_t { mps_qlimit = 5 }, task.Status(port));
        Assert.Equal(KERN_SUCCESS, Allocate(MACH_PORT_RIGHT_PORT_SET, new mach_port_qos_t { len = uint.MaxValue }, out var set));
        Assert.Equal(MACH_PORT_TYPE_PORT_SET, task.TypeOf(set));

        kern_return_t Allocate(uint right, mach_port_qos_t qos, out uint name) =>
            task.Ports().Message.mach_port_allocate_qos(task.Self, right, ref qos, out name);
    }

    [Theory, EveryWorld, Rule("R-ALLOC-6", "R-ALLOC-5")]
    public void In_full_takes_no_prototype_and_honours_a_name(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (named, used) = (new mach_port_qos_t { name = 1 }, task.Receive());
        Assert.Equal(KERN_INVALID_VALUE, Allocate(task.Self, default, 0, out _));
        Assert.Equal(KERN_INVALID_VALUE, Allocate(MACH_PORT_NULL, named, MACH_PORT_NULL, out _));
        Assert.Equal(KERN_INVALID_VALUE, Allocate(MACH_PORT_NULL, named, MACH_PORT_DEAD, out _));
        Assert.Equal(KERN_NAME_EXISTS, Allocate(MACH_PORT_NULL, named, used, out _));
        Assert.Equal(KERN_RESOURCE_SHORTAGE, Allocate(MACH_PORT_NULL, new mach_port_qos_t { prealloc = 1, len = uint.MaxValue }, 0, out _));
        Assert.Equal(KERN_SUCCESS, Allocate(MACH_PORT_NULL, named, 0x12303, out var chosen));
        Assert.Equal(0x12303u, chosen);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(0x12303));
        Assert.Equal(KERN_SUCCESS, Allocate(MACH_PORT_NULL, default, MACH_PORT_DEAD, out var given));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(given));
        Assert.Equal(1u, task.Sends(task.Self));

        kern_return_t Allocate(uint prototype, mach_port_qos_t qos, uint wish, out uint name)
        {
            name = wish;
            return task.Ports().Message.mach_port_allocate_full(task.Self, MACH_PORT_RIGHT_RECEIVE, prototype, ref qos, ref name);
        }
    }

    [Theory, EveryWorld, Rule("R-ALLOC-7")]
    public void For_replies_is_an_ordinary_receive_right(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Traps.mach_reply_port();
        Assert.Equal(new mach_port_status_t { mps_qlimit = 5 }, task.Status(port));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        Assert.Equal(port, task.Extract(port, MACH_MSG_TYPE_MAKE_SEND));
    }

    [Theory, EveryWorld, Rule("R-ALLOC-7", "R-NAME-10")]
    public void For_replies_is_null_when_there_is_no_room(World world)
    {
        using var machine = world.Boot(new KernelOptions { NamesPerSpace = 10 });
        var task = machine.NewTask();
        Assert.NotEmpty(task.Names());
        while (task.Ports().mach_port_allocate(task.Self, MACH_PORT_RIGHT_DEAD_NAME, out _) == KERN_SUCCESS)
        {
        }
        Assert.Equal(MACH_PORT_NULL, task.Traps.mach_reply_port());
    }
}
