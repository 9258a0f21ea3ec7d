namespace Mach.Abi;

/// <summary>One descriptor of a message, copied out of it. What a descriptor of its type does not have reads as 0.</summary>
public readonly struct MachDescriptor
{
    internal MachDescriptor(in mach_msg_descriptor_t raw, int index, int offset) => (Raw, Index, Offset) = (raw, index, offset);

    /// <summary>The descriptor as C has it; the last 4 bytes of a port descriptor are 0.</summary>
    public mach_msg_descriptor_t Raw { get; }

    /// <summary>Its number in the message, from 0.</summary>
    public int Index { get; }

    /// <summary>Where it lies, in bytes from the start of the message.</summary>
    public int Offset { get; }

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c>; never another number.</summary>
    public uint Type => Raw.type.type;

    /// <summary>Bytes it takes in the message.</summary>
    public int Size => MachMessageLayout.DescriptorSize(Type);

    /// <summary>True for one right, guarded or not.</summary>
    public bool IsPort => Type is MACH_MSG_PORT_DESCRIPTOR or MACH_MSG_GUARDED_PORT_DESCRIPTOR;

    /// <summary>True for out-of-line memory, volatile or not.</summary>
    public bool IsMemory => Type is MACH_MSG_OOL_DESCRIPTOR or MACH_MSG_OOL_VOLATILE_DESCRIPTOR;

    /// <summary>True for an out-of-line array of rights.</summary>
    public bool IsPortArray => Type == MACH_MSG_OOL_PORTS_DESCRIPTOR;

    /// <summary>The name of the one right.</summary>
    public mach_port_name_t Name => Type switch
    {
        MACH_MSG_PORT_DESCRIPTOR => Raw.port.name,
        MACH_MSG_GUARDED_PORT_DESCRIPTOR => Raw.guarded_port.name,
        _ => MACH_PORT_NULL,
    };

    /// <summary>What was done with the right or rights: <c>MACH_MSG_TYPE_PORT_RECEIVE</c>, … in a received message.</summary>
    public mach_msg_type_name_t Disposition => IsMemory ? 0 : Raw.port.disposition;

    /// <summary>Address of the memory or of the array.</summary>
    public mach_vm_address_t Address => IsPort ? 0 : Raw.out_of_line.address;

    /// <summary>Bytes of the memory.</summary>
    public mach_msg_size_t MemorySize => IsMemory ? Raw.out_of_line.size : 0;

    /// <summary>Rights in the array.</summary>
    public mach_msg_size_t Count => IsPortArray ? Raw.ool_ports.count : 0;

    /// <summary>How the memory or the array travels.</summary>
    public mach_msg_copy_options_t Copy => IsPort ? 0 : Raw.out_of_line.copy;

    /// <summary>Sent: the memory leaves the sender. Received: whoever destroys the message frees it.</summary>
    public bool Deallocate => !IsPort && Raw.out_of_line.deallocate != 0;

    /// <summary>The guard of a guarded receive right.</summary>
    public mach_port_context_t Context => Type == MACH_MSG_GUARDED_PORT_DESCRIPTOR ? Raw.guarded_port.context : 0;

    /// <summary><c>MACH_MSG_GUARD_FLAGS_*</c> of a guarded receive right.</summary>
    public mach_msg_guard_flags_t GuardFlags => Type == MACH_MSG_GUARDED_PORT_DESCRIPTOR ? Raw.guarded_port.flags : 0;
}
