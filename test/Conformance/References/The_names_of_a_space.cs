namespace Mach.Conformance.References;

public class The_names_of_a_space
{
    [Theory, EveryWorld, Rule("R-NAMES-1")]
    public void Are_listed_with_their_types(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var before = task.Names();
        var expected = new Dictionary<uint, uint>(before)
        {
            [task.Receive()] = MACH_PORT_TYPE_RECEIVE,
            [task.ReceiveAndSend()] = MACH_PORT_TYPE_SEND_RECEIVE,
            [task.PortSet()] = MACH_PORT_TYPE_PORT_SET,
            [task.DeadName()] = MACH_PORT_TYPE_DEAD_NAME,
            [other.GiveSend(task, other.Receive())] = MACH_PORT_TYPE_SEND,
            [other.Give(task, other.Receive(), MACH_MSG_TYPE_MAKE_SEND_ONCE)] = MACH_PORT_TYPE_SEND_ONCE,
        };
        Assert.Equal(expected, task.Names());
    }

    [Theory, EveryWorld, Rule("R-NAMES-1", "R-CODE-6")]
    public void Show_each_kind_of_pending_request(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        var (deadName, delayed, armed) = (task.Construct(MPO_QLIMIT), task.Construct(MPO_QLIMIT), task.Construct(MPO_QLIMIT));
        task.Ask(deadName, MACH_NOTIFY_DEAD_NAME, notify);
        task.Ask(delayed, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 0);
        task.Ask(armed, MACH_NOTIFY_SEND_POSSIBLE, notify, sync: 1);
        var names = task.Names();
        Assert.Equal(0x80020000u, names[deadName]);
        Assert.Equal(0xe0020000u, names[delayed]);
        Assert.Equal(0xc0020000u, names[armed]);
    }

    [Theory, EveryWorld, Rule("R-NAMES-1")]
    public void Show_ports_that_died_as_dead_names_and_leave_them_as_they_are(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (send, once) = (task.UnseenDeadSend(other), task.UnseenDeadSendOnce(other));
        var names = task.Names();
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, names[send]);
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, names[once]);
        Assert.Equal(MACH_PORT_TYPE_SEND, task.Record(send).iin_type);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(once, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
    }

    [Theory, EveryWorld, Rule("R-NAMES-1")]
    public void Of_an_empty_space_are_none_and_nowhere(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var control = task.ControlOf(other);
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_names(control, out var names, out var count, out var types, out var typeCount));
        Assert.Equal((0u, 0u, 0ul, 0ul), (count, typeCount, names.Address, types.Address));
    }
}
