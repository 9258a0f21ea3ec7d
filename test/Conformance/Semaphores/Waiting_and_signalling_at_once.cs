namespace Mach.Conformance.Semaphores;

public class Waiting_and_signalling_at_once
{
    [Theory, EveryWorld, Rule("R-SEMA-7", "R-TIM-19")]
    public void Signals_and_then_sleeps(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var (wait, signal) = (party.Semaphore(), party.Semaphore());
        var partner = party.NewSleeper().Wait(signal);
        var waits = party.NewSleeper().WaitSignal(wait, signal);
        Assert.Equal(KERN_SUCCESS, partner.Code);
        Assert.True(waits.Sleeps);
        Assert.Equal(KERN_SUCCESS, party.Signal(wait));
        Assert.Equal(KERN_SUCCESS, waits.Code);
    }

    [Theory, EveryWorld, Rule("R-TIM-19", "R-SEMA-7")]
    public void Loses_no_signal_that_its_own_signal_brings_about(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var (wait, signal) = (party.Semaphore(), party.Semaphore());
        var partner = party.NewSleeper();
        partner.OnWake = () => Assert.Equal(KERN_SUCCESS, party.Signal(wait));
        partner.Wait(signal);
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().WaitSignal(wait, signal).Code);
        Assert.Equal((0, 0), (party.Count(wait), party.Count(signal)));
    }

    [Theory, EveryWorld, Rule("R-TIM-19")]
    public void Takes_from_the_count_first_and_signals_all_the_same(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var (wait, signal) = (party.Semaphore(1), party.Semaphore());
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().WaitSignal(wait, signal).Code);
        Assert.Equal((0, 1), (party.Count(wait), party.Count(signal)));
    }

    [Theory, EveryWorld, Rule("R-TIM-19")]
    public void Signals_also_when_it_only_looks(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var (wait, signal) = (party.Semaphore(), party.Semaphore());
        Assert.Equal(KERN_OPERATION_TIMED_OUT, party.NewSleeper().TimedWaitSignal(wait, signal, 0, 0).Code);
        Assert.Equal((0, 1), (party.Count(wait), party.Count(signal)));
    }

    [Theory, EveryWorld, Rule("R-TIM-19")]
    public void Succeeds_at_once_with_one_semaphore_on_both_sides(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().WaitSignal(semaphore, semaphore).Code);
        Assert.Equal(0, party.Count(semaphore));
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().TimedWaitSignal(semaphore, semaphore, 5, 0).Code);
        Assert.Equal(KERN_OPERATION_TIMED_OUT, party.NewSleeper().TimedWaitSignal(semaphore, semaphore, 0, 0).Code);
        Assert.Equal(1, party.Count(semaphore));
    }

    [Theory, EveryWorld, Rule("R-SEMA-7")]
    public void Tells_of_an_end_on_either_side(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var (living, ended) = (party.Semaphore(1), party.Semaphore());
        party.AddSends(ended, 1);
        Assert.Equal(KERN_SUCCESS, party.TaskCalls.semaphore_destroy(party.Self, ended));
        Assert.Equal(KERN_TERMINATED, party.NewSleeper().WaitSignal(living, ended).Code);
        Assert.Equal(1, party.Count(living));
        Assert.Equal(KERN_TERMINATED, party.NewSleeper().WaitSignal(ended, living).Code);
        Assert.Equal(2, party.Count(living));
    }

    [Theory, EveryWorld, Rule("R-TIM-19")]
    public void Times_out_after_the_signal(World world)
    {
        var time = new VirtualTime();
        using var machine = world.Boot(new KernelOptions { Time = time });
        var party = machine.NewTask();
        var (wait, signal) = (party.Semaphore(), party.Semaphore());
        var waits = party.NewSleeper().TimedWaitSignal(wait, signal, 1, 0);
        Assert.Equal(1, party.Count(signal));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(KERN_OPERATION_TIMED_OUT, waits.Code);
    }
}
