namespace Mach.Conformance.Semaphores;

public class A_timed_wait
{
    private readonly VirtualTime _time = new();

    private Machine Boot(World world) => world.Boot(new KernelOptions { Time = _time });

    [Theory, EveryWorld, Rule("R-SEMA-6")]
    public void Ends_when_its_time_is_up(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        _time.Advance(TimeSpan.FromDays(400));
        var waits = party.NewSleeper().TimedWait(semaphore, 2, 500_000_000);
        _time.Advance(TimeSpan.FromMilliseconds(2499));
        Assert.True(waits.Sleeps);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(KERN_OPERATION_TIMED_OUT, waits.Code);
        Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        Assert.Equal(1, party.Count(semaphore));
    }

    [Theory, EveryWorld, Rule("R-SEMA-6", "R-SEMA-5")]
    public void Ends_well_when_the_signal_is_sooner(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        var waits = party.NewSleeper().TimedWait(semaphore, 2, 0);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        Assert.Equal(KERN_SUCCESS, waits.Code);
        Assert.Equal(0, machine.Census().SleepingThreads);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(KERN_SUCCESS, waits.Code);
    }

    [Theory, EveryWorld, Rule("R-SEMA-6")]
    public void Only_looks_when_it_has_no_time(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var semaphore = party.Semaphore(1);
        Assert.Equal(KERN_SUCCESS, party.Poll(semaphore));
        Assert.Equal(KERN_OPERATION_TIMED_OUT, party.Poll(semaphore));
    }

    [Theory, EveryWorld, Rule("R-SEMA-6", "R-TIM-19")]
    public void Has_its_time_checked_before_any_name(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        foreach (var nanoseconds in (int[])[1_000_000_000, int.MaxValue, -1])
        {
            Assert.Equal(KERN_INVALID_VALUE, party.NewSleeper().TimedWait(0x7fff03, 0, nanoseconds).Code);
            Assert.Equal(KERN_INVALID_VALUE, party.NewSleeper().TimedWaitSignal(0x7fff03, 0x7fff03, 0, nanoseconds).Code);
        }
    }

    [Theory, EveryWorld, Rule("R-TASK-13", "R-SEMA-5")]
    public void Ends_aborted_when_it_is_interrupted(World world)
    {
        using var machine = Boot(world);
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        foreach (var waits in (Sleeper[])[party.NewSleeper().Wait(semaphore), party.NewSleeper().TimedWait(semaphore, uint.MaxValue, 0)])
        {
            waits.Interrupt();
            Assert.Equal(KERN_ABORTED, waits.Code);
        }
        Assert.Equal(0, machine.Census().SleepingThreads);
    }
}
