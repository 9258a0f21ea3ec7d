namespace Mach.Conformance.Vouchers;

/// <summary>Importance, accounting and thread priority: values that the kernel makes itself.</summary>
public class Attributes_of_the_kernels
{
    private const uint Importance = 2, Bank = 3, Priority = 4;
    private const uint Self = 200, Create = 610, ModifyPersona = 611, CreatePriority = 710;
    private const uint SendPreprocess = 5, AutoRedeem = 4;

    private static Note With(uint to, uint voucher, int disposition) => new(to, MACH_MSG_TYPE_COPY_SEND)
    {
        Voucher = voucher, Bits = (uint)(MACH_MSG_TYPE_COPY_SEND | disposition << 16),
    };

    [Theory, EveryWorld, Rule("R-VOU-1", "R-VOU-10", "R-VOU-16")]
    public void Importance_is_the_callers_and_takes_no_content(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var voucher = task.Voucher(Recipe.Of(Importance, Self));
        Assert.Equal(voucher, task.Voucher(Recipe.Of(Importance, Self)));
        Assert.Equal(voucher, task.Voucher(Recipe.Of(Importance, Recipe.Redeem, voucher)));
        foreach (var command in (uint[])[Self, Recipe.Redeem, 0, 77])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, Recipe.Of(Importance, command, voucher, 1)));
        foreach (var command in (uint[])[0, 4, 5, 199, 201, Recipe.Store, Create])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, Recipe.Of(Importance, command, voucher)));
        // Another task's is another value.
        var door = task.Receive();
        var key = task.GiveSend(other, door);
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(key, MACH_MSG_TYPE_COPY_SEND).Port(other.Voucher(Recipe.Of(Importance, Self)), MACH_MSG_TYPE_MOVE_SEND)));
        Assert.NotEqual(voucher, task.Receive(door).PortName(0));
        // A text that ends with 0; the recipe cannot be fed back.
        Assert.Equal(KERN_SUCCESS, task.Extract(voucher, Importance, 5120, out var told));
        Assert.Equal((Importance, 0u, 0u, (uint)told.Length - 16), (Word(told, 0), Word(told, 4), Word(told, 8), Word(told, 12)));
        Assert.Equal(told.Length - 1, Array.IndexOf(told, (byte)0, 16));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, told));
    }

    [Theory, EveryWorld, Rule("R-VOU-13", "R-VOU-16", "R-VOU-18")]
    public void Priority_is_one_word_in_its_normal_form(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var voucher = PriorityOf(0x0000_10fb);
        Assert.Equal(voucher, PriorityOf(0x4000_10fb));
        Assert.Equal(voucher, PriorityOf(0x0100_30fb));
        Assert.NotEqual(voucher, PriorityOf(0x0000_20fb));
        Assert.NotEqual(voucher, PriorityOf(0x0000_10fc));
        // None at all is the default.
        var empty = task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Store));
        foreach (var word in (uint[])[0, 0xff, 0x4000_0000])
            Assert.Equal(empty, PriorityOf(word));
        foreach (var size in (int[])[0, 3, 5, 8])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, Recipe.Of(Priority, CreatePriority, 0, new byte[size])));
        foreach (var command in (uint[])[0, 4, 5, Recipe.Redeem, 701, 709])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, Recipe.Of(Priority, command, voucher, 0, 1, 0, 0)));
        Assert.Equal(KERN_SUCCESS, task.Extract(voucher, Priority, 20, out var told));
        Assert.Equal(Recipe.Of(Priority, 701, 0, 0xfb, 0x10, 0, 0), told);
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, told));
        Assert.Equal(KERN_NO_SPACE, task.Extract(voucher, Priority, 19, out _));

        uint PriorityOf(uint word) => task.Voucher(Recipe.Of(Priority, CreatePriority, 0, BitConverter.GetBytes(word)));
    }

    [Theory, EveryWorld, Rule("R-VOU-11", "R-VOU-16", "R-VOU-18")]
    public void An_account_is_that_of_whoever_uses_the_voucher(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var voucher = task.Voucher(Recipe.Of(Bank, Create));
        Assert.Equal(voucher, task.Voucher(Recipe.Of(Bank, Create, 0, 1, 2, 3)));
        Assert.Equal(KERN_INVALID_CAPABILITY, task.TryVoucher(out _, Recipe.Of(Bank, Recipe.Redeem, voucher)));
        Assert.Equal(task.Voucher(Recipe.Of(Recipe.UserData, Recipe.Store)), task.Voucher(Recipe.Of(Bank, Recipe.Redeem)));
        Assert.Equal(KERN_NO_ACCESS, task.TryVoucher(out _, Recipe.Of(Bank, ModifyPersona)));
        foreach (var command in (uint[])[0, 77, 601, 609, Recipe.Store])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, Recipe.Of(Bank, command, voucher)));
        // What the kernel runs at sending and receiving can be run by hand: it comes to the same.
        var sent = task.Voucher(Recipe.Of(Bank, SendPreprocess, voucher));
        Assert.NotEqual(voucher, sent);
        Assert.Equal(voucher, task.Voucher(Recipe.Of(Bank, AutoRedeem, sent)));
        foreach (var room in (uint[])[16, 100, 515])
            Assert.Equal(KERN_NO_SPACE, task.Extract(voucher, Bank, room, out _));
        Assert.Equal(KERN_SUCCESS, task.Extract(voucher, Bank, 516, out var told));
        Assert.Equal((Bank, 601u), (Word(told, 0), Word(told, 4)));
        Assert.InRange(told.Length, 17, 515);
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TryVoucher(out _, told));
    }

    [Theory, EveryWorld, Rule("R-VOU-12")]
    public void An_account_names_its_sender_to_another_task_and_is_itself_again_at_home(World world)
    {
        using var machine = world.Boot();
        var (a, b, c) = (machine.NewTask("a"), machine.NewTask("b"), machine.NewTask("c"));
        uint[] doors = [a.Receive(), b.Receive(), c.Receive()];
        var voucher = a.Voucher(Recipe.Of(Bank, Create), Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1));
        Assert.Equal(voucher, Pass(a, a, doors[0], voucher));

        // Another task gets another voucher, which is the same each time and holds the other values still.
        var atB = Pass(a, b, doors[1], voucher);
        var ownOfB = b.Voucher(Recipe.Of(Bank, Create), Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1));
        Assert.NotEqual(ownOfB, atB);
        Assert.Equal(atB, Pass(a, b, doors[1], voucher));
        Assert.Equal(b.VoucherWith(1), b.Voucher(Recipe.Of(Recipe.UserData, Recipe.Copy, atB)));
        Assert.Equal(atB, b.Voucher(Recipe.Of(Recipe.UserData, Recipe.Store, 0, 1), Recipe.Of(Bank, Recipe.Redeem, atB)));

        // It comes home as what it was, in one step or round about, and is another one on every other way.
        Assert.Equal(atB, Pass(b, b, doors[1], atB));
        Assert.Equal(voucher, Pass(b, a, doors[0], atB));
        var atC = Pass(b, c, doors[2], atB);
        Assert.NotEqual(Pass(a, c, doors[2], voucher), atC);
        Assert.Equal(voucher, Pass(c, a, doors[0], atC));
        Assert.Equal(KERN_INVALID_CAPABILITY, c.TryVoucher(out _, Recipe.Of(Bank, Recipe.Redeem, c.Voucher(Recipe.Of(Bank, Create)))));
    }

    [Theory, EveryMessageTrap, Rule("R-VOU-12", "R-FAIL-6")]
    public void An_account_that_was_not_sent_is_what_it_was(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var full = task.FullPort();
        foreach (var disposition in (int[])[MACH_MSG_TYPE_COPY_SEND, MACH_MSG_TYPE_MOVE_SEND])
        {
            var note = With(full, task.Voucher(Recipe.Of(Bank, Create)), disposition);
            Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(note, MACH64_SEND_TIMEOUT));
            Assert.Equal(note.Returned.Voucher, task.Voucher(Recipe.Of(Bank, Create)));
            Assert.Equal(2u, task.Sends(note.Returned.Voucher));
            task.AddSends(note.Returned.Voucher, -2);
        }
    }

    [Theory, EveryWorld, Rule("R-VOU-23")]
    public void Ids_of_activities_are_given_once_in_runs(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var seen = new HashSet<ulong>();
        foreach (var asker in (Party[])[task, other])
        {
            foreach (var count in (int[])[1, 2, 16, 1])
            {
                var place = asker.Buffer(8);
                Assert.Equal(KERN_SUCCESS, asker.Traps.mach_generate_activity_id(asker.Self, count, new UserPtr<ulong>(place)));
                var first = BitConverter.ToUInt64(Party.Memory(place, 8));
                for (var index = 0; index < count; index++)
                    Assert.True(seen.Add(first + (ulong)index));
            }
        }
        foreach (var count in (int[])[0, -1, 17, int.MaxValue])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Traps.mach_generate_activity_id(task.Self, count, new UserPtr<ulong>(task.Buffer(8))));
        Assert.Equal(KERN_MEMORY_ERROR, task.Traps.mach_generate_activity_id(task.Self, 1, new UserPtr<ulong>(0x10)));
    }

    /// <summary>Sends a voucher with a message; the name that the receiver, which keeps it, has for what arrives.</summary>
    private static uint Pass(Party from, Party to, uint door, uint voucher)
    {
        if (ReferenceEquals(from, to) && (from.TypeOf(door) & MACH_PORT_TYPE_SEND) == 0)
            Assert.Equal(KERN_SUCCESS, from.Ports().mach_port_insert_right(from.Self, door, door, MACH_MSG_TYPE_MAKE_SEND));
        var key = ReferenceEquals(from, to) ? door : to.GiveSend(from, door);
        Assert.Equal(MACH_MSG_SUCCESS, from.By(MessageTrap.MachMsg2).Send(With(key, voucher, MACH_MSG_TYPE_COPY_SEND)));
        return to.By(MessageTrap.MachMsg2).Receive(door, MACH64_RCV_VOUCHER).Voucher;
    }

    private static uint Word(byte[] bytes, int at) => BitConverter.ToUInt32(bytes, at);
}
