namespace Mach.Conformance.KernelObjects;

/// <summary>What every routine that the kernel serves has in common, told from the fact tables.</summary>
public class Every_routine
{
    private static readonly MigFacts[] s_ports = [.. MigFacts.Of("mach_port")];

    private static readonly MigFacts[] s_served =
    [
        .. s_ports.Where(static routine => routine.Served),
        .. MigFacts.Of("task").Where(static routine => routine.Served),
    ];

    /// <summary>The calls on names that take the port as it comes and look behind it themselves.</summary>
    private static readonly int[] s_raw = [3211, 3217, 3223, 3228, 3230, 3239];

    private static Letter Ask(Party task, MessageTrap trap, Note request)
    {
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(request));
        return task.By(trap).Receive(request.Local);
    }

    private static (string, kern_return_t) Answer(Party task, MigFacts routine, Note request, MessageTrap trap = MessageTrap.MachMsg2)
    {
        var letter = Ask(task, trap, request);
        Assert.Equal((routine.Id + 100, 36u, false), (letter.Id, letter.Size, letter.IsComplex));
        return (routine.ToString(), (kern_return_t)(int)letter.Word(32));
    }

    /// <summary>32 descriptors, and arrays without elements (R-EXN-5).</summary>
    private const int EmptyExceptionReply = 424;

    [Theory, EveryWorld, Rule("R-KOBJ-8", "R-EXN-5")]
    public void Has_its_number_by_its_place_in_its_subsystem(World world)
    {
        Assert.Equal(Enumerable.Range(3200, 43), s_ports.Select(static routine => routine.Id));
        Assert.Equal((3204, 3208, 3213, 3214, 3231), (
            MachPortRoutineNumbers("mach_port_allocate"), MachPortRoutineNumbers("mach_port_mod_refs"),
            MachPortRoutineNumbers("mach_port_request_notification"), MachPortRoutineNumbers("mach_port_insert_right"),
            MachPortRoutineNumbers("mach_port_construct")));
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        // Each number reaches its routine: only that one's size is not refused for its shape.
        foreach (var routine in s_served)
        {
            var subject = machine.NewTask("subject");
            var letter = Ask(task, MessageTrap.MachMsg2, routine.Request(task.ControlOf(subject), reply));
            if (letter.IsComplex)
                Assert.Equal(routine.Name.EndsWith("_exception_ports", StringComparison.Ordinal) ? EmptyExceptionReply : routine.ReplySize, (int)letter.Size);
            else
                Assert.DoesNotContain((kern_return_t)(int)letter.Word(32), (kern_return_t[])[MIG_BAD_ID, MIG_BAD_ARGUMENTS]);
            subject.Dispose();
        }
    }

    private static int MachPortRoutineNumbers(string name) => s_ports.Single(routine => routine.Name == name).Id;

    [Theory, EveryMessageTrap, Rule("R-KOBJ-4", "R-KOBJ-3")]
    public void Refuses_a_request_of_another_size(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        foreach (var routine in s_served)
        {
            Assert.Equal(
                (routine.ToString(), MIG_BAD_ARGUMENTS),
                Answer(task, routine, routine.Request(task.Self, reply).Body(new byte[routine.Size + 4 - routine.Minimum]), trap));
            // Below a header, or where descriptors are all there is, it would be too small to be sent at all.
            if (routine.Minimum == 24 || routine.IsAllDescriptors)
                continue;
            var shorter = routine.Request(task.Self, reply);
            var arguments = MessageCalls.Sending(shorter, task.Buffer(shorter.Bytes)) with { SendSize = (uint)routine.Minimum - 4 };
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(arguments));
            Assert.Equal(MIG_BAD_ARGUMENTS, (kern_return_t)(int)task.Receive(reply).Word(32));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-4")]
    public void Refuses_descriptors_where_it_has_none_and_another_number_of_them(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        foreach (var routine in s_served)
        {
            var request = routine.Request(task.Self, reply);
            if (routine.Descriptors.Length == 0 && routine.Minimum > 24)
            {
                // The same bytes, with the bit: the first word of the body is then a count of 0.
                request.Bits |= MACH_MSGH_BITS_COMPLEX;
                Assert.Equal((routine.ToString(), MIG_BAD_ARGUMENTS), Answer(task, routine, request, trap));
            }
            else if (routine.Descriptors.Length > 0)
            {
                request.Count = (uint)routine.Descriptors.Length - 1;
                Assert.Equal((routine.ToString(), MIG_BAD_ARGUMENTS), Answer(task, routine, request, trap));
                var bytes = routine.Request(task.Self, reply).Bytes;
                var simple = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, routine.Id).Body(bytes.AsSpan(24));
                Assert.Equal((routine.ToString(), MIG_BAD_ARGUMENTS), Answer(task, routine, simple, trap));
            }
        }
    }

    [Theory, EveryWorld, Rule("R-KOBJ-4")]
    public void Refuses_a_descriptor_of_another_type_or_disposition(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        var seen = 0;
        foreach (var routine in s_served.Where(static routine => routine.Descriptors.Length > 0))
        {
            var good = routine.Request(task.Self, reply).Bytes;
            for (var index = 0; index < routine.Descriptors.Length; index++)
            {
                var at = 28 + (routine.Descriptors.Take(index).Sum(static received => received == 0 ? 16 : 12));
                var received = routine.Descriptors[index];
                // An array of ports in its place: as many descriptors and bytes, another type.
                if (received == 0 || (index == routine.Descriptors.Length - 1 && !routine.IsAllDescriptors))
                    Assert.Equal(MIG_TYPE_ERROR, With(good, at + 11, 2));
                if (received <= 0)
                    continue;
                Assert.Equal(MIG_TYPE_ERROR, With(good, at + 10, received == 17 ? (byte)21 : (byte)19));
                Assert.Equal(MIG_TYPE_ERROR, With(good, at + 10, 16));
                seen++;
            }
        }
        Assert.True(seen >= 6);

        kern_return_t With(byte[] request, int at, byte value)
        {
            var bytes = request.ToArray();
            bytes[at] = value;
            Assert.Equal(MACH_MSG_SUCCESS, task.MachMsg(task.Buffer(bytes), MACH_SEND_MSG, (uint)bytes.Length, 0));
            return (kern_return_t)(int)task.Receive(reply).Word(32);
        }
    }

    /// <summary>Routines of a task that say so when it is none (R-TSK-4).</summary>
    private static readonly int[] s_sayTask = [3439, 3440, 3447, 3452, 3453, 3456, 3459];

    [Theory, EveryWorld, Rule("R-KOBJ-4", "R-NAME-12", "R-DBG-1", "R-TSK-4")]
    public void Wants_an_object_of_its_own_kind(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        foreach (var other in (uint[])[task.Traps.host_self_trap(), task.Traps.thread_self_trap()])
        {
            foreach (var routine in s_served)
            {
                var sayArgument = routine.Id >= 3400 ? !s_sayTask.Contains(routine.Id) : s_raw.Contains(routine.Id);
                var expected = sayArgument ? KERN_INVALID_ARGUMENT : KERN_INVALID_TASK;
                // What a task may be asked for through its name port only comes later in the list of what it wants.
                Assert.Equal((routine.ToString(), expected), Answer(task, routine, Whole(task, routine, other, reply)));
            }
        }
    }

    /// <summary>A request that is right in every respect that is looked at before the object.</summary>
    private static Note Whole(Party task, MigFacts routine, uint to, uint reply)
    {
        if (routine.Name != "mach_port_construct")
            return routine.Request(to, reply);
        return new Note(to, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, routine.Id)
            .Memory(task.Buffer(24), 24).Body(new byte[routine.Size - 44]);
    }

    [Theory, EveryMessageTrap, Rule("R-KOBJ-4", "R-NAME-15", "R-TSK-2")]
    public void That_is_gone_or_never_was_is_a_bad_number_whatever_its_shape(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var reply = task.Receive();
        int[] bases = [0, 64, 600, 999, 1003, 2401, 2405, 3300, 3800, 4827, 4903, 3125107, -1, int.MinValue, int.MaxValue - 100];
        int[] gone = [3199, 3243, 3454, .. MigFacts.Gone(), .. bases];
        foreach (var id in gone)
        {
            foreach (var to in (uint[])[task.Self, task.Traps.host_self_trap()])
            {
                foreach (var body in (int[])[0, 12, 16, 36])
                {
                    var letter = Ask(task, trap, new Note(to, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id).Body(new byte[body]));
                    Assert.Equal((unchecked(id + 100), 36u, MIG_BAD_ID), (letter.Id, letter.Size, (kern_return_t)(int)letter.Word(32)));
                }
            }
        }
    }

    [Theory, EveryWorld, Rule("R-KOBJ-5")]
    public void That_refuses_has_destroyed_what_the_request_carried_but_for_the_reply(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (reply, counted, once) = (task.Receive(), task.Receive(), task.Receive());
        foreach (var id in (int[])[3201, 3202, 3214, 3231, 3402, 4711])
        {
            var memory = task.Task.MappedBytes;
            var dying = task.Receive();
            var request = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id)
                .Port(counted, MACH_MSG_TYPE_MAKE_SEND)
                .Port(once, MACH_MSG_TYPE_MAKE_SEND_ONCE)
                .Port(dying, MACH_MSG_TYPE_MOVE_RECEIVE)
                .Memory(task.Region(100_000), 100_000, deallocate: true)
                .Ports(task.Names(counted), 1, MACH_MSG_TYPE_MAKE_SEND);
            var letter = Ask(task, MessageTrap.MachMsg2, request);
            Assert.Equal((id + 100, 36u), (letter.Id, letter.Size));
            Assert.Equal(0u, task.Holders(counted));
            task.ExpectNotice(once, MACH_NOTIFY_SEND_ONCE);
            Assert.Equal(0u, task.TypeOf(dying));
            Assert.Equal(0, machine.Census().OutOfLineRegions);
            Assert.Equal(memory, task.Task.MappedBytes);
        }
    }

    [Theory, EveryWorld, Rule("R-KOBJ-5")]
    public void That_succeeds_has_taken_what_it_was_given(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (reply, port, notify) = (task.Receive(), task.Receive(), task.Receive());
        var insert = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, 3214)
            .Port(port, MACH_MSG_TYPE_MAKE_SEND).Word(0).Word(1).Word(port);
        Assert.Equal((36u, 0u), Ask(task, MessageTrap.MachMsg2, insert) is var one ? (one.Size, one.Word(32)) : default);
        Assert.Equal(1u, task.Sends(port));
        var request = new Note(task.Self, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, 3213)
            .Port(notify, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(0).Word(1).Word(port).Word(MACH_NOTIFY_DEAD_NAME).Word(0);
        Assert.True(Ask(task, MessageTrap.MachMsg2, request).IsComplex);
        Assert.Equal(1u, task.Status(notify).mps_sorights);
        task.ExpectNothing(notify);
    }
}
