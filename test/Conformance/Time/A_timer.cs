namespace Mach.Conformance.Time;

/// <summary>mk_timer: a port to which the kernel sends a message at a time.</summary>
public class A_timer
{
    private const ulong Second = 1_000_000_000;

    private readonly VirtualTime _time = new();

    private Machine Boot(World world) => world.Boot(new KernelOptions { Time = _time });

    private void Pass(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private static uint New(Party party)
    {
        var name = party.Traps.mk_timer_create_trap();
        Assert.NotEqual(MACH_PORT_NULL, name);
        return name;
    }

    private static void Arm(Party party, uint timer, ulong time) =>
        Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_arm_trap(timer, time));

    private static ulong Cancel(Party party, uint timer)
    {
        var address = party.Buffer(8);
        Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_cancel_trap(timer, new(address)));
        return BitConverter.ToUInt64(Party.Memory(address, 8));
    }

    [Theory, EveryWorld, Rule("R-TMR-1", "R-TIM-10", "R-KOBJ-9")]
    public void Is_a_receive_right_to_which_the_kernel_keeps_a_send_right(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, party.TypeOf(timer));
        Assert.Equal(1u, party.Senders(timer));
        var status = party.Status(timer);
        Assert.Equal((1u, 1u, 0u), ((uint)status.mps_srights, status.mps_mscount, status.mps_sorights));
        Assert.Equal(KERN_SUCCESS, party.Ports().Message.mach_port_kobject(party.Self, timer, out var type, out _));
        Assert.Equal(8u, type);
    }

    [Fact, Rule("R-TMR-1")]
    public void Has_no_name_when_there_is_no_room_for_one()
    {
        using var machine = World.All.First().Boot(new KernelOptions { NamesPerSpace = 16 });
        var party = machine.NewTask();
        party.UseUpNames();
        Assert.Equal(MACH_PORT_NULL, party.Traps.mk_timer_create_trap());
    }

    [Theory, EveryWorld, Rule("R-TMR-3", "R-TMR-2")]
    public void Sends_a_message_of_zeros_at_its_time(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Arm(party, timer, 2 * Second);
        Pass(1.999);
        party.ExpectNothing(timer);
        Pass(0.001);
        var letter = party.Receive(timer);
        Assert.Equal((48u, 0, MACH_PORT_NULL, timer), (letter.Size, letter.Id, letter.Remote, letter.Local));
        Assert.Equal((0u, (uint)MACH_MSG_TYPE_PORT_SEND), (letter.RemoteDisposition, letter.LocalDisposition));
        Assert.False(letter.IsComplex);
        Assert.Equal(new byte[24], letter.Body.ToArray());
        party.ExpectNothing(timer);
        Assert.Equal(1u, party.Senders(timer));
    }

    [Theory, EveryWorld, Rule("R-TMR-2", "R-TIM-12")]
    public void Fires_at_once_when_its_time_has_come(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        Pass(5);
        foreach (var time in (ulong[])[0, 4 * Second, 5 * Second])
        {
            var timer = New(party);
            Arm(party, timer, time);
            Assert.Equal(48u, party.Receive(timer).Size);
            Assert.Equal(0ul, Cancel(party, timer));
        }
    }

    [Theory, EveryWorld, Rule("R-TMR-2")]
    public void Goes_by_the_time_that_was_set_last(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Arm(party, timer, 2 * Second);
        Arm(party, timer, 5 * Second);
        Pass(4);
        party.ExpectNothing(timer);
        Pass(1);
        party.Receive(timer);
        Arm(party, timer, 9 * Second);
        Arm(party, timer, 7 * Second);
        Pass(2);
        party.Receive(timer);
        Pass(10);
        party.ExpectNothing(timer);
    }

    [Theory, EveryWorld, Rule("R-TMR-3", "R-TIM-12")]
    public void Drops_an_expiry_while_a_message_waits(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Arm(party, timer, 1 * Second);
        Pass(1);
        Arm(party, timer, 2 * Second);
        Pass(1);
        Arm(party, timer, 0);
        Assert.Equal(1u, party.Status(timer).mps_msgcount);
        party.Receive(timer);
        party.ExpectNothing(timer);
        Arm(party, timer, 3 * Second);
        Pass(1);
        party.Receive(timer);
    }

    [Theory, EveryWorld, Rule("R-TIM-12")]
    public void Sends_again_when_the_message_was_taken_before_the_next_expiry(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Arm(party, timer, 1 * Second);
        Pass(1);
        Arm(party, timer, 2 * Second);
        party.Receive(timer);
        Pass(1);
        party.Receive(timer);
    }

    [Theory, EveryWorld, Rule("R-TMR-4", "R-TIM-13")]
    public void Tells_the_time_that_was_set_when_it_is_cancelled(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Assert.Equal(0ul, Cancel(party, timer));
        Arm(party, timer, 3 * Second);
        Assert.Equal(3 * Second, Cancel(party, timer));
        Assert.Equal(0ul, Cancel(party, timer));
        Pass(5);
        party.ExpectNothing(timer);
        Arm(party, timer, 6 * Second);
        Pass(1);
        Assert.Equal(0ul, Cancel(party, timer));
        party.Receive(timer);
    }

    [Theory, EveryWorld, Rule("R-TIM-13")]
    public void Is_cancelled_whatever_becomes_of_the_answer(World world)
    {
        using var machine = Boot(world);
        using var fence = new Fence();
        var party = machine.NewTask();
        var timer = New(party);
        Arm(party, timer, 3 * Second);
        Assert.Equal(KERN_FAILURE, party.Traps.mk_timer_cancel_trap(timer, new(fence.Nowhere)));
        Assert.Equal(0ul, Cancel(party, timer));
        Arm(party, timer, 3 * Second);
        Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_cancel_trap(timer, default));
        Pass(5);
        party.ExpectNothing(timer);
    }

    [Theory, EveryWorld, Rule("R-TIM-11")]
    public void May_be_armed_with_leeway_and_is_never_early(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        foreach (var (flags, leeway) in (IEnumerable<(ulong, ulong)>)[(0, 0), (1, 0), (1, Second / 2), (ulong.MaxValue, 0)])
        {
            var due = (ulong)_time.Elapsed.Ticks * 100 + Second;
            Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_arm_leeway_trap(timer, flags, due, leeway));
            Pass(0.9999);
            party.ExpectNothing(timer);
            Pass(0.0001 + (leeway / (double)Second));
            party.Receive(timer);
        }
    }

    [Theory, EveryWorld, Rule("R-TMR-2", "R-TIM-11", "R-TIM-13")]
    public void Is_found_by_the_name_of_its_receive_right_only(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var traps = party.Traps;
        foreach (var call in (Func<uint, kern_return_t>[])
            [name => traps.mk_timer_arm_trap(name, 1), name => traps.mk_timer_arm_leeway_trap(name, 0, 1, 0), name => traps.mk_timer_cancel_trap(name, default)])
        {
            Assert.Equal(KERN_INVALID_NAME, call(MACH_PORT_NULL));
            Assert.Equal(KERN_INVALID_NAME, call(MACH_PORT_DEAD));
            Assert.Equal(KERN_INVALID_NAME, call(0x7fff03));
            Assert.Equal(KERN_INVALID_RIGHT, call(machine.SendTo(party).Send));
            Assert.Equal(KERN_INVALID_RIGHT, call(party.PortSet()));
            Assert.Equal(KERN_INVALID_ARGUMENT, call(party.Receive()));
        }
    }

    [Theory, EveryWorld, Rule("R-TMR-5", "R-TIM-14")]
    public void Ends_when_it_is_destroyed(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Arm(party, timer, Second);
        Assert.Equal(1, machine.Census().RunningTimers);
        Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_destroy_trap(timer));
        Assert.Equal(0u, party.TypeOf(timer));
        Assert.Equal(0, machine.Census().RunningTimers);

        var (destroyed, dropped, unread) = (New(party), New(party), New(party));
        Arm(party, destroyed, Second);
        Arm(party, dropped, Second);
        Arm(party, unread, 0);
        Assert.Equal(KERN_SUCCESS, party.Ports().Message.mach_port_destroy(party.Self, destroyed));
        party.Die(dropped);
        Assert.Equal(0, machine.Census().RunningTimers);
        Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_destroy_trap(unread));
        Assert.Equal(0, machine.Census().Messages);
    }

    [Theory, EveryWorld, Rule("R-TMR-5", "R-TIM-14")]
    public void Is_destroyed_by_the_name_of_its_receive_right_only(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        Assert.Equal(KERN_INVALID_NAME, party.Traps.mk_timer_destroy_trap(0x7fff03));
        Assert.Equal(KERN_INVALID_RIGHT, party.Traps.mk_timer_destroy_trap(party.DeadName()));
        Assert.Equal(KERN_INVALID_RIGHT, party.Traps.mk_timer_destroy_trap(machine.SendTo(party).Send));
        Assert.Equal(KERN_INVALID_RIGHT, party.Traps.mk_timer_destroy_trap(party.PortSet()));
        Assert.Equal(KERN_INVALID_ARGUMENT, party.Traps.mk_timer_destroy_trap(party.Receive()));
    }

    [Theory, EveryWorld, Rule("R-TIM-14", "R-TIM-15")]
    public void Wakes_its_receivers_by_expiring_and_by_dying(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var timer = New(party);
        Arm(party, timer, Second);
        var (first, second) = (party.NewSleeper().Receive(timer), party.NewSleeper().Receive(timer));
        Pass(1);
        Assert.Equal(MACH_MSG_SUCCESS, first.Code);
        Assert.True(second.Sleeps);
        Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_destroy_trap(timer));
        Assert.Equal(MACH_RCV_PORT_CHANGED, second.Code);
    }

    [Theory, EveryWorld, Rule("R-TMR-6", "R-TIM-15")]
    public void Stays_with_its_task(World world)
    {
        using var machine = Boot(world);
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var timer = New(party);
        var lane = new Lane(party, other);
        Assert.Equal(MACH_SEND_INVALID_RIGHT, lane.Send(timer, MACH_MSG_TYPE_MOVE_RECEIVE));
        Assert.Equal(KERN_INVALID_CAPABILITY, party.Ports().mach_port_extract_right(party.Self, timer, MACH_MSG_TYPE_MOVE_RECEIVE, out _, out _));
        Assert.Equal(
            KERN_INVALID_RIGHT,
            party.Ports().mach_port_request_notification(
                party.Self, timer, MACH_NOTIFY_PORT_DESTROYED, 0, party.Receive(), MACH_MSG_TYPE_MAKE_SEND_ONCE, out _));
        Assert.Equal(MACH_PORT_TYPE_RECEIVE, party.TypeOf(timer));
    }

    [Theory, EveryWorld, Rule("R-TMR-6", "R-TIM-15")]
    public void May_be_a_member_of_a_set(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (set, timer) = (party.PortSet(), New(party));
        party.Join(timer, set);
        Arm(party, timer, Second);
        var sleeper = party.NewSleeper().Receive(set);
        Pass(1);
        Assert.Equal(MACH_MSG_SUCCESS, sleeper.Code);
        Assert.Equal(timer, sleeper.Letter.Local);
    }

    [Theory, EveryWorld, Rule("R-TIM-15")]
    public void Queues_what_others_send_and_is_not_disturbed_by_it(World world)
    {
        using var machine = Boot(world);
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var timer = New(party);
        var key = party.GiveSend(other, timer);
        Assert.Equal(2u, party.Senders(timer));
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(key, MACH_MSG_TYPE_COPY_SEND, id: 0).Body(new byte[24])));
        Arm(party, timer, Second);
        Pass(1);
        Assert.Equal(2u, party.Status(timer).mps_msgcount);
        Assert.Equal(48u, party.Receive(timer).Size);
        Assert.Equal(0, party.Receive(timer).Id);
        party.ExpectNothing(timer);
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(key, MACH_MSG_TYPE_COPY_SEND, id: 7)));
        Assert.Equal(7, party.Receive(timer).Id);
    }

    [Theory, EveryWorld, Rule("R-TIM-10")]
    public void Fires_no_request_for_the_end_of_its_senders(World world)
    {
        using var machine = Boot(world);
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var (timer, notify) = (New(party), party.Receive());
        party.AskForNoSenders(timer, notify);
        var key = party.GiveSend(other, timer);
        other.Drop(key);
        Arm(party, timer, Second);
        Pass(1);
        party.Receive(timer);
        party.ExpectNothing(notify);
    }

    [Theory, EveryWorld]
    public void Goes_with_its_task(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        Arm(party, New(party), Second);
        Arm(party, New(party), 0);
        party.Task.Dispose();
        Assert.Equal(0, machine.Census().RunningTimers);
        Pass(2);
    }
}
