namespace Mach.Conformance.Info;

public class Looking_into_another_task
{
    [Theory, EveryWorld, Rule("R-DBG-1")]
    public void Needs_its_read_port(World world)
    {
        using var machine = world.Boot();
        var (task, subject) = (machine.NewTask("task"), machine.NewTask("subject"));
        var looks = Looks(task, subject);
        var control = task.ControlOf(subject);
        foreach (var name in (uint[])[control, Port(task, control, TASK_READ_PORT)])
            Assert.All(looks, look => Assert.Equal((look.What, KERN_SUCCESS), (look.What, look.Make(name))));
        foreach (var name in (uint[])[Port(task, control, TASK_INSPECT_PORT), Port(task, control, TASK_NAME_PORT), task.Traps.host_self_trap()])
            Assert.All(looks, look => Assert.Equal((look.What, look.Refusal), (look.What, look.Make(name))));
    }

    [Theory, EveryWorld, Rule("R-DBG-1")]
    public void Needs_its_inspect_port_to_count_its_names(World world)
    {
        using var machine = world.Boot();
        var (task, subject) = (machine.NewTask("task"), machine.NewTask("subject"));
        var control = task.ControlOf(subject);
        foreach (var which in (int[])[TASK_KERNEL_PORT, TASK_READ_PORT, TASK_INSPECT_PORT])
            Assert.Equal(KERN_SUCCESS, Count(Port(task, control, which)));
        Assert.Equal(KERN_INVALID_TASK, Count(Port(task, control, TASK_NAME_PORT)));
        Assert.Equal(KERN_INVALID_TASK, Count(task.Traps.host_self_trap()));

        kern_return_t Count(uint name) => task.Ports().Message.mach_port_space_basic_info(name, out _);
    }

    [Theory, EveryWorld, Rule("R-DBG-1", "R-NAME-12")]
    public void Needs_its_control_port_for_everything_else(World world)
    {
        using var machine = world.Boot();
        var (task, subject) = (machine.NewTask("task"), machine.NewTask("subject"));
        var control = task.ControlOf(subject);
        var read = Port(task, control, TASK_READ_PORT);
        var host = task.Traps.host_self_trap();
        var port = subject.Receive();
        var calls = task.Ports().Message;
        uint number = 0;
        foreach (var call in (Func<uint, kern_return_t>[])[
            name => calls.mach_port_names(name, out _, out _, out _, out _),
            name => calls.mach_port_type(name, port, out _),
            name => calls.mach_port_allocate(name, MACH_PORT_RIGHT_RECEIVE, out _),
            name => calls.mach_port_get_refs(name, port, MACH_PORT_RIGHT_RECEIVE, out _),
            name => calls.mach_port_mod_refs(name, port, MACH_PORT_RIGHT_RECEIVE, 0),
            name => calls.mach_port_set_mscount(name, port, 0),
            name => calls.mach_port_set_seqno(name, port, 0),
            name => calls.mach_port_set_attributes(name, port, MACH_PORT_LIMITS_INFO, [5]),
            name => calls.mach_port_get_srights(name, port, out _),
            name => calls.mach_port_dnrequest_info(name, port, out _, out _),
            name => calls.mach_port_set_context(name, port, 0),
            name => calls.mach_port_guard(name, port, 0, 0),
            name => calls.mach_port_unguard(name, port, 0),
            name => calls.mach_port_request_notification(name, port, MACH_NOTIFY_NO_SENDERS, 0, 0, MACH_MSG_TYPE_MAKE_SEND_ONCE, out _)])
        {
            Assert.Equal(KERN_INVALID_TASK, call(read));
            Assert.Equal(KERN_INVALID_TASK, call(host));
            Assert.Equal(KERN_SUCCESS, call(control));
        }
        Assert.Equal(KERN_INVALID_TASK, calls.mach_port_peek(read, port, 0, ref number, out _, out _, new byte[8], out _));
        Assert.Equal(KERN_FAILURE, calls.mach_port_peek(control, port, 0, ref number, out _, out _, new byte[8], out _));
    }

