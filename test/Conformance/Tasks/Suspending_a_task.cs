namespace Mach.Conformance.Tasks;

public class Suspending_a_task
{
    [Theory, EveryWorld, Rule("R-TSK-26", "R-TASK-14", "R-TSK-14")]
    public void Stops_its_cpus_and_counts(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        Robot[] robots = [other.NewRobot(), other.NewRobot(CpuKind.X64)];
        var control = task.ControlOf(other);
        for (var count = 1; count <= 2; count++)
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend(control));
            Assert.All(robots, static robot => Assert.False(robot.Runs));
            Assert.Equal(count, Count(task, control));
        }
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume(control));
        Assert.All(robots, static robot => Assert.False(robot.Runs));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume(control));
        Assert.All(robots, static robot => Assert.Equal((true, 0), (robot.Runs, robot.Stops)));
        Assert.Equal(0, Count(task, control));
        Assert.Equal(KERN_FAILURE, task.TaskCalls.task_resume(control));
        Assert.All(robots, static robot => Assert.True(robot.Runs));
    }

    [Theory, EveryWorld, Rule("R-TSK-26")]
    public void Adds_to_what_was_suspended_of_its_threads(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var other = machine.NewTask("other");
        var control = other.ControlOf(task);
        Assert.Equal(KERN_SUCCESS, other.TaskCalls.task_suspend(control));
        var suspended = other.Threads(control)[0];
        Assert.Equal(KERN_SUCCESS, other.ThreadCalls.thread_suspend(suspended));
        Assert.Equal(KERN_SUCCESS, other.TaskCalls.task_resume(control));
        Assert.False(robot.Runs);
        Assert.Equal(KERN_SUCCESS, other.ThreadCalls.thread_resume(suspended));
        Assert.True(robot.Runs);
    }

    [Theory, EveryWorld, Rule("R-TSK-26")]
    public void Lets_a_call_that_has_ended_return_only_when_it_is_resumed(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var (port, sleeper) = (other.ReceiveAndSend(), other.NewSleeper());
        var late = other.NewSleeper();
        var key = other.GiveSend(task, port);
        var control = task.ControlOf(other);
        sleeper.Receive(port);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend(control));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(key, MACH_MSG_TYPE_COPY_SEND, id: 5)));
        // The message was received in the kernel; the thread stands behind it. So does one that calls only now.
        late.Start(new TrapFrame(MachTrapNumbers.mach_reply_port));
        Assert.True(sleeper.Sleeps);
        Assert.True(late.Sleeps);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume(control));
        Assert.Equal(MACH_MSG_SUCCESS, sleeper.Code);
        Assert.Equal(5, sleeper.Letter.Id);
        Assert.NotEqual(0, (int)late.Code);
    }

    [Theory, EveryWorld, Rule("R-TSK-27", "R-DBG-5")]
    public void Gives_the_caller_one_reference_each_to_a_right_it_can_see(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        var before = task.Names().Keys.ToHashSet();
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend(control));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend(control));
        var name = task.Names().Keys.Single(found => !before.Contains(found));
        Assert.Equal((MACH_PORT_TYPE_SEND, 2u), (task.TypeOf(name), task.Sends(name)));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, name, out var type, out _));
        Assert.Equal(36u, type);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume(control));
        Assert.Equal(1u, task.Sends(name));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume(control));
        Assert.Equal(0u, task.TypeOf(name));
    }

    [Theory, EveryWorld, Rule("R-TSK-28")]
    public void Is_undone_when_the_suspenders_right_is_gone(World world)
    {
        using var machine = world.Boot();
        var (first, second, other) = (machine.NewTask("first"), machine.NewTask("second"), machine.NewTask("other"));
        var robot = other.NewRobot();
        var (a, b) = (first.ControlOf(other), second.ControlOf(other));
        Assert.Equal(KERN_SUCCESS, first.TaskCalls.task_suspend(a));
        Assert.Equal(KERN_SUCCESS, first.TaskCalls.task_suspend(a));
        Assert.Equal(KERN_SUCCESS, second.TaskCalls.task_suspend(b));
        second.Task.Dispose();
        // Somebody still has a right: all holds stay.
        Assert.Equal(3, Count(first, a));
        first.Task.Dispose();
        Assert.True(robot.Runs);
        var third = machine.NewTask("third");
        Assert.Equal(0, Count(third, third.ControlOf(other)));
    }

    [Theory, EveryWorld, Rule("R-TSK-28", "R-TSK-30")]
    public void By_token_outlives_the_rights_of_others(World world)
    {
        using var machine = world.Boot();
        var (first, second, other) = (machine.NewTask("first"), machine.NewTask("second"), machine.NewTask("other"));
        var robot = other.NewRobot();
        var (a, b) = (first.ControlOf(other), second.ControlOf(other));
        Assert.Equal(KERN_SUCCESS, first.TaskCalls.task_suspend2(a, out var token));
        Assert.Equal(MACH_PORT_TYPE_SEND_ONCE, first.TypeOf(token));
        Assert.Equal(KERN_SUCCESS, second.TaskCalls.task_suspend(b));
        Assert.Equal(2, Count(first, a));
        second.Task.Dispose();
        Assert.Equal(1, Count(first, a));
        Assert.False(robot.Runs);
        Assert.Equal(KERN_SUCCESS, first.TaskCalls.task_resume2(token));
        Assert.Equal((0u, true, 0), (first.TypeOf(token), robot.Runs, Count(first, a)));
    }

    [Theory, EveryWorld, Rule("R-TSK-30")]
    public void By_token_ends_with_it_however_it_goes(World world)
    {
        using var machine = world.Boot();
        var (task, dying, other) = (machine.NewTask(), machine.NewTask("dying"), machine.NewTask("other"));
        var robot = other.NewRobot();
        var control = task.ControlOf(other);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend2(control, out var dropped));
        task.Drop(dropped);
        Assert.True(robot.Runs);
        Assert.Equal(KERN_SUCCESS, dying.TaskCalls.task_suspend2(dying.ControlOf(other), out _));
        Assert.False(robot.Runs);
        dying.Task.Dispose();
        Assert.True(robot.Runs);
        // In a message that dies with its port.
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend2(control, out var sent));
        var port = task.ReceiveAndSend();
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND).Port(sent, MACH_MSG_TYPE_MOVE_SEND_ONCE)));
        Assert.False(robot.Runs);
        task.Die(port);
        Assert.True(robot.Runs);
        Assert.Equal(0, Count(task, control));
    }

    [Theory, EveryWorld, Rule("R-TSK-30")]
    public void By_token_cannot_be_undone_with_anything_else(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var robot = other.NewRobot();
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend2(task.ControlOf(other), out var token));
        var stranger = task.SendOnce(task.Receive());
        Assert.NotEqual(KERN_SUCCESS, task.TaskCalls.task_resume2(MACH_PORT_NULL));
        Assert.False(robot.Runs);
        task.Drop(stranger);
        other.Task.Dispose();
        // The token of a dead task is a dead name.
        Assert.Equal(1u, task.Deads(token));
        Assert.NotEqual(KERN_SUCCESS, task.TaskCalls.task_resume2(token));
    }

    [Theory, EveryWorld, Rule("R-TSK-29")]
    public void Can_be_undone_by_one_who_never_suspended(World world)
    {
        using var machine = world.Boot();
        var (first, second, other) = (machine.NewTask("first"), machine.NewTask("second"), machine.NewTask("other"));
        var robot = other.NewRobot();
        var (a, b) = (first.ControlOf(other), second.ControlOf(other));
        var names = first.Names().Count;
        Assert.Equal(KERN_SUCCESS, first.TaskCalls.task_suspend(a));
        Assert.Equal(KERN_SUCCESS, second.TaskCalls.task_resume(b));
        Assert.True(robot.Runs);
        Assert.Equal(names + 1, first.Names().Count);
        // At zero the first one's right goes, and nothing else happens.
        Assert.Equal(KERN_FAILURE, first.TaskCalls.task_resume(a));
        Assert.Equal(names, first.Names().Count);
    }

    [Theory, EveryWorld, Rule("R-TSK-32", "R-TSK-3", "R-TSK-4", "R-TASK-8")]
    public void Needs_a_port_that_allows_to_read(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var other = machine.NewTask("other");
        var control = task.ControlOf(other);
        var read = task.SpecialPort(control, TASK_READ_PORT);
        foreach (var weak in (uint[])[task.SpecialPort(control, TASK_INSPECT_PORT), task.SpecialPort(control, TASK_NAME_PORT), task.ReceiveAndSend()])
        {
            if (task.TypeOf(weak) != MACH_PORT_TYPE_SEND)
                continue;
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_suspend(weak));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_suspend2(weak, out _));
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.task_resume(weak));
        }
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend(read));
        Assert.Equal(1, Count(task, control));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume(read));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend2(read, out var token));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume2(token));
    }

    [Theory, EveryWorld, Rule("R-TSK-26")]
    public void Of_oneself_stops_at_the_end_of_the_call(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var robot = task.NewRobot();
        var bytes = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, id: 3407).Bytes;
        var control = other.ControlOf(task);
        robot.Trap(MessageCalls.Sending(new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, id: 3407), task.Buffer(bytes)).Frame(MessageTrap.MachMsg));
        Assert.True(robot.Waits);
        Assert.Equal(1, Count(other, control));
        Assert.Equal(KERN_SUCCESS, other.TaskCalls.task_resume(control));
        Assert.Equal(KERN_SUCCESS, robot.Code);
        Assert.True(robot.Runs);
    }

    [Theory, EveryWorld, Rule("R-TSK-9", "R-TSK-32")]
    public void Ends_with_the_death_of_the_suspended(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var (sleeper, robot) = (other.NewSleeper(), other.NewRobot());
        var control = task.ControlOf(other);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend(control));
        sleeper.Start(new TrapFrame(MachTrapNumbers.mach_reply_port));
        Assert.True(sleeper.Sleeps);
        other.Task.Dispose();
        Assert.NotEqual(0, (int)sleeper.Code);
        Assert.True(robot.IsHalted);
        Assert.Equal(MACH_SEND_INVALID_DEST, task.TaskCalls.task_resume(control));
    }

    private static int Count(Party task, uint control) => task.TaskFacts(control, MACH_TASK_BASIC_INFO, 12)[11];
}
