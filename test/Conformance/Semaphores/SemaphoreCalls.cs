namespace Mach.Conformance.Semaphores;

/// <summary>What tests of semaphores do through a task.</summary>
internal static class SemaphoreCalls
{
    /// <summary>A new semaphore of the task.</summary>
    public static uint Semaphore(this Party party, int value = 0, int policy = SYNC_POLICY_FIFO)
    {
        Assert.Equal(KERN_SUCCESS, party.TaskCalls.semaphore_create(party.Self, out var name, policy, value));
        return name;
    }

    /// <summary>Gives another task a right to a semaphore.</summary>
    public static uint GiveSemaphore(this Party party, Party to, uint semaphore) => party.Give(to, semaphore, MACH_MSG_TYPE_COPY_SEND);

    public static kern_return_t Signal(this Party party, uint semaphore) => party.Traps.semaphore_signal_trap(semaphore);

    /// <summary>Takes one if there is one.</summary>
    public static kern_return_t Poll(this Party party, uint semaphore) => party.NewSleeper().TimedWait(semaphore, 0, 0).Code;

    /// <summary>The count, read by taking all of it and giving it back.</summary>
    public static int Count(this Party party, uint semaphore)
    {
        var (count, sleeper) = (0, party.NewSleeper());
        while (sleeper.TimedWait(semaphore, 0, 0).Code == KERN_SUCCESS)
            count++;
        for (var left = count; left > 0; left--)
            Assert.Equal(KERN_SUCCESS, party.Signal(semaphore));
        return count;
    }

    public static Sleeper Wait(this Sleeper sleeper, uint semaphore) =>
        sleeper.Start(new TrapFrame(MachTrapNumbers.semaphore_wait_trap) { A0 = semaphore });

    public static Sleeper TimedWait(this Sleeper sleeper, uint semaphore, uint seconds, int nanoseconds) =>
        sleeper.Start(new TrapFrame(MachTrapNumbers.semaphore_timedwait_trap) { A0 = semaphore, A1 = seconds, A2 = (uint)nanoseconds });

    public static Sleeper WaitSignal(this Sleeper sleeper, uint wait, uint signal) =>
        sleeper.Start(new TrapFrame(MachTrapNumbers.semaphore_wait_signal_trap) { A0 = wait, A1 = signal });

    public static Sleeper TimedWaitSignal(this Sleeper sleeper, uint wait, uint signal, uint seconds, int nanoseconds) =>
        sleeper.Start(new TrapFrame(MachTrapNumbers.semaphore_timedwait_signal_trap)
        {
            A0 = wait, A1 = signal, A2 = seconds, A3 = (uint)nanoseconds,
        });
}
