using System.Buffers.Binary;

namespace Mach.Conformance.Stress;

/// <summary>
/// One thread of a task at work, with message buffers of its own. What it posts carries its number, a serial number and a
/// send-once right to its ledger, so that each message it got rid of comes back there once: as an answer, or as a notification
/// that it was destroyed.
/// </summary>
internal sealed class Worker
{
    /// <summary>The id of answers.</summary>
    internal const int Answer = 1000;

    private const int Room = 256;

    private readonly Crowd _crowd;
    private readonly string _name;
    private readonly Thread _host;
    private readonly ulong _out, _in;
    private volatile string _doing = "has not begun";
    private volatile MachThread? _thread;
    private uint _on;

    internal Worker(Crowd crowd, uint number, string name, Party party, Action<Worker> work)
    {
        _crowd = crowd;
        _name = name;
        Number = number;
        Party = party;
        Chance = new Random((int)number * 7919 + 1);
        _out = party.Buffer(Room);
        _in = party.Buffer(Room);
        Ledger = party.Receive();
        _host = new Thread(() => Work(work)) { IsBackground = true, Name = name };
    }

    internal uint Number { get; }

    internal Party Party { get; }

    /// <summary>The same numbers in every run.</summary>
    internal Random Chance { get; }

    /// <summary>The receive right to which its posts come back.</summary>
    internal uint Ledger { get; }

    /// <summary>Posts that the kernel took.</summary>
    internal uint Accepted { get; private set; }

    /// <summary>Posts that came back unsent, whose rights it dropped.</summary>
    internal uint Returned { get; private set; }

    /// <summary>What it received of others' posts, in its own order.</summary>
    internal List<Parcel> Received { get; } = [];

    internal Exception? Failure { get; private set; }

    internal bool IsStopped => _crowd.IsBroken;

    internal void Start() => _host.Start();

    internal bool Join(TimeSpan patience) => _host.Join(patience);

    /// <summary>Interrupts it from another thread.</summary>
    internal void Interrupt() => _thread?.Interrupt();

    internal void Meet(Barrier barrier) => _crowd.Meet(barrier);

    /// <summary>Sends a numbered message, and drops what comes back if it is not taken.</summary>
    internal kern_return_t Post(uint remote, int options = 0, uint timeout = 0, int disposition = MACH_MSG_TYPE_COPY_SEND)
    {
        var code = Send(
            remote, disposition, Ledger, MACH_MSG_TYPE_MAKE_SEND_ONCE, 0, Number, Accepted, options: options, timeout: timeout);
        if (code == MACH_MSG_SUCCESS)
        {
            Accepted++;
        }
        else if (code is MACH_SEND_TIMED_OUT or MACH_SEND_INTERRUPTED or MACH_SEND_NO_BUFFER)
        {
            Returned++;
            Drop(Word(_out, 8));
            Drop(Word(_out, 12));
        }
        return code;
    }

    /// <summary>Sends a message of two words, with a port right if one is named.</summary>
    internal kern_return_t Send(
        uint remote, int disposition, uint local = 0, int localDisposition = 0, int id = 0, uint a = 0, uint b = 0,
        uint cargo = 0, int cargoDisposition = 0, int options = 0, uint timeout = 0)
    {
        var size = Write(_out, remote, disposition, local, localDisposition, id, a, b, cargo, cargoDisposition);
        (_doing, _on) = ("sends to", remote);
        return Traced(Party.MachMsg(_out, MACH_SEND_MSG | options, size, 0, 0, timeout));
    }

    /// <summary>Receives; without a time it waits for ever.</summary>
    internal kern_return_t Receive(uint name, out Parcel parcel, uint? timeout = null, int options = 0)
    {
        (_doing, _on) = ("receives on", name);
        var timed = timeout is null ? 0 : MACH_RCV_TIMEOUT;
        var code = Traced(Party.MachMsg(
            _in, MACH_RCV_MSG | timed | options | MACH_RCV_TRAILER_ELEMENTS(MACH_RCV_TRAILER_SEQNO), 0, Room, name, timeout ?? 0));
        parcel = code == MACH_MSG_SUCCESS ? Read() : default;
        return code;
    }

