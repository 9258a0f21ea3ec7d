namespace Mach.Conformance.Bodies;

public class A_body_that_fails
{
    [Theory, EveryMessageTrap, Rule("R-BODY-1", "R-FAIL-1", "R-FAIL-2")]
    public void Destroys_the_header_and_the_descriptors_before_and_leaves_those_after(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, reply, dying, notify) = (task.ReceiveAndSend(), task.Receive(), task.Receive(), task.Receive());
        var (moved, counted, later) = (task.ReceiveAndSend(), task.Receive(), task.ReceiveAndSend());
        var (once, onceLater) = (task.SendOnce(reply), task.SendOnce(reply));
        task.AskForNoSenders(counted, notify);
        task.AskForDeath(dying, notify);
        var (region, regionLater) = (task.Region(5000), task.Region(5000));
        var held = task.Task.MappedBytes;
        var note = new Note(door, MACH_MSG_TYPE_MOVE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(moved, MACH_MSG_TYPE_MOVE_SEND)
            .Port(counted, MACH_MSG_TYPE_MAKE_SEND)
            .Port(once, MACH_MSG_TYPE_MOVE_SEND_ONCE)
            .Port(dying, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Memory(region, 5000, deallocate: true)
            .Ports(task.Names(counted, counted), 2, MACH_MSG_TYPE_MAKE_SEND)
            .Port(0x7fff03, MACH_MSG_TYPE_COPY_SEND)
            .Port(later, MACH_MSG_TYPE_MOVE_SEND)
            .Port(onceLater, MACH_MSG_TYPE_MOVE_SEND_ONCE)
            .Memory(regionLater, 5000, deallocate: true);
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.By(trap).Send(note));
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(door));
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(moved));
        Assert.Equal((0u, 0u), (task.TypeOf(once), task.TypeOf(dying)));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(later));
        Assert.Equal((uint)MACH_PORT_TYPE_SEND_ONCE, task.TypeOf(onceLater));
        Assert.Equal((0u, 0u, 0u), (task.Senders(door), task.Senders(moved), task.Senders(counted)));
        // The reply and the moved send-once right are told of as unused, the counted port has no senders again,
        // and the name under which the dying port was watched is gone.
        Assert.Equal([MACH_NOTIFY_SEND_ONCE, MACH_NOTIFY_SEND_ONCE], (int[])[task.Receive(reply).Id, task.Receive(reply).Id]);
        var notices = (int[])[task.Receive(notify).Id, task.Receive(notify).Id];
        Assert.Equal([MACH_NOTIFY_PORT_DELETED, MACH_NOTIFY_NO_SENDERS], notices.Order());
        task.ExpectNothing(door);
        task.ExpectNothing(reply);
        Assert.True(task.Task.MappedBytes < held && task.Task.MappedBytes >= held / 2);
        Assert.Equal(0, machine.Census().OutOfLineRegions);
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-1", "R-NOT-7")]
    public void Tells_the_destination_that_its_send_once_right_was_not_used(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, reply) = (task.Receive(), task.ReceiveAndSend());
        var note = new Note(task.SendOnce(door), MACH_MSG_TYPE_MOVE_SEND_ONCE, reply, MACH_MSG_TYPE_MOVE_SEND)
            .Port(0x7fff03, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.By(trap).Send(note));
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, task.Receive(door).Id);
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(reply));
        task.ExpectNothing(reply);
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-1", "R-PDN-3")]
    public void Sends_a_receive_right_to_whoever_asked_for_it(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, dear, notify) = (task.Receive(), task.Receive(), task.Receive());
        Assert.Equal(
            KERN_SUCCESS,
            task.Ports().mach_port_request_notification(task.Self, dear, MACH_NOTIFY_PORT_DESTROYED, 0, notify, 21, out _));
        var note = new Note(door, MACH_MSG_TYPE_MAKE_SEND)
            .Port(dear, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Memory(0x10, 4);
        Assert.Equal(MACH_SEND_INVALID_MEMORY, task.By(trap).Send(note));
        Assert.Equal(0u, task.TypeOf(dear));
        var letter = task.Receive(notify);
        Assert.Equal(MACH_NOTIFY_PORT_DESTROYED, letter.Id);
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(letter.PortName(0)));
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-2", "R-CIN-7", "R-CIN-8", "R-CIN-9", "R-CIN-11")]
    public void Has_a_right_that_cannot_be_taken(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port) = (task.Receive(), task.Receive());
        var (send, once, set) = (machine.SendTo(task).Send, task.SendOnce(port), task.PortSet());
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_allocate(task.Self, MACH_PORT_RIGHT_DEAD_NAME, out var dead));
        kern_return_t Send(uint name, int disposition) =>
            task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(name, disposition));
        (uint Name, int[] Wrong)[] kinds =
        [
            (0x7fff03, [16, 17, 18, 19, 20, 21]), (port, [17, 18, 19]), (send, [16, 18, 20, 21]), (once, [16, 17, 19, 20, 21]),
            (set, [16, 17, 18, 19, 20, 21]), (dead, [16, 20, 21]),
        ];
        foreach (var (name, wrong) in kinds)
        {
            foreach (var disposition in (int[])[.. wrong, 0, 15, 22, 24, 25, 26, 255])
                Assert.Equal(MACH_SEND_INVALID_RIGHT, Send(name, disposition));
        }
        // Each refusal told the door that its send-once right was not used, and nothing else moved.
        Assert.Equal(1u, task.References(dead, MACH_PORT_RIGHT_DEAD_NAME));
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, task.Receive(door).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-2", "R-CIN-16", "R-ALLOC-14")]
    public void Has_a_receive_right_that_does_not_move(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        uint[] rooted =
        [
            task.Construct(MPO_CONTEXT_AS_GUARD | MPO_IMMOVABLE_RECEIVE, 5), task.Construct(MPO_EXCEPTION_PORT, 0),
            task.Traps.thread_get_special_reply_port(),
        ];
        foreach (var name in rooted)
        {
            Assert.Equal(
                MACH_SEND_INVALID_RIGHT,
                task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND).Port(name, MACH_MSG_TYPE_MOVE_RECEIVE)));
            Assert.NotEqual(0u, task.TypeOf(name) & (uint)MACH_PORT_TYPE_RECEIVE);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-BODY-3")]
    public void Has_a_guarded_port_whose_guard_is_another(World world, MessageTrap trap)
    {
        const int immovable = MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE, unguarded = MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND;
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        var (guarded, strict) = (task.Construct(MPO_CONTEXT_AS_GUARD, 5), task.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT, 5));
        var (plain, context, send) = (task.Receive(), task.Construct(0, 5), machine.SendTo(task).Send);
        kern_return_t Send(uint name, ulong guard, int flags) =>
            task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).GuardedPort(name, guard, flags));
        (uint Name, ulong Guard, int Flags)[] wrong =
        [
            (guarded, 6, immovable), (guarded, 0, immovable), (guarded, 0, unguarded), (strict, 4, immovable), (plain, 5, immovable),
            (plain, 0, immovable), (context, 5, immovable), (context, 0, unguarded), (send, 0, unguarded), (0x7fff03, 0, unguarded),
        ];
        foreach (var (name, guard, flags) in wrong)
            Assert.Equal(MACH_SEND_INVALID_RIGHT, Send(name, guard, flags));
        Assert.Equal(MACH_MSG_SUCCESS, Send(guarded, 5, immovable));
        Assert.Equal(MACH_MSG_SUCCESS, Send(strict, 5, immovable));
        Assert.Equal(MACH_MSG_SUCCESS, Send(plain, 0, unguarded | immovable));
        Assert.Equal(MACH_MSG_SUCCESS, Send(MACH_PORT_NULL, 5, immovable));
        Assert.Equal(MACH_MSG_SUCCESS, Send(MACH_PORT_DEAD, 0, unguarded));
        Assert.Equal((0u, 0u, 0u), (task.TypeOf(guarded), task.TypeOf(strict), task.TypeOf(plain)));
    }
}
