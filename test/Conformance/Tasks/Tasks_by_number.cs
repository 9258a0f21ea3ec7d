namespace Mach.Conformance.Tasks;

public class Tasks_by_number
{
    [Theory, EveryWorld, Rule("R-TSK-47", "R-TASK-10")]
    public void Are_given_to_root_and_to_themselves(World world)
    {
        using var machine = world.Boot();
        var (root, user) = (machine.NewTask("root", identity: new TaskIdentity(0, 0, 0)), machine.NewTask("user", identity: new TaskIdentity(501, 20, 40)));
        Assert.Equal((KERN_SUCCESS, root.ControlOf(user)), For(root, 40));
        Assert.Equal((KERN_SUCCESS, user.Self), For(user, 40));
        Assert.Equal(2u, user.Sends(user.Self));
        Assert.Equal((KERN_FAILURE, 0u), For(user, root.Task.ProcessId));
    }

    [Theory, EveryWorld, Rule("R-TSK-47", "R-TASK-10")]
    public void Are_refused_with_null_stored(World world)
    {
        using var machine = world.Boot();
        var (root, other) = (machine.NewTask("root"), machine.NewTask("other"));
        var pid = other.Task.ProcessId;
        foreach (var (target, number) in ((uint, int)[])[
            (root.Self, 0), (root.Self, 9999), (root.Self, -1), (0, pid), (root.SpecialPort(TASK_READ_PORT), pid), (root.ReceiveAndSend(), pid), (0x77777703, pid)])
        {
            Assert.Equal((KERN_FAILURE, 0u), For(root, number, target));
        }
        other.Task.Dispose();
        Assert.Equal((KERN_FAILURE, 0u), For(root, pid));
        // A bad place for the answer changes nothing about it.
        Assert.Equal(KERN_SUCCESS, root.Traps.task_for_pid(root.Self, root.Task.ProcessId, new UserPtr<uint>(8)));
    }

