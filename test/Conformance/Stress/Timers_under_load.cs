namespace Mach.Conformance.Stress;

public class Timers_under_load
{
    /// <summary>Several threads set, cancel and hear the same timers: an expiry is heard once at most for each setting, and none is lost at the end.</summary>
    [Theory, EveryWorld, Rule("R-TMR-2", "R-TMR-3", "R-TIM-12")]
    public void Tell_no_more_often_than_they_were_set(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        uint[] timers = [.. Enumerable.Range(0, 4).Select(_ => party.Traps.mk_timer_create_trap())];
        var (settings, heard, ended) = (new int[timers.Length], new int[timers.Length], 0);
        const int setters = 2;
        var set = party.PortSet();
        foreach (var timer in timers)
            party.Join(timer, set);
        var crowd = new Crowd(machine);
        for (var number = 0; number < setters; number++)
            crowd.Add("setter", party, SetAll);
        crowd.Add("listener", party, HearAll);
        crowd.Add("listener", party, HearAll);
        crowd.Run();
        for (var index = 0; index < timers.Length; index++)
            Assert.InRange(heard[index], 0, settings[index]);
        // One more setting of each, now that nobody else is there, is heard exactly once.
        while (party.Receive(set, out _) == MACH_MSG_SUCCESS)
        {
        }
        foreach (var timer in timers)
        {
            Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_arm_trap(timer, 0));
            party.Receive(timer);
            party.ExpectNothing(timer);
            Assert.Equal(1u, party.Senders(timer));
        }

        void SetAll(Worker worker)
        {
            for (var round = Soak.Times(1500); round > 0; round--)
            {
                var index = worker.Chance.Next(timers.Length);
                Interlocked.Increment(ref settings[index]);
                var frame = new TrapFrame(-3);
                worker.Party.Thread.Call(ref frame);
                var due = frame.R0 + (ulong)worker.Chance.Next(3_000_000);
                Assert.Equal(KERN_SUCCESS, worker.Party.Traps.mk_timer_arm_trap(timers[index], worker.Chance.Next(3) == 0 ? 0 : due));
                if (worker.Chance.Next(3) == 0)
                    Assert.Equal(KERN_SUCCESS, worker.Party.Traps.mk_timer_cancel_trap(timers[worker.Chance.Next(timers.Length)], default));
            }
            Interlocked.Increment(ref ended);
        }

        void HearAll(Worker worker)
        {
            while (Volatile.Read(ref ended) < setters && !worker.IsStopped)
            {
                if (worker.Receive(set, out var parcel, timeout: 1) == MACH_MSG_SUCCESS)
                    Interlocked.Increment(ref heard[Array.IndexOf(timers, parcel.Local)]);
            }
        }
    }
}
