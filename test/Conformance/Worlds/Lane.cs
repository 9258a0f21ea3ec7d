namespace Mach.Conformance;

/// <summary>A way from one task to another: a port received there and a send right to it here.</summary>
public sealed class Lane
{
    public Lane(Party from, Party to)
    {
        From = from;
        To = to;
        Door = to.Receive();
        Key = to.GiveSend(from, Door);
    }

    public Party From { get; }

    public Party To { get; }

    /// <summary>The receive right, named by <see cref="To"/>.</summary>
    public uint Door { get; }

    /// <summary>The send right, named by <see cref="From"/>.</summary>
    public uint Key { get; }

    /// <summary>Sends one right in a message's body.</summary>
    public kern_return_t Send(uint name, int disposition) =>
        From.Send(new Note(Key, MACH_MSG_TYPE_COPY_SEND).Port(name, disposition));

    /// <summary>Sends one right and takes the message off at the other end.</summary>
    public Letter Carry(uint name, int disposition)
    {
        Assert.Equal(MACH_MSG_SUCCESS, Send(name, disposition));
        return To.Receive(Door);
    }
}
