namespace Mach.Conformance.Transfer;

/// <summary>One name as destination and as reply of the same message.</summary>
public class One_name_twice
{
    private const int Copy = MACH_MSG_TYPE_COPY_SEND;
    private const int Move = MACH_MSG_TYPE_MOVE_SEND;
    private const int Make = MACH_MSG_TYPE_MAKE_SEND;
    private const int MakeOnce = MACH_MSG_TYPE_MAKE_SEND_ONCE;
    private const int MoveOnce = MACH_MSG_TYPE_MOVE_SEND_ONCE;

    [Theory, EveryWorld, Rule("R-CIN-22")]
    public void Copied_twice_yields_two_rights_and_keeps_its_references(World world)
    {
        using var machine = world.Boot();
        var (task, send, other, port) = Sender(machine);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(send, Copy, send, Copy)));
        Assert.Equal((1u, 3u), (task.Sends(send), other.Holders(port)));
        Assert.Equal(port, other.Receive(port).Remote);
    }

    [Theory, EveryWorld, Rule("R-CIN-22")]
    public void Moved_and_copied_costs_one_reference_and_yields_two_rights(World world)
    {
        using var machine = world.Boot();
        foreach (var (remote, local) in ((int, int)[])[(Move, Copy), (Copy, Move)])
        {
            var (task, send, other, port) = Sender(machine);
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(send, remote, send, local)));
            Assert.Equal((0u, 2u), (task.TypeOf(send), other.Holders(port)));
            Assert.Equal(port, other.Receive(port).Remote);
            Assert.Equal(1u, other.Sends(port));
        }
    }

    [Theory, EveryWorld, Rule("R-CIN-22")]
    public void Moved_twice_needs_two_references(World world)
    {
        using var machine = world.Boot();
        var (task, send, other, port) = Sender(machine);
        Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(send, Move, send, Move)));
        Assert.Equal((1u, 1u), (task.Sends(send), other.Holders(port)));
        task.AddSends(send, 1);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(send, Move, send, Move)));
        Assert.Equal((0u, 2u), (task.TypeOf(send), other.Holders(port)));
        Assert.Equal(port, other.Receive(port).Remote);
    }

    [Theory, EveryWorld, Rule("R-CIN-22", "R-HDR-13")]
    public void Received_by_the_sender_works_with_every_pair_that_fits(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (remote, local) in from one in (int[])[Copy, Move, Make, MakeOnce] from two in (int[])[Copy, Move, Make, MakeOnce] select (one, two))
        {
            var port = task.ReceiveAndSend();
            task.AddSends(port, 3);
            Assert.Equal((remote, local, MACH_MSG_SUCCESS), (remote, local, task.Send(new Note(port, remote, port, local))));
            var moved = (remote == Move ? 1u : 0) + (local == Move ? 1u : 0);
            Assert.Equal(4 - moved, task.Sends(port));
            var reply = task.Receive(port).Remote;
            Assert.Equal(local == MakeOnce, reply != port);
            Assert.Equal(local == MakeOnce ? 4 - moved : 5 - moved, task.Sends(port));
        }
    }

    [Theory, EveryWorld, Rule("R-CIN-22")]
    public void Moved_as_a_send_once_right_is_an_invalid_destination(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        var once = task.SendOnce(port);
        foreach (var (remote, local) in ((int, int)[])[(MoveOnce, MoveOnce), (MoveOnce, Copy), (Copy, MoveOnce), (MakeOnce, MoveOnce), (MoveOnce, MakeOnce)])
        {
            Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(once, remote, once, local)));
            Assert.Equal(MACH_SEND_INVALID_DEST, task.Send(new Note(port, remote, port, local)));
        }
        Assert.Equal((MACH_PORT_TYPE_SEND_ONCE, 1u), (task.TypeOf(once), task.Sends(port)));
        task.ExpectNothing(port);
    }

    [Theory, EveryWorld, Rule("R-CIN-23", "R-HDR-6")]
    public void As_destination_and_voucher_must_be_a_send_right_there(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.ReceiveAndSend();
        foreach (var voucher in (int[])[Copy, Move])
        {
            foreach (var remote in (int[])[Make, MakeOnce, MoveOnce])
                Assert.Equal(MACH_SEND_INVALID_DEST, SendWithVoucher(remote, voucher));
            foreach (var remote in (int[])[Copy, Move])
                Assert.Equal(MACH_SEND_INVALID_VOUCHER, SendWithVoucher(remote, voucher));
        }
        Assert.Equal(1u, task.Sends(port));
        task.ExpectNothing(port);

        kern_return_t SendWithVoucher(int remote, int voucher)
        {
            var note = new Note(port, remote) { Voucher = port };
            note.Bits |= (uint)voucher << 16;
            return task.Send(note);
        }
    }

    private static (Party Task, uint Send, Party Other, uint Port) Sender(Machine machine)
    {
        var (task, other) = (machine.NewTask("a"), machine.NewTask("b"));
        var port = other.Receive();
        return (task, other.GiveSend(task, port), other, port);
    }
}
