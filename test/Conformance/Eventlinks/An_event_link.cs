namespace Mach.Conformance.Eventlinks;

public class An_event_link
{
    private readonly VirtualTime _time = new();

    private Machine Boot(World world) => world.Boot(new KernelOptions { Time = _time });

    private static MachEventlinkClient Calls(Party party) => new(party.Thread);

    private static (uint One, uint Other) New(Party party)
    {
        Span<uint> pair = [0, 0];
        Assert.Equal(KERN_SUCCESS, Calls(party).mach_eventlink_create(party.Self, MELC_OPTION_NO_COPYIN, pair));
        return (pair[0], pair[1]);
    }

    private static void ForAnyone(Party party, params ReadOnlySpan<uint> ends)
    {
        foreach (var end in ends)
            Assert.Equal(KERN_SUCCESS, Associate(party, end, MACH_PORT_NULL, MELA_OPTION_ASSOCIATE_ON_WAIT));
    }

    private static kern_return_t Associate(Party party, uint end, uint thread, uint option) =>
        Calls(party).mach_eventlink_associate(end, thread, 0, 0, 0, 0, option);

    private static (kern_return_t, ulong) Signal(Party party, uint end) => Answer(party.NewSleeper().Start(new TrapFrame(496) { A0 = end }));

    private static Sleeper Wait(Sleeper sleeper, uint end, ulong count, ulong deadline = 0, uint option = 0, uint clock = 1) =>
        sleeper.Start(new TrapFrame(497) { A0 = end, A1 = count, A2 = deadline, A3 = clock, A4 = option });

    private static Sleeper SignalWait(Sleeper sleeper, uint end, ulong count, ulong deadline = 0, uint option = 0, uint clock = 1) =>
        sleeper.Start(new TrapFrame(498) { A0 = end, A1 = count, A2 = 1, A3 = deadline, A4 = clock, A5 = option });

    private static (kern_return_t, ulong) Answer(Sleeper sleeper)
    {
        var result = sleeper.Result;
        return ((kern_return_t)decode_eventlink_error_from_retval(result), decode_eventlink_count_from_retval(result));
    }

    private static uint NameOf(Sleeper sleeper) => (uint)sleeper.Start(new TrapFrame(MachTrapNumbers.thread_self_trap)).Result;

