namespace Mach.Conformance.Info;

public class A_space
{
    [Theory, EveryWorld, Rule("R-INFO-1", "R-DBG-2")]
    public void Shows_every_slot_of_its_table(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.Table();                       // a message, for which the task gets its reply port
        var port = task.ReceiveAndSend();
        var gone = task.StaleName();
        var (info, table) = task.Table();
        Assert.Equal((0xffu, (uint)table.Length), (info.iis_genno_mask, info.iis_table_size));
        Assert.Equal((0u, 0u, 0u, 0u), (info.iis_table_next, info.iis_tree_size, info.iis_tree_small, info.iis_tree_hash));
        Assert.Equal((0xffu, 0u), (table[0].iin_name, table[0].iin_type));
        Assert.Equal((port, MACH_PORT_TYPE_SEND_RECEIVE, 1u), (table[port >> 8].iin_name, table[port >> 8].iin_type, table[port >> 8].iin_urefs));
        Assert.Equal((0u, 0u), (table[gone >> 8].iin_type, table[gone >> 8].iin_urefs));
        Assert.All(table, static record => Assert.Equal(0, record.iin_collision));
        for (var slot = 1; slot < table.Length; slot++)
        {
            if (table[slot].iin_type != 0)
                Assert.Equal((uint)slot, table[slot].iin_name >> 8);
        }
    }

    [Theory, EveryWorld, Rule("R-INFO-1")]
    public void Grows_with_its_names(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var names = Enumerable.Range(0, 200).Select(_ => task.Receive()).ToArray();
        var (info, table) = task.Table();
        Assert.True(info.iis_table_size > 200);
        Assert.All(names, name => Assert.Equal(name, table[name >> 8].iin_name));
    }

    [Theory, EveryWorld, Rule("R-INFO-2", "R-DBG-4")]
    public void Counts_the_slots_in_use(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        AssertCounted(task);
        task.SendOnce(port);
        task.DeadName();
        var before = AssertCounted(task);
        task.Die(port);         // its send-once right keeps a name
        Assert.Equal(before - 1, AssertCounted(task));
    }

    [Theory, EveryWorld, Rule("R-INFO-3")]
    public void Knows_one_object_by_one_number(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, stranger) = (task.Receive(), task.Receive());
        var (once, send) = (task.SendOnce(port), task.GiveSend(other, port));
        var number = task.Record(port).iin_object;
        Assert.NotEqual(0u, number);
        Assert.Equal(number, task.Record(port).iin_object);
        Assert.Equal(number, task.Record(once).iin_object);
        Assert.Equal(number, other.Record(send).iin_object);
        Assert.NotEqual(number, task.Record(stranger).iin_object);
    }

    [Theory, EveryWorld, Rule("R-DBG-3", "R-INFO-1")]
    public void Shows_references_as_they_are_stored(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var (port, set, dead) = (task.Receive(), task.PortSet(), task.DeadName());
        var (once, send) = (task.SendOnce(port), other.GiveSend(task, other.Receive()));
        task.AddSends(send, 4);
        task.AddDeads(dead, 2);
        Assert.Equal((MACH_PORT_TYPE_RECEIVE, 0u), Stored(port));
        Assert.Equal((MACH_PORT_TYPE_PORT_SET, 0u), Stored(set));
        Assert.Equal((MACH_PORT_TYPE_SEND_ONCE, 1u), Stored(once));
        Assert.Equal((MACH_PORT_TYPE_SEND, 5u), Stored(send));
        Assert.Equal((MACH_PORT_TYPE_DEAD_NAME, 3u), Stored(dead));

        (uint, uint) Stored(uint name) => (task.Record(name).iin_type, task.Record(name).iin_urefs);
    }

    [Theory, EveryWorld, Rule("R-DBG-3")]
    public void Shows_the_requests_of_a_name_in_its_type(World world)
    {
        const uint possible = MACH_PORT_TYPE_SPREQUEST, delayed = MACH_PORT_TYPE_SPREQUEST_DELAYED;
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Fill(port);
        task.Ask(port, MACH_NOTIFY_DEAD_NAME, notify);
        Assert.Equal(MACH_PORT_TYPE_DNREQUEST, Requests());
        task.Ask(port, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 0);
        Assert.Equal(MACH_PORT_TYPE_DNREQUEST | possible | delayed, Requests());
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND), MACH_SEND_NOTIFY));
        Assert.Equal(MACH_PORT_TYPE_DNREQUEST | possible, Requests());
        task.Receive(port);
        Assert.Equal(0u, Requests());

        uint Requests() => task.Record(port).iin_type & ~MACH_PORT_TYPE_ALL_RIGHTS;
    }

    private static uint AssertCounted(Party task)
    {
        var (info, table) = task.Table();
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_space_basic_info(task.Self, out var basic));
        Assert.Equal((0xffu, info.iis_table_size), (basic.iisb_genno_mask, basic.iisb_table_size));
        Assert.Equal((uint)table.Count(static record => record.iin_type != 0), basic.iisb_table_inuse);
        return basic.iisb_table_inuse;
    }
}
