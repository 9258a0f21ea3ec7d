using Mach.Conformance.Semaphores;

namespace Mach.Conformance.Stress;

/// <summary>Signals are neither lost nor made up: what was given is what was taken and what is left.</summary>
public class Semaphores_under_load
{
    /// <summary>Waits that end by a signal, by the clock and by an interruption, all at the same moment.</summary>
    [Theory, EveryWorld, Rule("R-TIM-21")]
    public void Lose_no_signal_to_the_clock_or_to_an_interruption(World world)
    {
        using var machine = world.Boot();
        var (giver, taker) = (machine.NewTask("giver"), machine.NewTask("taker"));
        var semaphore = giver.Semaphore();
        var given = giver.GiveSemaphore(taker, semaphore);
        var (signals, taken, ended) = (Soak.Times(3000), 0, 0);
        const int givers = 2, takers = 3;
        var crowd = new Crowd(machine);
        for (var number = 0; number < givers; number++)
            crowd.Add("giver", giver, GiveAll);
        Worker[] waiting = [.. Enumerable.Range(0, takers).Select(_ => crowd.Add("taker", taker, TakeAll))];
        crowd.Add("interrupter", taker, InterruptAll);
        crowd.Run();
        Assert.Equal(givers * signals, taken + giver.Count(semaphore));
        Assert.Equal(0, machine.Census().SleepingThreads);

        void GiveAll(Worker worker)
        {
            for (var signal = 0; signal < signals; signal++)
                Assert.Equal(KERN_SUCCESS, worker.Party.Signal(semaphore));
            Interlocked.Increment(ref ended);
        }

        void TakeAll(Worker worker)
        {
            while (Volatile.Read(ref ended) < givers || worker.Chance.Next(4) != 0)
            {
                var code = worker.Party.Traps.semaphore_timedwait_trap(given, 0, worker.Chance.Next(4) * 300_000);
                Assert.Contains(code, (kern_return_t[])[KERN_SUCCESS, KERN_OPERATION_TIMED_OUT, KERN_ABORTED]);
                if (code == KERN_SUCCESS)
                    Interlocked.Increment(ref taken);
            }
        }

        void InterruptAll(Worker worker)
        {
            while (Volatile.Read(ref ended) < givers && !worker.IsStopped)
            {
                waiting[worker.Chance.Next(takers)].Interrupt();
                Thread.Yield();
            }
        }
    }

    /// <summary>Nobody here ever times out: a wake-up that is lost is a wait that hangs.</summary>
    [Theory, EveryWorld, Rule("R-TIM-19", "R-SEMA-7")]
    public void Hand_over_to_each_other_without_end(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var (ping, pong) = (party.Semaphore(), party.Semaphore());
        var turns = Soak.Times(4000);
        var order = 0;
        var crowd = new Crowd(machine);
        crowd.Add("one", party, _ => Play(party, pong, ping, 0));
        crowd.Add("other", party, _ => Play(party, ping, pong, 1));
        Assert.Equal(KERN_SUCCESS, party.Signal(pong));
        crowd.Run();
        Assert.Equal(2 * turns, order);

        void Play(Party player, uint wait, uint signal, int turn)
        {
            Assert.Equal(KERN_SUCCESS, player.Traps.semaphore_wait_trap(wait));
            for (var round = 0; round < turns; round++)
            {
                Assert.Equal((round * 2) + turn, order++);
                Assert.Equal(KERN_SUCCESS, round == turns - 1 ? player.Signal(signal) : player.Traps.semaphore_wait_signal_trap(wait, signal));
            }
        }
    }

    [Theory, EveryWorld, Rule("R-SEMA-8")]
    public void Let_everybody_go_when_they_end(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        var rounds = Soak.Times(150);
        uint semaphore = 0;
        var (signals, taken) = (0, 0);
        const int takers = 3;
        var crowd = new Crowd(machine);
        using var barrier = new Barrier(takers + 2, _ => semaphore = party.Semaphore());
        for (var number = 0; number < takers; number++)
            crowd.Add("taker", party, worker => EveryRound(worker, Take));
        crowd.Add("giver", party, worker => EveryRound(worker, Give));
        crowd.Add("destroyer", party, worker => EveryRound(worker, Destroy));
        crowd.Run();
        Assert.True(taken <= signals);

        void EveryRound(Worker worker, Action<Worker> act)
        {
            for (var round = 0; round < rounds; round++)
            {
                worker.Meet(barrier);
                act(worker);
            }
        }

        // Until it ends, which is what lets them all go.
        void Take(Worker worker)
        {
            kern_return_t code;
            while ((code = worker.Party.Traps.semaphore_wait_trap(semaphore)) == KERN_SUCCESS)
                Interlocked.Increment(ref taken);
            Assert.Contains(code, (kern_return_t[])[KERN_TERMINATED, KERN_INVALID_NAME]);
        }

        void Give(Worker worker)
        {
            for (var signal = worker.Chance.Next(6); signal > 0; signal--)
            {
                if (worker.Party.Signal(semaphore) == KERN_SUCCESS)
                    Interlocked.Increment(ref signals);
            }
        }

        void Destroy(Worker worker)
        {
            for (var pause = worker.Chance.Next(20); pause > 0; pause--)
                Thread.Yield();
            Assert.Equal(KERN_SUCCESS, worker.Party.TaskCalls.semaphore_destroy(worker.Party.Self, semaphore));
        }
    }
}
