namespace Mach.Conformance.Threads;

public class Facts_and_policies_of_a_thread
{
    [Theory, EveryWorld, Rule("R-THR-15", "R-THR-17", "R-THR-18", "R-TSK-1")]
    public void Have_a_size_each(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.NewRobot();
        var thread = task.YoungestThread();
        foreach (var (flavor, count) in ((int, int)[])[(THREAD_BASIC_INFO, 10), (THREAD_EXTENDED_INFO, 28), (THREAD_SCHED_TIMESHARE_INFO, 5)])
        {
            Assert.Equal((flavor, count), (flavor, task.ThreadFacts(thread, flavor, 32).Length));
            Assert.Equal((flavor, KERN_INVALID_ARGUMENT), (flavor, Info(task, thread, flavor, count - 1)));
        }
        Assert.Equal(9, task.ThreadFacts(thread, THREAD_IDENTIFIER_INFO, 9).Length);
        Assert.Equal(KERN_INVALID_ARGUMENT, Info(task, thread, THREAD_IDENTIFIER_INFO, 5));
        Assert.Equal(KERN_NOT_SUPPORTED, Info(task, thread, THREAD_DEBUG_INFO_INTERNAL, 32));
        foreach (var flavor in (int[])[0, 1, 2, 7, 8, 9, 13, 100, -1])
            Assert.Equal(KERN_INVALID_ARGUMENT, Info(task, thread, flavor, 32));
    }

    [Theory, EveryWorld, Rule("R-THR-17")]
    public void Include_a_number_that_no_other_has(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var numbers = new HashSet<long>();
        for (var thread = 0; thread < 20; thread++)
        {
            var robot = task.NewRobot();
            var words = task.ThreadFacts(task.YoungestThread(), THREAD_IDENTIFIER_INFO, 6);
            Assert.True(numbers.Add((uint)words[0] | (long)words[1] << 32));
            robot.Detach();
        }
        Assert.DoesNotContain(0, numbers);
    }

    [Theory, EveryWorld, Rule("R-THR-15", "R-THR-17")]
    public void Include_the_time_that_its_cpu_has_measured(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.NewRobot().UserTime = 7_000_008_009;
        var thread = task.YoungestThread();
        Assert.Equal([7, 8, 0, 0], task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[..4]);
        var extended = task.ThreadFacts(thread, THREAD_EXTENDED_INFO, 28);
        Assert.Equal(7_000_008_009, (uint)extended[0] | (long)extended[1] << 32);
    }

