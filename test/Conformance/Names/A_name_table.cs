namespace Mach.Conformance.Names;

public class A_name_table
{
    [Theory, EveryRoute, Rule("R-NAME-10")]
    public void Grows_until_its_limit_and_then_has_no_space(World world, Route route)
    {
        using var machine = world.Boot(new KernelOptions { NamesPerSpace = 100 });
        var task = machine.NewTask();
        var first = task.Names().Count;
        var made = new List<uint>();
        uint name;
        while (task.Ports(route).mach_port_allocate(task.Self, MACH_PORT_RIGHT_RECEIVE, out name) is var code)
        {
            if (code != KERN_SUCCESS)
            {
                Assert.Equal(KERN_NO_SPACE, code);
                break;
            }
            made.Add(name);
        }
        Assert.Equal(100, first + made.Count);
        Assert.Equal(made.Count, made.Distinct().Count());
        task.Die(made[50]);
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_allocate(task.Self, MACH_PORT_RIGHT_PORT_SET, out _));
        Assert.Equal(KERN_NO_SPACE, task.Ports(route).mach_port_allocate(task.Self, MACH_PORT_RIGHT_DEAD_NAME, out _));
    }

    [Theory, EveryWorld, Rule("R-NAME-10", "R-NAME-3")]
    public void Begins_with_32_slots_the_first_of_which_is_never_used(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(32u, Table(task).iisb_table_size);
        for (var count = 0; count < 40; count++)
            Assert.True(task.Receive() >= 0x103);
        Assert.True(Table(task).iisb_table_size > 32);
        Assert.DoesNotContain(0u, task.Names().Keys.Select(static name => name >> 8));
    }

    [Theory, EveryWorld, Rule("R-NAME-1")]
    public void Keeps_each_name_at_its_index(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[task.Receive(), task.PortSet(), task.DeadName(), task.SendOnce(task.Receive())])
        {
            Assert.Equal(name, MACH_PORT_MAKE(MACH_PORT_INDEX(name), MACH_PORT_GEN(name)));
            Assert.Equal(name, task.Record(name).iin_name);
        }
    }

    [Theory, EveryWorld, Rule("R-NAME-7")]
    public void Has_one_name_for_all_rights_to_a_port_but_send_once_rights(World world)
    {
        using var machine = world.Boot();
        var (a, b) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = a.Receive();
        Assert.Equal(port, a.Extract(port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(port, a.Extract(port, MACH_MSG_TYPE_COPY_SEND));
        var (first, second) = (a.SendOnce(port), a.SendOnce(port));
        Assert.Equal(3, new[] { port, first, second }.Distinct().Count());
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, a.TypeOf(port));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, a.TypeOf(first));
        var send = a.GiveSend(b, port);
        Assert.Equal(send, a.GiveSend(b, port));
        var once = a.Give(b, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        Assert.NotEqual(send, once);
        Assert.Equal(MACH_PORT_TYPE_SEND, b.TypeOf(send));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, b.TypeOf(once));
    }

    [Theory, EveryWorld, Rule("R-NAME-7")]
    public void Lets_sets_and_dead_names_stand_alone(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        (uint, uint)[] entries =
        [
            (task.PortSet(), MACH_PORT_TYPE_PORT_SET),
            (task.DeadName(), MACH_PORT_TYPE_DEAD_NAME),
            (task.SendOnce(port), MACH_PORT_TYPE_SEND_ONCE),
        ];
        foreach (var (name, type) in entries)
        {
            Assert.Equal(type, task.TypeOf(name));
            Assert.Equal(KERN_RIGHT_EXISTS, task.Ports().mach_port_insert_right(task.Self, name, port, MACH_MSG_TYPE_MAKE_SEND));
            Assert.Equal(KERN_NAME_EXISTS, task.Ports().mach_port_insert_right(task.Self, name, port, MACH_MSG_TYPE_MAKE_SEND_ONCE));
            Assert.Equal(type, task.TypeOf(name));
        }
    }

    private static ipc_info_space_basic_t Table(Party task)
    {
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_space_basic_info(task.Self, out var info));
        return info;
    }
}