    /// <summary>Asks and waits for the answer in one call; an interruption of the wait is taken in stride.</summary>
    internal kern_return_t Call(uint remote, uint reply, uint a, uint b, out Parcel parcel)
    {
        var size = Write(_in, remote, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, 1, a, b, 0, 0);
        (_doing, _on) = ("calls", remote);
        const int trailer = MACH_RCV_TRAILER_SEQNO << 24;
        var code = Traced(Party.MachMsg(_in, MACH_SEND_MSG | MACH_RCV_MSG | trailer, size, Room, reply));
        while (code == MACH_RCV_INTERRUPTED)
            code = Traced(Party.MachMsg(_in, MACH_RCV_MSG | trailer, 0, Room, reply));
        parcel = code == MACH_MSG_SUCCESS ? Read() : default;
        return code;
    }

    /// <summary>The names of what came back with a message that was not taken: destination, reply and cargo.</summary>
    internal IEnumerable<uint> Unsent =>
        [Word(_out, 8), Word(_out, 12), (Word(_out, 0) & MACH_MSGH_BITS_COMPLEX) != 0 ? Word(_out, 28) : MACH_PORT_NULL];

    /// <summary>Keeps account of another's post and answers it.</summary>
    internal kern_return_t Acknowledge(in Parcel parcel)
    {
        Received.Add(parcel);
        return Send(parcel.Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE, id: Answer, a: parcel.Sender, b: parcel.Serial);
    }

    internal void Drop(uint name)
    {
        if (!MACH_PORT_VALID(name))
            return;
        var code = Party.Ports().mach_port_deallocate(Party.Self, name);
        Assert.True(code == KERN_SUCCESS || !Party.Task.IsAlive, $"{code} for 0x{name:x}");
    }

    public override string ToString() => $"{_name} of {Party.Task.Name}: {(_host.IsAlive ? "" : "ended; ")}{_doing} 0x{_on:x}, {Accepted} posted, {Received.Count} received";

    private kern_return_t Traced(kern_return_t code)
    {
        _doing = "after a call on";
        return _crowd.IsBroken ? throw new OperationCanceledException("Another worker failed.") : code;
    }

    private void Work(Action<Worker> work)
    {
        try
        {
            _thread = Party.Thread;
            _crowd.AwaitStart();
            work(this);
        }
        catch (Exception failure)
        {
            Failure = failure;
            _crowd.Break();
        }
    }

    private Parcel Read()
    {
        var complex = (Word(_in, 0) & MACH_MSGH_BITS_COMPLEX) != 0;
        var body = complex ? 40 : 24;
        var size = (int)Word(_in, 4);
        return new Parcel(
            (int)Word(_in, 20), Word(_in, 8), Word(_in, 12), size > 24 ? Word(_in, body) : 0, size > 28 ? Word(_in, body + 4) : 0,
            complex ? Word(_in, 28) : MACH_PORT_NULL, size > 32 ? Word(_in, 32) : 0, Word(_in, size + 8));
    }

    private static uint Word(ulong buffer, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Party.Memory(buffer, Room)[offset..]);

    private static uint Write(
        ulong buffer, uint remote, int disposition, uint local, int localDisposition, int id, uint a, uint b, uint cargo, int cargoDisposition)
    {
        var bytes = Party.Memory(buffer, Room);
        bytes.Clear();
        var complex = cargo != MACH_PORT_NULL;
        var body = complex ? 40 : 24;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)(disposition | localDisposition << 8) | (complex ? MACH_MSGH_BITS_COMPLEX : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], remote);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], local);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[20..], id);
        if (complex)
        {
            bytes[24] = 1;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[28..], cargo);
            bytes[38] = (byte)cargoDisposition;
        }
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[body..], a);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(body + 4)..], b);
        return (uint)body + 8;
    }
}

/// <summary>What one message brought; Count is the word of a notification.</summary>
internal readonly record struct Parcel(int Id, uint Remote, uint Local, uint Sender, uint Serial, uint Cargo, uint Count, uint Sequence);
