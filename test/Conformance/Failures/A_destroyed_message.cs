namespace Mach.Conformance.Failures;

public class A_destroyed_message
{
    [Theory, EveryMessageTrap, Rule("R-FAIL-1")]
    public void Releases_every_right_and_region_it_has(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var (owner, victim) = (machine.NewTask("owner"), machine.NewTask("victim"));
        var notify = owner.Receive();
        var (counted, watched, dear, once) = (owner.Receive(), owner.ReceiveAndSend(), owner.Receive(), owner.Receive());
        owner.AskForNoSenders(counted, notify);
        owner.AskForDeath(watched, notify);
        owner.Ask(dear, MACH_NOTIFY_PORT_DESTROYED, notify);
        var door = victim.Receive();
        var key = victim.GiveSend(owner, door);
        var note = new Note(key, MACH_MSG_TYPE_COPY_SEND, once, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Port(counted, MACH_MSG_TYPE_MAKE_SEND)
            .Port(watched, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Ports(owner.Names(dear), 1, MACH_MSG_TYPE_MOVE_RECEIVE)
            .Port(once, MACH_MSG_TYPE_MAKE_SEND_ONCE)
            .Memory(owner.Region(100_000), 100_000);
        Assert.Equal(MACH_MSG_SUCCESS, owner.By(trap).Send(note));
        Assert.Equal((1, 100_000L), (machine.Census().OutOfLineRegions, machine.Census().OutOfLineBytes));
        victim.Die(door);
        Assert.Equal((0, 0L), (machine.Census().OutOfLineRegions, machine.Census().OutOfLineBytes));
        owner.ExpectNotice(once, MACH_NOTIFY_SEND_ONCE);
        owner.ExpectNotice(once, MACH_NOTIFY_SEND_ONCE);
        Letter[] letters = [owner.Receive(notify), owner.Receive(notify), owner.Receive(notify)];
        Assert.Equal(
            [MACH_NOTIFY_PORT_DESTROYED, MACH_NOTIFY_NO_SENDERS, MACH_NOTIFY_DEAD_NAME], letters.Select(static letter => letter.Id).Order());
        Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, owner.TypeOf(watched));
        Assert.Equal(0u, owner.Holders(counted));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-1", "R-NOT-7")]
    public void Tells_a_live_destination_of_the_send_once_right_that_it_came_on(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        Assert.Equal(
            MACH_SEND_INVALID_RIGHT,
            task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(0x7fff03, MACH_MSG_TYPE_COPY_SEND)));
        task.ExpectNotice(door, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNothing(door);
    }

    [Theory, EveryWorld, Rule("R-FAIL-1", "R-BODY-9")]
    public void Inside_one_inside_one_and_so_on_is_no_deeper_than_the_first(World world)
    {
        const int depth = 20_000;
        using var machine = world.Boot();
        var task = machine.NewTask();
        var before = machine.Census().Ports;
        var outer = task.Receive();
        for (var count = 0; count < depth; count++)
        {
            var next = task.Receive();
            var note = new Note(next, MACH_MSG_TYPE_MAKE_SEND).Port(outer, MACH_MSG_TYPE_MOVE_RECEIVE);
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(note));
            outer = next;
        }
        Assert.Equal(before + depth + 1, machine.Census().Ports);
        task.Die(outer);
        Assert.Equal(before, machine.Census().Ports);
        Assert.Equal(0, machine.Census().Messages);
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-1", "R-DIE-1")]
    public void Is_what_a_blocked_sender_has_when_its_destination_dies(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, reply, counted, notify) = (task.FullPort(), task.Receive(), task.Receive(), task.Receive());
        task.AskForNoSenders(counted, notify);
        var sender = task.NewSleeper().Send(
            new Note(full, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(counted, MACH_MSG_TYPE_MAKE_SEND), trap: trap);
        task.Die(full);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
    }
}
