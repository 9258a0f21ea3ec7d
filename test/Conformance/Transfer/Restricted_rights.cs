namespace Mach.Conformance.Transfer;

/// <summary>Rights that a policy ties to their holder.</summary>
public class Restricted_rights
{
    private static readonly KernelOptions s_immovable = new() { Policy = KernelPolicy.Base with { ImmovableControlPorts = true } };
    private static readonly KernelOptions s_hardened = new() { Policy = KernelPolicy.Base with { HardenedTasks = true } };

    [Theory, EveryWorld, Rule("R-CIN-17", "R-CIN-18", "R-TASK-11")]
    public void A_control_port_is_like_any_other_by_default(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var lane = new Lane(task, other);
        var control = lane.Carry(task.Self, MACH_MSG_TYPE_COPY_SEND).PortName(0);
        Assert.Equal(KERN_SUCCESS, other.Ports().Message.mach_port_type(control, task.Self, out _));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, task.Self, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(control, other.Receive(lane.Door).Remote);
        Assert.Equal(control, lane.Carry(task.Self, MACH_MSG_TYPE_MOVE_SEND).PortName(0));
    }

    [Theory, EveryWorld, Rule("R-CIN-17", "R-TASK-11")]
    public void An_immovable_send_right_leaves_neither_in_a_body_nor_as_a_reply(World world)
    {
        using var machine = world.Boot(s_immovable);
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var lane = new Lane(task, other);
        task.AddSends(task.Self, 3);
        foreach (var disposition in (int[])[MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND])
        {
            Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(task.Self, disposition));
            Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, task.Self, disposition)));
        }
        Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports().mach_port_extract_right(task.Self, task.Self, MACH_MSG_TYPE_MOVE_SEND, out _, out _));
        Assert.Equal(4u, task.Sends(task.Self));
        other.ExpectNothing(lane.Door);
    }

    [Theory, EveryWorld, Rule("R-CIN-17")]
    public void An_immovable_send_right_serves_where_it_does_not_leave(World world)
    {
        using var machine = world.Boot(s_immovable);
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        Assert.Equal(task.Self, task.Extract(task.Self, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, task.Self, task.Self, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(KERN_RIGHT_EXISTS, task.Ports().mach_port_insert_right(task.Self, 0x12303, task.Self, MACH_MSG_TYPE_COPY_SEND));
        var dead = task.UnseenDeadSendOnce(other);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(dead, MACH_MSG_TYPE_MOVE_SEND_ONCE).Port(task.Self, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(KERN_SUCCESS, task.Ports(Route.Message).mach_port_type(task.Self, task.Self, out _));
    }

    [Theory, EveryWorld, Rule("R-CIN-17")]
    public void Read_and_inspect_ports_of_tasks_do_not_leave(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var lane = new Lane(task, other);
        foreach (var which in (int[])[TASK_READ_PORT, TASK_INSPECT_PORT])
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(task.Self, which, out var port));
            Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(port, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, port, MACH_MSG_TYPE_COPY_SEND)));
            Assert.Equal(1u, task.Sends(port));
        }
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(task.Self, TASK_NAME_PORT, out var name));
        Assert.Equal(MACH_MSG_SUCCESS, lane.Send(name, MACH_MSG_TYPE_COPY_SEND));
    }

    [Theory, EveryWorld, Rule("R-CIN-18")]
    public void A_pinned_send_right_keeps_its_last_reference(World world)
    {
        using var machine = world.Boot(s_immovable);
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var dead = task.UnseenDeadSendOnce(other);
        Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports().mach_port_insert_right(task.Self, 0x12303, task.Self, MACH_MSG_TYPE_MOVE_SEND));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(task.Self, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.Send(new Note(dead, MACH_MSG_TYPE_MOVE_SEND_ONCE).Port(task.Self, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(1u, task.Sends(task.Self));
    }

    [Theory, EveryWorld, Rule("R-CIN-19", "R-RPLY-1")]
    public void A_hardened_reply_port_gives_out_send_once_rights_only(World world)
    {
        using var machine = world.Boot(s_hardened);
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Construct(MPO_REPLY_PORT));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_MSG_TYPE_MOVE_RECEIVE])
        {
            Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports().mach_port_extract_right(task.Self, port, disposition, out _, out _));
            Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(port, disposition));
        }
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, port, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, port, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        var once = other.Receive(lane.Door).Remote;
        Assert.Equal(KERN_INVALID_CAPABILITY, other.Ports().mach_port_extract_right(other.Self, once, MACH_MSG_TYPE_MOVE_SEND_ONCE, out _, out _));
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(once, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: 9)));
        Assert.Equal(9, task.Receive(port).Id);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 10)));
        Assert.Equal(10, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-CIN-19", "R-INS-2")]
    public void A_hardened_reply_port_may_have_a_send_right_made_onto_it(World world)
    {
        using var machine = world.Boot(s_hardened);
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Construct(MPO_REPLY_PORT));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, port, port, MACH_MSG_TYPE_MAKE_SEND));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND])
        {
            Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(port, disposition));
            Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(lane.Key, MACH_MSG_TYPE_COPY_SEND, port, disposition)));
        }
        Assert.Equal(1u, task.Sends(port));
    }

    [Theory, EveryWorld, Rule("R-CIN-19", "R-RPLY-1")]
    public void A_reply_port_is_an_ordinary_port_by_default(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var (lane, port) = (new Lane(task, other), task.Construct(MPO_REPLY_PORT));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_MSG_TYPE_MOVE_RECEIVE])
            Assert.NotEqual(MACH_PORT_NULL, lane.Carry(port, disposition).PortName(0));
    }
}
