namespace Mach.Conformance.Exceptions;

public class An_answer
{
    private const int StateBehaviour = EXCEPTION_STATE | Desk.Codes;

    [Theory, EveryWorld, Rule("R-EXC-10", "R-EXC-12", "R-EXN-11")]
    public void With_a_state_becomes_the_threads(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var (behaviour, id) in ((int, int)[])[
            (StateBehaviour, 2406), (EXCEPTION_STATE, 2402), (EXCEPTION_STATE_IDENTITY, 2403), (EXCEPTION_STATE_IDENTITY | Desk.Codes, 2407),
            (EXCEPTION_STATE_IDENTITY_PROTECTED | Desk.Codes, 2410)])
        {
            var robot = task.NewRobot();
            var desk = new Desk(task).ServeThread(task.YoungestThread(), behaviour: behaviour, flavor: ARM_THREAD_STATE64);
            robot.Raise(EXC_BAD_ACCESS);
            var state = new uint[68];
            state[2] = 0x77;
            desk.Answer(desk.Take(id), ARM_THREAD_STATE64, state);
            Assert.Equal((KERN_SUCCESS, 0x77ul, 0ul), (robot.Code, robot[1], robot[0]));
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-11", "R-EXC-12")]
    public void May_choose_another_flavor_than_it_was_asked_with(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var desk = new Desk(task).Serve(task.Self, behaviour: StateBehaviour, flavor: ARM_EXCEPTION_STATE64);
        robot.Raise(EXC_BAD_ACCESS);
        var state = new uint[70];
        (state[0], state[1], state[2]) = (ARM_THREAD_STATE64, 68, 9);
        desk.Answer(desk.Take(2406), ARM_THREAD_STATE, state);
        Assert.Equal((KERN_SUCCESS, 9ul), (robot.Code, robot[0]));
    }

    [Theory, EveryWorld, Rule("R-EXN-11")]
    public void With_a_state_that_cannot_be_set_has_failed(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        robot[0] = 1;
        foreach (var (flavor, count) in ((int, int)[])[(ARM_THREAD_STATE64, 67), (ARM_THREAD_STATE32, 17), (x86_THREAD_STATE64, 42), (0, 4), (ARM_THREAD_STATE64, 0)])
        {
            var desk = new Desk(task).Serve(task.Self, behaviour: StateBehaviour, flavor: ARM_THREAD_STATE64);
            robot.Raise(EXC_SYSCALL);
            desk.Answer(desk.Take(2406), flavor, new uint[count]);
            Assert.Equal((flavor, count, KERN_FAILURE, 1ul), (flavor, count, robot.Code, robot[0]));
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-18", "R-EXC-12")]
    public void To_the_news_of_a_corpse_sets_no_state(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        robot[0] = 3;
        var desk = new Desk(task).Serve(task.Self, EXC_MASK_CORPSE_NOTIFY, StateBehaviour, ARM_THREAD_STATE64);
        robot.Raise(EXC_CORPSE_NOTIFY);
        desk.Answer(desk.Take(2406), ARM_THREAD_STATE64, new uint[68]);
        Assert.Equal((KERN_SUCCESS, 3ul), (robot.Code, robot[0]));
    }

    [Theory, EveryWorld, Rule("R-EXC-12")]
    public void Without_a_state_leaves_what_the_handler_has_set_itself(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var desk = new Desk(task).Serve(task.Self);
        robot.Raise(EXC_BAD_ACCESS);
        var request = desk.Take();
        var state = new uint[68];
        state[0] = 0x42;
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_set_state(request.PortName(0), ARM_THREAD_STATE64, state));
        desk.Answer(request);
        Assert.Equal((KERN_SUCCESS, 0x42ul), (robot.Code, robot[0]));
    }

    [Theory, EveryWorld, Rule("R-EXC-11", "R-EXN-11", "R-EXN-12")]
    public void Of_a_wrong_shape_has_failed_and_loses_what_it_carries(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (robot, port) = (task.NewRobot(), task.ReceiveAndSend());
        Func<Letter, Note>[] wrong =
        [
            request => Desk.Reply(request, distance: 101).Body(Desk.Ndr).Word(0),
            request => Desk.Reply(request, distance: 0).Body(Desk.Ndr).Word(0),
            request => Desk.Reply(request),
            request => Desk.Reply(request).Body(Desk.Ndr),
            request => Desk.Reply(request).Body(Desk.Ndr).Word(0).Word(0),
            request => Desk.Reply(request).Body(Desk.Ndr).Word(unchecked((uint)MIG_NO_REPLY)),
            request => Desk.Reply(request).Port(port, MACH_MSG_TYPE_COPY_SEND).Body(Desk.Ndr).Word(0),
            request => Desk.Reply(request, local: port, localDisposition: MACH_MSG_TYPE_COPY_SEND).Body(Desk.Ndr).Word(0),
        ];
        foreach (var shape in wrong)
        {
            var desk = new Desk(task).Serve(task.Self);
            robot.Raise(EXC_SYSCALL);
            var request = desk.Take();
            desk.Send(request, shape(request));
            Assert.Equal(KERN_FAILURE, robot.Code);
            Assert.Equal(1u, task.Holders(port));
        }
    }

    [Theory, EveryWorld, Rule("R-EXC-11")]
    public void May_have_junk_where_a_voucher_would_be(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var desk = new Desk(task).Serve(task.Self);
        robot.Raise(EXC_SYSCALL);
        var request = desk.Take();
        var note = Desk.Reply(request).Body(Desk.Ndr).Word(0);
        note.Voucher = 0xdead;
        desk.Send(request, note);
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXC-11", "R-EXN-25")]
    public void That_is_thrown_away_has_failed(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var desk = new Desk(task).Serve(task.Self);
        robot.Raise(EXC_SYSCALL);
        var request = desk.Take();
        Assert.True(robot.Waits);
        task.Drop(request.Remote);
        Assert.Equal(KERN_FAILURE, robot.Code);
    }
}
