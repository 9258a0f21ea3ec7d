using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Conformance.Vectors;

public class A_vector
{
    private static byte[] Aux(int size)
    {
        var bytes = new byte[size];
        for (var index = 0; index < size; index++)
            bytes[index] = (byte)(0x80 + index);
        return bytes;
    }

    [Theory, EveryWorld, Rule("R-M2-5")]
    public void Is_one_or_two_elements_of_24_bytes(World world)
    {
        Assert.Equal(24, Unsafe.SizeOf<mach_msg_vector_t>());
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 31).Word(0x3131);
        var call = new VectorCall(task).Sends(note, Aux(16));
        Assert.Equal(MACH_MSG_SUCCESS, call.Send(note, 2));
        var receive = new VectorCall(task).Receives(200, 64);
        Assert.Equal(MACH_MSG_SUCCESS, receive.Receive(port, 2));
        Assert.Equal((31, 0x3131u), (receive.Letter.Id, receive.Letter.Word(24)));
        Assert.Equal(Aux(16)[8..], receive.ReceivedAux[8..16]);
        // {data, rcv_addr, send_size, rcv_size}, byte by byte.
        var raw = new byte[24];
        BinaryPrimitives.WriteUInt64LittleEndian(raw, task.Buffer(note.Bytes));
        BinaryPrimitives.WriteUInt64LittleEndian(raw.AsSpan(8), task.Buffer(200));
        BinaryPrimitives.WriteUInt32LittleEndian(raw.AsSpan(16), 28);
        BinaryPrimitives.WriteUInt32LittleEndian(raw.AsSpan(20), 200);
        var both = new VectorCall(task) { Place = task.Buffer(raw) };
        Assert.Equal(MACH_MSG_SUCCESS, both.SendAndReceive(note, 1, port, 1));
        var buffer = BinaryPrimitives.ReadUInt64LittleEndian(raw.AsSpan(8));
        Assert.Equal(31, new Letter(Party.Memory(buffer, 200).ToArray()).Id);
    }

    [Theory, EveryWorld, Rule("R-M2-5")]
    public void Of_another_length_is_refused_with_a_code_for_each_half(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 1);
        var call = new VectorCall(task).Sends(note).Receives(200, 64);
        foreach (var count in (uint[])[3, 100, uint.MaxValue])
        {
            Assert.Equal(MACH_SEND_INVALID_DATA, call.Send(note, count));
            Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, call.Receive(port, count));
            Assert.Equal(MACH_SEND_INVALID_DATA, call.SendAndReceive(note, 1, port, count));
        }
        Assert.Equal(MACH_SEND_MSG_TOO_SMALL, call.Send(note, 0));
        Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, call.Receive(port, 0));
        task.ExpectNothing(port);
        // Bad receive arguments are told of after the send.
        Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, call.SendAndReceive(note, 1, port, 0));
        Assert.Equal(1, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-M2-5")]
    public void Is_read_once_as_far_as_the_greater_count_says(World world)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 1);
        mach_msg_vector_t[] one = [new() { msgv_data = task.Buffer(note.Bytes), msgv_send_size = 24, msgv_rcv_addr = task.Buffer(100), msgv_rcv_size = 100 }];
        var call = new VectorCall(task) { Place = fence.Before(MemoryMarshal.AsBytes(one.AsSpan())) };
        Assert.Equal(MACH_SEND_INVALID_DATA, call.Send(note, 2));
        Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, call.Receive(port, 2));
        Assert.Equal(MACH_SEND_INVALID_DATA, call.SendAndReceive(note, 1, port, 2));
        Assert.Equal(MACH_SEND_INVALID_DATA, call.Make(MessageCalls.Sending(note, 0) with { SendSize = 1, ReceiveSize = 2 }));
        Assert.Equal(MACH_MSG_SUCCESS, call.SendAndReceive(note, 1, port, 1));
        Assert.Equal(MACH_SEND_INVALID_DATA, new VectorCall(task) { Place = fence.Nowhere }.Send(note, 1));
        Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, new VectorCall(task) { Place = 0 }.Receive(port, 1));
    }

    [Theory, EveryWorld, Rule("R-M2-6")]
    public void Sends_a_message_and_data_of_a_proper_size(World world)
    {
        using var machine = world.Boot();
        using var fence = new Fence();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 6).Word(0);
        VectorCall With(Action<VectorCall> change)
        {
            var call = new VectorCall(task).Sends(note, Aux(16));
            change(call);
            return call;
        }
        Assert.Equal(MACH_SEND_INVALID_DATA, With(static call => call.Message.msgv_data = 0).Send(note, 2));
        foreach (var size in (uint[])[0, 20, 27])
            Assert.Equal(MACH_SEND_MSG_TOO_SMALL, With(call => call.Message.msgv_send_size = size).Send(note, 2));
        Assert.Equal(MACH_SEND_TOO_LARGE, With(static call => call.Message.msgv_send_size = 50_331_584).Send(note, 2));
        Assert.Equal(MACH_SEND_INVALID_DATA, With(static call => call.Aux.msgv_data = 0).Send(note, 2));
        foreach (var size in (uint[])[1, 4, 7])
            Assert.Equal(MACH_SEND_AUX_TOO_SMALL, With(call => call.Aux.msgv_send_size = size).Send(note, 2));
        foreach (var size in (uint[])[1025, uint.MaxValue])
            Assert.Equal(MACH_SEND_AUX_TOO_LARGE, With(call => call.Aux.msgv_send_size = size).Send(note, 2));
        Assert.Equal(MACH_SEND_INVALID_DATA, With(call => call.Aux.msgv_data = fence.Nowhere).Send(note, 2));
        Assert.Equal(MACH_SEND_INVALID_DATA, With(call => call.Message.msgv_data = fence.Nowhere).Send(note, 2));
        task.ExpectNothing(port);
        Assert.Equal(MACH_MSG_SUCCESS, With(static call => (call.Aux.msgv_data, call.Aux.msgv_send_size) = (0, 0)).Send(note, 2));
        Assert.Equal(MACH_MSG_SUCCESS, With(static call => call.Aux.msgv_send_size = 8).Send(note, 2));
        Assert.Equal(MACH_MSG_SUCCESS, new VectorCall(task).Sends(note, Aux(1024)).Send(note, 2));
    }

    [Theory, EveryWorld, Rule("R-M2-7", "R-M2-8")]
    public void Carries_data_whose_first_eight_bytes_the_kernel_writes(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        foreach (var size in (int[])[8, 9, 100, 1024])
        {
            Assert.Equal(MACH_MSG_SUCCESS, new VectorCall(task).Sends(note, Aux(size)).Send(note, 2));
            var receive = new VectorCall(task).Receives(200, (uint)size);
            Assert.Equal(MACH_MSG_SUCCESS, receive.Receive(port, 2));
            Assert.Equal([.. BitConverter.GetBytes(size), 0, 0, 0, 0, .. Aux(size)[8..]], receive.ReceivedAux);
        }
    }

    [Theory, EveryWorld, Rule("R-M2-8")]
    public void Receives_an_empty_header_where_no_data_came(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        task.Push(port);
        var receive = new VectorCall(task).Receives(200, 16);
        Party.Memory(receive.Aux.msgv_rcv_addr, 16).Fill(0xcc);
        Assert.Equal(MACH_MSG_SUCCESS, receive.Receive(port, 2));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc], receive.ReceivedAux);
    }

    [Theory, EveryWorld, Rule("R-M2-8")]
    public void Of_two_elements_needs_a_place_for_that_header(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        task.Push(port, id: 8);
        foreach (var room in (uint[])[0, 1, 7])
        {
            var small = new VectorCall(task).Receives(200, 16);
            small.Aux.msgv_rcv_size = room;
            Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, small.Receive(port, 2));
        }
        var nowhere = new VectorCall(task).Receives(200, 16);
        nowhere.Aux.msgv_rcv_addr = 0;
        Assert.Equal(MACH_RCV_INVALID_ARGUMENTS, nowhere.Receive(port, 2));
        Assert.Equal(8, task.Receive(port).Id);
    }

    [Theory, EveryWorld, Rule("R-M2-9", "R-RCV-3")]
    public void Without_room_for_the_data_finds_the_message_too_large(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var (port, reply) = (task.Receive(), task.Receive());
        foreach (var elements in (uint[])[1, 2])
        {
            var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3);
            Assert.Equal(MACH_MSG_SUCCESS, new VectorCall(task).Sends(note, Aux(100)).Send(note, 2));
            var receive = new VectorCall(task).Receives(200, 99);
            Assert.Equal(MACH_RCV_TOO_LARGE, receive.Receive(port, elements));
            Assert.Equal((24u, 3), (receive.Letter.Size, receive.Letter.Id));
            task.ExpectNotice(reply, MACH_NOTIFY_SEND_ONCE);
            task.ExpectNothing(port);
        }
    }

    [Theory, EveryWorld, Rule("R-M2-9", "R-RCV-4")]
    public void Is_told_how_much_data_waits_if_it_asks_for_large_ones(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 3).Word(1);
        Assert.Equal(MACH_MSG_SUCCESS, new VectorCall(task).Sends(note, Aux(100)).Send(note, 2));
        var small = new VectorCall(task).Receives(200, 99);
        Assert.Equal(MACH_RCV_TOO_LARGE, small.Receive(port, 2, MACH64_RCV_LARGE));
        Assert.Equal([100, 0, 0, 0, 0, 0, 0, 0], small.ReceivedAux[..8]);
        Assert.Equal(28u, small.Letter.Size);
        Assert.Equal(MACH_RCV_TOO_LARGE, new VectorCall(task).Receives(200).Receive(port, 1, MACH64_RCV_LARGE));
        // A sleeper is told as well.
        Assert.Equal(MACH_MSG_SUCCESS, task.By(MessageTrap.MachMsg2).Receive(port, out _));
        Assert.Equal(MACH_MSG_SUCCESS, new VectorCall(task).Sends(note, Aux(100)).Send(note, 2));
        var enough = new VectorCall(task).Receives(200, 100);
        Assert.Equal(MACH_MSG_SUCCESS, enough.Receive(port, 2, MACH64_RCV_LARGE));
        Assert.Equal(Aux(100)[8..], enough.ReceivedAux[8..]);
    }

    [Theory, EveryMessageTrap, Rule("R-M2-9")]
    public void Is_not_needed_to_receive_a_message_whose_data_is_then_dropped(World world, MessageTrap trap)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 17).Word(5);
        Assert.Equal(MACH_MSG_SUCCESS, new VectorCall(task).Sends(note, Aux(1000)).Send(note, 2));
        Assert.Equal(MACH_MSG_SUCCESS, task.By(trap).Receive(port, out var letter, room: 36));
        Assert.Equal((17, 28u, 5u), (letter.Id, letter.Size, letter.Word(24)));
    }

    [Theory, EveryWorld, Rule("R-M2-10")]
    public void Without_a_receive_address_receives_into_the_message(World world)
    {
        using var machine = world.Boot();
        var task = machine.NewTask();
        var port = task.Receive();
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND, port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: 10).Body(new byte[40]);
        var call = new VectorCall(task).Sends(note, Aux(40));
        call.Message.msgv_rcv_size = 72;
        call.Aux.msgv_rcv_size = 40;
        Assert.Equal(MACH_MSG_SUCCESS, call.SendAndReceive(note, 2, port, 2));
        var letter = new Letter(Party.Memory(call.Message.msgv_data, 64).ToArray());
        Assert.Equal((0x1112u, port, 10), (letter.Bits, letter.Local, letter.Id));
        Assert.Equal([40, 0, 0, 0, 0, 0, 0, 0, .. Aux(40)[8..]], Party.Memory(call.Aux.msgv_data, 40).ToArray());
    }
}
