namespace Mach.Conformance.Queues;

public class A_queue
{
    private const int Sequence = MACH_RCV_TRAILER_SEQNO << 24;

    [Theory, EveryRoute, Rule("R-Q-1", "R-ATTR-8")]
    public void Holds_5_messages_by_default_and_up_to_1024_by_choice(World world, Route route)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(5, Limit(task, route, port));
        foreach (var limit in (int[])[0, 1, 1024])
        {
            task.SetLimit(port, limit);
            Assert.Equal(limit, Limit(task, route, port));
        }
        foreach (var limit in (int[])[1025, -1])
            Assert.Equal(KERN_INVALID_VALUE, task.Ports().Message.mach_port_set_attributes(task.Self, port, MACH_PORT_LIMITS_INFO, [limit]));
        Assert.Equal(1024, Limit(task, route, port));
    }

    [Theory, EveryWorld, Rule("R-Q-2")]
    public void That_is_full_refuses_plain_sends_and_no_others(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        for (var count = 0; count < 5; count++)
            Assert.Equal(MACH_MSG_SUCCESS, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_MSG_SUCCESS, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        task.Drop(task.SendOnce(port));     // the kernel's own message
        Assert.Equal(7u, task.Status(port).mps_msgcount);
        // What was forced in counts as well.
        task.Receive(port);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND)));
    }

    [Theory, EveryWorld, Rule("R-Q-3")]
    public void Of_limit_0_takes_nothing_plain_even_while_a_thread_waits(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.SetLimit(port, 0);
        var receiver = task.NewSleeper().Receive(port);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
        Assert.True(receiver.Sleeps);
        Assert.Equal(MACH_MSG_SUCCESS, task.Poll(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 1)));
        Assert.Equal(1, receiver.Letter.Id);
        receiver.Receive(port);
        task.Drop(task.SendOnce(port));
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, receiver.Letter.Id);
    }

    [Theory, EveryWorld, Rule("R-Q-5")]
    public void That_is_made_smaller_keeps_what_it_has(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        task.Fill(port);
        task.SetLimit(port, 2);
        Assert.Equal(5u, task.Status(port).mps_msgcount);
        for (var count = 0; count < 3; count++)
            task.Receive(port);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
        task.Receive(port);
        Assert.Equal(MACH_MSG_SUCCESS, task.Poll(new Note(port, MACH_MSG_TYPE_COPY_SEND)));
    }

    [Theory, EveryWorld, Rule("R-Q-7")]
    public void Gives_its_messages_in_the_order_in_which_it_got_them(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        var port = task.Receive();
        var send = task.GiveSend(other, port);
        task.SetLimit(port, 100);
        for (var id = 0; id < 60; id++)
        {
            // By any right, with or without a wish for more or less haste.
            var sent = (id % 3) switch
            {
                0 => task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: id), MACH_SEND_OVERRIDE),
                1 => other.Send(new Note(send, MACH_MSG_TYPE_COPY_SEND, id: id), MACH_SEND_SYNC_OVERRIDE),
                _ => other.Send(new Note(send, MACH_MSG_TYPE_COPY_SEND, id: id), MACH_SEND_PROPAGATE_QOS),
            };
            Assert.Equal(MACH_MSG_SUCCESS, sent);
        }
        for (var id = 0; id < 60; id++)
            Assert.Equal(id, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-Q-9", "R-RCV-3", "R-RCV-4")]
    public void Numbers_messages_as_they_are_taken_off(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        for (var count = 0; count < 5; count++)
            task.Push(port, words: 10);
        Assert.Equal(0u, task.Receive(port, Sequence).Sequence);
        // Left where it is, it takes no number; discarded, it takes one.
        Assert.Equal(MACH_RCV_TOO_LARGE, task.Receive(port, out _, MACH_RCV_LARGE, room: 40));
        Assert.Equal(1u, task.Status(port).mps_seqno);
        Assert.Equal(MACH_RCV_TOO_LARGE, task.Receive(port, out _, room: 40));
        Assert.Equal(2u, task.Receive(port, Sequence).Sequence);
        Assert.Equal(3u, task.Status(port).mps_seqno);
    }

    [Theory, EveryWorld, Rule("R-Q-9", "R-ATTR-9")]
    public void Numbers_on_from_what_it_is_told(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_seqno(task.Self, port, uint.MaxValue));
        task.Push(port);
        task.Push(port);
        Assert.Equal(uint.MaxValue, task.Receive(port, Sequence).Sequence);
        Assert.Equal(0u, task.Receive(port, Sequence).Sequence);
    }

    private static int Limit(Party task, Route route, uint port)
    {
        Span<int> word = stackalloc int[1];
        Assert.Equal(KERN_SUCCESS, task.Ports(route).mach_port_get_attributes(task.Self, port, MACH_PORT_LIMITS_INFO, word, out _));
        return word[0];
    }
}
