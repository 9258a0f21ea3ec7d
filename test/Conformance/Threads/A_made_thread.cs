using Mach.Conformance.Exceptions;
using Mach.Conformance.Vouchers;

namespace Mach.Conformance.Threads;

public class A_made_thread
{
    [Theory, EveryWorld, Rule("R-THR-2")]
    public void Stands_until_it_is_resumed(World world)
    {
        using var machine = world.Boot();
        machine.MakeThreads(CpuKind.Arm64);
        var task = machine.NewTask();
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.thread_create(task.Self, out var thread));
        var robot = machine.LastRobot;
        Assert.Equal((false, 1), (robot.Runs, robot.Stops));
        Assert.Equal(thread, task.YoungestThread());
        Assert.Equal(1, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[8]);
        var words = new uint[68];
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_state(thread, ARM_THREAD_STATE64, words, out _));
        Assert.Equal(new uint[68], words);
        words[64] = 0x1000;
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_state(thread, ARM_THREAD_STATE64, words));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_resume(thread));
        Assert.Equal((true, 0x1000ul), (robot.Runs, robot[32]));
    }

    [Theory, EveryWorld, Rule("R-THR-3")]
    public void Runs_at_once_if_it_was_made_so(World world)
    {
        using var machine = world.Boot();
        machine.MakeThreads(CpuKind.X64);
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        var words = new uint[42];
        words[0] = 7;
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.thread_create_running(control, x86_THREAD_STATE64, words, out _));
        Assert.Equal((true, 7ul), (machine.LastRobot.Runs, machine.LastRobot[0]));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_suspend(control));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.thread_create_running(control, x86_THREAD_STATE64, words, out _));
        Assert.False(machine.LastRobot.Runs);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_resume(control));
        Assert.True(machine.LastRobot.Runs);
    }

    [Theory, EveryWorld, Rule("R-THR-3")]
    public void Is_not_left_behind_when_its_state_is_wrong(World world)
    {
        using var machine = world.Boot();
        machine.MakeThreads(CpuKind.Arm64);
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        foreach (var (flavor, count) in ((int, int)[])[(ARM_THREAD_STATE64, 67), (x86_THREAD_STATE64, 42), (99, 1)])
        {
            Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.thread_create_running(control, flavor, new uint[count], out var thread));
            Assert.Equal((0u, true), (thread, machine.LastRobot.IsHalted));
        }
        Assert.Empty(task.Threads(control));
    }

    [Theory, EveryWorld, Rule("R-THR-2")]
    public void Needs_somebody_who_makes_cpus(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_NOT_SUPPORTED, task.TaskCalls.thread_create(task.Self, out _));
        Assert.Equal(KERN_NOT_SUPPORTED, task.TaskCalls.thread_create_running(task.Self, ARM_THREAD_STATE64, new uint[68], out _));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.TaskCalls.thread_create(task.SpecialPort(TASK_READ_PORT), out _));
    }

    [Theory, EveryWorld, Rule("R-THR-4", "R-TSK-10")]
    public void Ends_for_good_when_it_is_terminated(World world)
    {
        using var machine = world.Boot();
        machine.MakeThreads(CpuKind.Arm64);
        var task = machine.NewTask();
        var desk = new Desk(task);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.thread_create_running(task.Self, ARM_THREAD_STATE64, new uint[68], out var thread));
        desk.ServeThread(thread);
        Assert.Equal(14u, task.Holders(desk.Port) + 2);
        var robot = machine.LastRobot;
        var (read, port, notify) = (task.ThreadPort(thread, THREAD_READ_PORT), task.ReceiveAndSend(), task.Receive());
        task.AskForDeath(thread, notify);
        var note = MessageCalls.Receiving(port, task.Buffer(100), 100);
        robot.Trap(note.Frame(MessageTrap.MachMsg));
        task.AddSends(thread, 1);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_terminate(thread));
        Assert.Equal((true, true, false), (robot.IsHalted, robot.Waits, robot.Runs));
        Assert.Equal((1u, 1u), (task.Deads(read), task.Holders(desk.Port)));
        task.ExpectNotice(notify, MACH_NOTIFY_DEAD_NAME, thread);
        // What it waited for comes to somebody else.
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: 4)));
        Assert.Equal(4, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-THR-4")]
    public void Is_not_what_a_thread_of_this_process_is_which_ends_by_itself(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var sleeper = task.NewSleeper();
        var thread = task.YoungestThread();
        sleeper.Receive(task.Receive());
        Assert.Equal(KERN_DENIED, task.ThreadCalls.thread_terminate(thread));
        Assert.True(sleeper.Sleeps);
    }

    [Theory, EveryWorld, Rule("R-THR-22")]
    public void Can_be_given_a_voucher_before_it_starts(World world)
    {
        using var machine = world.Boot();
        machine.MakeThreads(CpuKind.Arm64);
        var task = machine.NewTask();
        var voucher = task.VoucherWith(1, 2, 3);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.thread_create(task.Self, out var thread));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_mach_voucher(thread, voucher));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_mach_voucher(thread, 9, out var found));
        Assert.Equal(voucher, found);
        Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_mach_voucher(thread, task.ReceiveAndSend()));
        var old = voucher;
        Assert.Equal(KERN_NOT_SUPPORTED, task.ThreadCalls.thread_swap_mach_voucher(thread, voucher, ref old));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_resume(thread));
        Assert.Equal(KERN_INVALID_ARGUMENT, task.ThreadCalls.thread_set_mach_voucher(thread, MACH_PORT_NULL));
        var self = task.Traps.thread_self_trap();
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_mach_voucher(self, 0, out found));
        Assert.Equal(MACH_PORT_NULL, found);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_mach_voucher(self, voucher));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_mach_voucher(self, MACH_PORT_NULL));
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_mach_voucher(self, 0, out found));
        Assert.Equal(MACH_PORT_NULL, found);
    }
}
