namespace Mach.Conformance.Threads;

public class Suspending_a_thread
{
    [Theory, EveryWorld, Rule("R-TASK-13", "R-THR-5", "R-THR-16")]
    public void Counts_up_and_down_to_zero(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        Assert.Equal((KERN_FAILURE, TH_STATE_RUNNING, 0), (task.ThreadCalls.thread_resume(thread), State(task, thread), Count(task, thread)));
        for (var count = 1; count <= 3; count++)
        {
            Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_suspend(thread));
            Assert.Equal((false, TH_STATE_WAITING, count), (robot.Runs, State(task, thread), Count(task, thread)));
        }
        for (var count = 2; count >= 0; count--)
        {
            Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_resume(thread));
            Assert.Equal((count == 0, count), (robot.Runs, Count(task, thread)));
        }
        Assert.Equal((KERN_FAILURE, 0), (task.ThreadCalls.thread_resume(thread), robot.Stops));
    }

    [Theory, EveryWorld, Rule("R-THR-5")]
    public void Of_oneself_stops_before_the_call_returns(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        var note = new Note(thread, MACH_MSG_TYPE_COPY_SEND, id: 3605);
        robot.Trap(MessageCalls.Sending(note, task.Buffer(note.Bytes)).Frame(MessageTrap.MachMsg));
        Assert.True(robot.Waits);
        Assert.Equal(1, Count(task, thread));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_resume(thread));
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-THR-5")]
    public void In_a_call_lets_it_complete_and_then_stand(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (sleeper, port) = (task.NewSleeper(), task.ReceiveAndSend());
        var thread = task.YoungestThread();
        sleeper.Receive(port);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_suspend(thread));
        task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 9));
        Assert.Equal(0u, task.Status(port).mps_msgcount);
        Assert.True(sleeper.Sleeps);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_resume(thread));
        Assert.Equal((MACH_MSG_SUCCESS, 9), (sleeper.Code, sleeper.Letter.Id));
    }

    [Theory, EveryWorld, Rule("R-TASK-13", "R-THR-6")]
    public void And_aborting_it_tells_of_the_interruption_when_it_is_resumed(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var sleeper = task.NewSleeper();
        var thread = task.YoungestThread();
        sleeper.Receive(task.Receive());
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_suspend(thread));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_abort(thread));
        Assert.True(sleeper.Sleeps);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_resume(thread));
        Assert.Equal(MACH_RCV_INTERRUPTED, sleeper.Code);
    }

    [Theory, EveryWorld, Rule("R-THR-6", "R-THR-7", "R-TASK-13")]
    public void Is_one_thing_and_aborting_another(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var sleeper = task.NewSleeper();
        var thread = task.YoungestThread();
        foreach (var safely in (bool[])[false, true])
        {
            var full = task.FullPort();
            var abort = () => safely ? task.ThreadCalls.thread_abort_safely(thread) : task.ThreadCalls.thread_abort(thread);
            // Nothing is blocked: a success without effect, also on the next call.
            Assert.Equal(KERN_SUCCESS, abort());
            sleeper.Receive(task.Receive());
            Assert.True(sleeper.Sleeps);
            Assert.Equal(KERN_SUCCESS, abort());
            Assert.Equal(MACH_RCV_INTERRUPTED, sleeper.Code);
            sleeper.Send(new Note(full, MACH_MSG_TYPE_COPY_SEND));
            Assert.Equal(KERN_SUCCESS, abort());
            Assert.Equal(MACH_SEND_INTERRUPTED, sleeper.Code);
            sleeper.Start(new TrapFrame(MachTrapNumbers.mach_wait_until_trap) { A0 = ulong.MaxValue / 2 });
            Assert.Equal(KERN_SUCCESS, abort());
            Assert.Equal(KERN_ABORTED, sleeper.Code);
        }
    }

    [Theory, EveryWorld, Rule("R-THR-1", "R-THR-8", "R-THR-24", "R-TASK-6", "R-TASK-8")]
    public void Needs_a_port_that_allows_to_read_as_other_calls_need_theirs(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        task.NewRobot();
        var thread = task.YoungestThread();
        uint[] ports = [task.ThreadPort(thread, THREAD_INSPECT_PORT), task.ThreadPort(thread, THREAD_READ_PORT), thread, task.Self];
        var words = new uint[68];
        (int Least, Func<uint, kern_return_t> Call, kern_return_t Code)[] calls =
        [
            (0, port => task.ThreadCalls.thread_info(port, THREAD_BASIC_INFO, new int[10], out _), KERN_SUCCESS),
            (0, port => task.ThreadCalls.thread_get_special_port(port, THREAD_INSPECT_PORT, out _), KERN_SUCCESS),
            (0, port => Policy(task, port), KERN_SUCCESS),
            (1, port => task.ThreadCalls.thread_get_state(port, ARM_THREAD_STATE64, words, out _), KERN_SUCCESS),
            (1, port => task.ThreadCalls.act_get_state(port, ARM_THREAD_STATE64, words, out _), KERN_SUCCESS),
            (1, port => task.ThreadCalls.thread_get_mach_voucher(port, 0, out _), KERN_SUCCESS),
            (1, port => task.ThreadCalls.thread_suspend(port), KERN_SUCCESS),
            (1, port => task.ThreadCalls.thread_resume(port), KERN_SUCCESS),
            (2, port => task.ThreadCalls.thread_set_state(port, ARM_THREAD_STATE64, words), KERN_SUCCESS),
            (2, port => task.ThreadCalls.act_set_state(port, ARM_THREAD_STATE64, words), KERN_SUCCESS),
            (2, port => task.ThreadCalls.thread_abort(port), KERN_SUCCESS),
            (2, port => task.ThreadCalls.thread_abort_safely(port), KERN_SUCCESS),
            (2, port => task.ThreadCalls.thread_depress_abort(port), KERN_NOT_DEPRESSED),
            (2, port => task.ThreadCalls.thread_policy_set(port, THREAD_PRECEDENCE_POLICY, [1]), KERN_SUCCESS),
            (2, port => task.ThreadCalls.thread_policy(port, POLICY_TIMESHARE, [31], 0), KERN_SUCCESS),
            (2, port => task.ThreadCalls.thread_convert_thread_state(port, 1, ARM_THREAD_STATE64, words, words, out _), KERN_SUCCESS),
        ];
        for (var call = 0; call < calls.Length; call++)
        {
            for (var port = 0; port < ports.Length; port++)
            {
                var expected = port >= calls[call].Least && port < 3 ? calls[call].Code : KERN_INVALID_ARGUMENT;
                Assert.Equal((call, port, expected), (call, port, calls[call].Call(ports[port])));
            }
        }
    }

    private static kern_return_t Policy(Party task, uint port)
    {
        var defaults = 0;
        return task.ThreadCalls.thread_policy_get(port, THREAD_PRECEDENCE_POLICY, new int[1], out _, ref defaults);
    }

    private static int Count(Party task, uint thread) => task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[8];

    private static int State(Party task, uint thread) => task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[6];
}
