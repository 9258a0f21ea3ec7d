namespace Mach.Conformance.Threads;

public class The_registers_of_a_thread
{
    private static readonly (int Flavor, int Count)[] s_arm =
        [(1, 70), (6, 68), (7, 4), (10, 4), (15, 130), (17, 132), (27, 1)];

    private static readonly (int Flavor, int Count)[] s_x64 =
    [
        (4, 42), (5, 131), (6, 4), (7, 44), (8, 133), (9, 6), (11, 16), (12, 18), (17, 211), (18, 213), (20, 611), (21, 613), (22, 1), (23, 50),
        (24, 614), (25, 194),
    ];

    [Theory, EveryWorld, Rule("R-THR-9", "R-THR-11", "R-THR-12", "R-TSK-1")]
    public void Are_read_by_flavor_and_cut_to_its_count(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (kind, flavors) in ((CpuKind, (int, int)[])[])[(CpuKind.Arm64, s_arm), (CpuKind.X64, s_x64)])
        {
            task.NewRobot(kind);
            var thread = task.YoungestThread();
            var known = new HashSet<int>();
            foreach (var (flavor, count) in flavors)
            {
                known.Add(flavor);
                var words = new uint[1296];
                Assert.Equal((flavor, KERN_SUCCESS), (flavor, task.ThreadCalls.thread_get_state(thread, flavor, words, out var found)));
                Assert.Equal((flavor, (uint)count), (flavor, found));
                Assert.Equal((flavor, KERN_SUCCESS), (flavor, task.ThreadCalls.thread_get_state(thread, flavor, words.AsSpan(0, count), out _)));
                Assert.Equal(
                    (flavor, KERN_INVALID_ARGUMENT), (flavor, task.ThreadCalls.thread_get_state(thread, flavor, words.AsSpan(0, count - 1), out _)));
            }
            foreach (var flavor in Enumerable.Range(1, 60).Where(flavor => !known.Contains(flavor)))
                Assert.Equal((flavor, KERN_INVALID_ARGUMENT), (flavor, task.ThreadCalls.thread_get_state(thread, flavor, new uint[1296], out _)));
        }
    }

    [Theory, EveryWorld, Rule("R-THR-11", "R-THR-12")]
    public void Have_a_header_in_the_flavors_for_both_widths(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (kind, flavor, inner, count) in ((CpuKind, int, int, int)[])[
            (CpuKind.Arm64, 1, 6, 68), (CpuKind.X64, 7, 4, 42), (CpuKind.X64, 8, 5, 131), (CpuKind.X64, 12, 11, 16), (CpuKind.X64, 18, 17, 211),
            (CpuKind.X64, 21, 20, 611)])
        {
            var robot = task.NewRobot(kind);
            var thread = task.YoungestThread();
            robot.Registers(inner, count)[count - 1] = 0xabc;
            var words = new uint[count + 2];
            Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_state(thread, flavor, words, out _));
            Assert.Equal(((uint)inner, (uint)count, 0xabcu), (words[0], words[1], words[^1]));
            words[2] = 5;
            Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_state(thread, flavor, words));
            Assert.Equal(5u, robot.Registers(inner, count)[0]);
            words[0]++;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_state(thread, flavor, words));
            (words[0], words[1]) = ((uint)inner, (uint)count - 1);
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_state(thread, flavor, words));
        }
    }

    [Theory, EveryWorld, Rule("R-THR-10", "R-THR-11")]
    public void Are_written_with_the_exact_count(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (kind, flavor, count, readOnly) in ((CpuKind, int, int, bool)[])[
            (CpuKind.Arm64, 6, 68, false), (CpuKind.Arm64, 15, 130, false), (CpuKind.Arm64, 17, 132, false), (CpuKind.X64, 4, 42, false),
            (CpuKind.X64, 5, 131, false), (CpuKind.X64, 11, 16, false), (CpuKind.X64, 23, 50, false), (CpuKind.X64, 6, 4, true), (CpuKind.X64, 22, 1, true)])
        {
            var robot = task.NewRobot(kind);
            var thread = task.YoungestThread();
            var words = new uint[count];
            words[0] = 77;
            Assert.Equal(readOnly ? KERN_INVALID_ARGUMENT : KERN_SUCCESS, task.ThreadCalls.thread_set_state(thread, flavor, words));
            Assert.Equal((flavor, readOnly ? 0u : 77u), (flavor, robot.Registers(flavor, count)[0]));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_state(thread, flavor, new uint[count + 1]));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_state(thread, flavor, words.AsSpan(0, count - 1)));
        }
    }

    [Theory, EveryWorld, Rule("R-THR-10")]
    public void Of_an_exception_can_be_written_on_arm64_without_effect(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        foreach (var flavor in (int[])[ARM_EXCEPTION_STATE64, ARM_EXCEPTION_STATE64_V2])
        {
            Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_state(thread, flavor, [1, 2, 3, 4]));
            Assert.Equal([0, 0, 0, 0], robot.Registers(flavor, 4));
        }
    }

    [Theory, EveryWorld, Rule("R-THR-13")]
    public void Have_lists_of_their_flavors(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (kind, list, flavors) in ((CpuKind, int, uint[])[])[
            (CpuKind.Arm64, 0, [1, 2, 3, 4]), (CpuKind.Arm64, 128, [1, 2, 7, 15]), (CpuKind.Arm64, 131, [1, 2, 7, 15, 27]),
            (CpuKind.X64, 128, [7, 8, 9, 12]), (CpuKind.X64, 129, [7, 8, 9, 12, 18]), (CpuKind.X64, 130, [7, 8, 9, 12, 18, 21]),
            (CpuKind.X64, 131, [7, 8, 9, 12, 18, 21, 22])])
        {
            task.NewRobot(kind);
            var thread = task.YoungestThread();
            var words = new uint[20];
            Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_state(thread, list, words, out var count));
            Assert.Equal(flavors, words[..(int)count]);
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_get_state(thread, list, words.AsSpan(0, flavors.Length - 1), out _));
        }
        task.NewRobot();
        foreach (var list in (int[])[129, 130])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_get_state(task.YoungestThread(), list, new uint[20], out _));
    }

    [Theory, EveryWorld, Rule("R-THR-9")]
    public void Are_read_while_the_thread_stands_for_a_moment(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        Assert.True(robot.Runs);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_state(thread, ARM_THREAD_STATE64, new uint[68], out _));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_state(thread, ARM_THREAD_STATE64, new uint[68]));
        Assert.True(robot.Runs);
    }

    [Theory, EveryWorld, Rule("R-THR-9", "R-THR-8")]
    public void Of_a_thread_that_runs_code_of_this_process_are_nobodys_business(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var self = task.Traps.thread_self_trap();
        task.NewSleeper();
        var words = new uint[68];
        foreach (var thread in (uint[])[self, task.YoungestThread()])
        {
            Assert.Equal(KERN_NOT_SUPPORTED, task.ThreadCalls.thread_get_state(thread, ARM_THREAD_STATE64, words, out _));
            Assert.Equal(KERN_NOT_SUPPORTED, task.ThreadCalls.thread_set_state(thread, ARM_THREAD_STATE64, words));
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.act_get_state(self, ARM_THREAD_STATE64, words, out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.act_set_state(self, ARM_THREAD_STATE64, words));
    }

    [Theory, EveryWorld, Rule("R-THR-14")]
    public void Are_the_same_inside_and_outside(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var self = task.Traps.thread_self_trap();
        uint[] state = [.. Enumerable.Range(1, 68).Select(static word => (uint)word)];
        var converted = new uint[70];
        foreach (var direction in (int[])[THREAD_CONVERT_THREAD_STATE_TO_SELF, THREAD_CONVERT_THREAD_STATE_FROM_SELF])
        {
            Assert.Equal(
                KERN_SUCCESS, task.ThreadCalls.thread_convert_thread_state(self, direction, ARM_THREAD_STATE64, state, converted, out var count));
            Assert.Equal(state, converted[..(int)count]);
            Assert.Equal(
                KERN_INSUFFICIENT_BUFFER_SIZE,
                task.ThreadCalls.thread_convert_thread_state(self, direction, ARM_THREAD_STATE64, state, converted.AsSpan(0, 67), out _));
        }
        foreach (var direction in (int[])[0, 3, -1])
        {
            Assert.Equal(
                KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_convert_thread_state(self, direction, ARM_THREAD_STATE64, state, converted, out _));
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-40")]
    public void For_debugging_can_be_set_for_a_whole_task(World world)
    {
        using var machine = world.Boot();
        foreach (var (kind, flavor, count) in ((CpuKind, int, int)[])[(CpuKind.Arm64, 15, 130), (CpuKind.X64, 11, 16), (CpuKind.X64, 12, 18)])
        {
            var task = machine.NewTask();
            Assert.NotEqual(KERN_SUCCESS, task.TaskCalls.task_set_state(task.Self, flavor, new uint[count]));
            var robot = task.NewRobot(kind);
            var words = new uint[count];
            if (flavor == 12)
                (words[0], words[1]) = (11, 16);
            words[^1] = 99;
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_state(task.Self, flavor, words));
            var young = task.NewRobot(kind);
            var inner = flavor == 12 ? 11 : flavor;
            foreach (var one in (Robot[])[robot, young])
                Assert.Equal(99u, one.Registers(inner, flavor == 12 ? 16 : count)[^1]);
            var found = new uint[count];
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_state(task.Self, flavor, found, out _));
            Assert.Equal(words, found);
            foreach (var size in (int[])[count - 1, count + 1])
            {
                Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_get_state(task.Self, flavor, new uint[size], out _));
                Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_set_state(task.Self, flavor, new uint[size]));
            }
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_get_state(task.Self, kind == CpuKind.Arm64 ? 6 : 4, new uint[68], out _));
        }
    }
}
