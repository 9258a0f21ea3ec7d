namespace Mach.Conformance.Descriptors;

public class A_guarded_port
{
    private const int Immovable = MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE;
    private const int Unguarded = MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND;

    [Theory, EveryMessageTrap, Rule("R-DSC-10")]
    public void Is_lost_on_a_receiver_that_does_not_ask_for_it(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        foreach (var (guarded, sent, received) in (IEnumerable<(bool, int, int)>)
            [(true, Immovable, 3), (false, Unguarded, 2), (false, Immovable | Unguarded, 3)])
        {
            var port = guarded ? task.Construct(MPO_CONTEXT_AS_GUARD, 9) : task.Receive();
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_insert_right(task.Self, port, port, MACH_MSG_TYPE_MAKE_SEND));
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, 21).GuardedPort(port, guarded ? 9ul : 0, sent).Word(5)));
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Receive(door, out var letter));
            Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, (byte)received, 0, 16, 4, 0, 0, 0, 0], letter.Descriptor(0)[..16].ToArray());
            Assert.Equal(5u, letter.Word(44));
            Assert.Equal((uint)MACH_PORT_TYPE_DEAD_NAME, task.TypeOf(port));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-10", "R-PDN-3")]
    public void Goes_to_whoever_asked_for_it_instead_of_being_lost(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port, notify) = (task.Receive(), task.Receive(), task.Receive());
        Assert.Equal(
            KERN_SUCCESS,
            task.Ports().mach_port_request_notification(task.Self, port, MACH_NOTIFY_PORT_DESTROYED, 0, notify, 21, out _));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, 21).GuardedPort(port, 0, Unguarded)));
        task.By(trap).Receive(door);
        Assert.Equal((uint)MACH_PORT_TYPE_RECEIVE, task.TypeOf(task.Receive(notify).PortName(0)));
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-10", "R-GRD-2")]
    public void Arrives_guarded_by_the_address_of_the_buffer_if_it_is_to_stay(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var door = task.Receive();
        foreach (var guarded in (bool[])[true, false])
        {
            var port = guarded ? task.Construct(MPO_CONTEXT_AS_GUARD | MPO_STRICT, 9) : task.Receive();
            var flags = guarded ? Immovable : Immovable | Unguarded;
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, 21).GuardedPort(port, guarded ? 9ul : 0, flags)));
            var buffer = task.Buffer(200);
            Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Make(MessageCalls.Receiving(door, buffer, 200, MACH64_RCV_GUARDED_DESC)));
            var letter = new Letter(Party.Memory(buffer, 200).ToArray());
            Assert.Equal((buffer, 1, 16), (letter.Address(0), letter.Descriptor(0)[8], letter.Disposition(0)));
            var name = letter.PortName(0);
            var status = task.Status(name);
            const int shown = MACH_PORT_STATUS_FLAG_GUARDED | MACH_PORT_STATUS_FLAG_GUARD_IMMOVABLE_RECEIVE;
            Assert.Equal((uint)shown, status.mps_flags);
            Assert.Equal(
                MACH_SEND_INVALID_RIGHT, task.By(trap).Send(new Note(door, 21).Port(name, MACH_MSG_TYPE_MOVE_RECEIVE)));
            task.Receive(door);
            Assert.Equal(KERN_INVALID_ARGUMENT, task.Ports().mach_port_unguard(task.Self, name, buffer + 1));
            Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_unguard(task.Self, name, buffer));
        }
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-10")]
    public void Arrives_bare_where_nobody_asked_it_to_stay(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (door, port) = (task.Receive(), task.Receive());
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, 21).GuardedPort(port, 0, Unguarded)));
        var letter = task.By(trap).Receive(door, MACH64_RCV_GUARDED_DESC);
        Assert.Equal((0ul, 2, 0), (letter.Address(0), letter.Descriptor(0)[8], letter.Descriptor(0)[9]));
        Assert.Equal(0u, task.Status(letter.PortName(0)).mps_flags);
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_guard(task.Self, letter.PortName(0), 77, false));
    }

    [Theory, EveryMessageTrap, Rule("R-DSC-10", "R-FAIL-3")]
    public void Comes_back_guarded_by_the_send_buffer_when_the_send_fails(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (full, door) = (task.FullPort(), task.Receive());
        var port = task.Construct(MPO_CONTEXT_AS_GUARD, 9);
        var note = new Note(full, MACH_MSG_TYPE_COPY_SEND).GuardedPort(port, 9, Immovable);
        var buffer = task.Buffer(note.Bytes);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Make(MessageCalls.Sending(note, buffer, MACH64_SEND_TIMEOUT)));
        var letter = new Letter(Party.Memory(buffer, note.Bytes.Length).ToArray());
        Assert.Equal((buffer, 1), (letter.Address(0), letter.Descriptor(0)[8]));
        var name = letter.PortName(0);
        Assert.Equal((uint)MACH_PORT_STATUS_FLAG_GUARDED, task.Status(name).mps_flags);
        // It is guarded, but free to move again.
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Send(new Note(door, 21).GuardedPort(name, buffer, Immovable)));
        var plain = new Note(full, MACH_MSG_TYPE_COPY_SEND).GuardedPort(task.Receive(), 0, Unguarded);
        Assert.Equal(MACH_SEND_TIMED_OUT, task.By(trap).Send(plain, MACH64_SEND_TIMEOUT));
        Assert.Equal((0ul, 2), (plain.Returned.Address(0), plain.Returned.Descriptor(0)[8]));
        Assert.Equal(0u, task.Status(plain.Returned.PortName(0)).mps_flags);
    }
}
