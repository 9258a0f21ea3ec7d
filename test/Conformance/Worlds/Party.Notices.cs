namespace Mach.Conformance;

public sealed unsafe partial class Party
{
    /// <summary>Takes a request back; returns the name of its send-once right.</summary>
    public uint CancelRequest(uint name, int id, Route route = Route.Trap) => Ask(name, id, MACH_PORT_NULL, 0, route);

    /// <summary>Asks for a notification on a port received here; the code of the call.</summary>
    public kern_return_t TryRequest(uint name, int id, uint on, uint sync, Route route, out uint previous) =>
        Ports(route).mach_port_request_notification(Self, name, id, sync, on, MACH_MSG_TYPE_MAKE_SEND_ONCE, out previous);

    /// <inheritdoc cref="TryRequest(uint, int, uint, uint, Route, out uint)"/>
    public kern_return_t TryRequest(uint name, int id, uint on, uint sync = 0, Route route = Route.Trap) =>
        TryRequest(name, id, on, sync, route, out _);

    /// <summary>Receives the notification that must wait on a port and be the only one; its word is a name or a count.</summary>
    public void ExpectOnlyNotice(uint port, int id, uint word)
    {
        Assert.Equal(word, ExpectNotice(port, id).Word(32));
        ExpectNothing(port);
    }

    /// <summary>A name that was valid once and is so no more.</summary>
    public uint StaleName()
    {
        var name = Receive();
        Die(name);
        return name;
    }

    /// <summary>Changes the references of a dead name.</summary>
    public void AddDeads(uint name, int delta) =>
        Assert.Equal(KERN_SUCCESS, Ports().mach_port_mod_refs(Self, name, MACH_PORT_RIGHT_DEAD_NAME, delta));

    public void SetLimit(uint port, int limit) =>
        Assert.Equal(KERN_SUCCESS, Ports().Message.mach_port_set_attributes(Self, port, MACH_PORT_LIMITS_INFO, [limit]));

    /// <summary>Queues a message on a port received here, whatever its limit.</summary>
    public void Push(uint port, int id = 0, int words = 0)
    {
        var note = new Note(port, MACH_MSG_TYPE_MAKE_SEND_ONCE, id: id);
        for (var word = 0; word < words; word++)
            note.Word((uint)word);
        Assert.Equal(MACH_MSG_SUCCESS, Send(note));
    }

    /// <summary>Queues messages on a port received here until it is full.</summary>
    public void Fill(uint port)
    {
        for (var status = Status(port); status.mps_msgcount < status.mps_qlimit; status = Status(port))
            Push(port);
    }

    /// <summary>Sends without waiting for room.</summary>
    public kern_return_t Poll(Note note, int options = 0) => Send(note, options | MACH_SEND_TIMEOUT);

    /// <summary>A new service port of this name.</summary>
    public uint ServicePort(string service, Route route = Route.Trap)
    {
        var info = new byte[256];
        System.Text.Encoding.ASCII.GetBytes(service, info);
        info[255] = 3;      // the domain
        var options = new mach_port_options_t { flags = MPO_SERVICE_PORT, service_port_info = new(Buffer(info)) };
        Assert.Equal(KERN_SUCCESS, Ports(route).mach_port_construct(Self, options, 0, out var name));
        return name;
    }

    /// <summary>Puts a port into a set.</summary>
    public void Join(uint port, uint set) => Assert.Equal(KERN_SUCCESS, Ports().mach_port_insert_member(Self, port, set));

    /// <summary>The members of a set as the kernel lists them.</summary>
    public uint[] Members(uint set)
    {
        Assert.Equal(KERN_SUCCESS, Ports().Message.mach_port_get_set_status(Self, set, out var members, out var count));
        return new ReadOnlySpan<uint>((void*)members.Address, (int)count).ToArray();
    }
}