    [Theory, EveryWorld, Rule("R-TIM-22", "R-KOBJ-9")]
    public void Has_two_ends_whose_counts_are_zero(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        foreach (var end in (uint[])[one, other])
        {
            Assert.Equal((MACH_PORT_TYPE_SEND, 1u), (party.TypeOf(end), party.Sends(end)));
            Assert.Equal(KERN_SUCCESS, party.Ports().Message.mach_port_kobject(party.Self, end, out var type, out _));
            Assert.Equal(43u, type);
            ForAnyone(party, end);
            Assert.Equal((KERN_OPERATION_TIMED_OUT, 0ul), Answer(Wait(party.NewSleeper(), end, 0, option: MELSW_OPTION_NO_WAIT)));
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-22")]
    public void Is_made_for_its_maker_with_one_option_only(World world)
    {
        using var machine = Boot(world);
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        Span<uint> pair = [0, 0];
        foreach (var option in (uint[])[0, 2, 3])
            Assert.Equal(KERN_INVALID_ARGUMENT, Calls(party).mach_eventlink_create(party.Self, option, pair));
        Assert.Equal(KERN_INVALID_ARGUMENT, Calls(party).mach_eventlink_create(party.ControlOf(other), MELC_OPTION_NO_COPYIN, pair));
        Assert.Equal(KERN_INVALID_ARGUMENT, Calls(party).mach_eventlink_create(party.Traps.host_self_trap(), MELC_OPTION_NO_COPYIN, pair));
    }

    [Theory, EveryWorld, Rule("R-TIM-23")]
    public void Is_bound_to_a_thread_or_to_whoever_waits(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        var thread = NameOf(party.NewSleeper());
        foreach (var words in (ulong[][])[[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
            Assert.Equal(KERN_INVALID_ARGUMENT, Calls(party).mach_eventlink_associate(one, thread, words[0], words[1], words[2], words[3], 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, Associate(party, one, MACH_PORT_NULL, MELA_OPTION_NONE));
        Assert.Equal(KERN_INVALID_ARGUMENT, Associate(party, one, thread, MELA_OPTION_ASSOCIATE_ON_WAIT));
        Assert.Equal(KERN_INVALID_ARGUMENT, Associate(party, one, thread, 2));
        Assert.Equal(KERN_SUCCESS, Associate(party, one, thread, MELA_OPTION_NONE));
        Assert.Equal(KERN_NAME_EXISTS, Associate(party, one, thread, MELA_OPTION_NONE));
        ForAnyone(party, other);
        Assert.Equal(KERN_NAME_EXISTS, Associate(party, other, MACH_PORT_NULL, MELA_OPTION_ASSOCIATE_ON_WAIT));
        Assert.Equal(KERN_TERMINATED, Associate(party, party.Traps.host_self_trap(), thread, MELA_OPTION_NONE));
        Assert.Equal(KERN_INVALID_ARGUMENT, Calls(party).mach_eventlink_disassociate(one, 1));
        Assert.Equal(KERN_SUCCESS, Calls(party).mach_eventlink_disassociate(one, MELD_OPTION_NONE));
        Assert.Equal(KERN_INVALID_ARGUMENT, Calls(party).mach_eventlink_disassociate(one, MELD_OPTION_NONE));
        Assert.Equal(KERN_SUCCESS, Associate(party, one, MACH_PORT_NULL, MELA_OPTION_ASSOCIATE_ON_WAIT));
    }

    [Theory, EveryWorld, Rule("R-TIM-23")]
    public void Lets_go_of_its_waiter_when_it_is_freed(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, _) = New(party);
        ForAnyone(party, one);
        var waits = Wait(party.NewSleeper(), one, 0);
        Assert.Equal(KERN_SUCCESS, Calls(party).mach_eventlink_disassociate(one, MELD_OPTION_NONE));
        Assert.Equal((KERN_TERMINATED, 0ul), Answer(waits));
    }

    [Theory, EveryWorld, Rule("R-TIM-24", "R-TIM-26")]
    public void Goes_by_absolute_time_only(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, _) = New(party);
        ForAnyone(party, one);
        foreach (var clock in (uint[])[0, 2, uint.MaxValue])
        {
            Assert.Equal((KERN_INVALID_ARGUMENT, 12ul), Answer(Wait(party.NewSleeper(), one, 12, clock: clock)));
            Assert.Equal((KERN_INVALID_ARGUMENT, 12ul), Answer(SignalWait(party.NewSleeper(), one, 12, clock: clock)));
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-25", "R-TIM-26")]
    public void Counts_at_one_end_the_signals_of_the_other(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        ForAnyone(party, one, other);
        for (var signal = 0; signal < 3; signal++)
            Assert.Equal(KERN_SUCCESS, Signal(party, one).Item1);
        Assert.Equal((KERN_OPERATION_TIMED_OUT, 0ul), Answer(Wait(party.NewSleeper(), one, 0, option: MELSW_OPTION_NO_WAIT)));
        Assert.Equal((KERN_SUCCESS, 3ul), Answer(Wait(party.NewSleeper(), other, 0)));
        Assert.Equal((KERN_SUCCESS, 3ul), Answer(Wait(party.NewSleeper(), other, 2)));
        Assert.Equal((KERN_OPERATION_TIMED_OUT, 3ul), Answer(Wait(party.NewSleeper(), other, 3, option: MELSW_OPTION_NO_WAIT)));
    }

    [Theory, EveryWorld, Rule("R-TIM-26")]
    public void Keeps_its_waiter_until_the_count_is_exceeded(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        ForAnyone(party, other);
        var waits = Wait(party.NewSleeper(), other, 1);
        Signal(party, one);
        Assert.True(waits.Sleeps);
        Signal(party, one);
        Assert.Equal((KERN_SUCCESS, 2ul), Answer(waits));
    }

    [Theory, EveryWorld, Rule("R-TIM-26")]
    public void Lets_only_its_own_thread_wait(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        var (own, foreign) = (party.NewSleeper(), party.NewSleeper());
        Assert.Equal((KERN_INVALID_ARGUMENT, 4ul), Answer(Wait(own, one, 4)));
        Assert.Equal(KERN_SUCCESS, Associate(party, one, NameOf(own), MELA_OPTION_NONE));
        Assert.Equal((KERN_INVALID_ARGUMENT, 4ul), Answer(Wait(foreign, one, 4)));
        Assert.True(Wait(own, one, 0).Sleeps);
        Signal(party, other);
        Assert.Equal((KERN_SUCCESS, 1ul), Answer(own));
        ForAnyone(party, other);
        Assert.True(Wait(own, other, 0).Sleeps);
        Assert.Equal((KERN_INVALID_ARGUMENT, 0ul), Answer(Wait(foreign, other, 0)));
        Signal(party, one);
        Assert.True(Wait(foreign, other, 1).Sleeps);
        foreign.Interrupt();
    }

    [Theory, EveryWorld, Rule("R-TIM-26")]
    public void Ends_a_wait_by_the_clock_or_by_an_interruption(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        ForAnyone(party, other);
        Signal(party, one);
        _time.Advance(TimeSpan.FromSeconds(1));
        var waits = Wait(party.NewSleeper(), other, 1, deadline: 3_000_000_000);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.True(waits.Sleeps);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal((KERN_OPERATION_TIMED_OUT, 1ul), Answer(waits));
        Assert.Equal((KERN_OPERATION_TIMED_OUT, 1ul), Answer(Wait(waits, other, 1, deadline: 1)));
        Wait(waits, other, 1).Interrupt();
        Assert.Equal((KERN_ABORTED, 1ul), Answer(waits));
        Signal(party, one);
        Assert.Equal((KERN_SUCCESS, 2ul), Answer(Wait(waits, other, 1)));
    }

    [Theory, EveryWorld, Rule("R-TIM-27")]
    public void Hands_over_in_one_call_without_losing_the_answer(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        ForAnyone(party, one, other);
        var partner = party.NewSleeper();
        partner.OnWake = () => Assert.Equal(KERN_SUCCESS, Signal(party, other).Item1);
        Wait(partner, other, 0);
        Assert.Equal((KERN_SUCCESS, 1ul), Answer(SignalWait(party.NewSleeper(), one, 0)));
        Assert.Equal((KERN_SUCCESS, 1ul), Answer(partner));
        Assert.Equal((KERN_OPERATION_TIMED_OUT, 1ul), Answer(SignalWait(party.NewSleeper(), one, 1, option: MELSW_OPTION_NO_WAIT)));
        Assert.Equal((KERN_SUCCESS, 2ul), Answer(Wait(party.NewSleeper(), other, 1)));
    }

    [Theory, EveryWorld, Rule("R-TIM-25")]
    public void Is_found_by_a_send_right_only(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        foreach (var (name, code) in (IEnumerable<(uint, kern_return_t)>)
            [
                (MACH_PORT_NULL, KERN_INVALID_NAME), (MACH_PORT_DEAD, KERN_INVALID_NAME), (0x7fff03, KERN_INVALID_NAME),
                (party.DeadName(), KERN_INVALID_NAME), (party.Receive(), KERN_INVALID_RIGHT), (party.ReceiveAndSend(), KERN_INVALID_CAPABILITY),
                (party.Self, KERN_INVALID_CAPABILITY),
            ])
        {
            Assert.Equal(code, Signal(party, name).Item1);
            Assert.Equal((code, 3ul), Answer(Wait(party.NewSleeper(), name, 3)));
            Assert.Equal((code, 3ul), Answer(SignalWait(party.NewSleeper(), name, 3)));
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-27", "R-TIM-23", "R-TIM-25")]
    public void Ends_at_both_ends(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (one, other) = New(party);
        ForAnyone(party, one, other);
        party.AddSends(one, 1);
        var waiting = (Wait(party.NewSleeper(), one, 0), Wait(party.NewSleeper(), other, 5));
        Assert.Equal(KERN_SUCCESS, Calls(party).mach_eventlink_destroy(one));
        Assert.Equal((KERN_TERMINATED, 0ul), Answer(waiting.Item1));
        Assert.Equal((KERN_TERMINATED, 0ul), Answer(waiting.Item2));
        Assert.Equal(MACH_PORT_TYPE_DEAD_NAME, party.TypeOf(one));
        Assert.Equal(MACH_PORT_TYPE_SEND, party.TypeOf(other));
        Assert.Equal(KERN_TERMINATED, Signal(party, other).Item1);
        Assert.Equal((KERN_TERMINATED, 7ul), Answer(Wait(party.NewSleeper(), other, 7)));
        Assert.Equal(KERN_TERMINATED, Associate(party, other, MACH_PORT_NULL, MELA_OPTION_ASSOCIATE_ON_WAIT));
        Assert.Equal(KERN_TERMINATED, Calls(party).mach_eventlink_disassociate(other, MELD_OPTION_NONE));
        Assert.Equal(KERN_INVALID_NAME, Signal(party, one).Item1);
    }

    [Theory, EveryWorld, Rule("R-TIM-27")]
    public void Ends_with_the_last_right_to_one_end(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        _ = party.Thread.MigReplyPort;
        var before = machine.Census().Ports;
        var (one, other) = New(party);
        ForAnyone(party, other);
        var waits = Wait(party.NewSleeper(), other, 0);
        party.Drop(one);
        Assert.Equal((KERN_TERMINATED, 0ul), Answer(waits));
        Assert.Equal(KERN_TERMINATED, Signal(party, other).Item1);
        party.Drop(other);
        Assert.Equal(before, machine.Census().Ports);
    }
}
