namespace Mach.Conformance.Exceptions;

public class An_unhandled_exception
{
    /// <summary>Type, code, subcode, and the signal that ends the task; 0 when it lives on.</summary>
    private static readonly (int Type, long Code, long Subcode, int Signal)[] s_cases =
    [
        (EXC_BAD_ACCESS, (long)KERN_INVALID_ADDRESS, 0x4000, 11), (EXC_BAD_ACCESS, (long)KERN_PROTECTION_FAILURE, 0x4000, 10),
        (EXC_BAD_INSTRUCTION, 1, 2, 4), (EXC_ARITHMETIC, 1, 2, 8), (EXC_EMULATION, 1, 2, 7), (EXC_BREAKPOINT, 1, 2, 5),
        (EXC_SOFTWARE, 0x10000, 2, 12), (EXC_SOFTWARE, 0x10001, 2, 13), (EXC_SOFTWARE, 0x10002, 2, 6), (EXC_SOFTWARE, EXC_SOFT_SIGNAL, 2, 9),
        (EXC_SOFTWARE, 5, 2, 0), (EXC_SYSCALL, 1, 2, 0), (EXC_MACH_SYSCALL, 1, 2, 0), (EXC_RPC_ALERT, 1, 2, 0), (EXC_RESOURCE, 1, 2, 0),
        (EXC_GUARD, 1, 2, 0),
    ];

    [Theory, EveryWorld, Rule("R-EXC-6", "R-EXC-14", "R-EXN-15", "R-EXN-19")]
    public void Ends_the_task_or_has_no_consequence(World world)
    {
        using var machine = world.Boot();
        foreach (var (type, code, subcode, signal) in s_cases)
        {
            var task = machine.NewTask();
            var robot = task.NewRobot();
            robot.Raise(type, code, subcode);
            Assert.Equal((type, code, signal == 0 ? KERN_FAILURE : KERN_TERMINATED), (type, code, robot.Code));
            Assert.Equal((signal == 0, signal != 0), (task.Task.IsAlive, robot.IsHalted));
            Assert.Equal(signal == 0, robot.Runs);
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-17")]
    public void Is_told_as_a_crash_before_the_task_dies_of_it(World world)
    {
        using var machine = world.Boot();
        foreach (var (type, code, subcode, signal) in s_cases)
        {
            var (task, reporter) = (machine.NewTask(), machine.NewTask("reporter"));
            var robot = task.NewRobot();
            var desk = Reporter(task, reporter);
            robot.Raise(type, code, subcode);
            if (signal is 0 or 9 or 13)
            {
                desk.ExpectNothing();
                continue;
            }
            var request = desk.Take();
            Assert.Equal((EXC_CRASH, 2u, (long)signal << 24 | (long)type << 20 | code, subcode), Desk.Exception(request, 60));
            Assert.True(task.Task.IsAlive);
            desk.Answer(request);
            Assert.Equal(KERN_TERMINATED, robot.Code);
            Assert.False(task.Task.IsAlive);
        }
    }

    [Theory, EveryWorld, Rule("R-EXC-7", "R-EXN-17")]
    public void Is_not_told_to_the_very_task_that_dies_of_it(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var own = new Desk(task).Serve(task.Self, EXC_MASK_CRASH);
        robot.Raise(EXC_BAD_ACCESS);
        Assert.Equal(KERN_TERMINATED, robot.Code);
        Assert.NotEqual(0u, own.Port);
        Assert.False(task.Task.IsAlive);
    }

    [Theory, EveryWorld, Rule("R-EXN-17", "R-EXN-12")]
    public void Ends_the_task_whatever_the_reporter_of_crashes_answers(World world)
    {
        using var machine = world.Boot();
        foreach (var answer in (kern_return_t[])[KERN_SUCCESS, KERN_FAILURE])
        {
            var (task, reporter) = (machine.NewTask(), machine.NewTask("reporter"));
            var robot = task.NewRobot();
            var desk = Reporter(task, reporter);
            robot.Raise(EXC_BAD_INSTRUCTION);
            desk.Answer(desk.Take(), answer);
            Assert.Equal(KERN_TERMINATED, robot.Code);
        }
    }

    [Theory, EveryWorld, Rule("R-EXC-6", "R-EXC-14")]
    public void Ends_the_other_threads_too(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (robot, other, sleeper) = (task.NewRobot(), task.NewRobot(CpuKind.X64), task.NewSleeper());
        sleeper.Receive(task.Receive());
        robot.Raise(EXC_BAD_ACCESS);
        Assert.True(other.IsHalted);
        Assert.False(other.Runs);
        Assert.Equal(MACH_RCV_INTERRUPTED, sleeper.Code);
    }

    private static Desk Reporter(Party task, Party reporter)
    {
        var desk = new Desk(reporter);
        var key = reporter.GiveSend(task, desk.Port);
        Assert.Equal(
            KERN_SUCCESS, task.TaskCalls.task_set_exception_ports(task.Self, EXC_MASK_CRASH, key, EXCEPTION_DEFAULT | Desk.Codes, 0));
        return desk;
    }
}
