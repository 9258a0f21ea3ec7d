namespace Mach.Conformance.Exceptions;

public class The_delivery_of_an_exception
{
    [Theory, EveryWorld, Rule("R-EXC-6", "R-EXC-11", "R-EXN-12")]
    public void Ends_where_a_handler_answers_success(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var desk = new Desk(task).Serve(task.Self);
        robot.Raise(EXC_BAD_ACCESS, 1, 0x1000);
        Assert.True(robot.Waits);
        desk.Answer(desk.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
        Assert.True(robot.Runs);
        desk.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-EXC-6", "R-EXN-12")]
    public void Goes_from_the_thread_to_the_task_as_each_fails(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var (first, second) = (new Desk(task).ServeThread(task.YoungestThread()), new Desk(task).Serve(task.Self));
        robot.Raise(EXC_BREAKPOINT, 7, 8);
        second.ExpectNothing();
        first.Answer(first.Take(), KERN_FAILURE);
        var request = second.Take();
        Assert.Equal((EXC_BREAKPOINT, 2u, 7L, 8L), Desk.Exception(request, 60));
        Assert.True(robot.Waits);
        second.Answer(request);
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXC-6", "R-EXN-25", "R-EXN-23")]
    public void Passes_a_level_whose_port_is_dead(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var (first, second) = (new Desk(task).ServeThread(task.YoungestThread()), new Desk(task).Serve(task.Self));
        task.Die(first.Port);
        robot.Raise(EXC_ARITHMETIC);
        second.Answer(second.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXN-25")]
    public void Goes_on_when_the_port_dies_with_the_request(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var (first, second) = (new Desk(task).ServeThread(task.YoungestThread()), new Desk(task).Serve(task.Self));
        robot.Raise(EXC_ARITHMETIC);
        task.Die(first.Port);
        second.Answer(second.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXN-25")]
    public void Goes_on_when_the_handler_dies_before_it_answers(World world)
    {
        using var machine = world.Boot();
        var (task, server) = (machine.NewTask(), machine.NewTask("server"));
        var robot = task.NewRobot();
        var desk = new Desk(server);
        var key = server.GiveSend(task, desk.Port);
        Assert.Equal(
            KERN_SUCCESS,
            task.ThreadCalls.thread_set_exception_ports(task.YoungestThread(), EXC_MASK_ALL, key, EXCEPTION_DEFAULT | Desk.Codes, 0));
        var last = new Desk(task).Serve(task.Self);
        robot.Raise(EXC_BAD_INSTRUCTION, 3);
        desk.Take();
        Assert.True(robot.Waits);
        last.ExpectNothing();
        server.Task.Dispose();
        last.Answer(last.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXN-25", "R-EXN-13")]
    public void Waits_for_whoever_was_given_the_right_to_answer(World world)
    {
        using var machine = world.Boot();
        var (task, server, heir) = (machine.NewTask(), machine.NewTask("server"), machine.NewTask("heir"));
        var robot = task.NewRobot();
        var desk = new Desk(server);
        var key = server.GiveSend(task, desk.Port);
        Assert.Equal(
            KERN_SUCCESS, task.TaskCalls.task_set_exception_ports(task.Self, EXC_MASK_ALL, key, EXCEPTION_DEFAULT | Desk.Codes, 0));
        robot.Raise(EXC_BAD_INSTRUCTION);
        var request = desk.Take();
        var passed = server.Give(heir, request.Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE);
        server.Task.Dispose();
        Assert.True(robot.Waits);
        Assert.Equal(
            MACH_MSG_SUCCESS, heir.Send(new Note(passed, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: 2505).Body(Desk.Ndr).Word(0)));
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXN-13", "R-THR-6", "R-THR-16")]
    public void Waits_for_ever_unless_it_is_aborted_and_then_that_level_has_failed(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        var (first, second) = (new Desk(task).ServeThread(thread), new Desk(task).Serve(task.Self));
        robot.Raise(EXC_BAD_ACCESS);
        var request = first.Take();
        Assert.Equal(TH_STATE_WAITING, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[6]);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_abort(thread));
        var next = second.Take();
        // An answer that comes too late meets nobody.
        first.Answer(request);
        Assert.True(robot.Waits);
        second.Answer(next);
        Assert.Equal(KERN_SUCCESS, robot.Code);
        Assert.Equal(TH_STATE_RUNNING, task.ThreadFacts(thread, THREAD_BASIC_INFO, 10)[6]);
    }

    [Theory, EveryWorld, Rule("R-EXN-8")]
    public void Sees_each_level_as_it_is_when_its_turn_comes(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        var (first, second, late) = (new Desk(task).ServeThread(thread), new Desk(task), new Desk(task));
        robot.Raise(EXC_BAD_ACCESS);
        var request = first.Take();
        late.ServeThread(thread);
        second.Serve(task.Self);
        first.Answer(request, KERN_FAILURE);
        late.ExpectNothing();
        second.Answer(second.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
        robot.Raise(EXC_BAD_ACCESS);
        late.Answer(late.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXN-8", "R-TSK-9")]
    public void Ends_with_the_task(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var robot = task.NewRobot();
        var desk = new Desk(other);
        var key = other.GiveSend(task, desk.Port);
        Assert.Equal(
            KERN_SUCCESS, task.TaskCalls.task_set_exception_ports(task.Self, EXC_MASK_ALL, key, EXCEPTION_DEFAULT | Desk.Codes, 0));
        robot.Raise(EXC_BAD_ACCESS);
        var request = desk.Take();
        task.Task.Dispose();
        Assert.Equal(KERN_TERMINATED, robot.Code);
        Assert.True(robot.IsHalted);
        // What the handler holds of the task and its thread is dead, and so is its right to answer.
        Assert.Equal((1u, 1u), (other.Deads(request.PortName(0)), other.Deads(request.PortName(1))));
        Assert.Equal(1u, other.Deads(request.Remote));
        robot.Raise(EXC_BAD_ACCESS);
        Assert.Equal(KERN_TERMINATED, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXC-15")]
    public void Takes_no_notice_of_the_limit_of_a_queue(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var desk = new Desk(task).Serve(task.Self);
        task.SetLimit(desk.Port, 1);
        Robot[] robots = [.. Enumerable.Range(0, 8).Select(_ => task.NewRobot())];
        foreach (var robot in robots)
            robot.Raise(EXC_SOFTWARE);
        Assert.Equal(8u, task.Status(desk.Port).mps_msgcount);
        foreach (var robot in robots)
        {
            Assert.True(robot.Waits);
            desk.Answer(desk.Take());
            Assert.Equal(KERN_SUCCESS, robot.Code);
        }
    }

    [Theory, EveryWorld, Rule("R-EXC-15", "R-TSK-7")]
    public void Reaches_the_handler_that_a_task_was_born_with_but_not_that_of_a_thread(World world)
    {
        using var machine = world.Boot();
        var parent = machine.NewTask("parent");
        var (ofTask, ofThread) = (new Desk(parent).Serve(parent.Self), new Desk(parent));
        parent.NewRobot();
        ofThread.ServeThread(parent.YoungestThread());
        var child = machine.NewTask("child", parent);
        var robot = child.NewRobot();
        robot.Raise(EXC_BAD_ACCESS);
        ofThread.ExpectNothing();
        ofTask.Answer(ofTask.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXN-13", "R-THR-5")]
    public void Leaves_a_thread_that_was_suspended_meanwhile_standing(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        var desk = new Desk(task).Serve(task.Self);
        robot.Raise(EXC_BREAKPOINT);
        var request = desk.Take();
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_suspend(thread));
        desk.Answer(request);
        Assert.True(robot.Waits);
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_resume(thread));
        Assert.Equal(KERN_SUCCESS, robot.Code);
        Assert.True(robot.Runs);
    }

    [Theory, EveryWorld, Rule("R-EXC-13")]
    public void Works_for_a_thread_without_a_cpu_too(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var desk = new Desk(task).Serve(task.Self, behaviour: EXCEPTION_STATE | Desk.Codes, flavor: ARM_THREAD_STATE64);
        var thread = task.NewSleeper();
        // It has no state to tell, so that level fails; a plain one does not.
        Assert.Equal(KERN_FAILURE, thread.Raise(EXC_SYSCALL).Code);
        desk.ExpectNothing();
        desk.Serve(task.Self);
        thread.Raise(EXC_SYSCALL);
        var request = desk.Take();
        Assert.Equal((task.YoungestThread(), task.Self), (request.PortName(0), request.PortName(1)));
        desk.Answer(request);
        Assert.Equal(KERN_SUCCESS, thread.Code);
    }

    [Theory, EveryWorld, Rule("R-EXC-6", "R-HST-20", "R-EXC-4", "R-EXN-7")]
    public void Reaches_the_host_last(World world)
    {
        using var machine = world.Boot();
        var (task, root) = (machine.NewTask(identity: new TaskIdentity(501, 20, 0)), machine.NewTask("root", identity: new TaskIdentity(0, 0, 0)));
        var robot = task.NewRobot();
        var (host, desk, ofTask) = (root.Traps.host_self_trap(), new Desk(root), new Desk(task).Serve(task.Self));
        var calls = new HostPrivClient(root.Thread);
        var (masks, ports, behaviours, flavors) = (new uint[32], new uint[32], new int[32], new int[32]);
        Assert.Equal(KERN_SUCCESS, calls.host_get_exception_ports(host, 0x3ffe, masks, out var count, ports, behaviours, flavors));
        Assert.Equal((1u, 0x3ffeu, MACH_PORT_NULL), (count, masks[0], ports[0]));
        Assert.Equal(KERN_SUCCESS, calls.host_set_exception_ports(host, EXC_MASK_SYSCALL, desk.Port, EXCEPTION_DEFAULT | Desk.Codes, 0));
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.host_set_exception_ports(host, 1, desk.Port, EXCEPTION_DEFAULT, 0));
        robot.Raise(EXC_SYSCALL);
        desk.ExpectNothing();
        ofTask.Answer(ofTask.Take(), KERN_FAILURE);
        desk.Answer(desk.Take());
        Assert.Equal(KERN_SUCCESS, robot.Code);
        Assert.Equal(KERN_SUCCESS, calls.host_swap_exception_ports(host, 0x3ffe, MACH_PORT_NULL, 0, 0, masks, out count, ports, behaviours, flavors));
        Assert.Equal((2u, (uint)EXC_MASK_SYSCALL), (count, masks[1]));
        Assert.Equal(desk.Port, ports[1]);
        root.Drop(ports[1]);
        Assert.Equal(1u, root.Holders(desk.Port));
        robot.Raise(EXC_SYSCALL);
        ofTask.Answer(ofTask.Take(), KERN_FAILURE);
        Assert.Equal(KERN_FAILURE, robot.Code);
    }
}
