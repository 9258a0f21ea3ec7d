namespace Mach.Conformance.Sending;

public class A_refused_message
{
    /// <summary>
    /// What can be wrong, in the order in which it is looked at. The second word says what is spoilt: two ways to spoil the
    /// same thing cannot be tried together.
    /// </summary>
    private static readonly (string Fault, string Place, Action<Draft> Spoil, kern_return_t Code)[] s_faults =
    [
        ("two kinds of call", "kind", static draft => draft.Options |= MACH64_SEND_ANY | MACH64_SEND_MQ_CALL, MACH_SEND_INVALID_OPTIONS),
        ("size off the grid", "size", static draft => draft.SendSize = 90, MACH_SEND_MSG_TOO_SMALL),
        ("size beyond all", "size", static draft => draft.SendSize = 0x4000_0000, MACH_SEND_TOO_LARGE),
        ("count that lies", "count", static draft => draft.Count = 100, MACH_SEND_MSG_TOO_SMALL),
        ("unreadable tail", "memory", static draft => draft.RunsOverTheEdge = true, MACH_SEND_INVALID_DATA),
        ("unknown type", "first", static draft => draft.FirstType = 77, MACH_SEND_INVALID_TYPE),
        ("way of copying", "second", static draft => draft.Copy = MACH_MSG_OVERWRITE, MACH_SEND_INVALID_TYPE),
        ("guard flags", "fourth", static draft => draft.GuardFlags = 0, MACH_SEND_INVALID_TYPE),
        ("too many ports", "third", static draft => draft.Elements = 16384, MACH_SEND_TOO_LARGE),
        ("local disposition", "local", static draft => draft.LocalDisposition = MACH_MSG_TYPE_MOVE_RECEIVE, MACH_SEND_INVALID_HEADER),
        ("voucher disposition", "voucher", static draft => draft.VoucherDisposition = MACH_MSG_TYPE_MAKE_SEND, MACH_SEND_INVALID_VOUCHER),
        ("remote disposition", "disposition", static draft => draft.RemoteDisposition = 0, MACH_SEND_INVALID_HEADER),
        ("no destination", "destination", static draft => draft.Destination = MACH_PORT_NULL, MACH_SEND_INVALID_DEST),
        ("no voucher", "voucher", static draft => (draft.Voucher, draft.VoucherDisposition) = (0x7fff03, MACH_MSG_TYPE_COPY_SEND), MACH_SEND_INVALID_VOUCHER),
        ("unknown destination", "destination", static draft => draft.Destination = 0x7fff03, MACH_SEND_INVALID_DEST),
        ("unknown reply", "reply", static draft => draft.Reply = 0x7fff07, MACH_SEND_INVALID_REPLY),
        ("reply that does not fit", "local", static draft => draft.LocalDisposition = MACH_MSG_TYPE_MOVE_SEND, MACH_SEND_INVALID_REPLY),
        ("destination that does not fit", "disposition", static draft => draft.RemoteDisposition = MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_SEND_INVALID_DEST),
    ];

    [Theory, EveryMessageTrap, Rule("R-SND-12", "R-HDR-11", "R-FAIL-2")]
    public void Has_consumed_nothing(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var sample = new Draft(task, fence, trap);
        foreach (var (fault, _, spoil, code) in s_faults.Where(fault => trap == MessageTrap.MachMsg2 || fault.Place != "kind"))
        {
            // The same rights every time: a draft that was refused still has them all.
            var draft = new Draft(task, fence, trap);
            var held = task.Holdings();
            var memory = task.Task.MappedBytes;
            spoil(draft);
            Assert.Equal((fault, code), (fault, draft.Send()));
            Assert.Equal(held, task.Holdings());
            Assert.Equal(memory, task.Task.MappedBytes);
        }
        var all = task.Task.MappedBytes;
        Assert.Equal(MACH_MSG_SUCCESS, sample.Send());
        Assert.True(task.Task.MappedBytes < all);
    }

    [Theory, EveryMessageTrap, Rule("R-SND-14", "R-HDR-7", "R-HDR-8")]
    public void Is_told_of_the_first_of_two_faults(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var faults = s_faults.Where(fault => trap == MessageTrap.MachMsg2 || fault.Place != "kind").ToArray();
        for (var first = 0; first < faults.Length; first++)
        {
            for (var second = first + 1; second < faults.Length; second++)
            {
                if (faults[first].Place == faults[second].Place)
                    continue;
                var draft = new Draft(task, fence, trap);
                faults[second].Spoil(draft);
                faults[first].Spoil(draft);
                var both = $"{faults[first].Fault}, {faults[second].Fault}";
                Assert.Equal((both, faults[first].Code), (both, draft.Send()));
            }
        }
    }

    [Theory, EveryMessageTrap, Rule("R-SND-13")]
    public void Is_not_one_whose_header_has_bits_without_a_meaning(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        note.Bits |= ~MACH_MSGH_BITS_USER;
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(note));
        Assert.Equal(0x1112u, task.By(trap).Receive(port).Bits);
    }

    [Theory, EveryWorld, Rule("R-SND-14", "R-BODY-1")]
    public void Has_lost_its_header_when_its_body_was_what_was_wrong(World world)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var draft = new Draft(task, fence, MessageTrap.MachMsg) { Carried = 0x7fff03 };
        var memory = task.Task.MappedBytes;
        Assert.Equal(MACH_SEND_INVALID_RIGHT, draft.Send());
        Assert.Equal(1u, task.References(draft.Destination, MACH_PORT_RIGHT_SEND));
        Assert.Equal(memory, task.Task.MappedBytes);
    }
}
