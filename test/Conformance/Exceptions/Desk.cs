using System.Buffers.Binary;

namespace Mach.Conformance.Exceptions;

/// <summary>A port at which a task is told of exceptions, and answers by hand.</summary>
internal sealed class Desk
{
    internal const int Codes = MACH_EXCEPTION_CODES;

    private readonly Party _party;

    internal Desk(Party party)
    {
        _party = party;
        Port = party.ReceiveAndSend();
    }

    /// <summary>Receive right, and a send right under the same name.</summary>
    internal uint Port { get; }

    /// <summary>Exceptions of the types in the mask that a task of the party's meets are told here.</summary>
    internal Desk Serve(uint task, int mask = EXC_MASK_ALL, int behaviour = EXCEPTION_DEFAULT | Codes, int flavor = 0)
    {
        Assert.Equal(KERN_SUCCESS, _party.TaskCalls.task_set_exception_ports(task, (uint)mask, Port, behaviour, flavor));
        return this;
    }

    /// <summary>Exceptions of the types in the mask that a thread meets are told here.</summary>
    internal Desk ServeThread(uint thread, int mask = EXC_MASK_ALL, int behaviour = EXCEPTION_DEFAULT | Codes, int flavor = 0)
    {
        Assert.Equal(KERN_SUCCESS, _party.ThreadCalls.thread_set_exception_ports(thread, (uint)mask, Port, behaviour, flavor));
        return this;
    }

    /// <summary>The request that must be there.</summary>
    internal Letter Take(int id = 2405)
    {
        Assert.Equal(MACH_MSG_SUCCESS, _party.Receive(Port, out var letter, room: 8192));
        Assert.Equal(id, letter.Id);
        return letter;
    }

    internal void ExpectNothing() => _party.ExpectNothing(Port);

    /// <summary>Answers without a state.</summary>
    internal void Answer(Letter request, kern_return_t code = KERN_SUCCESS) =>
        Send(request, Reply(request).Body(Ndr).Word((uint)code));

    /// <summary>Answers with a state.</summary>
    internal void Answer(Letter request, int flavor, params ReadOnlySpan<uint> state)
    {
        var note = Reply(request).Body(Ndr).Word(0).Word((uint)flavor).Word((uint)state.Length);
        foreach (var word in state)
            note.Word(word);
        Send(request, note);
    }

    /// <summary>An answer of any shape.</summary>
    internal void Send(Letter request, Note note)
    {
        Assert.Equal((uint)MACH_MSG_TYPE_PORT_SEND_ONCE, request.RemoteDisposition);
        Assert.Equal(MACH_MSG_SUCCESS, _party.Send(note));
    }

    /// <summary>An answer as far as its header goes.</summary>
    internal static Note Reply(Letter request, int distance = 100, uint local = 0, int localDisposition = 0) =>
        new(request.Remote, MACH_MSG_TYPE_MOVE_SEND_ONCE, local, localDisposition, request.Id + distance);

    internal static ReadOnlySpan<byte> Ndr => [0, 0, 0, 0, 1, 0, 0, 0];

    /// <summary>Type and codes of a request, from the place where the type is.</summary>
    internal static (int Type, uint Count, long Code, long Subcode) Exception(Letter letter, int at, bool wide = true)
    {
        var bytes = letter.Bytes.AsSpan(at);
        var codes = bytes[8..];
        return (
            BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            wide ? BinaryPrimitives.ReadInt64LittleEndian(codes) : BinaryPrimitives.ReadInt32LittleEndian(codes),
            wide ? BinaryPrimitives.ReadInt64LittleEndian(codes[8..]) : BinaryPrimitives.ReadInt32LittleEndian(codes[4..]));
    }
}
