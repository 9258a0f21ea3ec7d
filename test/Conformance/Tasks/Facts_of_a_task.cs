namespace Mach.Conformance.Tasks;

public class Facts_of_a_task
{
    [Theory, EveryWorld, Rule("R-TSK-1", "R-TSK-13", "R-TSK-14", "R-TSK-15", "R-TSK-16", "R-TSK-17", "R-TSK-18", "R-TSK-19", "R-TSK-20", "R-TSK-22", "R-TSK-23")]
    public void Have_a_size_each_that_is_exact_on_success(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.NewRobot();
        (int Flavor, int Count)[] flavors =
        [
            (1, 8), (2, 8), (3, 4), (4, 8), (5, 8), (6, 8), (7, 8), (10, 1), (13, 2), (15, 8), (16, 4), (18, 10), (19, 16), (20, 12), (25, 8), (28, 1),
        ];
        foreach (var (flavor, count) in flavors)
        {
            Assert.Equal((flavor, count), (flavor, task.TaskFacts(task.Self, flavor, 94).Length));
            Assert.Equal((flavor, count), (flavor, task.TaskFacts(task.Self, flavor, count).Length));
            Assert.Equal((flavor, KERN_INVALID_ARGUMENT), (flavor, Code(task, flavor, count - 1)));
        }
        // These keep the count that was asked for.
        foreach (var (flavor, least) in ((int, int)[])[(21, 12), (26, 22)])
        {
            Assert.Equal(least + 3, task.TaskFacts(task.Self, flavor, least + 3).Length);
            Assert.Equal(KERN_INVALID_ARGUMENT, Code(task, flavor, least - 1));
        }
        Assert.Equal(4, task.TaskFacts(task.Self, TASK_DYLD_INFO, 4).Length);
        Assert.Equal([0, 0, 0, 0, 1], task.TaskFacts(task.Self, TASK_DYLD_INFO, 9));
        Assert.Equal(KERN_INVALID_ARGUMENT, Code(task, TASK_DYLD_INFO, 3));
    }

    [Theory, EveryWorld, Rule("R-TSK-15")]
    public void Differ_between_processors_where_xnus_do(World world)
    {
        using var machine = world.Boot();
        var (arm, x64) = (machine.NewTask(), machine.NewTask());
        arm.NewRobot();
        x64.NewRobot(CpuKind.X64);
        Assert.Equal((8, 10), (arm.TaskFacts(arm.Self, 5, 94).Length, x64.TaskFacts(x64.Self, 5, 94).Length));
        Assert.Equal(10, arm.TaskFacts(arm.Self, 18, 94).Length);
        Assert.Equal(KERN_INVALID_ARGUMENT, Code(x64, 18, 94));
        Assert.Equal(20, x64.TaskFacts(x64.Self, 26, 20).Length);
        Assert.Equal(KERN_INVALID_ARGUMENT, Code(arm, 26, 20));
    }

