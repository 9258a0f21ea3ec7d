using System.Runtime.InteropServices;

namespace Mach.Conformance;

/// <summary>A task as tests act through it: raw calls, raw messages, its own memory.</summary>
public sealed unsafe partial class Party : IDisposable
{
    private readonly Machine _machine;
    private readonly List<nint> _buffers = [];
    private readonly List<Sleeper> _sleepers = [];

    internal Party(Machine machine, MachTask task)
    {
        _machine = machine;
        Task = task;
    }

    public MachTask Task { get; }

    /// <summary>The task is this process, which goes on.</summary>
    internal bool IsProcess { get; init; }

    /// <summary>The running OS thread as a thread of this task.</summary>
    public MachThread Thread => Task.CurrentThread;

    public uint Self => Task.SelfName;

    public MachTrapClient Traps => new(Thread);

    /// <summary>The calls on names by one of the two routes.</summary>
    public PortCalls Ports(Route route = Route.Trap) => new(this, route);

    /// <summary>Messages by one of the three traps.</summary>
    public MessageCalls By(MessageTrap trap) => new(this, trap);

    /// <summary>One more thread of the task, whose blocked calls cost no OS thread.</summary>
    public Sleeper NewSleeper()
    {
        var sleeper = _machine.NewSleeper(this);
        lock (_sleepers)
            _sleepers.Add(sleeper);
        return sleeper;
    }

    /// <summary>One more thread of the task, with a CPU.</summary>
    public Robot NewRobot(CpuKind kind = CpuKind.Arm64) => _machine.NewRobot(this, kind);

    /// <summary>A new receive right.</summary>
    public uint Receive()
    {
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_allocate(Self, MACH_PORT_RIGHT_RECEIVE, out var name));
        return name;
    }

    /// <summary>A new receive right with a send right under the same name.</summary>
    public uint ReceiveAndSend()
    {
        var name = Receive();
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_insert_right(Self, name, name, MACH_MSG_TYPE_MAKE_SEND));
        return name;
    }

    public uint PortSet()
    {
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_allocate(Self, MACH_PORT_RIGHT_PORT_SET, out var name));
        return name;
    }

    /// <summary>A send-once right to a port received here, under a name of its own.</summary>
    public uint SendOnce(uint receive)
    {
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_extract_right(Self, receive, MACH_MSG_TYPE_MAKE_SEND_ONCE, out var name, out var type));
        Assert.Equal((uint)MACH_MSG_TYPE_PORT_SEND_ONCE, type);
        return name;
    }

    /// <summary>The type bits of a name; 0 when the name does not exist.</summary>
    public uint TypeOf(uint name) => Ports().mach_port_type(Self, name, out var type) == KERN_SUCCESS ? type : 0;

    public uint References(uint name, uint right)
    {
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_get_refs(Self, name, right, out var count));
        return count;
    }

    public mach_port_status_t Status(uint name) => Ports().Status(name);

    /// <summary>Memory of this process that lives as long as the party.</summary>
    public ulong Buffer(int size)
    {
        var buffer = (nint)NativeMemory.AllocZeroed((nuint)size);
        lock (_buffers)
            _buffers.Add(buffer);
        return (ulong)buffer;
    }

    public ulong Buffer(ReadOnlySpan<byte> bytes)
    {
        var address = Buffer(Math.Max(bytes.Length, 1));
        bytes.CopyTo(Memory(address, bytes.Length));
        return address;
    }

    public static Span<byte> Memory(ulong address, int size) => new((void*)address, size);

    /// <summary>mach_msg by the old trap, which reads the header from memory.</summary>
    public kern_return_t MachMsg(
        ulong message, int option, uint sendSize, uint receiveSize, uint receiveName = 0, uint timeout = 0, uint notify = 0) =>
        Traps.mach_msg_trap(new UserPtr<mach_msg_header_t>(message), option, sendSize, receiveSize, receiveName, timeout, notify);

    /// <summary>Sends a note; the bytes afterwards are what a failed send left in the buffer.</summary>
    public kern_return_t Send(Note note, int options = 0, uint timeout = 0)
    {
        var bytes = note.Bytes;
        var address = Buffer(bytes);
        var code = MachMsg(address, MACH_SEND_MSG | options, (uint)bytes.Length, 0, 0, timeout);
        note.AfterSend = Memory(address, bytes.Length).ToArray();
        return code;
    }

    /// <summary>Receives, polling unless a time is given.</summary>
    public kern_return_t Receive(uint name, out Letter letter, int options = 0, uint timeout = 0, int room = 4096)
    {
        var address = Buffer(room);
        var code = MachMsg(address, MACH_RCV_MSG | MACH_RCV_TIMEOUT | options, 0, (uint)room, name, timeout);
        letter = new Letter(Memory(address, room).ToArray());
        return code;
    }

    /// <summary>Receives a message that must be there.</summary>
    public Letter Receive(uint name, int options = 0)
    {
        Assert.Equal(MACH_MSG_SUCCESS, Receive(name, out var letter, options));
        return letter;
    }

    /// <summary>Nothing waits on the name.</summary>
    public void ExpectNothing(uint name) => Assert.Equal(MACH_RCV_TIMED_OUT, Receive(name, out _));

    /// <summary>Gives another party a send right to a port received here; returns that party's name for it.</summary>
    public uint GiveSend(Party to, uint receive) => Give(to, receive, MACH_MSG_TYPE_MAKE_SEND);

    /// <summary>Gives another party a right, by a message; returns that party's name for it.</summary>
    public uint Give(Party to, uint name, int disposition)
    {
        var door = to.Receive();
        var control = ControlOf(to);
        Assert.Equal(KERN_SUCCESS, Ports(Route.Message).mach_port_extract_right(control, door, MACH_MSG_TYPE_MAKE_SEND, out var key, out _));
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_deallocate(Self, control));
        Assert.Equal(MACH_MSG_SUCCESS, Send(new Note(key, MACH_MSG_TYPE_MOVE_SEND).Port(name, disposition)));
        var given = to.Receive(door).PortName(0);
        Assert.Equal(KERN_SUCCESS, to.Ports().mach_port_mod_refs(to.Self, door, MACH_PORT_RIGHT_RECEIVE, -1));
        return given;
    }

    /// <summary>A send right to another task's control port; the caller releases it.</summary>
    public uint ControlOf(Party other) => other.Task.GiveControlTo(Task).Name;

    public void Dispose()
    {
        if (!IsProcess)
            Task.Dispose();
        foreach (var sleeper in _sleepers)
            sleeper.Dispose();
        foreach (var buffer in _buffers)
            NativeMemory.Free((void*)buffer);
        _buffers.Clear();
    }
}
