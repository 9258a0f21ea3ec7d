namespace Mach.Conformance.Events;

public class A_watched_port
{
    private const KernelEventFlags Add = KernelEventFlags.Add;

    private static void Post(Party party, uint port, int id = 1) =>
        Assert.Equal(MACH_MSG_SUCCESS, party.Send(new Note(port, MACH_MSG_TYPE_MAKE_SEND, id: id)));

    [Fact]
    public void Is_asked_for_in_a_record_of_72_bytes() => Assert.Equal(72, Watch.Size);

    [Theory, EveryWorld, Rule("R-KEV-1", "R-KQ-1")]
    public void Is_named_by_a_receive_right_or_a_set(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(MACH_PORT_NULL)));
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(MACH_PORT_DEAD)));
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(0x7fff03)));
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(party.DeadName())));
        Assert.Equal(Watch.ENOTSUP, watch.Try(Watch.Change(machine.SendTo(party).Send)));
        Assert.Equal(Watch.ENOTSUP, watch.Try(Watch.Change(party.SendOnce(party.Receive()))));
        Assert.Equal(Watch.ENOTSUP, watch.Try(Watch.Change(party.Traps.thread_get_special_reply_port())));
        foreach (var name in (uint[])[party.Receive(), party.ReceiveAndSend(), party.PortSet(), party.Traps.mk_timer_create_trap()])
            Assert.Equal(0, watch.Try(Watch.Change(name)));
    }

    [Theory, EveryWorld, Rule("R-KEV-1")]
    public void Is_named_by_the_low_half_of_its_ident(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Watch.Change(port) with { Ident = port | 0xabcd00000000ul });
        Post(party, port);
        Assert.Equal(port, watch.Event().Data);
    }

    [Theory, EveryWorld, Rule("R-KEV-2")]
    public void Reports_what_is_wrong_as_an_event_or_ends_the_call(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        var events = watch.Call(4, Watch.Change(0x7fff03), Watch.Change(port), Watch.Change(machine.SendTo(party).Send));
        Assert.Equal([(0x7fff03ul, (long)Watch.ENOENT), (events[1].Ident, Watch.ENOTSUP)], events.Select(static e => (e.Ident, e.Data)));
        Assert.All(events, static e => Assert.True((e.Flags & KernelEventFlags.Error) != KernelEventFlags.None));
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(0x7fff03)));
        Assert.Equal(Watch.EINVAL, watch.Try(Watch.Change(port) with { Filter = -1 }));
        var receipt = Assert.Single(watch.Call(1, Watch.Change(port, Add | KernelEventFlags.Receipt)));
        Assert.Equal((0, true), (receipt.Data, (receipt.Flags & KernelEventFlags.Error) != KernelEventFlags.None));
    }

    [Theory, EveryWorld, Rule("R-KQ-2", "R-KEV-5")]
    public void Is_reported_for_as_long_as_a_message_waits(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Watch.Change(port) with { Ext0 = 5, Ext2 = 6, Ext3 = 7, Qos = 8 });
        watch.ExpectNothing();
        Assert.False(watch.IsReady);
        Post(party, port);
        Assert.Equal((true, 1), (watch.IsReady, watch.Told));
        for (var turn = 0; turn < 3; turn++)
        {
            var found = watch.Event();
            Assert.Equal((port, 0u, port, 77ul, 8), ((uint)found.Ident, found.Fflags, (uint)found.Data, found.Udata, found.Qos));
            Assert.Equal((5ul, 0ul, 6ul, 0ul), (found.Ext0, found.Ext1, found.Ext2, found.Ext3));
            Assert.Equal(KernelEventFlags.None, found.Flags);
        }
        Assert.Equal(1u, party.Status(port).mps_msgcount);
        party.Receive(port);
        watch.ExpectNothing();
        Assert.False(watch.IsReady);
        Post(party, port);
        Assert.Equal(port, watch.Event().Data);
    }

    [Theory, EveryWorld, Rule("R-KQ-2")]
    public void Is_reported_when_a_message_waited_before(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        Post(party, port);
        Assert.Equal(port, Assert.Single(watch.Call(8, Watch.Change(port))).Data);
    }

    [Theory, EveryWorld, Rule("R-KEV-3")]
    public void Is_no_event_when_somebody_else_was_faster(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Watch.Change(port));
        Post(party, port);
        party.Receive(port);
        watch.ExpectNothing();
        var waiting = party.NewSleeper().Receive(port);
        Post(party, port);
        Assert.Equal(MACH_MSG_SUCCESS, waiting.Code);
        watch.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-KEV-3")]
    public void May_be_reported_once_for_each_time_its_queue_fills(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Watch.Change(port, Add | KernelEventFlags.Clear));
        Post(party, port);
        Assert.Equal(KernelEventFlags.Clear, watch.Event().Flags);
        watch.ExpectNothing();
        party.Receive(port);
        Post(party, port);
        watch.Event();
        watch.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-KEV-3")]
    public void May_be_disabled_by_each_report_and_enabled_again(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Watch.Change(port, Add | KernelEventFlags.Dispatch));
        Post(party, port);
        watch.Event();
        watch.ExpectNothing();
        Post(party, port);
        watch.ExpectNothing();
        Assert.Equal(port, Assert.Single(watch.Call(8, Watch.Change(port, KernelEventFlags.Enable))).Data);
        watch.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-KEV-3", "R-KEV-12")]
    public void May_be_watched_once_or_no_more_or_not_for_now(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (once, deleted, disabled) = (party.Receive(), party.Receive(), party.Receive());
        watch.With(
            Watch.Change(once, Add | KernelEventFlags.OneShot), Watch.Change(deleted), Watch.Change(disabled, Add | KernelEventFlags.Disable));
        foreach (var port in (uint[])[once, deleted, disabled])
            Post(party, port);
        watch.With(Watch.Change(deleted, KernelEventFlags.Delete));
        Assert.Equal(once, watch.Event().Data);
        watch.ExpectNothing();
        Assert.Equal(1u, party.Status(deleted).mps_msgcount);
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(deleted, KernelEventFlags.Delete)));
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(once, KernelEventFlags.Enable)));
        Assert.Equal(disabled, Assert.Single(watch.Call(8, Watch.Change(disabled, KernelEventFlags.Enable))).Data);
    }

    [Theory, EveryWorld, Rule("R-KQ-5", "R-KEV-12", "R-KEV-13")]
    public void Takes_new_values_but_not_another_kind_of_receive(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Watch.Change(port));
        Assert.Equal(Watch.EINVAL, watch.Try(Watch.Change(port, fflags: (uint)MACH_RCV_MSG)));
        Assert.Equal(Watch.EINVAL, watch.Try(Watch.Change(port, fflags: 0x8000)));
        watch.With(Watch.Change(port, fflags: (uint)MACH_RCV_LARGE) with { Udata = 5, Ext0 = 9 });
        Post(party, port);
        var found = watch.Event();
        Assert.Equal((5ul, 9ul), (found.Udata, found.Ext0));
        using var other = new Watch(machine, party);
        other.With(Watch.Change(port));
        Assert.Equal(port, other.Event().Data);
    }

    [Theory, EveryWorld, Rule("R-KEV-13")]
    public void Is_another_thing_with_other_data_where_that_counts(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        const KernelEventFlags specific = Add | KernelEventFlags.UdataSpecific;
        watch.With(Watch.Change(port, specific) with { Udata = 1 }, Watch.Change(port, specific) with { Udata = 2 });
        Post(party, port);
        Assert.Equal([1ul, 2ul], watch.Events().Select(static e => e.Udata).Order());
    }

    [Theory, EveryWorld, Rule("R-KQ-4", "R-KEV-11")]
    public void Is_reported_a_last_time_when_it_ends(World world)
    {
        using var machine = world.Boot();
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        using var watch = new Watch(machine, party);
        var (dies, leaves, set) = (party.Receive(), party.Receive(), party.PortSet());
        watch.With(Watch.Change(dies), Watch.Change(leaves), Watch.Change(set));
        party.Die(dies);
        party.Give(other, leaves, MACH_MSG_TYPE_MOVE_RECEIVE);
        Assert.Equal(KERN_SUCCESS, party.Ports().mach_port_mod_refs(party.Self, set, MACH_PORT_RIGHT_PORT_SET, -1));
        var ends = watch.Events();
        Assert.Equal(((uint[])[dies, leaves, set]).Order(), ends.Select(static e => (uint)e.Ident).Order());
        Assert.All(ends, static e => Assert.Equal((KernelEventFlags.EndOfFile | KernelEventFlags.OneShot, 0L), (e.Flags, e.Data)));
        watch.ExpectNothing();
        Assert.Equal(Watch.ENOENT, watch.Try(Watch.Change(dies, KernelEventFlags.Delete)));
    }

    [Theory, EveryWorld, Rule("R-KEV-11")]
    public void Is_told_to_have_vanished_to_whoever_asked_for_that(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        const KernelEventFlags vanished = Add | KernelEventFlags.Vanished;
        foreach (var flags in (KernelEventFlags[])[vanished, vanished | KernelEventFlags.Dispatch, vanished | KernelEventFlags.UdataSpecific])
            Assert.Equal(Watch.EINVAL, watch.Try(Watch.Change(port, flags)));
        const KernelEventFlags allowed = vanished | KernelEventFlags.Dispatch | KernelEventFlags.UdataSpecific;
        watch.With(Watch.Change(port, allowed));
        party.Die(port);
        var end = watch.Event();
        Assert.Equal((KernelEventFlags.Vanished, 0L), (end.Flags & (KernelEventFlags.Vanished | KernelEventFlags.EndOfFile), end.Data));
        watch.ExpectNothing();
        watch.With(Watch.Change(port, KernelEventFlags.Delete | KernelEventFlags.UdataSpecific));
    }

    [Theory, EveryWorld, Rule("R-KEV-5", "R-KEV-9", "R-KEV-11")]
    public void May_be_a_set_whose_member_is_told(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (set, one, other) = (party.PortSet(), party.Receive(), party.Receive());
        party.Join(one, set);
        watch.With(Watch.Change(set));
        watch.ExpectNothing();
        Post(party, one);
        Assert.Equal((set, one), ((uint)watch.Event().Ident, (uint)watch.Event().Data));
        Assert.Equal(KERN_SUCCESS, party.Ports().mach_port_extract_member(party.Self, one, set));
        watch.ExpectNothing();
        Post(party, other);
        party.Join(other, set);
        Assert.Equal(other, watch.Event().Data);
    }

    [Theory, EveryWorld, Rule("R-KEV-13")]
    public void Is_reported_itself_and_in_its_set(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (set, port) = (party.PortSet(), party.Receive());
        party.Join(port, set);
        watch.With(Watch.Change(set, fflags: Receive), Watch.Change(port, fflags: Receive));
        Post(party, port);
        watch.Buffer = new KernelEventBuffer { Address = party.Buffer(1024), Size = 1024 };
        Assert.Equal(port, Watch.Letter(watch.Event().Ext0, 24).Local);
        watch.ExpectNothing();
    }

    private const uint Receive = (uint)MACH_RCV_MSG;

    [Theory, EveryWorld, Rule("R-KEV-15")]
    public void Makes_its_queue_readable(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        var (one, other) = (party.Receive(), party.Receive());
        watch.With(Watch.Change(one), Watch.Change(other));
        Assert.Equal((false, 0), (watch.IsReady, watch.Told));
        Post(party, one);
        Post(party, other);
        Assert.Equal((true, 1), (watch.IsReady, watch.Told));
        Assert.Equal(2, watch.Events().Length);
        party.Receive(one);
        party.Receive(other);
        watch.ExpectNothing();
        Assert.False(watch.IsReady);
        Post(party, one);
        Assert.Equal((true, 2), (watch.IsReady, watch.Told));
    }

    [Theory, EveryWorld, Rule("R-KEV-3")]
    public void Takes_turns_with_others_when_there_is_little_room(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        using var watch = new Watch(machine, party);
        uint[] ports = [party.Receive(), party.Receive(), party.Receive()];
        foreach (var port in ports)
        {
            watch.With(Watch.Change(port));
            Post(party, port);
        }
        foreach (var port in (uint[])[.. ports, .. ports])
            Assert.Equal(port, Assert.Single(watch.Call(1)).Data);
    }

    [Theory, EveryWorld, Rule("R-KEV-14")]
    public void Is_of_the_task_in_which_it_was_asked_for(World world)
    {
        using var machine = world.Boot();
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        using var watch = new Watch(machine, party);
        var port = party.Receive();
        watch.With(Watch.Change(port));
        using var others = new Watch(machine, other);
        Assert.Equal(Watch.ENOENT, others.Try(Watch.Change(port)));
        Assert.Throws<ArgumentException>(() => Call());

        void Call()
        {
            using var queue = machine.NewEventQueue(party, null);
            KernelEventBuffer none = default;
            queue.Call(other.NewSleeper(), [], [], ref none, out _);
        }
    }
}
