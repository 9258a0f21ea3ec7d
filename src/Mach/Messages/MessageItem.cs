namespace Mach;

/// <summary>What a descriptor of a message carries.</summary>
public enum ItemKind : byte
{
    /// <summary>One right.</summary>
    Right,

    /// <summary>One receive right with a guard.</summary>
    GuardedRight,

    /// <summary>An array of rights of one kind.</summary>
    Rights,

    /// <summary>A region of memory.</summary>
    Memory,

    /// <summary>A region of memory whose contents may have been dropped.</summary>
    VolatileMemory,
}

/// <summary>A look at one descriptor of a message. It owns nothing.</summary>
public readonly struct MessageItem
{
    private readonly mach_msg_descriptor_t _raw;

    internal MessageItem(mach_msg_descriptor_t raw) => _raw = raw;

    /// <summary>The descriptor's type.</summary>
    internal byte Type => (byte)_raw.type.type;

    /// <summary>The disposition of its right or rights as received; 0 for memory.</summary>
    internal byte Disposition => Kind switch
    {
        ItemKind.Right => (byte)_raw.port.disposition,
        ItemKind.GuardedRight => (byte)_raw.guarded_port.disposition,
        ItemKind.Rights => (byte)_raw.ool_ports.disposition,
        _ => 0,
    };

    /// <summary>What the descriptor carries.</summary>
    public ItemKind Kind => _raw.type.type switch
    {
        MACH_MSG_PORT_DESCRIPTOR => ItemKind.Right,
        MACH_MSG_GUARDED_PORT_DESCRIPTOR => ItemKind.GuardedRight,
        MACH_MSG_OOL_PORTS_DESCRIPTOR => ItemKind.Rights,
        MACH_MSG_OOL_DESCRIPTOR => ItemKind.Memory,
        _ => ItemKind.VolatileMemory,
    };

    /// <summary>The kind of its right or rights. For one right also whether it is there and alive.</summary>
    public RightKind RightKind => Kind switch
    {
        ItemKind.Right => Of(_raw.port.name, _raw.port.disposition),
        ItemKind.GuardedRight => Of(_raw.guarded_port.name, _raw.guarded_port.disposition),
        ItemKind.Rights => Of(_raw.ool_ports.disposition),
        _ => RightKind.None,
    };

    /// <summary>How many rights an array has.</summary>
    public int Count => Kind == ItemKind.Rights ? (int)_raw.ool_ports.count : 0;

    /// <summary>How many bytes a region has.</summary>
    public int Size => Kind is ItemKind.Memory or ItemKind.VolatileMemory ? (int)_raw.out_of_line.size : 0;

    internal static RightKind Of(mach_port_name_t name, mach_msg_type_name_t disposition) => name switch
    {
        MACH_PORT_NULL => RightKind.None,
        MACH_PORT_DEAD => RightKind.Dead,
        _ => Of(disposition),
    };

    private static RightKind Of(mach_msg_type_name_t disposition) => disposition switch
    {
        MACH_MSG_TYPE_PORT_SEND => RightKind.Send,
        MACH_MSG_TYPE_PORT_SEND_ONCE => RightKind.SendOnce,
        MACH_MSG_TYPE_PORT_RECEIVE => RightKind.Receive,
        _ => RightKind.None,
    };
}
