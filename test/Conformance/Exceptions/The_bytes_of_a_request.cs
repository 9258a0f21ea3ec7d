using System.Runtime.InteropServices;

namespace Mach.Conformance.Exceptions;

public class The_bytes_of_a_request
{
    [Theory, EveryWorld, Rule("R-EXC-8", "R-EXC-9", "R-EXN-9", "R-EXN-10")]
    public void Of_the_plain_behaviour_carry_thread_and_task(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        foreach (var (flags, id, size) in ((int, int, uint)[])[(Desk.Codes, 2405, 84), (0, 2401, 76)])
        {
            var desk = new Desk(task).Serve(task.Self, behaviour: EXCEPTION_DEFAULT | flags);
            robot.Raise(EXC_BAD_ACCESS, 0x1_0000_0002, -5);
            var request = desk.Take(id);
            CheckHeader(request, desk, id, size);
            Assert.Equal(2u, request.Count);
            Assert.Equal((MACH_MSG_TYPE_PORT_SEND, MACH_MSG_TYPE_PORT_SEND), (request.Disposition(0), request.Disposition(1)));
            Assert.Equal(Desk.Ndr.ToArray(), request.Bytes[52..60]);
            Assert.Equal((EXC_BAD_ACCESS, 2u, flags == 0 ? 2 : 0x1_0000_0002, -5L), Desk.Exception(request, 60, flags != 0));
            desk.Answer(request);
            Assert.Equal(KERN_SUCCESS, robot.Code);
        }
    }

    [Theory, EveryWorld, Rule("R-EXC-13", "R-EXN-14")]
    public void Name_thread_and_task_as_the_task_itself_does(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var thread = task.YoungestThread();
        var (ofThread, ofTask) = (task.Sends(thread), task.Sends(task.Self));
        var desk = new Desk(task).Serve(task.Self);
        robot.Raise(EXC_BAD_ACCESS);
        var request = desk.Take();
        Assert.Equal((thread, task.Self), (request.PortName(0), request.PortName(1)));
        Assert.Equal((ofThread + 1, ofTask + 1), (task.Sends(thread), task.Sends(task.Self)));
        desk.Answer(request);
    }

