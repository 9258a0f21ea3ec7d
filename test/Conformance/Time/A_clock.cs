namespace Mach.Conformance.Time;

public class A_clock
{
    private readonly VirtualTime _time = new();

    private Machine Boot(World world) => world.Boot(new KernelOptions { Time = _time });

    private static uint Clock(Party party, int id = SYSTEM_CLOCK)
    {
        Assert.Equal(KERN_SUCCESS, new MachHostClient(party.Thread).host_get_clock_service(party.Traps.host_self_trap(), id, out var clock));
        return clock;
    }

    private static mach_timespec_t At(uint seconds, int nanoseconds = 0) => new() { tv_sec = seconds, tv_nsec = nanoseconds };

    private static kern_return_t Alarm(Party party, uint clock, int type, mach_timespec_t time, uint port) =>
        new ClockClient(party.Thread).clock_alarm(clock, type, time, port);

    /// <summary>Code, type and time of an alarm that must have come.</summary>
    private static (kern_return_t, int, uint, int) Heard(Party party, uint port)
    {
        var letter = party.Receive(port);
        Assert.Equal((48u, 3125107, MACH_PORT_NULL, port), (letter.Size, letter.Id, letter.Remote, letter.Local));
        Assert.Equal((0u, (uint)MACH_MSG_TYPE_PORT_SEND_ONCE), (letter.RemoteDisposition, letter.LocalDisposition));
        Assert.Equal(1, letter.Bytes[28]);
        return ((kern_return_t)BitConverter.ToInt32(letter.Bytes, 32), BitConverter.ToInt32(letter.Bytes, 36),
            BitConverter.ToUInt32(letter.Bytes, 40), BitConverter.ToInt32(letter.Bytes, 44));
    }

    [Theory, EveryWorld, Rule("R-TIM-1", "R-CLK-1", "R-KOBJ-9")]
    public void Is_one_port_for_everybody(World world)
    {
        using var machine = Boot(world);
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        foreach (var id in (int[])[SYSTEM_CLOCK, CALENDAR_CLOCK])
        {
            var clock = Clock(party, id);
            Assert.Equal(clock, Clock(party, id));
            Assert.Equal(2u, party.Sends(clock));
            Assert.Equal(KERN_SUCCESS, party.Ports().Message.mach_port_kobject(party.Self, clock, out var type, out _));
            Assert.Equal(25u, type);
            Assert.Equal(Clock(other, id), party.Give(other, clock, MACH_MSG_TYPE_COPY_SEND));
        }
        Assert.NotEqual(Clock(party, SYSTEM_CLOCK), Clock(party, CALENDAR_CLOCK));
    }

    [Theory, EveryWorld, Rule("R-TIM-1", "R-CLK-1")]
    public void Is_had_from_the_host_by_its_number(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var host = party.Traps.host_self_trap();
        foreach (var id in (int[])[2, -1, int.MaxValue])
            Assert.Equal(KERN_INVALID_ARGUMENT, new MachHostClient(party.Thread).host_get_clock_service(host, id, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, new MachHostClient(party.Thread).host_get_clock_service(party.Self, 0, out _));
    }

    [Theory, EveryWorld, Rule("R-TIM-2", "R-CLK-2")]
    public void Tells_the_time_since_the_beginning_or_since_1970(World world)
    {
        var time = new VirtualTime(DateTimeOffset.UnixEpoch.AddSeconds(1_000_000_000));
        using var machine = world.Boot(new KernelOptions { Time = time });
        var party = machine.NewTask();
        time.Advance(TimeSpan.FromSeconds(90.5));
        var calls = new ClockClient(party.Thread);
        Assert.Equal(KERN_SUCCESS, calls.clock_get_time(Clock(party), out var now));
        Assert.Equal((90u, 500_000_000), (now.tv_sec, now.tv_nsec));
        Assert.Equal(KERN_SUCCESS, calls.clock_get_time(Clock(party, CALENDAR_CLOCK), out now));
        Assert.Equal((1_000_000_090u, 500_000_000), (now.tv_sec, now.tv_nsec));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.clock_get_time(party.Self, out _));
    }

