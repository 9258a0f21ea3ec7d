namespace Mach.Conformance.Sending;

public class A_look_up
{
    [Theory, EveryMessageTrap, Rule("R-HDR-8", "R-HDR-10")]
    public void Finds_no_destination_in_a_name_of_another_kind(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_allocate(task.Self, MACH_PORT_RIGHT_DEAD_NAME, out var dead));
        var (sender, receiver) = (machine.SendTo(task).Send, task.Receive());
        var once = task.SendOnce(receiver);
        foreach (var disposition in (int[])[17, 18, 19, 20, 21])
        {
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(0x7fff03, disposition)));
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(receiver + 4, disposition)));
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(dead, disposition)));
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(task.PortSet(), disposition)));
        }
        foreach (var disposition in (int[])[17, 18, 19])
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(receiver, disposition)));
        foreach (var disposition in (int[])[18, 20, 21])
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(sender, disposition)));
        foreach (var disposition in (int[])[17, 19, 20, 21])
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(once, disposition)));
        Assert.Equal(1u, task.References(dead, MACH_PORT_RIGHT_DEAD_NAME));
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-8", "R-HDR-9")]
    public void Finds_no_reply_in_a_name_of_another_kind(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_allocate(task.Self, MACH_PORT_RIGHT_DEAD_NAME, out var dead));
        var (sender, receiver) = (machine.SendTo(task).Send, task.Receive());
        var once = task.SendOnce(receiver);
        kern_return_t Send(uint reply, int disposition) =>
            task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, reply, disposition));
        foreach (var disposition in (int[])[17, 18, 19, 20, 21])
        {
            Assert.Equal(MACH_SEND_INVALID_REPLY, Send(0x7fff03, disposition));
            Assert.Equal(MACH_SEND_INVALID_REPLY, Send(receiver + 4, disposition));
            Assert.Equal(MACH_SEND_INVALID_REPLY, Send(dead, disposition));
            Assert.Equal(MACH_SEND_INVALID_REPLY, Send(task.PortSet(), disposition));
        }
        foreach (var disposition in (int[])[17, 18, 19])
            Assert.Equal(MACH_SEND_INVALID_REPLY, Send(receiver, disposition));
        foreach (var disposition in (int[])[18, 20, 21])
            Assert.Equal(MACH_SEND_INVALID_REPLY, Send(sender, disposition));
        foreach (var disposition in (int[])[17, 19, 20, 21])
            Assert.Equal(MACH_SEND_INVALID_REPLY, Send(once, disposition));
        Assert.Equal(1u, task.References(dead, MACH_PORT_RIGHT_DEAD_NAME));
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-9", "R-DLV-2")]
    public void Takes_null_and_dead_for_a_reply_with_any_disposition(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var name in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            foreach (var (disposition, received) in (ReadOnlySpan<(int, uint)>)[(17, 17), (18, 18), (19, 17), (20, 17), (21, 18)])
            {
                Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, name, disposition)));
                var letter = task.By(trap).Receive(port);
                Assert.Equal((name, received), (letter.Remote, letter.RemoteDisposition));
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-8")]
    public void Judges_the_replys_fit_before_the_destinations_and_both_names_before_any_fit(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, sender) = (task.Receive(), machine.SendTo(task).Send);
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, sender, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(0x7fff03, MACH_MSG_TYPE_COPY_SEND, sender, MACH_MSG_TYPE_MAKE_SEND)));
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, 0x7fff03, MACH_MSG_TYPE_MAKE_SEND)));
        // A voucher that is none comes before both.
        var note = new Note(0x7fff03, MACH_MSG_TYPE_COPY_SEND, 0x7fff07, MACH_MSG_TYPE_MAKE_SEND) { Voucher = sender };
        note.Bits |= MACH_MSG_TYPE_COPY_SEND << 16;
        Assert.Equal(MACH_SEND_INVALID_VOUCHER, task.By(trap).Send(note));
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-12", "R-DIE-1")]
    public void Has_made_the_send_a_success_even_if_the_destination_dies_while_it_waits(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, notify) = (task.FullPort(), task.Receive());
        var sender = task.NewSleeper();
        sender.Send(new Note(full, MACH_MSG_TYPE_COPY_SEND, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE), trap: trap);
        Assert.True(sender.Sleeps);
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_mod_refs(task.Self, full, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, task.Receive(notify).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-13", "R-HDR-14")]
    public void Needs_no_send_right_where_the_sender_is_the_receiver(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE])
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, disposition, id: disposition)));
            Assert.Equal(disposition, task.By(trap).Receive(port).Id);
            Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(port));
        }
        Assert.Equal(1u, task.Status(port).mps_mscount);
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-14", "R-RCV-12")]
    public void Reaches_the_own_queue_which_is_as_full_as_any(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.FullPort();
        Assert.Equal(
            MACH_SEND_TIMED_OUT,
            task.By(trap).SendAndReceive(new Note(port, MACH_MSG_TYPE_MAKE_SEND), port, out _, MACH64_SEND_TIMEOUT));
        var sender = task.NewSleeper().Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, id: 6), trap: trap);
        Assert.True(sender.Sleeps);
        for (var id = 1; id <= 6; id++)
            Assert.Equal(id, task.By(trap).Receive(port).Id);
        Assert.Equal(MACH_MSG_SUCCESS, sender.Code);
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-15", "R-DN-5")]
    public void Turns_a_destination_whose_port_has_died_into_a_dead_name(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var notify = task.Receive();
        var (send, receiver, port) = machine.SendTo(task, references: 2);
        task.AskForDeath(send, notify);
        Assert.Equal(KERN_SUCCESS, receiver.Ports().mach_port_mod_refs(receiver.Self, port, MACH_PORT_RIGHT_RECEIVE, -1));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(new Note(send, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(send));
        Assert.Equal(3u, task.References(send, MACH_PORT_RIGHT_DEAD_NAME));
        Assert.Equal(send, task.Receive(notify).Word(32));
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-16", "R-CIN-10")]
    public void Takes_a_reply_whose_port_died_unseen_but_not_a_dead_name(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        foreach (var disposition in (int[])[MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_MOVE_SEND_ONCE])
        {
            var (send, receiver, port) = machine.SendTo(task);
            receiver.Dispose();
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE, send, disposition)));
            Assert.Equal(MACH_PORT_DEAD, task.By(trap).Receive(door).Remote);
            // It has been looked at: a copy left a dead name, a move took its only reference.
            Assert.Equal(disposition == MACH_MSG_TYPE_COPY_SEND ? (uint)MACH_PORT_TYPE_DEAD_NAME : 0, task.TypeOf(send));
            Assert.Equal(
                MACH_SEND_INVALID_REPLY, task.By(trap).Send(new Note(door, MACH_MSG_TYPE_MAKE_SEND_ONCE, send, disposition)));
        }
    }
}
