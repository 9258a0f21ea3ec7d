namespace Mach.Conformance.Time;

/// <summary>thread_switch and its two ancestors.</summary>
public class Giving_way
{
    private readonly VirtualTime _time = new();

    private static TrapFrame Call(int option, uint time, uint name = 0) =>
        new(MachTrapNumbers.thread_switch) { A0 = name, A1 = (uint)option, A2 = time };

    [Theory, EveryWorld, Rule("R-THR-23")]
    public void Ends_at_once_for_an_option_that_does_not_wait(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var party = machine.NewTask();
        foreach (var option in (int[])[SWITCH_OPTION_NONE, SWITCH_OPTION_DEPRESS, 4])
        {
            foreach (var name in (uint[])[MACH_PORT_NULL, 0x7fff03, party.Self, party.Traps.thread_self_trap()])
                Assert.Equal(KERN_SUCCESS, party.NewSleeper().Start(Call(option, 1000, name)).Code);
        }
        Assert.Equal(KERN_SUCCESS, party.NewSleeper().Start(Call(SWITCH_OPTION_WAIT, 0)).Code);
    }

    [Theory, EveryWorld, Rule("R-THR-23")]
    public void Waits_for_as_long_as_it_is_told(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var party = machine.NewTask();
        foreach (var (option, unit) in (IEnumerable<(int, double)>)[(SWITCH_OPTION_WAIT, 1e-3), (3, 1e-6), (5, 1e-3)])
        {
            var sleeper = party.NewSleeper().Start(Call(option, 500, 0x7fff03));
            _time.Advance(TimeSpan.FromSeconds(499 * unit));
            Assert.True(sleeper.Sleeps);
            _time.Advance(TimeSpan.FromSeconds(unit));
            Assert.Equal(KERN_SUCCESS, sleeper.Code);
        }
    }

    [Theory, EveryWorld, Rule("R-THR-23")]
    public void Succeeds_when_its_wait_is_interrupted(World world)
    {
        using var machine = world.Boot(new KernelOptions { Time = _time });
        var sleeper = machine.NewTask().NewSleeper().Start(Call(SWITCH_OPTION_WAIT, uint.MaxValue));
        sleeper.Interrupt();
        Assert.Equal(KERN_SUCCESS, sleeper.Code);
    }

    [Theory, EveryWorld, Rule("R-THR-23")]
    public void Knows_six_options(World world)
    {
        using var machine = world.Boot();
        var party = machine.NewTask();
        foreach (var option in (int[])[-1, 6, int.MaxValue])
            Assert.Equal(KERN_INVALID_ARGUMENT, party.NewSleeper().Start(Call(option, 0)).Code);
    }

    [Theory, EveryWorld, Rule("R-THR-23")]
    public void Tells_by_the_old_calls_whether_another_could_run(World world)
    {
        using var machine = world.Boot();
        var traps = machine.NewTask().Traps;
        Assert.Contains(traps.swtch(), (int[])[TRUE, FALSE]);
        Assert.Contains(traps.swtch_pri(0), (int[])[TRUE, FALSE]);
    }
}