    [Theory, EveryWorld, Rule("R-THR-16")]
    public void Say_whether_it_waits(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var sleeper = task.NewSleeper();
        var thread = task.YoungestThread();
        var port = task.ReceiveAndSend();
        Assert.Equal(TH_STATE_RUNNING, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[6]);
        sleeper.Receive(port);
        Assert.Equal(TH_STATE_WAITING, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[6]);
        task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND));
        Assert.Equal((MACH_MSG_SUCCESS, TH_STATE_RUNNING), (sleeper.Code, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[6]));
    }

    [Theory, EveryWorld, Rule("R-THR-18", "R-THR-19", "R-THR-20", "R-THR-21")]
    public void Follow_the_mode_that_was_asked_for(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var thread = task.Traps.thread_self_trap();
        Assert.Equal([63, 31, 31, 0, -1], task.ThreadFacts(thread, THREAD_SCHED_TIMESHARE_INFO, 5));
        Assert.Equal(KERN_INVALID_POLICY, Info(task, thread, THREAD_SCHED_RR_INFO, 5));
        Assert.Equal(KERN_SUCCESS, Set(task, thread, THREAD_EXTENDED_POLICY, 0));
        Assert.Equal(KERN_INVALID_POLICY, Info(task, thread, THREAD_SCHED_TIMESHARE_INFO, 5));
        Assert.Equal([63, 31, 10, 0, -1], task.ThreadFacts(thread, THREAD_SCHED_RR_INFO, 5));
        Assert.Equal(POLICY_RR, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[5]);
        Assert.Equal([0], Get(task, thread, THREAD_EXTENDED_POLICY, 1));
        Assert.Equal(KERN_INVALID_POLICY, Info(task, thread, THREAD_SCHED_FIFO_INFO, 4));
        Assert.Equal(KERN_SUCCESS, Set(task, thread, THREAD_STANDARD_POLICY));
        Assert.Equal([1], Get(task, thread, THREAD_EXTENDED_POLICY, 1));
        Assert.Equal(POLICY_TIMESHARE, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[5]);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_policy(thread, POLICY_RR, [40, 5], 1));
        Assert.Equal([40, 40, 10, 0, -1], task.ThreadFacts(thread, THREAD_SCHED_RR_INFO, 5));
        foreach (var (policy, words) in ((int, int[])[])[
            (POLICY_TIMESHARE, []), (POLICY_TIMESHARE, [1, 2]), (POLICY_RR, [1]), (POLICY_FIFO, [1, 2]), (POLICY_FIFO, [128]), (POLICY_TIMESHARE, [-1]), (3, [1])])
        {
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_policy(thread, policy, words, 0));
        }
    }

    [Theory, EveryWorld, Rule("R-THR-21")]
    public void Are_set_with_a_limit_by_whoever_controls_the_processors(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask("root", identity: new TaskIdentity(0, 0, 0));
        var thread = task.Traps.thread_self_trap();
        var host = task.Traps.host_self_trap();
        Assert.Equal(KERN_SUCCESS, new MachHostClient(task.Thread).processor_set_default(host, out var name));
        Assert.Equal(KERN_SUCCESS, new HostPrivClient(task.Thread).host_processor_set_priv(host, name, out var control));
        foreach (var weak in (uint[])[name, task.Self, MACH_PORT_NULL])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_policy(thread, weak, POLICY_TIMESHARE, [20], [40]));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_policy(thread, control, POLICY_TIMESHARE, [20], [40]));
        Assert.Equal([40, 20, 20, 0, -1], task.ThreadFacts(thread, THREAD_SCHED_TIMESHARE_INFO, 5));
        foreach (var (start, limit) in ((int[], int[])[])[([20, 1], [40]), ([20], []), ([128], [40]), ([20], [128])])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_policy(thread, control, POLICY_TIMESHARE, start, limit));
    }

    [Theory, EveryWorld, Rule("R-THR-19", "R-THR-20")]
    public void Keep_a_time_constraint_that_makes_sense(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var thread = task.Traps.thread_self_trap();
        var defaults = 0;
        var words = new int[4];
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_policy_get(thread, THREAD_TIME_CONSTRAINT_POLICY, words, out var count, ref defaults));
        Assert.Equal((1, 4u), (defaults, count));
        Assert.True(words[1] > 0 && words[2] >= words[1]);
        foreach (var wrong in (int[][])[[0, 2_000_000, 1_000_000, 1], [0, 10, 20, 1], [0, 60_000_000, 70_000_000, 1], [0, 1_000_000, 2_000_000]])
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, thread, THREAD_TIME_CONSTRAINT_POLICY, wrong));
        Assert.Equal(KERN_SUCCESS, Set(task, thread, THREAD_TIME_CONSTRAINT_POLICY, 9_000_000, 1_000_000, 2_000_000, 0));
        Assert.Equal([9_000_000, 1_000_000, 2_000_000, 0], Get(task, thread, THREAD_TIME_CONSTRAINT_POLICY, 4));
    }

    [Theory, EveryWorld, Rule("R-THR-19", "R-THR-20", "R-TSK-45")]
    public void Read_back_what_was_set_and_refuse_what_is_unknown(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.NewRobot(CpuKind.X64);
        var thread = task.YoungestThread();
        foreach (var (flavor, value) in ((int, int)[])[
            (THREAD_PRECEDENCE_POLICY, -7), (THREAD_AFFINITY_POLICY, 3), (THREAD_LATENCY_QOS_POLICY, 0xff0002), (THREAD_THROUGHPUT_QOS_POLICY, 0xfe0005)])
        {
            Assert.Equal([0], Get(task, thread, flavor, 1));
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, thread, flavor));
            Assert.Equal(KERN_SUCCESS, Set(task, thread, flavor, value));
            Assert.Equal([value], Get(task, thread, flavor, 1));
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, thread, THREAD_LATENCY_QOS_POLICY, 0xfe0001));
        Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, thread, THREAD_THROUGHPUT_QOS_POLICY, 1));
        foreach (var flavor in (int[])[0, THREAD_BACKGROUND_POLICY, 6, 9, 10, 99])
        {
            Assert.Equal(KERN_INVALID_ARGUMENT, Set(task, thread, flavor, 1, 2, 3, 4));
            var defaults = 0;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_policy_get(thread, (uint)flavor, new int[4], out _, ref defaults));
        }
        task.NewRobot();
        Assert.Equal(KERN_NOT_SUPPORTED, Set(task, task.YoungestThread(), THREAD_AFFINITY_POLICY, 1));
    }

    [Theory, EveryWorld, Rule("R-THR-24", "R-TASK-6")]
    public void Include_special_ports_of_three_numbers_which_nobody_sets(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.NewRobot();
        var thread = task.YoungestThread();
        Assert.Equal(thread, task.ThreadPort(thread, THREAD_KERNEL_PORT));
        foreach (var (which, type) in ((int, uint)[])[(THREAD_READ_PORT, 47), (THREAD_INSPECT_PORT, 46)])
        {
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, task.ThreadPort(thread, which), out var found, out _));
            Assert.Equal(type, found);
        }
        foreach (var which in (int[])[0, 4, -1])
            Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_get_special_port(thread, which, out _));
        var (read, inspect) = (task.ThreadPort(thread, THREAD_READ_PORT), task.ThreadPort(thread, THREAD_INSPECT_PORT));
        foreach (var (port, which) in ((uint, int)[])[(read, THREAD_KERNEL_PORT), (inspect, THREAD_KERNEL_PORT), (inspect, THREAD_READ_PORT)])
            Assert.Equal(KERN_INVALID_CAPABILITY, task.ThreadCalls.thread_get_special_port(port, which, out _));
        var some = task.ReceiveAndSend();
        foreach (var (which, code) in ((int, kern_return_t)[])[(1, KERN_NO_ACCESS), (2, KERN_INVALID_ARGUMENT), (3, KERN_INVALID_ARGUMENT), (0, KERN_INVALID_ARGUMENT)])
            Assert.Equal(code, task.ThreadCalls.thread_set_special_port(thread, which, some));
    }

    private static kern_return_t Info(Party task, uint thread, int flavor, int room) =>
        task.ThreadCalls.thread_info(thread, (uint)flavor, new int[room], out _);

    private static kern_return_t Set(Party task, uint thread, int flavor, params ReadOnlySpan<int> words) =>
        task.ThreadCalls.thread_policy_set(thread, (uint)flavor, words);

    private static int[] Get(Party task, uint thread, int flavor, int room)
    {
        var defaults = 0;
        var words = new int[room];
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_policy_get(thread, (uint)flavor, words, out var count, ref defaults));
        Assert.Equal(0, defaults);
        return words[..(int)count];
    }
}
