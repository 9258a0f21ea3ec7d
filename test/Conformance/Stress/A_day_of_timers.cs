namespace Mach.Conformance.Stress;

/// <summary>Twenty-four hours of virtual time with ten thousand timers, alarms and sleepers.</summary>
public class A_day_of_timers
{
    private const int Count = 10_000;
    private const ulong Second = 1_000_000_000, Day = 24 * 3600 * Second;

    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(1);

    [Fact]
    public void Fires_each_at_its_time_and_ends_as_it_began()
    {
        var first = RunOnce(41);
        Assert.Equal(first, RunOnce(41));
        Assert.NotEqual(first, RunOnce(43));
    }

    /// <summary>Each timer sets itself anew whenever it is heard; what comes back is a sum over everything that happened, in its order.</summary>
    private static ulong RunOnce(int seed)
    {
        var time = new VirtualTime();
        var chance = new Random(seed);
        using var machine = World.All.First().Boot(new KernelOptions { Time = time });
        var party = machine.NewTask("clockwork");
        var set = party.PortSet();
        var due = new Dictionary<uint, ulong>();
        for (var number = 0; number < Count; number++)
        {
            var timer = party.Traps.mk_timer_create_trap();
            party.Join(timer, set);
            Arm(timer, 0);
        }
        Assert.Equal(Count, machine.Census().RunningTimers);
        var (heard, sum, room) = (0, 0ul, party.Buffer(128));
        for (var now = 0ul; now < Day; now += 60 * Second)
        {
            time.Advance(s_step);
            while (party.MachMsg(room, MACH_RCV_MSG | MACH_RCV_TIMEOUT, 0, 128, set) == MACH_MSG_SUCCESS)
            {
                var timer = BitConverter.ToUInt32(Party.Memory(room + 12, 4));
                Assert.InRange(due[timer], now + 1, now + (60 * Second));
                heard++;
                sum = (sum * 31) + timer;
                Arm(timer, now + (60 * Second));
            }
            Assert.DoesNotContain(due, timer => timer.Value <= now + (60 * Second));
        }
        Assert.InRange(heard, Count, int.MaxValue);
        Assert.Equal(Count, machine.Census().RunningTimers);
        party.Task.Dispose();
        Assert.Equal(0, machine.Census().RunningTimers);
        return sum;

        // Between a minute and half a day from now.
        void Arm(uint timer, ulong now)
        {
            due[timer] = now + (ulong)chance.NextInt64(60 * (long)Second, 12 * 3600 * (long)Second);
            Assert.Equal(KERN_SUCCESS, party.Traps.mk_timer_arm_trap(timer, due[timer]));
        }
    }
}
