namespace Mach.Conformance;

public sealed unsafe partial class Party
{
    /// <summary>The calls on a task's own ports, by message.</summary>
    public MachTaskClient TaskCalls => new(Thread);

    /// <summary>A new dead name with one reference.</summary>
    public uint DeadName()
    {
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_allocate(Self, MACH_PORT_RIGHT_DEAD_NAME, out var name));
        return name;
    }

    /// <summary>A receive right made with options.</summary>
    public uint Construct(int flags, ulong context = 0, uint queueLimit = 0)
    {
        var options = new mach_port_options_t { flags = (uint)flags };
        options.mpl.mpl_qlimit = queueLimit;
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_construct(Self, options, context, out var name));
        return name;
    }

    /// <summary>Destroys a receive right.</summary>
    public void Die(uint receive) =>
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_mod_refs(Self, receive, MACH_PORT_RIGHT_RECEIVE, -1));

    /// <summary>Drops a reference of a send, send-once or dead-name right.</summary>
    public void Drop(uint name) => Assert.Equal(KERN_SUCCESS, Ports().mach_port_deallocate(Self, name));

    /// <summary>Changes the references of a send right.</summary>
    public void AddSends(uint name, int delta) =>
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_mod_refs(Self, name, MACH_PORT_RIGHT_SEND, delta));

    /// <summary>The user references of a send right; 0 when the name has none.</summary>
    public uint Sends(uint name) => References(name, MACH_PORT_RIGHT_SEND);

    /// <summary>The user references of a dead name; 0 when it is none.</summary>
    public uint Deads(uint name) => References(name, MACH_PORT_RIGHT_DEAD_NAME);

    /// <summary>How many hold a send right to a port received here.</summary>
    public uint Holders(uint receive)
    {
        Assert.Equal(KERN_SUCCESS, Ports().Message.mach_port_get_srights(Self, receive, out var count));
        return count;
    }

    /// <summary>Takes a right out of the own space and back into it.</summary>
    public uint Extract(uint name, int disposition)
    {
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_extract_right(Self, name, disposition, out var taken, out _));
        return taken;
    }

    /// <summary>Asks for a notification to a port received here; returns the previous right's name.</summary>
    public uint Ask(uint name, int id, uint notify, uint sync = 0, Route route = Route.Trap)
    {
        Assert.Equal(
            KERN_SUCCESS,
            Ports(route).mach_port_request_notification(Self, name, id, sync, notify, MACH_MSG_TYPE_MAKE_SEND_ONCE, out var previous));
        return previous;
    }

    /// <summary>Asks for a notification on a send-once right that is held here; returns the previous right's name.</summary>
    public uint AskMoving(uint name, int id, uint once, uint sync = 0)
    {
        Assert.Equal(
            KERN_SUCCESS,
            Ports().mach_port_request_notification(Self, name, id, sync, once, MACH_MSG_TYPE_MOVE_SEND_ONCE, out var previous));
        return previous;
    }

    /// <summary>The notification that must wait on a port, first in its queue.</summary>
    public Letter ExpectNotice(uint notify, int id)
    {
        var letter = Receive(notify);
        Assert.Equal(id, letter.Id);
        return letter;
    }

    /// <summary>The notification about a name that must wait on a port, first in its queue.</summary>
    public void ExpectNotice(uint notify, int id, uint name) => Assert.Equal(name, ExpectNotice(notify, id).Word(32));

    /// <summary>A send right of this task to a port of the other that has died since; nobody has looked at the name.</summary>
    public uint UnseenDeadSend(Party other, uint references = 1)
    {
        var port = other.Receive();
        var name = other.GiveSend(this, port);
        if (references > 1)
            AddSends(name, (int)references - 1);
        other.Die(port);
        return name;
    }

    /// <summary>A send-once right of this task to a port of the other that has died since; nobody has looked at the name.</summary>
    public uint UnseenDeadSendOnce(Party other)
    {
        var port = other.Receive();
        var name = other.Give(this, port, MACH_MSG_TYPE_MAKE_SEND_ONCE);
        other.Die(port);
        return name;
    }

    /// <summary>Every name of the space with its type bits, those of pending requests included.</summary>
    public Dictionary<uint, uint> Names()
    {
        Assert.Equal(KERN_SUCCESS, Ports().Message.mach_port_names(Self, out var names, out var count, out var types, out var typeCount));
        Assert.Equal(count, typeCount);
        var found = new Dictionary<uint, uint>();
        for (var index = 0; index < count; index++)
            found.Add(((uint*)names.Address)[index], ((uint*)types.Address)[index]);
        return found;
    }

    /// <summary>One record of the table of the space.</summary>
    public ipc_info_name_t Record(uint name) => Table().Records[name >> 8];

    /// <summary>An out-of-line array of words, such as names.</summary>
    public static uint[] Words(UserPtr<uint> array, uint count) => new ReadOnlySpan<uint>((void*)array.Address, (int)count).ToArray();

    /// <summary>The table of the space as a debugger sees it; looking at it changes nothing.</summary>
    public (ipc_info_space_t Info, ipc_info_name_t[] Records) Table()
    {
        Assert.Equal(KERN_SUCCESS, Ports().Message.mach_port_space_info(Self, out var info, out var table, out var count, out var tree, out var nodes));
        Assert.Equal((0ul, 0u), (tree.Address, nodes));
        return (info, new ReadOnlySpan<ipc_info_name_t>((void*)table.Address, (int)count).ToArray());
    }
}
