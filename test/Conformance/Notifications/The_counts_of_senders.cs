namespace Mach.Conformance.Notifications;

public class The_counts_of_senders
{
    [Theory, EveryWorld, Rule("R-NS-6", "R-RIGHT-1")]
    public void Count_a_name_once_however_many_references_it_has(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var port = task.ReceiveAndSend();
        task.AddSends(port, 5);
        Assert.Equal(1u, Senders(task, port));
        var send = task.GiveSend(other, port);
        Assert.Equal(2u, Senders(task, port));
        other.AddSends(send, 5);
        task.GiveSend(other, port);
        Assert.Equal(2u, Senders(task, port));
        other.AddSends(send, -7);
        Assert.Equal(1u, Senders(task, port));
    }

    [Theory, EveryWorld, Rule("R-NS-6")]
    public void Count_rights_in_messages_as_destination_reply_and_cargo(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, port, MACH_MSG_TYPE_COPY_SEND).Port(port, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(4u, Senders(task, port));
        task.Drop(port);
        Assert.Equal(3u, Senders(task, port));
        task.ExpectNothing(notify);
        task.Receive(port);         // the reply right and the cargo come back under one name
        Assert.Equal(1u, Senders(task, port));
        Assert.Equal(2u, task.References(port, MACH_PORT_RIGHT_SEND));
        task.AddSends(port, -2);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 1);
    }

    [Theory, EveryWorld, Rule("R-NS-6", "R-TASK-4")]
    public void Count_rights_that_the_kernel_keeps(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        var tasks = new MachTaskClient(task.Thread);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, tasks.task_set_special_port(task.Self, TASK_BOOTSTRAP_PORT, port));
        Assert.Equal(2u, Senders(task, port));
        Assert.Equal(KERN_SUCCESS, tasks.mach_ports_register(task.Self, port, MACH_PORT_NULL, port));
        Assert.Equal(4u, Senders(task, port));
        task.Drop(port);
        Assert.Equal(KERN_SUCCESS, tasks.mach_ports_register(task.Self, MACH_PORT_NULL, MACH_PORT_NULL, MACH_PORT_NULL));
        Assert.Equal(1u, Senders(task, port));
        task.ExpectNothing(notify);
        Assert.Equal(KERN_SUCCESS, tasks.task_set_special_port(task.Self, TASK_BOOTSTRAP_PORT, MACH_PORT_NULL));
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 1);
    }

    [Theory, EveryWorld, Rule("R-NS-6")]
    public void Do_not_count_send_once_rights(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        task.SendOnce(port);
        Assert.Equal(0u, Senders(task, port));
        Assert.Equal(0, task.Status(port).mps_srights);
        Assert.Equal(1u, task.Status(port).mps_sorights);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        task.ExpectOnlyNotice(notify, MACH_NOTIFY_NO_SENDERS, 0);
    }

    [Theory, EveryWorld, Rule("R-NS-7")]
    public void Of_making_grow_with_every_right_made(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_INSERT_SEND_RIGHT);
        Assert.Equal(1u, task.Status(port).mps_mscount);
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, port, port, MACH_MSG_TYPE_MAKE_SEND));
        Assert.Equal(2u, task.Status(port).mps_mscount);
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_extract_right(task.Self, port, MACH_MSG_TYPE_MAKE_SEND, out _, out _));
        Assert.Equal(3u, task.Status(port).mps_mscount);
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, port, MACH_MSG_TYPE_MAKE_SEND).Port(port, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(6u, task.Status(port).mps_mscount);
    }

    [Theory, EveryWorld, Rule("R-NS-7")]
    public void Of_making_do_not_grow_with_copies_and_send_once_rights(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        Assert.Equal(
            MACH_MSG_SUCCESS,
            task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(port, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(1u, task.Status(port).mps_mscount);
    }

    [Theory, EveryWorld, Rule("R-NS-7", "R-ATTR-9")]
    public void Of_making_can_be_set_and_start_again_when_the_receive_right_moves(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var port = task.ReceiveAndSend();
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_mscount(task.Self, port, 0xfffffff0));
        Assert.Equal(0xfffffff0u, task.Status(port).mps_mscount);
        Assert.Equal(0u, other.Status(task.Give(other, port, MACH_MSG_TYPE_MOVE_RECEIVE)).mps_mscount);
    }

    private static uint Senders(Party task, uint port)
    {
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_get_srights(task.Self, port, out var count));
        return count;
    }
}
