using Mach.Conformance.Exceptions;

namespace Mach.Conformance.Stress;

public class Exceptions_and_suspensions
{
    private const int Robots = 4;
    private const int Faults = 40;

    [Theory, EveryWorld, Rule("R-EXN-8", "R-EXN-25", "R-TSK-9", "R-TSK-28", "R-TSK-30")]
    public void Leave_nothing_open_whoever_dies(World world)
    {
        for (var round = 0; round < Soak.Times(9); round++)
            Run(world, round);
    }

    private static void Run(World world, int round)
    {
        using var machine = world.Boot();
        var (victim, server, debugger) = (machine.NewTask("victim"), machine.NewTask("server"), machine.NewTask("debugger"));
        var port = server.Receive();
        var control = debugger.ControlOf(victim);
        Assert.Equal(
            KERN_SUCCESS,
            debugger.TaskCalls.task_set_exception_ports(
                control, EXC_MASK_ALL, server.GiveSend(debugger, port), EXCEPTION_DEFAULT | Desk.Codes, 0));
        Robot[] robots = [.. Enumerable.Range(0, Robots).Select(_ => victim.NewRobot())];
        var threads = debugger.Threads(control);
        var (faulting, told) = (Robots, 0);
        var crowd = new Crowd(machine);
        foreach (var robot in robots)
            crowd.Add("faulting", machine.NewTask("bystander"), worker => Fault(worker, robot));
        for (var index = 0; index < 2; index++)
            crowd.Add("handler", server, Handle);
        crowd.Add("suspender of the task", debugger, SuspendTask);
        crowd.Add("suspender of threads", debugger, SuspendThreads);
        crowd.Add("killer", machine.NewTask("killer"), Kill);
        crowd.Run();

        if (victim.Task.IsAlive)
        {
            // Every hold is gone, whether it was undone or died with its owner.
            Assert.All(robots, static robot => Assert.Equal((0, false), (robot.Stops, robot.Waits)));
            Assert.Equal(0, victim.TaskFacts(victim.Self, MACH_TASK_BASIC_INFO, 12)[11]);
        }
        else
        {
            Assert.All(robots, static robot => Assert.True(robot.IsHalted));
        }
        if (server.Task.IsAlive)
            server.Die(port);

        void Fault(Worker worker, Robot robot)
        {
            for (var fault = 0; fault < Faults && !worker.IsStopped; fault++)
            {
                var code = robot.Raise(EXC_SYSCALL, fault).CodeOrEnd;
                Assert.Contains(code, (kern_return_t[])[KERN_SUCCESS, KERN_FAILURE, KERN_TERMINATED]);
                if (code == KERN_TERMINATED || robot.IsHalted)
                    break;
            }
            Interlocked.Decrement(ref faulting);
        }

        void Handle(Worker worker)
        {
            while (Volatile.Read(ref faulting) > 0 && !worker.IsStopped)
            {
                var code = server.Receive(port, out var request, timeout: 5, room: 256);
                if (code == MACH_RCV_TIMED_OUT)
                    continue;
                if (code != MACH_MSG_SUCCESS)
                    return;
                Interlocked.Increment(ref told);
                foreach (var right in (uint[])[request.PortName(0), request.PortName(1)])
                    server.Ports().mach_port_deallocate(server.Self, right);
                if (worker.Chance.Next(4) == 0)
                    server.Ports().mach_port_deallocate(server.Self, request.Remote);
                else
                    server.Send(Desk.Reply(request).Body(Desk.Ndr).Word(worker.Chance.Next(3) == 0 ? 5u : 0));
            }
        }

        void SuspendTask(Worker worker)
        {
            while (Volatile.Read(ref faulting) > 0 && !worker.IsStopped)
            {
                var code = worker.Chance.Next(2) == 0 ? KERN_SUCCESS : HoldByToken(worker);
                if (code == KERN_SUCCESS)
                    code = debugger.TaskCalls.task_suspend(control);
                if (code != KERN_SUCCESS)
                    return;
                if (debugger.TaskCalls.task_resume(control) is not (KERN_SUCCESS or KERN_FAILURE))
                    return;
            }
        }

        kern_return_t HoldByToken(Worker worker)
        {
            var code = debugger.TaskCalls.task_suspend2(control, out var token);
            if (code == KERN_SUCCESS && worker.Chance.Next(2) == 0)
                debugger.Ports().mach_port_deallocate(debugger.Self, token);
            else if (code == KERN_SUCCESS)
                debugger.TaskCalls.task_resume2(token);
            return code;
        }

        void SuspendThreads(Worker worker)
        {
            while (Volatile.Read(ref faulting) > 0 && !worker.IsStopped)
            {
                var thread = threads[worker.Chance.Next(threads.Length)];
                if (worker.Chance.Next(3) == 0)
                    debugger.ThreadCalls.thread_abort(thread);
                if (debugger.ThreadCalls.thread_suspend(thread) == KERN_SUCCESS && debugger.ThreadCalls.thread_resume(thread) != KERN_SUCCESS)
                    return;
            }
        }

        void Kill(Worker worker)
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref told) >= round * 5 || Volatile.Read(ref faulting) == 0 || worker.IsStopped);
            if (round % 3 < 2)
                (round % 3 == 0 ? victim : server).Task.Dispose();
        }
    }
}
