namespace Mach.Conformance.References;

public class The_type_of_a_name
{
    [Theory, EveryRoute, Rule("R-TYPE-1", "R-CODE-6")]
    public void Shows_which_rights_it_holds(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        Assert.Equal(0x20000u, TypeOf(task.Receive()));
        Assert.Equal(0x30000u, TypeOf(task.ReceiveAndSend()));
        Assert.Equal(0x10000u, TypeOf(other.GiveSend(task, other.Receive())));
        Assert.Equal(0x40000u, TypeOf(task.SendOnce(task.Receive())));
        Assert.Equal(0x80000u, TypeOf(task.PortSet()));
        Assert.Equal(0x100000u, TypeOf(task.DeadName()));

        uint TypeOf(uint name)
        {
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_type(task.Self, name, out var type));
            return type;
        }
    }

    [Theory, EveryRoute, Rule("R-TYPE-1")]
    public void Is_unknown_for_null_and_a_dead_name_for_dead(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_NAME, task.Ports(route).mach_port_type(task.Self, MACH_PORT_NULL, out _));
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_type(task.Self, MACH_PORT_DEAD, out var type));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, type);
        Assert.Equal(KERN_INVALID_NAME, task.Ports(route).mach_port_type(task.Self, 0x77703, out _));
    }

    [Theory, EveryRoute, Rule("R-TYPE-1")]
    public void Has_one_bit_for_any_pending_request(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        foreach (var (id, sync) in ((int, uint)[])[(MACH_NOTIFY_DEAD_NAME, 0), (MACH_NOTIFY_SEND_POSSIBLE, 0), (MACH_NOTIFY_SEND_POSSIBLE, 1)])
        {
            var name = task.Construct(MPO_QLIMIT);
            task.Ask(name, id, notify, sync);
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_type(task.Self, name, out var type));
            Assert.Equal(MACH_PORT_TYPE_RECEIVE | MACH_PORT_TYPE_DNREQUEST, type);
        }
    }

    [Theory, EveryRoute, Rule("R-TYPE-1")]
    public void Has_no_bit_for_a_request_that_has_fired_or_was_cancelled(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (notify, name) = (task.Receive(), task.Construct(MPO_QLIMIT | MPO_INSERT_SEND_RIGHT, queueLimit: 1));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(name, MACH_MSG_TYPE_COPY_SEND)));
        task.Ask(name, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        task.Receive(name);
        task.ExpectNotice(notify, MACH_NOTIFY_SEND_POSSIBLE, name);
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, TypeOf());
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.Names()[name]);
        task.Ask(name, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE | MACH_PORT_TYPE_DNREQUEST, TypeOf());
        task.Ask(name, MACH_NOTIFY_DEAD_NAME, MACH_PORT_NULL);
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, TypeOf());

        uint TypeOf()
        {
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_type(task.Self, name, out var type));
            return type;
        }
    }

    [Theory, EveryRoute, Rule("R-TYPE-2", "R-RIGHT-7")]
    public void Turns_a_send_right_whose_port_died_into_a_dead_name_when_asked_for(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        foreach (var (name, live) in ((uint, uint)[])[(task.UnseenDeadSend(other), MACH_PORT_TYPE_SEND), (task.UnseenDeadSendOnce(other), MACH_PORT_TYPE_SEND_ONCE)])
        {
            Assert.Equal(live, task.Record(name).iin_type);
            Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_type(task.Self, name, out var type));
            Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, type);
            Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, task.Record(name).iin_type);
        }
    }
}