    [Theory, EveryWorld, Rule("R-TIM-3", "R-CLK-2")]
    public void Tells_its_resolution(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (system, calendar) = (Clock(party), Clock(party, CALENDAR_CLOCK));
        (kern_return_t, int) Ask(uint clock, int flavor)
        {
            Span<int> value = [0];
            var code = new ClockClient(party.Thread).clock_get_attributes(clock, flavor, value, out var count);
            Assert.True(code != KERN_SUCCESS || count == 1);
            return (code, value[0]);
        }
        foreach (var flavor in (int[])[CLOCK_GET_TIME_RES, CLOCK_ALARM_CURRES, CLOCK_ALARM_MINRES, CLOCK_ALARM_MAXRES])
        {
            Assert.Equal((KERN_SUCCESS, 10_000_000), Ask(system, flavor));
            Assert.Equal((KERN_SUCCESS, flavor == CLOCK_GET_TIME_RES ? 10_000_000 : 0), Ask(calendar, flavor));
        }
        foreach (var flavor in (int[])[0, 2, 6, -1])
        {
            Assert.Equal(KERN_INVALID_VALUE, Ask(system, flavor).Item1);
            Assert.Equal(KERN_FAILURE, new ClockClient(party.Thread).clock_get_attributes(system, flavor, [], out _));
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-4")]
    public void Cannot_be_set(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var calls = new ClockPrivClient(party.Thread);
        Assert.Equal(MIG_BAD_ID, calls.clock_set_time(Clock(party), At(1)));
        Assert.Equal(MIG_BAD_ID, calls.clock_set_attributes(Clock(party), 1, [1]));
    }

    [Theory, EveryWorld, Rule("R-TIM-5", "R-TIM-6", "R-TIM-7", "R-CLK-3", "R-CLK-4")]
    public void Rings_at_a_time(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (clock, port) = (Clock(party), party.Receive());
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(KERN_SUCCESS, Alarm(party, clock, TIME_ABSOLUTE, At(12, 5), port));
        Assert.Equal(KERN_SUCCESS, Alarm(party, clock, TIME_RELATIVE, At(1, 500_000_000), port));
        Assert.Equal(2, machine.Census().RunningTimers);
        machine.CheckRights();
        _time.Advance(TimeSpan.FromSeconds(1.4));
        party.ExpectNothing(port);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal((KERN_SUCCESS, TIME_RELATIVE, 11u, 500_000_000), Heard(party, port));
        _time.Advance(TimeSpan.FromSeconds(5));
        // Virtual time counts in steps of 100 ns, so it is a little later than was asked.
        Assert.Equal((KERN_SUCCESS, TIME_ABSOLUTE, 12u, 100), Heard(party, port));
        Assert.Equal(0u, party.Status(port).mps_sorights);
    }

    [Theory, EveryWorld, Rule("R-TIM-6", "R-CLK-3")]
    public void Rings_at_once_when_the_time_has_come(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (clock, port) = (Clock(party), party.Receive());
        _time.Advance(TimeSpan.FromSeconds(10));
        foreach (var (type, time) in (IEnumerable<(int, mach_timespec_t)>)[(TIME_ABSOLUTE, At(0)), (TIME_ABSOLUTE, At(10)), (TIME_RELATIVE, At(0))])
        {
            Assert.Equal(KERN_SUCCESS, Alarm(party, clock, type, time, port));
            Assert.Equal((KERN_SUCCESS, type, 10u, 0), Heard(party, port));
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-6", "R-CLK-3")]
    public void Tells_of_a_bad_time_by_ringing(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (clock, port) = (Clock(party), party.Receive());
        _time.Advance(TimeSpan.FromSeconds(10));
        foreach (var (type, nanoseconds) in (IEnumerable<(int, int)>)[(2, 0), (-1, 0), (TIME_ABSOLUTE, 1_000_000_000), (TIME_RELATIVE, -1)])
        {
            Assert.Equal(KERN_SUCCESS, Alarm(party, clock, type, At(20, nanoseconds), port));
            Assert.Equal((KERN_INVALID_VALUE, type, 10u, 0), Heard(party, port));
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-5", "R-CLK-3")]
    public void Refuses_an_alarm_and_gives_the_right_back_by_a_notification(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var port = party.Receive();
        Assert.Equal(KERN_FAILURE, Alarm(party, Clock(party, CALENDAR_CLOCK), TIME_RELATIVE, At(1), port));
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, party.Receive(port).Id);
        Assert.Equal(KERN_INVALID_ARGUMENT, Alarm(party, party.Self, TIME_RELATIVE, At(1), port));
        Assert.Equal(MACH_NOTIFY_SEND_ONCE, party.Receive(port).Id);
        Assert.Equal(KERN_INVALID_CAPABILITY, Alarm(party, Clock(party), TIME_RELATIVE, At(1), MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_CAPABILITY, Alarm(party, Clock(party), TIME_RELATIVE, At(1), MACH_PORT_DEAD));
    }

    [Theory, EveryWorld, Rule("R-TIM-7")]
    public void Rings_whatever_the_limit_and_in_the_order_set(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var (clock, port) = (Clock(party), party.FullPort());
        for (var number = 0; number < 20; number++)
            Assert.Equal(KERN_SUCCESS, Alarm(party, clock, number % 2, At(1), port));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(25u, party.Status(port).mps_msgcount);
        for (var id = 1; id <= 5; id++)
            Assert.Equal(id, party.Receive(port).Id);
        for (var number = 0; number < 20; number++)
            Assert.Equal((KERN_SUCCESS, number % 2, 1u, 0), Heard(party, port));
    }

    [Theory, EveryWorld, Rule("R-TIM-7")]
    public void Rings_for_nobody_when_the_port_has_died(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var port = party.Receive();
        Assert.Equal(KERN_SUCCESS, Alarm(party, Clock(party), TIME_RELATIVE, At(1), port));
        party.Die(port);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((0, 0), (machine.Census().Messages, machine.Census().RunningTimers));
    }

    [Theory, EveryWorld, Rule("R-TIM-8", "R-CLK-5")]
    public void Lets_nobody_sleep_on_the_calendar(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var wake = party.Buffer(8);
        foreach (var (id, code) in (IEnumerable<(int, kern_return_t)>)[(CALENDAR_CLOCK, KERN_FAILURE), (SYSTEM_CLOCK, KERN_SUCCESS)])
        {
            var frame = new TrapFrame(MachTrapNumbers.clock_sleep_trap) { A0 = Clock(party, id), A1 = TIME_RELATIVE, A4 = wake };
            Assert.Equal(code, party.NewSleeper().Start(frame).Code);
        }
    }
}
