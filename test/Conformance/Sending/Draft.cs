namespace Mach.Conformance.Sending;

/// <summary>A good message that uses everything a message can have, and the ways to spoil it one by one.</summary>
internal sealed class Draft
{
    private readonly Party _task;
    private readonly Fence _fence;
    private readonly MessageTrap _trap;

    internal Draft(Party task, Fence fence, MessageTrap trap)
    {
        _task = task;
        _fence = fence;
        _trap = trap;
        var port = task.ReceiveAndSend();
        Destination = task.ReceiveAndSend();
        Assert.Equal(KERN_SUCCESS, task.Ports().mach_port_mod_refs(task.Self, Destination, MACH_PORT_RIGHT_SEND, 1));
        Reply = task.Receive();
        Carried = port;
        Once = task.SendOnce(port);
        Moved = task.Receive();
        Region = task.Region(100);
    }

    internal uint Destination, Reply, Voucher, Carried, Once, Moved;
    internal ulong Region;
    internal int RemoteDisposition = MACH_MSG_TYPE_MOVE_SEND, LocalDisposition = MACH_MSG_TYPE_MAKE_SEND_ONCE, VoucherDisposition;
    internal uint? Count, SendSize;
    internal byte FirstType = (byte)MACH_MSG_PORT_DESCRIPTOR;
    internal int Copy = MACH_MSG_VIRTUAL_COPY;
    internal uint Elements = 1;
    internal int GuardFlags = MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND;
    internal bool RunsOverTheEdge;
    internal ulong Options = MACH64_SEND_TIMEOUT;

    internal kern_return_t Send()
    {
        var note = new Note(Destination, RemoteDisposition, Reply, LocalDisposition, id: 1) { Voucher = Voucher, Count = Count };
        note.Bits |= (uint)VoucherDisposition << 16;
        note.Port(Carried, MACH_MSG_TYPE_COPY_SEND)
            .Memory(Region, 100, deallocate: true, Copy)
            .Ports(_task.Names(Once), Elements, MACH_MSG_TYPE_MOVE_SEND_ONCE)
            .GuardedPort(Moved, 0, GuardFlags)
            .Word(0);
        var bytes = note.Bytes;
        bytes[28 + 11] = FirstType;
        var address = RunsOverTheEdge ? _fence.Across(bytes, bytes.Length - 4) : _task.Buffer(bytes);
        var arguments = MessageCalls.Sending(note, address, Options);
        return _task.By(_trap).Make(arguments with { SendSize = SendSize ?? arguments.SendSize });
    }
}
