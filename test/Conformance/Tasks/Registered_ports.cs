namespace Mach.Conformance.Tasks;

/// <summary>mach_ports_register and mach_ports_lookup as they travel.</summary>
public class Registered_ports
{
    private const int Register = 3403;
    private const int LookUp = 3404;

    [Theory, EveryWorld, Rule("R-TASK-7", "R-NS-6")]
    public void Are_three_send_rights_each_looked_up_as_a_reference_more(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (first, third) = (task.ReceiveAndSend(), task.ReceiveAndSend());
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_register(task.Self, first, MACH_PORT_NULL, third));
        Assert.Equal((1u, 2u), (task.Sends(first), task.Holders(first)));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_lookup(task.Self, out var one, out var two, out var three));
        Assert.Equal((first, MACH_PORT_NULL, third), (one, two, three));
        Assert.Equal((2u, 2u), (task.Sends(first), task.Sends(third)));
    }

    [Theory, EveryWorld, Rule("R-TASK-7")]
    public void Are_released_when_others_are_registered(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, notify) = (task.ReceiveAndSend(), task.Receive());
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_register(task.Self, port, port, port));
        Assert.Equal(4u, task.Holders(port));
        task.Drop(port);
        task.Ask(port, MACH_NOTIFY_NO_SENDERS, notify);
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_register(task.Self, MACH_PORT_NULL, MACH_PORT_NULL, MACH_PORT_NULL));
        task.ExpectNotice(notify, MACH_NOTIFY_NO_SENDERS);
    }

    [Theory, EveryWorld, Rule("R-TASK-7")]
    public void Must_be_movable_and_stay_as_they_were_otherwise(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, immovable) = (task.ReceiveAndSend(), task.Construct(MPO_EXCEPTION_PORT | MPO_INSERT_SEND_RIGHT));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_register(task.Self, port, MACH_PORT_NULL, MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_RIGHT, task.TaskCalls.mach_ports_register(task.Self, MACH_PORT_NULL, port, immovable));
        Assert.Equal((2u, 1u), (task.Holders(port), task.Holders(immovable)));
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.mach_ports_lookup(task.Self, out var one, out _, out var three));
        Assert.Equal((port, MACH_PORT_NULL), (one, three));
    }

    [Theory, EveryWorld, Rule("R-TSK-34", "R-TASK-7")]
    public void Travel_as_three_descriptors_and_nothing_else(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (reply, port) = (task.Receive(), task.ReceiveAndSend());
        var note = Request(Register).Port(port, MACH_MSG_TYPE_COPY_SEND).Port(port, MACH_MSG_TYPE_COPY_SEND).Port(MACH_PORT_NULL, MACH_MSG_TYPE_COPY_SEND);
        Assert.Equal(64, note.Bytes.Length);
        Assert.Equal(KERN_SUCCESS, Code(note));
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(Request(LookUp)));
        var letter = task.Receive(reply);
        Assert.Equal((LookUp + 100, 64u, true, 3u), (letter.Id, letter.Size, letter.IsComplex, letter.Count));
        Assert.Equal((port, port, MACH_PORT_NULL), (letter.PortName(0), letter.PortName(1), letter.PortName(2)));
        for (var index = 0; index < 3; index++)
            Assert.Equal(MACH_MSG_TYPE_PORT_SEND, letter.Disposition(index));
        Assert.Equal(MIG_BAD_ARGUMENTS, Code(Request(Register).Port(port, MACH_MSG_TYPE_COPY_SEND).Port(port, MACH_MSG_TYPE_COPY_SEND)));
        Assert.Equal(MIG_BAD_ARGUMENTS, Code(Request(Register).Port(port, 19).Port(port, 19).Port(port, 19).Word(0)));
        Assert.Equal(3u, task.Sends(port));

        Note Request(int id) => new(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id);

        kern_return_t Code(Note request)
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(request));
            return (kern_return_t)(int)task.Receive(reply).Word(32);
        }
    }

    [Theory, EveryWorld, Rule("R-TSK-34")]
    public void Need_the_control_port(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var calls = task.TaskCalls;
        foreach (var which in (int[])[TASK_READ_PORT, TASK_INSPECT_PORT, TASK_NAME_PORT])
        {
            Assert.Equal(KERN_SUCCESS, calls.task_get_special_port(task.Self, which, out var port));
            Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_ports_register(port, MACH_PORT_NULL, MACH_PORT_NULL, MACH_PORT_NULL));
            Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_ports_lookup(port, out _, out _, out _));
        }
        Assert.Equal(KERN_INVALID_ARGUMENT, calls.mach_ports_lookup(task.Traps.host_self_trap(), out _, out _, out _));
    }
}
