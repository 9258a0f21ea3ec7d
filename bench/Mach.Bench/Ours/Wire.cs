namespace Mach.Bench.Ours;

/// <summary>The raw calls that the measurements make, on one thread of one task.</summary>
internal readonly unsafe struct Wire(MachThread thread)
{
    private readonly MachTrapClient _traps = new(thread);
    private readonly MachThread _thread = thread;

    /// <summary>A set with these members.</summary>
    public uint NewSet(IEnumerable<uint> members)
    {
        uint set = 0;
        Require(_traps._kernelrpc_mach_port_allocate_trap(_thread.Task.SelfName, MACH_PORT_RIGHT_PORT_SET, At<uint>(&set)), "allocate");
        foreach (var member in members)
            Require(_traps._kernelrpc_mach_port_insert_member_trap(_thread.Task.SelfName, member, set), "insert_member");
        return set;
    }

    /// <summary>A receive right with a send right under the same name and the longest queue.</summary>
    public uint NewPort()
    {
        mach_port_options_t options = default;
        options.flags = MPO_INSERT_SEND_RIGHT | MPO_QLIMIT;
        options.mpl.mpl_qlimit = 1024;
        uint name = 0;
        Require(_traps._kernelrpc_mach_port_construct_trap(_thread.Task.SelfName, At<mach_port_options_t>(&options), 0, At<uint>(&name)), "construct");
        return name;
    }

    /// <summary>Destroys the receive right and one send right of a name.</summary>
    public void EndPort(uint name) => _traps._kernelrpc_mach_port_destruct_trap(_thread.Task.SelfName, name, -1, 0);

    /// <summary>mach_msg on this thread.</summary>
    public kern_return_t Message(Message64* message, int option, uint receive) =>
        _traps.mach_msg_trap(At<mach_msg_header_t>(message), option, (option & MACH_SEND_MSG) != 0 ? Message64.Size : 0, Message64.Room, receive, 0, 0);

    /// <summary>Ends the measurement when a call failed: a figure for a failing call would be worthless.</summary>
    public static void Require(kern_return_t code, string call)
    {
        if (code != KERN_SUCCESS)
            throw new InvalidOperationException($"{call} answered {code}.");
    }

    private static UserPtr<T> At<T>(void* address)
        where T : unmanaged => new((ulong)address);
}
