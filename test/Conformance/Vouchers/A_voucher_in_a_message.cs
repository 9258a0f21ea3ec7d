namespace Mach.Conformance.Vouchers;

public class A_voucher_in_a_message
{
    private const ulong Wanted = MACH64_RCV_VOUCHER;

    private static Note With(uint to, int disposition, uint voucher, int voucherDisposition)
    {
        var note = new Note(to, disposition) { Voucher = voucher };
        note.Bits |= (uint)voucherDisposition << 16;
        return note;
    }

    [Theory, EveryMessageTrap, Rule("R-VCH-1", "R-HDR-3")]
    public void Arrives_as_a_send_right_where_it_is_wanted(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var (a, b) = (machine.NewTask("a"), machine.NewTask("b"));
        var door = b.Receive();
        var key = b.GiveSend(a, door);
        var voucher = a.VoucherWith(1, 2);
        Assert.Equal(MACH_MSG_SUCCESS, a.By(trap).Send(With(key, MACH_MSG_TYPE_COPY_SEND, voucher, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(1u, a.Sends(voucher));
        var letter = b.By(trap).Receive(door, Wanted);
        Assert.Equal(17u, letter.VoucherDisposition);
        Assert.Equal(0x111100u, letter.Bits);
        Assert.Equal(1u, b.Sends(letter.Voucher));
        Assert.Equal(letter.Voucher, b.VoucherWith(1, 2));
        // A second one joins the name; a moved one leaves its sender.
        Assert.Equal(MACH_MSG_SUCCESS, a.By(trap).Send(With(key, MACH_MSG_TYPE_COPY_SEND, voucher, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(0u, a.TypeOf(voucher));
        Assert.Equal(letter.Voucher, b.By(trap).Receive(door, Wanted).Voucher);
        Assert.Equal(3u, b.Sends(letter.Voucher));
    }

    [Theory, EveryMessageTrap, Rule("R-VCH-2")]
    public void Is_released_where_nobody_wants_it(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, before) = (task.Receive(), machine.Census().Ports);
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND])
        {
            var voucher = task.VoucherWith(3);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(With(door, MACH_MSG_TYPE_MAKE_SEND_ONCE, voucher, disposition)));
            var letter = task.By(trap).Receive(door);
            Assert.Equal((0u, 0u), (letter.Voucher, letter.VoucherDisposition));
            if (disposition == MACH_MSG_TYPE_COPY_SEND)
                task.Drop(voucher);
            Assert.Equal(before, machine.Census().Ports);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-VCH-3")]
    public void Of_no_name_arrives_as_none_with_the_senders_disposition_where_it_is_wanted(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND])
        {
            foreach (var wanted in (bool[])[true, false])
            {
                Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(With(door, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_PORT_NULL, disposition)));
                var letter = task.By(trap).Receive(door, wanted ? Wanted : 0);
                Assert.Equal((MACH_PORT_NULL, wanted ? (uint)disposition : 0), (letter.Voucher, letter.VoucherDisposition));
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-3", "R-HDR-8")]
    public void Must_be_a_voucher(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, gone) = (task.Receive(), task.VoucherWith(1));
        task.Drop(gone);
        var plain = task.ReceiveAndSend();
        foreach (var name in (uint[])[gone, 0x7fff03, plain, task.Self, task.DeadName(), task.PortSet(), task.SendOnce(door), MACH_PORT_DEAD])
        {
            foreach (var disposition in (int[])[MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND])
                Assert.Equal(MACH_SEND_INVALID_VOUCHER, task.By(trap).Send(With(door, MACH_MSG_TYPE_MAKE_SEND, name, disposition)));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-HDR-6", "R-HDR-7", "R-CIN-23")]
    public void Cannot_be_the_reply_and_can_be_the_destination_only_by_moving_or_copying(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, voucher) = (task.Receive(), task.VoucherWith(1));
        var note = With(door, MACH_MSG_TYPE_MAKE_SEND, voucher, MACH_MSG_TYPE_COPY_SEND);
        note.Local = voucher;
        note.Bits |= MACH_MSG_TYPE_COPY_SEND << 8;
        Assert.Equal(MACH_SEND_INVALID_REPLY, task.By(trap).Send(note));
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MAKE_SEND, MACH_MSG_TYPE_MAKE_SEND_ONCE, MACH_MSG_TYPE_MOVE_SEND_ONCE])
            Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(With(voucher, disposition, voucher, MACH_MSG_TYPE_COPY_SEND)));
        // The kernel serves vouchers too; here it knows no call on them, and nobody waits for the answer.
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(With(voucher, MACH_MSG_TYPE_COPY_SEND, voucher, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(1u, task.Sends(voucher));
        Assert.Equal(MACH_SEND_INVALID_DEST, task.By(trap).Send(With(voucher, MACH_MSG_TYPE_MOVE_SEND, voucher, MACH_MSG_TYPE_MOVE_SEND)));
        Assert.Equal(1u, task.Sends(voucher));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(With(voucher, MACH_MSG_TYPE_MOVE_SEND, voucher, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(0u, task.TypeOf(voucher));
    }

    [Theory, EveryMessageTrap, Rule("R-FAIL-6")]
    public void Comes_back_from_a_failed_send_as_it_was_given(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, voucher) = (task.FullPort(), task.VoucherWith(1));
        var copied = With(full, MACH_MSG_TYPE_COPY_SEND, voucher, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(copied, MACH64_SEND_TIMEOUT));
        Assert.Equal((voucher, 19u), (copied.Returned.Voucher, copied.Returned.VoucherDisposition));
        Assert.Equal(1u, task.Sends(voucher));
        var moved = With(full, MACH_MSG_TYPE_COPY_SEND, voucher, MACH_MSG_TYPE_MOVE_SEND);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(moved, MACH64_SEND_TIMEOUT));
        Assert.Equal(17u, moved.Returned.VoucherDisposition);
        Assert.Equal(1u, task.Sends(moved.Returned.Voucher));
        Assert.Equal(moved.Returned.Voucher, task.VoucherWith(1));
        var opaque = new Note(full, MACH_MSG_TYPE_COPY_SEND) { Voucher = 0x4711 };
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(opaque, MACH64_SEND_TIMEOUT));
        Assert.Equal((0x4711u, 0u), (opaque.Returned.Voucher, opaque.Returned.VoucherDisposition));
    }

    [Theory, EveryMessageTrap, Rule("R-RCV-3", "R-FAIL-1")]
    public void Is_released_with_a_message_that_is_too_large(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, before) = (task.Receive(), machine.Census().Ports);
        foreach (var disposition in (int[])[MACH_MSG_TYPE_MOVE_SEND, MACH_MSG_TYPE_COPY_SEND])
        {
            var voucher = task.VoucherWith(3);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(With(door, MACH_MSG_TYPE_MAKE_SEND_ONCE, voucher, disposition).Word(1)));
            Assert.Equal(MACH_RCV_TOO_LARGE, task.By(trap).Receive(door, out var letter, Wanted, room: 24));
            Assert.Equal((MACH_PORT_NULL, (uint)disposition), (letter.Voucher, letter.VoucherDisposition));
            if (disposition == MACH_MSG_TYPE_COPY_SEND)
                task.Drop(voucher);
            Assert.Equal(before, machine.Census().Ports);
        }
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-7")]
    public void Is_swallowed_by_the_kernel(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (reply, before) = (task.Receive(), machine.Census().Ports);
        var voucher = task.VoucherWith(3);
        var request = With(task.Self, MACH_MSG_TYPE_COPY_SEND, voucher, MACH_MSG_TYPE_MOVE_SEND).Word(0).Word(1).Word(reply);
        (request.Local, request.Id) = (reply, 3201);
        request.Bits |= MACH_MSG_TYPE_MAKE_SEND_ONCE << 8;
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(request));
        Assert.Equal(before, machine.Census().Ports);
        var answer = task.By(trap).Receive(reply, Wanted);
        Assert.Equal((3301, 0u, 0u), (answer.Id, answer.Voucher, answer.VoucherDisposition));
    }
}
