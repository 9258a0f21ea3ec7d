namespace Mach.Conformance.Names;

public class A_name_of_another_kind
{
    [Theory, EveryRoute, Rule("R-NAME-14")]
    public void Is_a_wrong_right_for_calls_that_translate_a_receive_right(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = other.Receive();
        foreach (var name in (uint[])[other.GiveSend(task, port), other.Give(task, port, MACH_MSG_TYPE_MAKE_SEND_ONCE), task.PortSet()])
            Assert.All(CallsOnOneName.OfReceiveRights(task, route, name), static call => Assert.Equal((call.Call, KERN_INVALID_RIGHT), call));
    }

    [Theory, EveryWorld, Rule("R-NAME-14")]
    public void Is_a_wrong_right_where_a_set_or_a_port_is_wanted(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (message, port, set) = (task.Ports().Message, task.Receive(), task.PortSet());
        var (send, once) = (other.GiveSend(task, other.Receive()), task.SendOnce(port));
        foreach (var name in (uint[])[port, send, once])
            Assert.Equal(KERN_INVALID_RIGHT, message.mach_port_get_set_status(task.Self, name, out _, out _));
        foreach (var name in (uint[])[set, once])
            Assert.Equal(KERN_INVALID_RIGHT, message.mach_port_kobject(task.Self, name, out _, out _));
    }

    [Theory, EveryWorld, Rule("R-NAME-15")]
    public void Cannot_be_had_by_renaming_any_more(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(MIG_BAD_ID, task.Ports().Message.mach_port_rename(task.Self, port, 0x12303));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        Assert.Equal(0u, task.TypeOf(0x12303));
    }
}