    [Theory, EveryWorld, Rule("R-TSK-20", "R-TSK-24")]
    public void That_are_not_told_are_refused_each_by_its_code(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (flavor, room, code) in ((int, int, kern_return_t)[])[
            (11, 1, KERN_INVALID_ARGUMENT), (11, 2, KERN_INVALID_POLICY), (12, 4, KERN_INVALID_POLICY), (14, 94, KERN_INVALID_ARGUMENT),
            (27, 94, KERN_NOT_SUPPORTED), (29, 94, KERN_NOT_SUPPORTED), (30, 94, KERN_NOT_SUPPORTED), (31, 94, KERN_NOT_SUPPORTED),
            (0, 94, KERN_INVALID_ARGUMENT), (8, 94, KERN_INVALID_ARGUMENT), (9, 94, KERN_INVALID_ARGUMENT), (24, 94, KERN_INVALID_ARGUMENT),
            (32, 94, KERN_INVALID_ARGUMENT), (-1, 94, KERN_INVALID_ARGUMENT), (1000, 94, KERN_INVALID_ARGUMENT)])
        {
            Assert.Equal((flavor, room, code), (flavor, room, Code(task, flavor, room)));
        }
        for (var flavor = 0u; flavor < 40; flavor++)
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_set_info(task.Self, flavor, new int[94]));
    }

    [Theory, EveryWorld, Rule("R-TSK-21")]
    public void About_memory_come_in_the_largest_revision_that_fits(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (room, count) in ((int, int)[])[(36, 36), (37, 36), (38, 38), (41, 38), (42, 42), (83, 42), (84, 84), (86, 86), (87, 87), (88, 87), (89, 89), (92, 89), (93, 93), (94, 93)])
        {
            foreach (var flavor in (int[])[TASK_VM_INFO, TASK_VM_INFO_PURGEABLE])
                Assert.Equal((room, count), (room, task.TaskFacts(task.Self, flavor, room).Length));
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, Code(task, TASK_VM_INFO, 35));
        Assert.Equal((int)task.Task.Memory.PageSize, task.TaskFacts(task.Self, TASK_VM_INFO, 93)[3]);
    }

    [Theory, EveryWorld, Rule("R-TSK-17")]
    public void Count_messages_and_traps(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        var port = other.ReceiveAndSend();
        var before = task.TaskFacts(control, TASK_EVENTS_INFO, 8);
        for (var turn = 0; turn < 3; turn++)
        {
            other.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND));
            other.Receive(port);
        }
        other.ExpectNothing(port);
        var after = task.TaskFacts(control, TASK_EVENTS_INFO, 8);
        Assert.Equal((3, 3, 7), (after[3] - before[3], after[4] - before[4], after[5] - before[5]));
        Assert.Equal(before[..3], after[..3]);
    }

    [Theory, EveryWorld, Rule("R-TSK-14", "R-TSK-16")]
    public void Tell_the_time_of_dead_threads_apart_from_that_of_live_ones(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        machine.NewTask("unused");
        var (first, second) = (task.NewRobot(), task.NewRobot());
        (first.UserTime, second.UserTime) = (3_000_002_000, 5_000_004_000);
        Assert.Equal([8, 6, 0, 0], task.TaskFacts(task.Self, TASK_THREAD_TIMES_INFO, 4));
        Assert.Equal([0, 0], task.TaskFacts(task.Self, MACH_TASK_BASIC_INFO, 12)[6..8]);
        first.Detach();
        Assert.Equal([5, 4, 0, 0], task.TaskFacts(task.Self, TASK_THREAD_TIMES_INFO, 4));
        Assert.Equal([3, 2], task.TaskFacts(task.Self, MACH_TASK_BASIC_INFO, 12)[6..8]);
        var absolute = task.TaskFacts(task.Self, TASK_ABSOLUTETIME_INFO, 8);
        Assert.Equal((8_000_006_000, 5_000_004_000), (Long(absolute, 0), Long(absolute, 4)));
    }

    [Theory, EveryWorld, Rule("R-TSK-18")]
    public void About_its_identity_are_those_of_trailers(World world)
    {
        using var machine = world.Boot();
        var identity = new TaskIdentity(501, 20, 77) { RealUserId = 502, RealGroupId = 21, AuditId = 503, SessionId = 9, ProcessVersion = 4 };
        var task = machine.NewTask("task", identity: identity);
        Assert.Equal([501, 20], task.TaskFacts(task.Self, TASK_SECURITY_TOKEN, 2));
        Assert.Equal([503, 501, 20, 502, 21, 77, 9, 4], task.TaskFacts(task.Self, TASK_AUDIT_TOKEN, 8));
    }

    [Theory, EveryWorld, Rule("R-TSK-19", "R-TSK-3", "R-TASK-8", "R-TSK-13")]
    public void Are_for_whoever_has_the_name_port_but_for_those_of_the_loader(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (name, inspect, read) = (task.SpecialPort(TASK_NAME_PORT), task.SpecialPort(TASK_INSPECT_PORT), task.SpecialPort(TASK_READ_PORT));
        foreach (var port in (uint[])[name, inspect, read, task.Self])
            Assert.Equal(12, task.TaskFacts(port, MACH_TASK_BASIC_INFO, 12).Length);
        foreach (var (port, code) in ((uint, kern_return_t)[])[(name, KERN_INVALID_ARGUMENT), (inspect, KERN_INVALID_ARGUMENT), (read, KERN_SUCCESS)])
            Assert.Equal(code, task.TaskCalls.task_info(port, TASK_DYLD_INFO, new int[5], out _));
    }

    [Theory, EveryWorld, Rule("R-TSK-22", "R-TSK-20")]
    public void Say_that_it_is_a_64_bit_task_of_ordinary_priority(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal([3], task.TaskFacts(task.Self, TASK_FLAGS_INFO, 1));
        Assert.Equal([31], task.TaskFacts(task.Self, TASK_SCHED_TIMESHARE_INFO, 1));
        Assert.Equal(POLICY_TIMESHARE, task.TaskFacts(task.Self, MACH_TASK_BASIC_INFO, 12)[10]);
    }

    private static long Long(int[] words, int at) => (uint)words[at] | (long)words[at + 1] << 32;

    private static kern_return_t Code(Party task, int flavor, int room) =>
        task.TaskCalls.task_info(task.Self, (uint)flavor, new int[room], out _);
}
