namespace Mach.Conformance;

/// <summary>Sending and receiving by one of the three traps.</summary>
public readonly struct MessageCalls(Party party, MessageTrap trap)
{
    public kern_return_t Make(in MessageArguments arguments)
    {
        var frame = arguments.Frame(trap);
        party.Thread.Call(ref frame);
        return frame.Code;
    }

    /// <summary>Sends a note; the bytes afterwards are what a failed send left in the buffer.</summary>
    public kern_return_t Send(Note note, ulong options = 0, uint timeout = 0)
    {
        var bytes = note.Bytes;
        var address = party.Buffer(bytes);
        var code = Make(Sending(note, address, options, timeout));
        note.AfterSend = Party.Memory(address, bytes.Length).ToArray();
        return code;
    }

    /// <summary>Receives, polling unless a time is given.</summary>
    public kern_return_t Receive(uint name, out Letter letter, ulong options = 0, uint timeout = 0, int room = 4096)
    {
        var address = party.Buffer(Math.Max(room, 1));
        var code = Make(Receiving(name, address, (uint)room, options | MACH64_RCV_TIMEOUT, timeout));
        letter = new Letter(Party.Memory(address, room).ToArray());
        return code;
    }

    /// <summary>Receives a message that must be there.</summary>
    public Letter Receive(uint name, ulong options = 0)
    {
        Assert.Equal(MACH_MSG_SUCCESS, Receive(name, out var letter, options));
        return letter;
    }

    /// <summary>Sends and receives in one call, polling for the receive unless a time is given.</summary>
    public kern_return_t SendAndReceive(
        Note note, uint name, out Letter letter, ulong options = 0, uint timeout = 0, int room = 4096)
    {
        var bytes = note.Bytes;
        var address = party.Buffer(Math.Max(room, bytes.Length));
        bytes.CopyTo(Party.Memory(address, bytes.Length));
        var own = trap == MessageTrap.MachMsgOverwrite ? party.Buffer(Math.Max(room, 1)) : 0;
        var code = Make(Sending(note, address, options | MACH64_RCV_MSG | MACH64_RCV_TIMEOUT, timeout) with
        {
            ReceiveName = name,
            ReceiveBuffer = own,
            ReceiveSize = (uint)room,
        });
        note.AfterSend = Party.Memory(address, bytes.Length).ToArray();
        letter = new Letter(Party.Memory(own == 0 ? address : own, room).ToArray());
        return code;
    }

    /// <summary>The arguments of a send from an address.</summary>
    public static MessageArguments Sending(Note note, ulong address, ulong options = 0, uint timeout = 0) =>
        new MessageArguments
        {
            Options = MACH64_SEND_MSG | options,
            Message = address,
            SendSize = (uint)note.Bytes.Length,
            Timeout = timeout,
        }.With(note);

    /// <summary>The arguments of a receive to an address.</summary>
    public static MessageArguments Receiving(uint name, ulong address, uint size, ulong options = 0, uint timeout = 0) =>
        new()
        {
            Options = MACH64_RCV_MSG | options,
            Message = address,
            ReceiveBuffer = address,
            ReceiveName = name,
            ReceiveSize = size,
            Timeout = timeout,
        };
}
