namespace Mach.Conformance.Exceptions;

public class A_broken_guard
{
    private const ulong Guard = 0x1234_5678_9abc;

    [Theory, EveryRoute, Rule("R-GRD-7", "R-GRD-8", "R-EXN-19", "R-EXN-20", "R-CTX-1", "R-MOD-3")]
    public void Is_told_when_the_call_returns_whose_code_stands(World world, Route route)
    {
        using var machine = world.Boot();
        var (task, server) = (machine.NewTask(), machine.NewTask("server"));
        var desk = Desk(task, server);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_exc_guard_behavior(task.Self, TASK_EXC_GUARD_MP_DELIVER));
        var (guarded, plain) = (task.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT, Guard), task.Receive());
        var ports = task.Ports(route);
        (Func<kern_return_t> Call, kern_return_t Code, uint Flavor, uint Name, ulong Payload)[] cases =
        [
            (() => ports.mach_port_mod_refs(task.Self, guarded, MACH_PORT_RIGHT_RECEIVE, -1), KERN_INVALID_RIGHT, kGUARD_EXC_MOD_REFS, guarded, Guard),
            (() => ports.mach_port_destroy(task.Self, guarded), KERN_INVALID_RIGHT, kGUARD_EXC_DESTROY, guarded, Guard),
            (() => ports.mach_port_destruct(task.Self, guarded, 0, 5), KERN_INVALID_ARGUMENT, kGUARD_EXC_DESTROY, guarded, Guard),
            (() => ports.Message.mach_port_set_context(task.Self, guarded, 5), KERN_INVALID_ARGUMENT, kGUARD_EXC_SET_CONTEXT, guarded, Guard),
            (() => ports.mach_port_unguard(task.Self, guarded, 5), KERN_INVALID_ARGUMENT, kGUARD_EXC_INCORRECT_GUARD, guarded, Guard),
            (() => ports.Message.mach_port_swap_guard(task.Self, guarded, 5, 6), KERN_INVALID_ARGUMENT, kGUARD_EXC_INCORRECT_GUARD, guarded, Guard),
            (() => ports.mach_port_unguard(task.Self, plain, 5), KERN_INVALID_ARGUMENT, kGUARD_EXC_UNGUARDED, plain, 0),
            (() => ports.mach_port_deallocate(task.Self, 0x77777703), KERN_INVALID_NAME, kGUARD_EXC_INVALID_NAME, 0x77777703, 0),
            (() => ports.mach_port_mod_refs(task.Self, plain, MACH_PORT_RIGHT_SEND_ONCE, -1), KERN_INVALID_RIGHT, kGUARD_EXC_INVALID_RIGHT, plain, 0),
        ];
        foreach (var (call, code, flavor, name, payload) in cases)
        {
            // The thread that breaks the guard waits for the handler before its call returns.
            var told = default((int, uint, long, long));
            var handler = new Thread(() =>
            {
                var request = Await(server, desk);
                told = Exceptions.Desk.Exception(request, 60);
                desk.Answer(request);
            });
            handler.Start();
            Assert.Equal((flavor, code), (flavor, call()));
            handler.Join();
            Assert.Equal((EXC_GUARD, 2u, 1L << 61 | (long)flavor << 32 | name, (long)payload), told);
        }
        desk.ExpectNothing();
    }

    [Theory, EveryWorld, Rule("R-GRD-8", "R-EXN-20")]
    public void Is_told_only_where_the_task_wants_to_know_and_once_where_it_says_so(World world)
    {
        using var machine = world.Boot();
        var (task, server) = (machine.NewTask(), machine.NewTask("server"));
        var desk = Desk(task, server);
        var guarded = task.Construct(MPO_CONTEXT_AS_GUARD, Guard);
        var robot = task.NewRobot();
        var frame = new TrapFrame(MachTrapNumbers._kernelrpc_mach_port_unguard_trap) { A0 = task.Self, A1 = guarded, A2 = 1 };
        Assert.Equal(KERN_INVALID_ARGUMENT, robot.Trap(frame).Code);
        desk.ExpectNothing();
        const uint once = TASK_EXC_GUARD_MP_DELIVER | TASK_EXC_GUARD_MP_ONCE;
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_exc_guard_behavior(task.Self, once));
        robot.Trap(frame);
        Assert.True(robot.Waits);
        desk.Answer(desk.Take(), KERN_FAILURE);
        Assert.Equal(KERN_INVALID_ARGUMENT, robot.Code);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_exc_guard_behavior(task.Self, out var behaviour));
        Assert.Equal((uint)TASK_EXC_GUARD_MP_ONCE, behaviour);
        Assert.Equal(KERN_INVALID_ARGUMENT, robot.Trap(frame).Code);
        desk.ExpectNothing();
        Assert.True(robot.Runs);
    }

    [Theory, EveryWorld, Rule("R-EXN-20")]
    public void Ends_the_task_where_it_is_fatal_and_nobody_handles_it(World world)
    {
        using var machine = world.Boot();
        var (task, server) = (machine.NewTask(), machine.NewTask("server"));
        var desk = Desk(task, server);
        var guarded = task.Construct(MPO_CONTEXT_AS_GUARD, Guard);
        var robot = task.NewRobot();
        const uint fatal = TASK_EXC_GUARD_MP_DELIVER | TASK_EXC_GUARD_MP_FATAL;
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_set_exc_guard_behavior(task.Self, fatal));
        var frame = new TrapFrame(MachTrapNumbers._kernelrpc_mach_port_unguard_trap) { A0 = task.Self, A1 = guarded, A2 = 1 };
        robot.Trap(frame);
        desk.Answer(desk.Take());
        Assert.Equal(KERN_INVALID_ARGUMENT, robot.Code);
        robot.Trap(frame);
        desk.Answer(desk.Take(), KERN_FAILURE);
        Assert.True(robot.IsHalted);
        Assert.False(task.Task.IsAlive);
    }

    private static Desk Desk(Party task, Party server)
    {
        var desk = new Desk(server);
        var key = server.GiveSend(task, desk.Port);
        Assert.Equal(
            KERN_SUCCESS,
            task.TaskCalls.task_set_exception_ports(task.Self, EXC_MASK_GUARD, key, EXCEPTION_DEFAULT | Exceptions.Desk.Codes, 0));
        return desk;
    }

    private static Letter Await(Party server, Desk desk)
    {
        Assert.Equal(MACH_MSG_SUCCESS, server.Receive(desk.Port, out var letter, timeout: 60_000));
        return letter;
    }
}
