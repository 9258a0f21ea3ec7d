namespace Mach.Conformance.Receiving;

public class A_message_as_received
{
    [Theory, EveryMessageTrap, Rule("R-DLV-1", "R-CODE-7")]
    public void Has_its_dispositions_swapped_and_in_received_form(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (remote, asLocal) in (IEnumerable<(int, uint)>)[(17, 17), (18, 18), (19, 17), (20, 17), (21, 18)])
        {
            foreach (var (local, asRemote) in (IEnumerable<(int, uint)>)[(17, 17), (18, 18), (19, 17), (20, 17), (21, 18)])
            {
                var (port, answers) = (task.ReceiveAndSend(), task.ReceiveAndSend());
                var to = remote == MACH_MSG_TYPE_MOVE_SEND_ONCE ? task.SendOnce(port) : port;
                var reply = local == MACH_MSG_TYPE_MOVE_SEND_ONCE ? task.SendOnce(answers) : answers;
                Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(to, remote, reply, local)));
                Assert.Equal(asRemote | asLocal << 8, task.By(trap).Receive(port).Bits);
            }
        }
        var complex = task.Receive();
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(complex, MACH_MSG_TYPE_MAKE_SEND) { Count = 0 }));
        Assert.Equal(MACH_MSGH_BITS_COMPLEX | 0x1100, task.By(trap).Receive(complex).Bits);
    }

    [Theory, EveryMessageTrap, Rule("R-DLV-2")]
    public void Names_the_reply_and_the_port_it_came_in_on_and_has_used_up_its_right(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var (client, server) = (machine.NewTask("client"), machine.NewTask("server"));
        var door = server.Receive();
        var (key, reply) = (server.GiveSend(client, door), client.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, client.By(trap).Send(new Note(key, MACH_MSG_TYPE_MOVE_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        Assert.Equal(1u, server.Senders(door));
        var letter = server.By(trap).Receive(door);
        Assert.Equal(door, letter.Local);
        Assert.Equal(0u, server.Senders(door));
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, server.TypeOf(door));
        Assert.Equal(MACH_MSG_SUCCESS, server.By(trap).Send(new Note(letter.Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: 44)));
        Assert.Equal(44, client.By(trap).Receive(reply).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-DLV-2", "R-NS-9")]
    public void Fires_no_senders_when_it_used_up_the_last_send_right(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.Receive(), task.Receive());
        task.AskForNoSenders(port, notify);
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND)));
        task.ExpectNothing(notify);
        task.By(trap).Receive(port);
        Assert.Equal(MACH_NOTIFY_NO_SENDERS, task.Receive(notify).Id);
    }

    [Theory, EveryMessageTrap, Rule("R-DLV-2", "R-COUT-4")]
    public void Names_a_reply_that_died_on_the_way_as_dead(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.Receive(), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(port, 20, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_mod_refs(task.Self, reply, MACH_PORT_RIGHT_RECEIVE, -1));
        var letter = task.By(trap).Receive(port);
        Assert.Equal((MACH_PORT_DEAD, 18u), (letter.Remote, letter.RemoteDisposition));
    }

    /// <summary>
    /// Two threads that sleep on a set are given a message each in one step; the first of them destroys or moves the
    /// receive right before the second has seen its own. A kernel that names the port when it takes the message off leaves
    /// no gap; in one that names it later the port has become dead, or has no name and its holder is told of the right.
    /// </summary>
    [Theory, EveryWorld, Rule("R-DLV-3")]
    public void Names_a_port_that_left_before_it_was_read_as_it_was_or_not_at_all(World world)
    {
        foreach (var moves in (bool[])[false, true])
        {
            using var machine = world.Boot();
            var task = machine.NewTask();
            var (port, set, other) = (task.Receive(), task.PortSet(), task.Receive());
            for (var id = 0; id < 2; id++)
                Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE)));
            var (first, second) = (task.NewSleeper().Receive(set), task.NewSleeper().Receive(set));
            var surgeon = task.NewSleeper();
            first.OnWake = () =>
            {
                if (moves)
                    surgeon.Send(new Note(other, MACH_MSG_TYPE_MAKE_SEND_ONCE).Port(port, MACH_MSG_TYPE_MOVE_RECEIVE));
                else
                    surgeon.Start(new TrapFrame(MachTrapNumbers._kernelrpc_mach_port_mod_refs_trap)
                    {
                        A0 = task.Self, A1 = port, A2 = MACH_PORT_RIGHT_RECEIVE, A3 = ulong.MaxValue,
                    });
            };
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_member(task.Self, port, set));
            Assert.Equal((MACH_MSG_SUCCESS, MACH_MSG_SUCCESS, KERN_SUCCESS), (first.Code, second.Code, surgeon.Code));
            Assert.Equal(port, first.Letter.Local);
            if (second.Letter.Local == port)
            {
                // It was taken off while the right was here: nobody else is to hear of it.
                if (moves)
                    task.ExpectNothing(task.Receive(other).PortName(0));
                continue;
            }
            Assert.Equal(moves ? MACH_PORT_NULL : MACH_PORT_DEAD, second.Letter.Local);
            if (moves)
                task.ExpectNotice(task.Receive(other).PortName(0), MACH_NOTIFY_SEND_ONCE);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-DLV-4", "R-DLV-5", "R-DSC-11")]
    public void Has_size_number_and_bytes_as_they_were_sent(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        foreach (var length in (int[])[4, 8, 100, 484, 488, 492, 512, 4000, 70_000])
        {
            var body = new byte[length];
            for (var index = 0; index < length; index++)
                body[index] = (byte)(index * 7);
            var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: -length).Port(MACH_PORT_NULL, 19).Body(body);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Receive(port, out var letter, room: 80_000));
            Assert.Equal(((uint)length + 40, -length), (letter.Size, letter.Id));
            Assert.Equal(body, letter.Body);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-DLV-4", "R-SND-13")]
    public void Never_says_that_importance_was_raised(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND);
        note.Bits |= MACH_MSGH_BITS_RAISEIMP | MACH_MSGH_BITS_IMPHOLDASRT;
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note, MACH64_SEND_NOIMPORTANCE | MACH64_SEND_PROPAGATE_QOS));
        Assert.Equal(0x1100u, task.By(trap).Receive(port).Bits);
    }
}
