using System.Buffers.Binary;

namespace Mach.Conformance.Peek;

public class Peeking
{
    [Theory, EveryWorld, Rule("R-PEEK-1", "R-NAME-13", "R-NAME-14")]
    public void Needs_a_receive_right(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other"));
        Assert.Equal(KERN_INVALID_RIGHT, Peek(task, MACH_PORT_NULL));
        Assert.Equal(KERN_INVALID_RIGHT, Peek(task, MACH_PORT_DEAD));
        Assert.Equal(KERN_INVALID_NAME, Peek(task, task.StaleName()));
        Assert.Equal(KERN_INVALID_NAME, Peek(task, task.DeadName()));
        Assert.Equal(KERN_INVALID_NAME, Peek(task, task.UnseenDeadSend(other)));
        Assert.Equal(KERN_INVALID_RIGHT, Peek(task, other.GiveSend(task, other.Receive())));
        var set = task.PortSet();
        var port = task.Receive();
        task.Join(port, set);
        task.Push(port);
        Assert.Equal(KERN_INVALID_RIGHT, Peek(task, set));
        Assert.Equal(KERN_SUCCESS, Peek(task, port));
    }

    [Theory, EveryWorld, Rule("R-PEEK-1")]
    public void Needs_room_for_a_trailer_of_at_most_the_audit_token_before_it_looks_at_the_name(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        task.Push(port);
        foreach (var name in (uint[])[port, task.StaleName(), task.PortSet()])
        {
            Assert.Equal(KERN_INVALID_VALUE, Peek(task, name, MACH_RCV_TRAILER_CTX, room: 68));
            Assert.Equal(KERN_INVALID_VALUE, Peek(task, name, MACH_RCV_TRAILER_AV, room: 68));
            Assert.Equal(KERN_INVALID_VALUE, Peek(task, name, MACH_RCV_TRAILER_NULL, room: 7));
            Assert.Equal(KERN_INVALID_VALUE, Peek(task, name, MACH_RCV_TRAILER_AUDIT, room: 51));
        }
        Assert.Equal(KERN_SUCCESS, Peek(task, port, MACH_RCV_TRAILER_AUDIT, room: 52));
        Assert.Equal(KERN_INVALID_RIGHT, Peek(task, MACH_PORT_NULL, MACH_RCV_TRAILER_CTX, room: 0));
    }

    [Theory, EveryWorld, Rule("R-PEEK-2")]
    public void Finds_the_first_message_or_the_one_with_a_number(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        Assert.Equal(KERN_FAILURE, Peek(task, port));
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_seqno(task.Self, port, 10));
        foreach (var id in (int[])[50, 51, 52])
            task.Push(port, id);
        foreach (var (asked, found, id) in ((uint, uint, int)[])[(0, 10, 50), (10, 10, 50), (11, 11, 51), (12, 12, 52)])
        {
            var number = asked;
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_peek(task.Self, port, 0, ref number, out _, out var peeked, new byte[8], out _));
            Assert.Equal((found, id), (number, peeked));
        }
        Assert.Equal(KERN_FAILURE, Peek(task, port, sequence: 9));
        Assert.Equal(KERN_FAILURE, Peek(task, port, sequence: 13));
        task.Receive(port);
        Assert.Equal(KERN_FAILURE, Peek(task, port, sequence: 10));
        Assert.Equal(KERN_SUCCESS, Peek(task, port, sequence: 11));
    }

    [Theory, EveryWorld, Rule("R-PEEK-3")]
    public void Tells_the_size_that_the_message_has_inside_the_kernel(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var memory = task.Buffer(64);
        Note[] notes =
        [
            new Note(port, MACH_MSG_TYPE_MAKE_SEND),
            new Note(port, MACH_MSG_TYPE_MAKE_SEND).Word(1).Word(2),
            new Note(port, MACH_MSG_TYPE_MAKE_SEND).Port(port, MACH_MSG_TYPE_MAKE_SEND).Port(0, MACH_MSG_TYPE_COPY_SEND),
            new Note(port, MACH_MSG_TYPE_MAKE_SEND).Memory(memory, 64).Ports(memory, 0, MACH_MSG_TYPE_COPY_SEND),
            new Note(port, MACH_MSG_TYPE_MAKE_SEND).Memory(memory, 64).Port(port, MACH_MSG_TYPE_MAKE_SEND_ONCE).Word(1),
        ];
        int[] ports = [0, 0, 2, 0, 1];
        for (var index = 0; index < notes.Length; index++)
        {
            Assert.Equal(MACH_MSG_SUCCESS, task.Send(notes[index]));
            uint number = 0;
            Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_peek(task.Self, port, 0, ref number, out var size, out _, new byte[8], out _));
            Assert.Equal((uint)(notes[index].Bytes.Length + 8 + 4 * ports[index]), size);
            task.Receive(port);
        }
    }

    [Theory, EveryWorld, Rule("R-PEEK-3", "R-PEEK-4")]
    public void Gives_the_trailer_with_the_smallest_size_in_it(World world)
    {
        using var machine = world.Boot();
        var (task, other) = (machine.NewTask("task"), machine.NewTask("other", identity: new TaskIdentity(501, 20, 77)));
        var port = task.Receive();
        var send = task.GiveSend(other, port);
        Assert.Equal(KERN_SUCCESS, task.Ports().Message.mach_port_set_seqno(task.Self, port, 30));
        task.Push(port);
        Assert.Equal(MACH_MSG_SUCCESS, other.Send(new Note(send, MACH_MSG_TYPE_COPY_SEND)));
        foreach (var (elements, size) in ((int, uint)[])[(0, 8), (1, 12), (2, 20), (3, 52)])
        {
            var trailer = new byte[68];
            uint number = 31;
            Assert.Equal(
                KERN_SUCCESS,
                task.Ports().Message.mach_port_peek(
                    task.Self, port, (uint)MACH_RCV_TRAILER_ELEMENTS(elements), ref number, out _, out _, trailer, out var count));
            Assert.Equal(size, count);
            Assert.Equal((0u, 8u), (Word(trailer, 0), Word(trailer, 4)));
            Assert.Equal(elements >= 1 ? 31u : 0u, Word(trailer, 8));
            Assert.Equal(elements >= 2 ? (501u, 20u) : (0u, 0u), (Word(trailer, 12), Word(trailer, 16)));
            Assert.Equal(elements >= 3 ? 77u : 0u, Word(trailer, 20 + 5 * 4));
        }
    }

    [Theory, EveryWorld, Rule("R-PEEK-4")]
    public void Takes_nothing(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        task.Push(port, id: 1);
        task.Push(port, id: 2);
        for (var count = 0; count < 3; count++)
            Assert.Equal(KERN_SUCCESS, Peek(task, port));
        Assert.Equal((2u, 0u), (task.Status(port).mps_msgcount, task.Status(port).mps_seqno));
        var letter = task.Receive(port, MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_SEQNO));
        Assert.Equal((1, 0u, 12u), (letter.Id, letter.Sequence, letter.TrailerSize));
    }

    private static kern_return_t Peek(Party task, uint name, int elements = 0, int room = 68, uint sequence = 0) =>
        task.Ports().Message.mach_port_peek(
            task.Self, name, (uint)MACH_RCV_TRAILER_ELEMENTS(elements), ref sequence, out _, out _, new byte[room], out _);

    private static uint Word(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));
}