    [Theory, EveryWorld, Rule("R-DBG-5", "R-KOBJ-9")]
    public void Tells_what_the_kernel_keeps_behind_a_name(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        Assert.Equal(0u, Kind(task.Receive()));
        Assert.Equal(1u, Kind(task.Traps.thread_self_trap()));
        Assert.Equal(2u, Kind(task.Self));
        Assert.Equal(3u, Kind(task.Traps.host_self_trap()));
        Assert.Equal(20u, Kind(Port(task, task.Self, TASK_NAME_PORT)));
        Assert.Equal(44u, Kind(Port(task, task.Self, TASK_INSPECT_PORT)));
        Assert.Equal(45u, Kind(Port(task, task.Self, TASK_READ_PORT)));

        uint Kind(uint name)
        {
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject(task.Self, name, out var kind, out var address));
            Assert.Equal(0u, address);
            return kind;
        }
    }

    [Theory, EveryWorld, Rule("R-DBG-5", "R-DBG-6", "R-KOBJ-9")]
    public void Tells_it_of_send_and_receive_rights_alone(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        foreach (var (code, name) in ((kern_return_t, uint)[])[
            (KERN_SUCCESS, other.GiveSend(task, other.Receive())),
            (KERN_INVALID_NAME, MACH_PORT_NULL),
            (KERN_INVALID_NAME, MACH_PORT_DEAD),
            (KERN_INVALID_NAME, task.StaleName()),
            (KERN_INVALID_NAME, task.DeadName()),
            (KERN_INVALID_NAME, task.UnseenDeadSend(other)),
            (KERN_INVALID_RIGHT, task.SendOnce(task.Receive())),
            (KERN_INVALID_RIGHT, task.PortSet())])
        {
            Assert.Equal(code, task.Ports().Message.mach_port_kobject(task.Self, name, out _, out _));
            Assert.Equal(code, task.Ports().Message.mach_port_kobject_description(task.Self, name, out _, out _, new byte[512]));
        }
    }

    [Theory, EveryWorld, Rule("R-DBG-6")]
    public void Describes_most_objects_by_an_empty_text(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var text = new byte[512];
        text[0] = 1;
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_kobject_description(task.Self, task.Self, out var kind, out var address, text));
        Assert.Equal((2u, 0ul, 0), (kind, address, text[0]));

        var reply = task.Receive();
        var note = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3239)
            .Body(0, 0, 0, 0, 1, 0, 0, 0).Word(task.Self);
        Assert.Equal(MACH_MSG_SUCCESS, task.Send(note));
        Assert.Equal(60u, task.Receive(reply).Size);    // 56 and the text, its end included, in whole words
    }

    [Theory, EveryWorld, Rule("R-DBG-9")]
    public void Knows_no_connections_of_services(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var calls = task.Ports().Message;
        Assert.Equal(KERN_NOT_SUPPORTED, calls.mach_port_is_connection_for_service(task.Self, port, port, out _));
        foreach (var none in (uint[])[MACH_PORT_NULL, MACH_PORT_DEAD])
        {
            Assert.Equal(KERN_INVALID_NAME, calls.mach_port_is_connection_for_service(task.Self, none, port, out _));
            Assert.Equal(KERN_INVALID_NAME, calls.mach_port_is_connection_for_service(task.Self, port, none, out _));
        }
    }

    private static (string What, kern_return_t Refusal, Func<uint, kern_return_t> Make)[] Looks(Party task, Party subject)
    {
        var calls = task.Ports().Message;
        var (port, set, service) = (subject.Receive(), subject.PortSet(), subject.ServicePort("a service"));
        return
        [
            ("space_info", KERN_INVALID_ARGUMENT, name => calls.mach_port_space_info(name, out _, out _, out _, out _, out _)),
            ("kobject", KERN_INVALID_ARGUMENT, name => calls.mach_port_kobject(name, port, out _, out _)),
            ("kobject_description", KERN_INVALID_ARGUMENT, name => calls.mach_port_kobject_description(name, port, out _, out _, new byte[512])),
            ("get_attributes", KERN_INVALID_ARGUMENT, name => calls.mach_port_get_attributes(name, port, MACH_PORT_RECEIVE_STATUS, new int[10], out _)),
            ("get_set_status", KERN_INVALID_ARGUMENT, name => calls.mach_port_get_set_status(name, set, out _, out _)),
            ("get_context", KERN_INVALID_ARGUMENT, name => calls.mach_port_get_context(name, port, out _)),
            ("get_service_port_info", KERN_INVALID_TASK, name => calls.mach_port_get_service_port_info(name, service, out _)),
        ];
    }

    private static uint Port(Party task, uint control, int which)
    {
        Assert.Equal(KERN_SUCCESS, task.TaskCalls.task_get_special_port(control, which, out var name));
        return name;
    }
}
