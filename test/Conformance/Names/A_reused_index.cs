namespace Mach.Conformance.Names;

public class A_reused_index
{
    [Theory, EveryWorld, Rule("R-NAME-4", "R-NAME-2")]
    public void Is_the_next_to_be_handed_out_with_the_next_generation(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (first, other) = (task.Receive(), task.Receive());
        task.Die(first);
        var second = task.Receive();
        Assert.Equal(first >> 8, second >> 8);
        Assert.NotEqual(other >> 8, second >> 8);
        Assert.Equal(first + 4, second);
        Assert.Equal(KERN_INVALID_NAME, task.Ports().mach_port_type(task.Self, first, out _));
    }

    [Theory, EveryWorld, Rule("R-NAME-4")]
    public void Goes_last_in_first_out(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (first, second, third) = (task.Receive(), task.Receive(), task.Receive());
        task.Die(second);
        task.Die(third);
        task.Die(first);
        Assert.Equal(first >> 8, task.Receive() >> 8);
        Assert.Equal(third >> 8, task.Receive() >> 8);
        Assert.Equal(second >> 8, task.Receive() >> 8);
    }

    [Theory, EveryWorld, Rule("R-NAME-5", "R-NAME-2")]
    public void Does_not_bring_a_name_back_before_fifteen_others(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var first = task.Receive();
        for (var (round, last) = (0, first); round < 3; round++)
        {
            var seen = new HashSet<uint>();
            while (seen.Add(last))
            {
                task.Die(last);
                last = task.Receive();
                Assert.Equal(first >> 8, last >> 8);
                Assert.Equal(3u, last & 3);
            }
            Assert.InRange(seen.Count, 15, 63);
            Assert.Equal(3u, last & 0xff);
        }
    }

    [Theory, EveryRoute, Rule("R-NAME-6", "R-NAME-4")]
    public void Is_unknown_to_every_call_under_its_old_name(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var stale = task.Receive();
        task.Die(stale);
        var fresh = task.ReceiveAndSend();
        Assert.Equal(stale >> 8, fresh >> 8);
        Assert.All(CallsOnOneName.OfEntries(task, route, stale), static call => Assert.Equal((call.Call, KERN_INVALID_NAME), call));
        Assert.All(CallsOnOneName.OfReceiveRights(task, route, stale), static call => Assert.Equal((call.Call, KERN_INVALID_NAME), call));
        Assert.All(CallsOnOneName.OfSetsAndObjects(task, stale), static call => Assert.Equal((call.Call, KERN_INVALID_NAME), call));
        Assert.Equal(MACH_PORT_TYPE_SEND_RECEIVE, task.TypeOf(fresh));
        Assert.Equal(1u, task.Sends(fresh));
    }

    [Theory, EveryWorld, Rule("R-NAME-6")]
    public void Is_unknown_to_messages_under_its_old_name(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var stale = task.Receive();
        task.Die(stale);
        var fresh = task.ReceiveAndSend();
        Assert.Equal(stale >> 8, fresh >> 8);
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(stale, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.Send(new Note(fresh, MACH_MSG_TYPE_COPY_SEND, stale, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_SEND_INVALID_RIGHT, task.Send(new Note(fresh, MACH_MSG_TYPE_COPY_SEND).Port(stale, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_RCV_INVALID_NAME, task.Receive(stale, out _));
        task.ExpectNothing(fresh);
    }
}
