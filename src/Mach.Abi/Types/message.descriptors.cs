using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/message.h: descriptors. Bit-fields that fill whole bytes are bytes here, under properties of C's name and type.

/// <summary>The part that all descriptors share: the type in byte 11. 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_type_descriptor_t
{
    /// <summary>Of the descriptor's own kind.</summary>
    public natural_t pad1;

    /// <summary>Of the descriptor's own kind.</summary>
    public mach_msg_size_t pad2;

    private uint _bits;

    /// <summary>Of the descriptor's own kind (24 bits).</summary>
    public uint pad3
    {
        readonly get => _bits & 0xffffff;
        set => _bits = (_bits & 0xff000000) | (value & 0xffffff);
    }

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _bits >> 24;
        set => _bits = (_bits & 0xffffff) | (value << 24);
    }
}

/// <summary>One right, 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_port_descriptor_t
{
    /// <summary>The name.</summary>
    public mach_port_t name;

    /// <summary>Not used.</summary>
    public mach_msg_size_t pad1;

    private ushort _pad2;
    private byte _disposition;
    private byte _type;

    /// <summary>Not used (16 bits).</summary>
    public uint pad2
    {
        readonly get => _pad2;
        set => _pad2 = (ushort)value;
    }

    /// <summary><c>MACH_MSG_TYPE_*</c>: what is done with the right (8 bits).</summary>
    public mach_msg_type_name_t disposition
    {
        readonly get => _disposition;
        set => _disposition = (byte)value;
    }

    /// <summary><c>MACH_MSG_PORT_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>Out-of-line memory, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_ool_descriptor_t
{
    /// <summary>Address of the memory.</summary>
    public mach_vm_address_t address;

    private byte _deallocate;
    private byte _copy;
    private byte _pad1;
    private byte _type;

    /// <summary>Bytes of the memory.</summary>
    public mach_msg_size_t size;

    /// <summary>1 when the sender's memory is to be unmapped (8 bits).</summary>
    public boolean_t deallocate
    {
        readonly get => _deallocate;
        set => _deallocate = (byte)value;
    }

    /// <summary><c>MACH_MSG_PHYSICAL_COPY</c> or <c>MACH_MSG_VIRTUAL_COPY</c>; received: <c>MACH_MSG_ALLOCATE</c> or the sender's (8 bits).</summary>
    public mach_msg_copy_options_t copy
    {
        readonly get => _copy;
        set => _copy = (byte)value;
    }

    /// <summary>Not used (8 bits).</summary>
    public uint pad1
    {
        readonly get => _pad1;
        set => _pad1 = (byte)value;
    }

    /// <summary><c>MACH_MSG_OOL_DESCRIPTOR</c> or <c>MACH_MSG_OOL_VOLATILE_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>An out-of-line array of rights, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_ool_ports_descriptor_t
{
    /// <summary>Address of the names, 4 bytes each.</summary>
    public mach_vm_address_t address;

    private byte _deallocate;
    private byte _copy;
    private byte _disposition;
    private byte _type;

    /// <summary>Names in the array.</summary>
    public mach_msg_size_t count;

    /// <summary>1 when the sender's memory is to be unmapped (8 bits).</summary>
    public boolean_t deallocate
    {
        readonly get => _deallocate;
        set => _deallocate = (byte)value;
    }

    /// <summary>As in <see cref="mach_msg_ool_descriptor_t.copy"/> (8 bits).</summary>
    public mach_msg_copy_options_t copy
    {
        readonly get => _copy;
        set => _copy = (byte)value;
    }

    /// <summary><c>MACH_MSG_TYPE_*</c>, for every right of the array (8 bits).</summary>
    public mach_msg_type_name_t disposition
    {
        readonly get => _disposition;
        set => _disposition = (byte)value;
    }

    /// <summary><c>MACH_MSG_OOL_PORTS_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>One guarded receive right, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_guarded_port_descriptor_t
{
    /// <summary>The guard.</summary>
    public mach_port_context_t context;

    private ushort _flags;
    private byte _disposition;
    private byte _type;

    /// <summary>The name.</summary>
    public mach_port_name_t name;

    /// <summary><c>MACH_MSG_GUARD_FLAGS_*</c> (16 bits).</summary>
    public mach_msg_guard_flags_t flags
    {
        readonly get => _flags;
        set => _flags = (ushort)value;
    }

    /// <summary><c>MACH_MSG_TYPE_MOVE_RECEIVE</c> (8 bits).</summary>
    public mach_msg_type_name_t disposition
    {
        readonly get => _disposition;
        set => _disposition = (byte)value;
    }

    /// <summary><c>MACH_MSG_GUARDED_PORT_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>Any descriptor, 16 bytes. On the wire a port descriptor takes only 12.</summary>
[StructLayout(LayoutKind.Explicit, Pack = 4)]
public struct mach_msg_descriptor_t
{
    /// <summary>As one right.</summary>
    [FieldOffset(0)]
    public mach_msg_port_descriptor_t port;

    /// <summary>As out-of-line memory.</summary>
    [FieldOffset(0)]
    public mach_msg_ool_descriptor_t out_of_line;

    /// <summary>As an out-of-line array of rights.</summary>
    [FieldOffset(0)]
    public mach_msg_ool_ports_descriptor_t ool_ports;

    /// <summary>As the part that all share.</summary>
    [FieldOffset(0)]
    public mach_msg_type_descriptor_t type;

    /// <summary>As one guarded receive right.</summary>
    [FieldOffset(0)]
    public mach_msg_guarded_port_descriptor_t guarded_port;
}