    [Theory, EveryWorld, Rule("R-TSK-47", "R-TSK-49")]
    public void Of_the_same_user_are_given_unless_their_identity_is_not_the_users(World world)
    {
        using var machine = world.Boot();
        var caller = machine.NewTask("caller", identity: new TaskIdentity(501, 20, 50));
        (TaskIdentity Identity, bool Control, bool Name)[] cases =
        [
            (new TaskIdentity(501, 20, 51), true, true), (new TaskIdentity(501, 21, 52), false, true), (new TaskIdentity(502, 20, 53), false, false),
            (new TaskIdentity(501, 20, 54) { RealUserId = 0 }, false, false), (new TaskIdentity(501, 20, 55) { RealGroupId = 0 }, false, true),
        ];
        foreach (var (identity, control, name) in cases)
        {
            machine.NewTask("target", identity: identity);
            Assert.Equal((identity.ProcessId, control ? KERN_SUCCESS : KERN_FAILURE), (identity.ProcessId, For(caller, identity.ProcessId).Code));
            Assert.Equal((identity.ProcessId, name ? KERN_SUCCESS : KERN_FAILURE), (identity.ProcessId, NameFor(caller, identity.ProcessId).Code));
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-49", "R-TASK-10")]
    public void By_name_are_the_name_port(World world)
    {
        using var machine = world.Boot();
        var (root, user) = (machine.NewTask("root", identity: new TaskIdentity(0, 0, 0)), machine.NewTask("user", identity: new TaskIdentity(501, 20, 0)));
        var (code, name) = NameFor(root, user.Task.ProcessId);
        Assert.Equal(KERN_SUCCESS, code);
        Assert.Equal(KERN_SUCCESS, root.Ports().Message.mach_port_kobject(root.Self, name, out var type, out _));
        Assert.Equal(20u, type);
        Assert.Equal((KERN_FAILURE, 0u), NameFor(user, root.Task.ProcessId));
        Assert.Equal((KERN_FAILURE, 0u), NameFor(root, 0));
    }

    [Theory, EveryWorld, Rule("R-TSK-51", "R-TASK-10")]
    public void Tell_their_number_through_any_port(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var which in (int[])[TASK_KERNEL_PORT, TASK_READ_PORT, TASK_INSPECT_PORT, TASK_NAME_PORT])
            Assert.Equal((KERN_SUCCESS, task.Task.ProcessId), Number(task, task.SpecialPort(which)));
        foreach (var port in (uint[])[0, task.Receive(), task.ReceiveAndSend(), task.Traps.thread_self_trap(), 0x77777703])
            Assert.Equal((KERN_FAILURE, -1), Number(task, port));
        var other = machine.NewTask("other");
        var name = task.SpecialPort(task.ControlOf(other), TASK_NAME_PORT);
        other.Task.Dispose();
        Assert.Equal((KERN_FAILURE, -1), Number(task, name));
    }

    [Theory, EveryWorld, Rule("R-TSK-48")]
    public void That_keep_an_access_port_are_given_only_if_whoever_receives_there_can_be_asked(World world)
    {
        using var machine = world.Boot();
        var target = machine.NewTask("target", identity: new TaskIdentity(501, 20, 60));
        var (same, root) = (machine.NewTask("same", identity: new TaskIdentity(501, 20, 61)), machine.NewTask("root", identity: new TaskIdentity(0, 0, 0)));
        var port = target.ReceiveAndSend();
        Assert.Equal(KERN_SUCCESS, target.TaskCalls.task_set_special_port(target.Self, TASK_ACCESS_PORT, port));
        Assert.Equal((KERN_FAILURE, 0u), For(same, 60));
        Assert.Equal(KERN_SUCCESS, For(root, 60).Code);
        Assert.Equal(KERN_SUCCESS, For(target, 60).Code);
        target.Die(port);
        Assert.Equal((KERN_PROTECTION_FAILURE, 0u), For(same, 60));
    }

    [Theory, EveryWorld, Rule("R-TSK-51")]
    public void For_debugging_are_what_the_task_has_set_or_its_control_port(World world)
    {
        using var machine = world.Boot();
        var (root, target) = (machine.NewTask("root", identity: new TaskIdentity(0, 0, 0)), machine.NewTask("target"));
        Assert.Equal((KERN_SUCCESS, root.ControlOf(target)), Debug(root, target.Task.ProcessId));
        var port = target.ReceiveAndSend();
        Assert.Equal(KERN_SUCCESS, target.TaskCalls.task_set_special_port(target.Self, TASK_DEBUG_CONTROL_PORT, port));
        Assert.Equal((KERN_SUCCESS, port), Debug(target, target.Task.ProcessId));
        Assert.Equal((KERN_FAILURE, 0u), Debug(root, 0));
    }

    [Theory, EveryWorld, Rule("R-TSK-47")]
    public void Are_nobodys_business_of_whom_nobody_said_who_he_is(World world)
    {
        using var machine = world.Boot();
        var (one, other) = (machine.NewTask("one"), machine.NewTask("other"));
        Assert.Equal((KERN_FAILURE, 0u), For(one, other.Task.ProcessId));
        Assert.Equal((KERN_FAILURE, 0u), NameFor(one, other.Task.ProcessId));
        Assert.Equal(KERN_SUCCESS, For(one, one.Task.ProcessId).Code);
    }

    [Theory, EveryWorld, Rule("R-TSK-47")]
    public void Are_given_by_whatever_rule_the_kernel_was_booted_with(World world)
    {
        var rule = new Recorder();
        using var machine = world.Boot(new KernelOptions { TaskAccess = rule });
        var (first, second) = (machine.NewTask("first", identity: new TaskIdentity(501, 20, 0)), machine.NewTask("second"));
        Assert.Equal((KERN_FAILURE, 0u), For(first, second.Task.ProcessId));
        Assert.Equal(KERN_SUCCESS, NameFor(first, second.Task.ProcessId).Code);
        Assert.Equal(
            [(TaskAccessKind.Control, first.Task.ProcessId, second.Task.ProcessId), (TaskAccessKind.Name, first.Task.ProcessId, second.Task.ProcessId)],
            rule.Asked);
    }

    private static unsafe (kern_return_t Code, uint Name) For(Party task, int pid, uint? target = null)
    {
        var name = 77u;
        return (task.Traps.task_for_pid(target ?? task.Self, pid, new UserPtr<uint>((ulong)&name)), name);
    }

    private static unsafe (kern_return_t Code, uint Name) NameFor(Party task, int pid)
    {
        var name = 77u;
        return (task.Traps.task_name_for_pid(task.Self, pid, new UserPtr<uint>((ulong)&name)), name);
    }

    private static unsafe (kern_return_t Code, uint Name) Debug(Party task, int pid)
    {
        var name = 77u;
        return (task.Traps.debug_control_port_for_pid(task.Self, pid, new UserPtr<uint>((ulong)&name)), name);
    }

    private static unsafe (kern_return_t Code, int Number) Number(Party task, uint port)
    {
        var number = 77;
        return (task.Traps.pid_for_task(port, new UserPtr<int>((ulong)&number)), number);
    }

    private sealed class Recorder : ITaskAccessRule
    {
        internal List<(TaskAccessKind, int, int)> Asked { get; } = [];

        public string? WhyNot(TaskAccessKind kind, TaskIdentity caller, TaskIdentity target)
        {
            Asked.Add((kind, caller.ProcessId, target.ProcessId));
            return kind == TaskAccessKind.Name ? null : "Only names are given away.";
        }
    }
}
