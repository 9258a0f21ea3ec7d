using System.Buffers.Binary;

namespace Mach.Conformance;

/// <summary>What many tests of messages set up or look at.</summary>
internal static class PartySetUp
{
    /// <summary>A received port with a send right, whose queue is full of messages with the numbers 1 to 5.</summary>
    public static uint FullPort(this Party party)
    {
        var port = party.ReceiveAndSend();
        for (var id = 1; id <= 5; id++)
            Assert.Equal(MACH_MSG_SUCCESS, party.Send(new Note(port, MACH_MSG_TYPE_COPY_SEND, id: id)));
        return port;
    }

    /// <summary>A send right with as many references, to a port that a new task receives and that lives.</summary>
    public static (uint Send, Party Receiver, uint Port) SendTo(this Machine machine, Party holder, int references = 1)
    {
        var receiver = machine.NewTask("receiver");
        var port = receiver.Receive();
        var send = receiver.GiveSend(holder, port);
        if (references > 1)
            Assert.Equal(KERN_SUCCESS, holder.Ports().mach_port_mod_refs(holder.Self, send, MACH_PORT_RIGHT_SEND, references - 1));
        return (send, receiver, port);
    }

    /// <summary>A receive right made with options and a context.</summary>
    public static uint Construct(this Party party, int flags, ulong context)
    {
        Assert.Equal(
            KERN_SUCCESS,
            party.Ports().mach_port_construct(party.Self, new mach_port_options_t { flags = (uint)flags }, context, out var name));
        return name;
    }

    /// <summary>How many hold a send right to a port received here.</summary>
    public static uint Senders(this Party party, uint port)
    {
        Assert.Equal(KERN_SUCCESS, party.Ports().Message.mach_port_get_srights(party.Self, port, out var count));
        return count;
    }

    /// <summary>Makes dead names until the space has no room for another.</summary>
    public static void UseUpNames(this Party party)
    {
        kern_return_t code;
        do
            code = party.Ports().mach_port_allocate(party.Self, MACH_PORT_RIGHT_DEAD_NAME, out _);
        while (code == KERN_SUCCESS);
        Assert.Equal(KERN_NO_SPACE, code);
    }

    /// <summary>A dead-name request on a name, told on a port received here.</summary>
    public static void AskForDeath(this Party party, uint name, uint notify) =>
        Assert.Equal(
            KERN_SUCCESS,
            party.Ports().mach_port_request_notification(
                party.Self, name, MACH_NOTIFY_DEAD_NAME, 0, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE, out _));

    /// <summary>A no-senders request on a port, told on another port received here.</summary>
    public static void AskForNoSenders(this Party party, uint port, uint notify) =>
        Assert.Equal(
            KERN_SUCCESS,
            party.Ports().mach_port_request_notification(
                party.Self, port, MACH_NOTIFY_NO_SENDERS, 1, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE, out _));

    /// <summary>
    /// Everything a task holds in words: each name with its type, its references and the counts of what is received under it.
    /// Equal before and after a call that must change nothing.
    /// </summary>
    public static unsafe string[] Holdings(this Party party)
    {
        var own = party.Thread.MigReplyPort;
        var calls = party.Ports().Message;
        Assert.Equal(KERN_SUCCESS, calls.mach_port_names(party.Self, out var names, out var count, out var types, out _));
        var found = new List<string>();
        for (var index = 0; index < count; index++)
        {
            var (name, type) = (((uint*)names.Address)[index], ((uint*)types.Address)[index]);
            if (name == own)
                continue;
            var line = $"{name:x}: type {type:x}";
            if ((type & MACH_PORT_TYPE_SEND) != 0)
                line += $", {party.References(name, MACH_PORT_RIGHT_SEND)} references";
            if ((type & MACH_PORT_TYPE_DEAD_NAME) != 0)
                line += $", {party.References(name, MACH_PORT_RIGHT_DEAD_NAME)} references";
            if ((type & MACH_PORT_TYPE_RECEIVE) != 0)
            {
                var status = party.Status(name);
                Assert.Equal(KERN_SUCCESS, calls.mach_port_get_srights(party.Self, name, out var sends));
                line += $", make-send count {status.mps_mscount}, {sends} senders, {status.mps_sorights} send-once, {status.mps_msgcount} queued";
            }
            found.Add(line);
        }
        party.Task.Deallocate(names.Address, count * sizeof(uint));
        party.Task.Deallocate(types.Address, count * sizeof(uint));
        found.Sort(StringComparer.Ordinal);
        return [.. found];
    }

    /// <summary>The addresses and names as they lie in memory.</summary>
    public static ulong Names(this Party party, params ReadOnlySpan<uint> names)
    {
        var bytes = new byte[names.Length * sizeof(uint)];
        for (var index = 0; index < names.Length; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(index * sizeof(uint)), names[index]);
        return party.Buffer(bytes);
    }

    /// <summary>A region of the task's own, which a message may take from it, filled with a pattern.</summary>
    public static ulong Region(this Party party, int size, byte first = 1)
    {
        var address = party.Task.Allocate((ulong)size);
        var bytes = Party.Memory(address, size);
        for (var index = 0; index < size; index++)
            bytes[index] = (byte)(first + (index * 31));
        return address;
    }
}
