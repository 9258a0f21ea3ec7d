namespace Mach.Conformance.Hosts;

public class Ports_that_the_host_keeps
{
    private static kern_return_t Get(Party task, int which, out uint port) =>
        task.PrivilegedCalls().host_get_special_port(task.Host(), 12345, which, out port);

    private static kern_return_t Set(Party task, int which, uint port) => task.PrivilegedCalls().host_set_special_port(task.Host(), which, port);

    [Theory, EveryWorld, Rule("R-HST-14")]
    public void Have_numbers_and_are_null_until_they_are_set(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        foreach (var which in (int[])[0, -1, 36, int.MaxValue, int.MinValue])
            Assert.Equal(KERN_INVALID_ARGUMENT, Get(task, which, out _));
        Assert.Equal(KERN_SUCCESS, Get(task, HOST_PORT, out var plain));
        Assert.Equal(KERN_SUCCESS, Get(task, HOST_PRIV_PORT, out var privileged));
        Assert.Equal((3u, 4u), (task.Kind(plain), task.Kind(privileged)));
        for (var which = 3; which <= 35; which++)
        {
            Assert.Equal(KERN_SUCCESS, Get(task, which, out var port));
            Assert.Equal(MACH_PORT_NULL, port);
        }
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_get_io_main(task.Host(), out var main));
        Assert.Equal(MACH_PORT_NULL, main);
    }

    [Theory, EveryWorld, Rule("R-HST-15", "R-HST-14", "R-NS-6")]
    public void Count_as_send_rights_until_they_are_replaced(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewRootTask(), machine.NewRootTask("other"));
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        Assert.Equal(KERN_SUCCESS, Set(task, HOST_AUDIT_CONTROL_PORT, port));
        Assert.Equal((1u, 2u), (task.Sends(port), task.Holders(port)));
        machine.CheckRights();
        Assert.Equal(KERN_SUCCESS, Get(other, HOST_AUDIT_CONTROL_PORT, out var found));
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(found, MACH_MSG_TYPE_MOVE_SEND, id: 3)));
        Assert.Equal(3, task.Receive(port).Id);
        task.Drop(port);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, Set(task, HOST_AUDIT_CONTROL_PORT, MACH_PORT_NULL));
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
        // One that dies reads as dead.
        var dying = task.ReceiveAndSend();
        Assert.Equal(KERN_SUCCESS, Set(task, HOST_MAX_SPECIAL_PORT, dying));
        task.Die(dying);
        Assert.Equal(KERN_SUCCESS, Get(other, HOST_MAX_SPECIAL_PORT, out found));
        Assert.Equal(MACH_PORT_DEAD, found);
    }

    [Theory, EveryWorld, Rule("R-HST-15")]
    public void Are_not_all_to_be_set_nor_to_anything(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var (port, immovable) = (task.ReceiveAndSend(), task.Construct(MPO_EXCEPTION_PORT | MPO_INSERT_SEND_RIGHT));
        foreach (var which in (int[])[-1, 0, 1, 2, 3, 7, 36])
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, which, port));
        Assert.Equal(KERN_NOT_SUPPORTED, Set(task, HOST_NODE_PORT, port));
        Assert.Equal(KERN_INVALID_RIGHT, Set(task, HOST_LOCKD_PORT, immovable));
        Assert.Equal((1u, 1u), (task.Holders(port), task.Holders(immovable)));
    }

    [Theory, EveryWorld, Rule("R-HST-15")]
    public void Are_the_brokers_where_that_rule_is_in_force(World world)
    {
        using var machine = world.Boot(new KernelOptions { Policy = new KernelPolicy { HostPortsForBroker = true } });
        var (broker, other) = (machine.NewRootTask("broker"), machine.NewRootTask("other"));
        Assert.Equal(KERN_SUCCESS, Set(broker, HOST_LOCKD_PORT, broker.ReceiveAndSend()));
        Assert.Equal(KERN_NO_ACCESS, Set(other, HOST_LOCKD_PORT, other.ReceiveAndSend()));
    }

    [Theory, EveryWorld, Rule("R-HST-19")]
    public void Are_told_once_when_the_calendar_changes(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewOrdinaryTask();
        var (change, set) = (task.Receive(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_request_notification(task.Host(), HOST_NOTIFY_CALENDAR_CHANGE, change));
        Assert.Equal(KERN_SUCCESS, task.HostCalls().host_request_notification(task.Host(), HOST_NOTIFY_CALENDAR_SET, set));
        Assert.Equal(1u, task.Status(change).mps_sorights);
        machine.CheckRights();
        machine.ChangeCalendar(set: false);
        var letter = task.Receive(change);
        Assert.Equal((HOST_CALENDAR_CHANGED_REPLYID, 24u, 18u), (letter.Id, letter.Size, letter.LocalDisposition));
        task.ExpectNothing(set);
        machine.ChangeCalendar(set: true);
        Assert.Equal(HOST_CALENDAR_SET_REPLYID, task.Receive(set).Id);
        task.ExpectNothing(change);
        // The receive right stays where it is.
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.Send(new Note(task.ReceiveAndSend(), MACH_MSG_TYPE_COPY_SEND).Port(change, MACH_MSG_TYPE_MOVE_RECEIVE)));
    }

    [Theory, EveryWorld, Rule("R-HST-19")]
    public void Are_not_told_of_what_there_is_not(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewRootTask();
        var port = task.Receive();
        Assert.Equal(KERN_INVALID_CAPABILITY, task.HostCalls().host_request_notification(task.Host(), 0, MACH_PORT_NULL));
        foreach (var type in (int[])[-1, 2, 99])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.HostCalls().host_request_notification(task.Host(), type, port));
        task.ExpectNotice(port, MACH_NOTIFY_SEND_ONCE);
    }
}