    [Theory, EveryWorld, Rule("R-EXC-10", "R-EXN-9")]
    public void Of_the_behaviours_with_state_carry_the_registers(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        (CpuKind Kind, int Flavor, uint Count)[] kinds =
        [
            (CpuKind.Arm64, ARM_THREAD_STATE64, 68), (CpuKind.Arm64, ARM_THREAD_STATE, 70), (CpuKind.Arm64, ARM_NEON_STATE64, 132),
            (CpuKind.X64, x86_THREAD_STATE64, 42), (CpuKind.X64, x86_THREAD_STATE, 44), (CpuKind.X64, x86_AVX512_STATE64, 611),
        ];
        (int Behaviour, int Id, int At)[] shapes =
        [
            (EXCEPTION_STATE, 2402, 56), (EXCEPTION_STATE | Desk.Codes, 2406, 64), (EXCEPTION_STATE_IDENTITY, 2403, 84),
            (EXCEPTION_STATE_IDENTITY | Desk.Codes, 2407, 92), (EXCEPTION_STATE_IDENTITY_PROTECTED | Desk.Codes, 2410, 88),
        ];
        foreach (var (kind, flavor, count) in kinds)
        {
            var robot = task.NewRobot(kind);
            var thread = task.YoungestThread();
            Fill(robot);
            foreach (var (behaviour, id, at) in shapes)
            {
                var desk = new Desk(task).ServeThread(thread, behaviour: behaviour, flavor: flavor);
                robot.Raise(EXC_SYSCALL, 1, 2);
                var request = desk.Take(id);
                CheckHeader(request, desk, id, (uint)at + (4 * count), id is not (2402 or 2406));
                Assert.Equal(((uint)flavor, count), (request.Word(at - 8), request.Word(at - 4)));
                Assert.Equal(Read(task, thread, flavor, count), MemoryMarshal.Cast<byte, uint>(request.Bytes.AsSpan(at, (int)count * 4)).ToArray());
                desk.Answer(request, KERN_FAILURE);
                Assert.Equal(KERN_FAILURE, robot.Code);
            }
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-9", "R-TSK-37")]
    public void Of_the_protecting_behaviour_carry_a_token_and_a_number(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var desk = new Desk(task).Serve(task.Self, behaviour: EXCEPTION_IDENTITY_PROTECTED | Desk.Codes);
        robot.Raise(EXC_RESOURCE, 3, 4);
        var request = desk.Take(2408);
        CheckHeader(request, desk, 2408, 80);
        Assert.Equal(1u, request.Count);
        var number = task.ThreadFacts(task.YoungestThread(), THREAD_IDENTIFIER_INFO, 6);
        Assert.Equal(((uint)number[0], (uint)number[1]), (request.Word(48), request.Word(52)));
        Assert.Equal((EXC_RESOURCE, 2u, 3L, 4L), Desk.Exception(request, 56));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, request.PortName(0), out var type, out _));
        Assert.Equal(50u, type);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_identity_token_get_task_port(request.PortName(0), 0, out var control));
        Assert.Equal(task.Self, control);
        desk.Answer(request);
        Assert.Equal(KERN_SUCCESS, robot.Code);
    }

    [Theory, EveryWorld, Rule("R-EXC-8", "R-EXN-22")]
    public void Do_not_depend_on_the_flags_that_prefer_a_backtrace_or_ask_for_errors(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        foreach (var flag in (int[])[MACH_EXCEPTION_BACKTRACE_PREFERRED, MACH_EXCEPTION_ERRORS])
        {
            var desk = new Desk(task).Serve(task.Self, behaviour: EXCEPTION_DEFAULT | Desk.Codes | flag);
            robot.Raise(EXC_BAD_ACCESS, 1, 2);
            desk.Answer(desk.Take(2405));
            Assert.Equal(KERN_SUCCESS, robot.Code);
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-3", "R-EXC-10")]
    public void Cannot_be_made_of_a_state_that_the_thread_has_not(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var robot = task.NewRobot();
        foreach (var flavor in (int[])[0, x86_FLOAT_STATE, ARM_THREAD_STATE32, ARM_DEBUG_STATE32])
        {
            var desk = new Desk(task).Serve(task.Self, behaviour: EXCEPTION_STATE | Desk.Codes, flavor: flavor);
            robot.Raise(EXC_SYSCALL);
            Assert.Equal(KERN_FAILURE, robot.Code);
            desk.ExpectNothing();
        }
    }

    [Theory, EveryWorld, Rule("R-EXN-14")]
    public void Carry_read_ports_where_the_policy_says_so(World world)
    {
        using var machine = world.Boot(new KernelOptions { Policy = KernelPolicy.Base with { ReadPortsInExceptions = true } });
        var task = machine.NewTask();
        var robot = task.NewRobot();
        var desk = new Desk(task).Serve(task.Self, behaviour: EXCEPTION_STATE_IDENTITY | Desk.Codes, flavor: ARM_THREAD_STATE64);
        robot[0] = 5;
        robot.Raise(EXC_BAD_ACCESS);
        var request = desk.Take(2407);
        Assert.Equal((47u, 45u), (TypeOf(task, request.PortName(0)), TypeOf(task, request.PortName(1))));
        desk.Answer(request, ARM_THREAD_STATE64, new uint[68]);
        Assert.Equal((KERN_SUCCESS, 5ul), (robot.Code, robot[0]));
    }

    private static uint TypeOf(Party task, uint name)
    {
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, name, out var type, out _));
        return type;
    }

    private static uint[] Read(Party task, uint thread, int flavor, uint count)
    {
        var words = new uint[count];
        Assert.Equal(KERN_SUCCESS, task.ThreadCalls.thread_get_state(thread, flavor, words, out var found));
        Assert.Equal(count, found);
        return words;
    }

    private static void Fill(Robot robot)
    {
        (int, uint)[] flavors = robot.Kind == CpuKind.Arm64
            ? [(ARM_THREAD_STATE64, 68), (ARM_NEON_STATE64, 132)]
            : [(x86_THREAD_STATE64, 42), (x86_AVX512_STATE64, 611)];
        foreach (var (flavor, count) in flavors)
        {
            var words = robot.Registers(flavor, (int)count);
            for (var index = 0; index < words.Length; index++)
                words[index] = (uint)((flavor * 1000) + index);
        }
    }

    private static void CheckHeader(Letter request, Desk desk, int id, uint size, bool complex = true)
    {
        Assert.Equal((id, size, complex), (request.Id, request.Size, request.IsComplex));
        Assert.Equal((desk.Port, (uint)MACH_MSG_TYPE_PORT_SEND), (request.Local, request.LocalDisposition));
        Assert.Equal((uint)MACH_MSG_TYPE_PORT_SEND_ONCE, request.RemoteDisposition);
    }
}
