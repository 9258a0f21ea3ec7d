namespace Mach.Conformance.Queues;

public class A_blocked_sender
{
    [Theory, EveryWorld, Rule("R-Q-2", "R-Q-6")]
    public void Sleeps_until_a_message_is_taken(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.Fill(port);
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 9));
        Assert.True(sender.Sleeps);
        Assert.Equal(5u, task.Status(port).mps_msgcount);
        task.Receive(port);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        for (var count = 0; count < 4; count++)
            task.Receive(port);
        Assert.Equal(9, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-Q-2", "R-FAIL-2")]
    public void Sleeps_for_as_long_as_it_said(World world)
    {
        var time = new VirtualTime();
        using var machine = world.Boot(new KernelOptions { Time = time });
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.Fill(port);
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND), MACH64_SEND_TIMEOUT, timeout: 100);
        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.True(sender.Sleeps);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(sender.Sleeps);
        Assert.Equal(MACH_SEND_TIMED_OUT, sender.Code);
        Assert.Equal(5u, task.Status(port).mps_msgcount);
    }

    [Theory, EveryWorld, Rule("R-Q-6")]
    public void Gets_the_place_of_each_message_that_is_taken_in_turn(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.Fill(port);
        Sleeper[] senders =
        [
            task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 1)),
            task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 2)),
            task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 3)),
        ];
        for (var taken = 1; taken <= 3; taken++)
        {
            task.Receive(port);
            Assert.Equal(5u, task.Status(port).mps_msgcount);
            Assert.Equal(3 - taken, senders.Count(static sender => sender.Sleeps));
        }
        task.Receive(port);
        task.Receive(port);
        Assert.Equal([1, 2, 3], (int[])[task.Receive(port).Id, task.Receive(port).Id, task.Receive(port).Id]);
    }

    [Theory, EveryWorld, Rule("R-Q-6")]
    public void Gets_no_place_while_the_queue_is_above_its_limit(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.SetLimit(port, 1);
        task.Push(port);
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND));
        task.Push(port);
        task.Receive(port);
        Assert.True(sender.Sleeps);
        task.Receive(port);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
    }

    [Theory, EveryWorld, Rule("R-Q-5", "R-Q-8")]
    public void Gets_a_place_for_each_one_that_the_limit_grows_by(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.Fill(port);
        for (var count = 0; count < 4; count++)
            task.Push(port);        // above the limit: room is not what counts
        Sleeper[] senders = [.. Enumerable.Range(0, 4).Select(_ => task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND)))];
        task.SetLimit(port, 8);
        Assert.Equal([false, false, false, true], senders.Select(static sender => sender.Sleeps));
        Assert.Equal(12u, task.Status(port).mps_msgcount);
        task.SetLimit(port, 3);
        task.SetLimit(port, 3);
        Assert.True(senders[3].Sleeps);
        task.SetLimit(port, 4);
        Assert.False(senders[3].Sleeps);
        Assert.Equal(13u, task.Status(port).mps_msgcount);
    }

    [Theory, EveryWorld, Rule("R-Q-8", "R-Q-5")]
    public void Has_its_message_handed_to_a_thread_that_waits(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.SetLimit(port, 0);
        var receiver = task.NewSleeper().Receive(port);
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 2));
        Assert.True(sender.Sleeps);
        task.SetLimit(port, 1);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        Assert.Equal(2, receiver.Letter.Id);
        Assert.Equal(0u, task.Status(port).mps_msgcount);
    }

    [Theory, EveryWorld, Rule("R-DIE-1")]
    public void Is_told_success_when_the_port_dies(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.ReceiveAndSend(), task.Receive());
        task.Fill(port);
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE));
        task.Die(port);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
    }

    [Theory, EveryWorld, Rule("R-CIN-13")]
    public void Stays_while_the_receive_right_moves(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var port = task.ReceiveAndSend();
        task.SetLimit(port, 1);
        task.Push(port);
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 5));
        var moved = task.Give(other, port, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.True(sender.Sleeps);
        other.Receive(moved);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        Assert.Equal(5, other.Receive(moved).Id);
    }
}
