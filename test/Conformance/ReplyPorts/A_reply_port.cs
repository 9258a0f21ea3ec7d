namespace Mach.Conformance.ReplyPorts;

public class A_reply_port
{
    private static readonly KernelOptions s_hardened = new() { Policy = new KernelPolicy { HardenedTasks = true } };

    [Theory, EveryRoute, Rule("R-RPLY-1")]
    public void Of_an_ordinary_task_is_an_ordinary_port(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        AssertOrdinary(task, other, Construct(task, route, MPO_REPLY_PORT));
        AssertOrdinary(task, other, Construct(task, route, MPO_PROVISIONAL_REPLY_PORT));
    }

    [Theory, EveryRoute, Rule("R-RPLY-1")]
    public void That_is_provisional_is_ordinary_in_a_hardened_task_as_well(World world, Route route)
    {
        using var machine = world.Boot(s_hardened);
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        AssertOrdinary(task, other, Construct(task, route, MPO_PROVISIONAL_REPLY_PORT));
    }

    [Theory, EveryRoute, Rule("R-RPLY-1", "R-CIN-19", "R-ALLOC-14")]
    public void Of_a_hardened_task_gives_send_once_rights_to_replies_and_to_itself(World world, Route route)
    {
        using var machine = world.Boot(s_hardened);
        var task = machine.NewTask();
        var (reply, door) = (Construct(task, route, MPO_REPLY_PORT), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        var once = task.Receive(door).Remote;
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, once, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Port(once, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(once, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
    }

    [Theory, EveryRoute, Rule("R-RPLY-1", "R-CIN-19")]
    public void Of_a_hardened_task_gives_nothing_else(World world, Route route)
    {
        using var machine = world.Boot(s_hardened);
        var task = machine.NewTask();
        var (reply, door) = (Construct(task, route, MPO_REPLY_PORT), task.Receive());
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(reply, MACH_MSG_TYPE_MAKE_SEND)));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_MSG_TYPE_MOVE_RECEIVE])
        {
            Assert.Equal(MACH_SEND_INVALID_RIGHT, task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Port(reply, disposition)));
            Assert.Equal(KERN_INVALID_CAPABILITY, task.Ports(route).mach_port_extract_right(task.Self, reply, disposition, out _, out _));
        }
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, task.TypeOf(reply));
        Assert.Equal(0u, task.Status(reply).mps_mscount);
    }

    [Theory, EveryRoute, Rule("R-RPLY-2")]
    public void Is_what_a_destination_with_reply_semantics_wants(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var strict = Construct(task, route, MPO_ENFORCE_REPLY_PORT_SEMANTICS);
        task.SetLimit(strict, 100);
        foreach (var local in (uint[])[
            Construct(task, route, MPO_REPLY_PORT), Construct(task, route, MPO_PROVISIONAL_REPLY_PORT), MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(strict, MACH_MSG_TYPE_MAKE_SEND, local, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        }
        // A right whose port has died, as long as nobody has looked.
        Assert.Equal(
            MACH_MSG_SUCCESS, task.Send(new Note(strict, MACH_MSG_TYPE_MAKE_SEND, task.UnseenDeadSend(other), MACH_MSG_TYPE_COPY_SEND)));
        // Any right to a reply port will do.
        var reply = Construct(task, route, MPO_REPLY_PORT);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(strict, MACH_MSG_TYPE_MAKE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND)));
    }

    [Theory, EveryRoute, Rule("R-RPLY-2")]
    public void Is_missed_without_anything_being_consumed(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (strict, ordinary) = (Construct(task, route, MPO_ENFORCE_REPLY_PORT_SEMANTICS | MPO_INSERT_SEND_RIGHT), task.Receive());
        var once = task.SendOnce(ordinary);
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(strict, MACH_MSG_TYPE_MOVE_SEND, once, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(strict, MACH_MSG_TYPE_MOVE_SEND, ordinary, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(strict));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(once));
        Assert.Equal(1u, task.Status(ordinary).mps_sorights);
    }

    [Theory, EveryWorld, Rule("R-RPLY-6", "R-Q-7")]
    public void Gets_its_messages_in_order_whatever_priority_they_were_sent_with(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Construct(MPO_REPLY_PORT);
        uint[] priorities = [0, 0xff, 0x00019f00, 0x00f00000, uint.MaxValue];
        for (var id = 0; id < priorities.Length; id++)
        {
            var bytes = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: id).Bytes;
            Assert.Equal(
                MACH_MSG_SUCCESS,
                task.MachMsg(task.Buffer(bytes), MACH_SEND_MSG | MACH_SEND_OVERRIDE, (uint)bytes.Length, 0, notify: priorities[id]));
        }
        for (var id = 0; id < priorities.Length; id++)
            Assert.Equal(id, task.Receive(port).Id);
    }

    private static void AssertOrdinary(Party task, Party other, uint reply)
    {
        var (door, notify) = (task.Receive(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, reply, reply, MACH_MSG_TYPE_MAKE_SEND));
        foreach (var disposition in (int[])[
            MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_MSG_TYPE_MOVE_SEND])
        {
            Assert.Equal(
                MACH_MSG_SUCCESS,
                task.Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND, reply, disposition).Port(reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        }
        task.Ask(reply, MACH_NOTIFY_NO_SENDERS, notify);
        task.Ask(reply, MACH_NOTIFY_PORT_DESTROYED, notify);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, other.TypeOf(task.Give(other, reply, MACH_MSG_TYPE_MOVE_RECEIVE)));
    }

    private static uint Construct(Party task, Route route, int flags)
    {
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_construct(task.Self, new mach_port_options_t { flags = (uint)flags }, 0, out var name));
        return name;
    }
}
