namespace Mach.Conformance.KernelObjects;

public class What_is_behind_a_port
{
    private static (kern_return_t, uint) Kind(Party task, uint name)
    {
        var code = task.Ports().Message.mach_port_kobject(task.Self, name, out var type, out _);
        return (code, type);
    }

    [Theory, EveryWorld, Rule("R-KOBJ-9")]
    public void Has_a_number_by_its_kind(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal((KERN_SUCCESS, 1u), Kind(task, task.Traps.thread_self_trap()));
        Assert.Equal((KERN_SUCCESS, 2u), Kind(task, task.Self));
        Assert.Equal((KERN_SUCCESS, 3u), Kind(task, task.Traps.host_self_trap()));
        foreach (var (which, kind) in (IEnumerable<(int, uint)>)
            [(TASK_KERNEL_PORT, 2), (TASK_NAME_PORT, 20), (TASK_INSPECT_PORT, 44), (TASK_READ_PORT, 45), (TASK_HOST_PORT, 3)])
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(task.Self, which, out var name));
            Assert.Equal((KERN_SUCCESS, kind), Kind(task, name));
        }
    }

    [Theory, EveryWorld, Rule("R-KOBJ-9")]
    public void Is_nothing_for_an_ordinary_port(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        foreach (var name in (uint[])[task.Receive(), task.ReceiveAndSend(), machine.SendTo(task).Send])
            Assert.Equal((KERN_SUCCESS, 0u), Kind(task, name));
    }

    [Theory, EveryWorld, Rule("R-KOBJ-9", "R-NAME-13")]
    public void Is_shown_through_a_send_or_receive_right_only(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(KERN_INVALID_RIGHT, Kind(task, task.SendOnce(task.Receive())).Item1);
        Assert.Equal(KERN_INVALID_RIGHT, Kind(task, task.PortSet()).Item1);
        Assert.Equal(KERN_INVALID_NAME, Kind(task, task.DeadName()).Item1);
        Assert.Equal(KERN_INVALID_NAME, Kind(task, 0x7fff03).Item1);
        Assert.Equal(KERN_INVALID_NAME, Kind(task, task.UnseenDeadSend(machine.NewTask("other"))).Item1);
    }

    [Theory, EveryWorld, Rule("R-KOBJ-10", "R-KOBJ-9")]
    public void Dies_with_its_task_or_thread(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask(), machine.NewTask("other"));
        var control = task.ControlOf(other);
        var ports = new List<uint> { control };
        foreach (var which in (int[])[TASK_NAME_PORT, TASK_INSPECT_PORT, TASK_READ_PORT])
        {
            Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(control, which, out var name));
            ports.Add(name);
        }
        var sleeper = other.NewSleeper();
        sleeper.Start(new TrapFrame(MachTrapNumbers.thread_self_trap));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_threads(control, out var list, out var count));
        ports.AddRange(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(Party.Memory(list.Address, (int)count * 4)));
        Assert.True(ports.Count > 4);
        other.Dispose();
        Assert.All(ports, name => Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(name)));
    }
}
