namespace Mach.Conformance.Semaphores;

public class The_end_of_a_semaphore
{
    [Theory, EveryWorld, Rule("R-SEMA-8", "R-TIM-16")]
    public void Is_told_to_waiters_and_to_whoever_still_has_a_right(World world)
    {
        using var machine = world.Boot();
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var semaphore = party.Semaphore(0);
        var given = party.GiveSemaphore(other, semaphore);
        var waits = other.NewSleeper().Wait(given);
        Assert.Equal(KERN_SUCCESS, party.TaskCalls.semaphore_destroy(party.Self, semaphore));
        Assert.Equal(KERN_TERMINATED, waits.Code);
        Assert.Equal(0u, party.TypeOf(semaphore));
        Assert.Equal(MACH_PORT_TYPE_SEND, other.TypeOf(given));
        Assert.Equal(KERN_TERMINATED, other.Signal(given));
        Assert.Equal(KERN_TERMINATED, other.Traps.semaphore_signal_all_trap(given));
        Assert.Equal(KERN_TERMINATED, other.Traps.semaphore_signal_thread_trap(given, MACH_PORT_NULL));
        Assert.Equal(KERN_TERMINATED, other.NewSleeper().Wait(given).Code);
        Assert.Equal(KERN_TERMINATED, other.Poll(given));
    }

    [Theory, EveryWorld, Rule("R-TIM-16")]
    public void Costs_one_reference_of_the_name(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var semaphore = party.Semaphore();
        party.AddSends(semaphore, 2);
        Assert.Equal(KERN_SUCCESS, party.TaskCalls.semaphore_destroy(party.Self, semaphore));
        Assert.Equal(2u, party.Sends(semaphore));
        Assert.Equal(KERN_SUCCESS, party.TaskCalls.semaphore_destroy(party.Self, semaphore));
        Assert.Equal(1u, party.Sends(semaphore));
    }

    [Theory, EveryWorld, Rule("R-SEMA-8")]
    public void Is_not_brought_about_through_another_task(World world)
    {
        using var machine = world.Boot();
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var semaphore = party.Semaphore(1);
        var given = party.GiveSemaphore(other, semaphore);
        Assert.Equal(KERN_SUCCESS, other.TaskCalls.semaphore_destroy(other.Self, given));
        Assert.Equal(0u, other.TypeOf(given));
        Assert.Equal(1, party.Count(semaphore));
    }

    [Theory, EveryWorld, Rule("R-TIM-16")]
    public void Is_refused_for_what_is_no_semaphore(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var port = party.ReceiveAndSend();
        party.AddSends(port, 2);
        Assert.Equal(KERN_INVALID_ARGUMENT, party.TaskCalls.semaphore_destroy(party.Self, port));
        Assert.Equal(2u, party.Sends(port));
        Assert.Equal(KERN_INVALID_ARGUMENT, party.TaskCalls.semaphore_destroy(party.Self, MACH_PORT_NULL));
    }

    [Theory, EveryWorld, Rule("R-SEMA-9")]
    public void Comes_with_the_last_right(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        _ = party.Thread.MigReplyPort;
        var before = machine.Census().Ports;
        var semaphore = party.Semaphore();
        Assert.Equal(before + 1, machine.Census().Ports);
        var waits = party.NewSleeper().Wait(semaphore);
        party.Drop(semaphore);
        Assert.Equal(before, machine.Census().Ports);
        Assert.Equal(KERN_TERMINATED, waits.Code);
    }

    [Theory, EveryWorld, Rule("R-SEMA-8")]
    public void Comes_with_the_end_of_its_task(World world)
    {
        using var machine = world.Boot();
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var given = party.GiveSemaphore(other, party.Semaphore());
        var waits = other.NewSleeper().Wait(given);
        party.Task.Dispose();
        Assert.Equal(KERN_TERMINATED, waits.Code);
        Assert.Equal(KERN_TERMINATED, other.Signal(given));
        other.Drop(given);
    }

    [Theory, EveryWorld, Rule("R-SEMA-9")]
    public void Lets_go_of_whoever_waits_in_a_task_that_ends(World world)
    {
        using var machine = world.Boot();
        var (party, other) = (machine.NewTask(), machine.NewTask("other"));
        var semaphore = party.Semaphore();
        var waits = other.NewSleeper().Wait(party.GiveSemaphore(other, semaphore));
        other.Task.Dispose();
        Assert.Equal(KERN_ABORTED, waits.Code);
        Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        Assert.Equal(1, party.Count(semaphore));
    }
}
