using System.Runtime.InteropServices;

namespace Mach.Conformance.Time;

public class Sleeping_on_a_clock
{
    private readonly VirtualTime _time = new();

    private Machine Boot(World world) => world.Boot(new KernelOptions { Time = _time });

    private static TrapFrame Call(uint clock, int type, int seconds, int nanoseconds, ulong wake) =>
        new(MachTrapNumbers.clock_sleep_trap)
        {
            A0 = clock, A1 = (uint)type, A2 = (uint)seconds, A3 = (uint)nanoseconds, A4 = wake,
        };

    private static (uint, int) Time(ulong address)
    {
        var time = MemoryMarshal.Read<mach_timespec_t>(Party.Memory(address, 8));
        return (time.tv_sec, time.tv_nsec);
    }

    [Theory, EveryWorld, Rule("R-TIM-8", "R-CLK-5")]
    public void Ends_at_the_time_and_tells_it(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        _time.Advance(TimeSpan.FromSeconds(10));
        var (relative, absolute) = (party.Buffer(8), party.Buffer(8));
        var first = party.NewSleeper().Start(Call(MACH_PORT_NULL, TIME_RELATIVE, 2, 500_000_000, relative));
        var second = party.NewSleeper().Start(Call(MACH_PORT_NULL, TIME_ABSOLUTE, 13, 0, absolute));
        _time.Advance(TimeSpan.FromSeconds(2.4999));
        Assert.True(first.Sleeps && second.Sleeps);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((KERN_SUCCESS, KERN_SUCCESS), (first.Code, second.Code));
        Assert.Equal(((12u, 500_000_000), (13u, 0)), (Time(relative), Time(absolute)));
    }

    [Theory, EveryWorld, Rule("R-TIM-8")]
    public void Ends_at_once_when_the_time_has_come(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        _time.Advance(TimeSpan.FromSeconds(10));
        foreach (var (type, seconds) in (IEnumerable<(int, int)>)[(TIME_ABSOLUTE, 0), (TIME_ABSOLUTE, 10), (TIME_RELATIVE, 0)])
        {
            var wake = party.Buffer(8);
            Assert.Equal(KERN_SUCCESS, party.NewSleeper().Start(Call(MACH_PORT_NULL, type, seconds, 0, wake)).Code);
            Assert.Equal((10u, 0), Time(wake));
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-8", "R-CLK-5")]
    public void Ends_aborted_and_tells_the_time_it_asked_for(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        _time.Advance(TimeSpan.FromSeconds(10));
        var wake = party.Buffer(8);
        var sleeper = party.NewSleeper().Start(Call(MACH_PORT_NULL, TIME_RELATIVE, 5, 7, wake));
        _time.Advance(TimeSpan.FromSeconds(1));
        sleeper.Interrupt();
        Assert.Equal(KERN_ABORTED, sleeper.Code);
        Assert.Equal((15u, 7), Time(wake));
    }

    [Theory, EveryWorld, Rule("R-TIM-8", "R-CLK-5")]
    public void Needs_a_clock_a_type_and_a_time(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var wake = party.Buffer(8);
        kern_return_t Try(uint clock, int type, int nanoseconds) =>
            party.NewSleeper().Start(Call(clock, type, 1, nanoseconds, wake)).Code;
        Assert.Equal(KERN_INVALID_ARGUMENT, Try(party.Self, TIME_RELATIVE, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, Try(0x7fff03, TIME_RELATIVE, 0));
        Assert.Equal((0u, 0), Time(wake));
        Assert.Equal(KERN_INVALID_VALUE, Try(MACH_PORT_NULL, 2, 5));
        Assert.Equal((1u, 5), Time(wake));
        Assert.Equal(KERN_INVALID_VALUE, Try(MACH_PORT_NULL, TIME_RELATIVE, 1_000_000_000));
        Assert.Equal(KERN_INVALID_VALUE, Try(MACH_PORT_NULL, TIME_RELATIVE, -1));
        Assert.Equal((1u, -1), Time(wake));
    }

    [Theory, EveryWorld, Rule("R-TIM-8")]
    public void Does_not_mind_a_bad_address(World world)
    {
        using var machine = Boot(world);
        using var fence = new Fence();
        var party = machine.NewTask();
        var sleeper = party.NewSleeper().Start(Call(MACH_PORT_NULL, TIME_RELATIVE, 1, 0, fence.Nowhere));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(KERN_SUCCESS, sleeper.Code);
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().Start(Call(MACH_PORT_NULL, TIME_ABSOLUTE, 1, 0, fence.Nowhere)).Code);
    }
}
