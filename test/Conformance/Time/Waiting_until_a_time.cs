namespace Mach.Conformance.Time;

public class Waiting_until_a_time
{
    private readonly VirtualTime _time = new();

    [Theory, EveryWorld, Rule("R-TIM-9")]
    public void Ends_at_the_time(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var sleeper = machine.NewTask().NewSleeper().WaitUntil(1_500_000_000);
        _time.Advance(TimeSpan.FromSeconds(1.4999));
        Assert.True(sleeper.Sleeps);
        _time.Advance(TimeSpan.FromSeconds(0.0001));
        Assert.False(sleeper.Sleeps);
        Assert.Equal(KERN_SUCCESS, sleeper.Code);
    }

    [Theory, EveryWorld, Rule("R-TIM-9")]
    public void Ends_at_once_when_the_time_has_come(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        _time.Advance(TimeSpan.FromSeconds(1));
        foreach (var deadline in (ulong[])[0, 1, 1_000_000_000])
        {
            var sleeper = machine.NewTask().NewSleeper().WaitUntil(deadline);
            Assert.False(sleeper.Sleeps);
            Assert.Equal(KERN_SUCCESS, sleeper.Code);
        }
    }

    [Theory, EveryWorld, Rule("R-TIM-9"), Rule("R-CLK-5"), Rule("R-TASK-13")]
    public void Ends_aborted_when_it_is_interrupted(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var sleeper = machine.NewTask().NewSleeper().WaitUntil(ulong.MaxValue);
        Assert.Equal(1, machine.Census().SleepingThreads);
        sleeper.Interrupt();
        Assert.Equal(KERN_ABORTED, sleeper.Code);
        Assert.Equal(0, machine.Census().SleepingThreads);
    }

    [Theory, EveryWorld]
    public void Ends_when_the_task_does(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var party = machine.NewTask();
        var sleeper = party.NewSleeper().WaitUntil(1_000_000);
        party.Task.Dispose();
        Assert.Equal(KERN_ABORTED, sleeper.Code);
    }

    [Theory, EveryWorld, Rule("R-TIM-28")]
    public void Counts_in_nanoseconds(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var party = machine.NewTask();
        var address = party.Buffer(8);
        Assert.Equal(KERN_SUCCESS, party.Traps.mach_timebase_info_trap(new(address)));
        Assert.True(new UserPtr<mach_timebase_info_data_t>(address).TryRead(party.Task.Memory, out var timebase));
        Assert.Equal((1u, 1u), (timebase.numer, timebase.denom));
        using var fence = new Fence();
        Assert.Equal(KERN_SUCCESS, party.Traps.mach_timebase_info_trap(new(fence.Nowhere)));
    }

    [Theory, EveryWorld, Rule("R-A64-4")]
    public void Goes_by_the_time_that_two_traps_tell_in_a_whole_register(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var party = machine.NewTask();
        _time.Advance(TimeSpan.FromDays(1));
        foreach (var number in (int[])[-3, -4])
        {
            var frame = new TrapFrame(number) { R1 = 5, Carry = true };
            party.Thread.Call(ref frame);
            Assert.Equal((86_400_000_000_000ul, 5ul, true), (frame.R0, frame.R1, frame.Carry));
        }
    }

    [Fact]
    public void Needs_no_more_than_a_heap_for_ten_thousand_threads()
    {
        using var machine = World.All.First().Boot(new KernelOptions { Time = _time });
        var party = machine.NewTask();
        var order = new List<ulong>();
        for (var number = 0; number < 10_000; number++)
        {
            var deadline = (ulong)(number * 7919 % 10_000 + 1) * 1_000_000;
            var sleeper = party.NewSleeper();
            sleeper.OnWake = () => order.Add(deadline);
            sleeper.WaitUntil(deadline);
        }
        Assert.Equal(10_000, machine.Census().SleepingThreads);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(order.Order(), order);
        Assert.Equal(10_000, order.Count);
    }
}
