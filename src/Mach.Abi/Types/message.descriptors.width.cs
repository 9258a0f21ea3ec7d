using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/message.h: descriptors of a fixed width. The 32-bit forms are what 32-bit tasks send; the 64-bit forms are the native ones.

/// <summary>Out-of-line memory of a 32-bit task, 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_ool_descriptor32_t
{
    /// <summary>Address of the data.</summary>
    public uint address;

    /// <summary>Bytes of the memory.</summary>
    public mach_msg_size_t size;

    private byte _deallocate;
    private byte _copy;
    private byte _pad1;
    private byte _type;

    /// <summary>1 when the sender's memory is to be unmapped (8 bits).</summary>
    public boolean_t deallocate
    {
        readonly get => _deallocate;
        set => _deallocate = (byte)value;
    }

    /// <summary><c>MACH_MSG_PHYSICAL_COPY</c>, … (8 bits).</summary>
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

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>Out-of-line memory of a 64-bit task, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_ool_descriptor64_t
{
    /// <summary>Address of the data.</summary>
    public ulong address;

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

    /// <summary><c>MACH_MSG_PHYSICAL_COPY</c>, … (8 bits).</summary>
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

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>An out-of-line array of rights of a 32-bit task, 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_ool_ports_descriptor32_t
{
    /// <summary>Address of the data.</summary>
    public uint address;

    /// <summary>Names in the array.</summary>
    public mach_msg_size_t count;

    private byte _deallocate;
    private byte _copy;
    private byte _disposition;
    private byte _type;

    /// <summary>1 when the sender's memory is to be unmapped (8 bits).</summary>
    public boolean_t deallocate
    {
        readonly get => _deallocate;
        set => _deallocate = (byte)value;
    }

    /// <summary><c>MACH_MSG_PHYSICAL_COPY</c>, … (8 bits).</summary>
    public mach_msg_copy_options_t copy
    {
        readonly get => _copy;
        set => _copy = (byte)value;
    }

    /// <summary><c>MACH_MSG_TYPE_*</c> (8 bits).</summary>
    public mach_msg_type_name_t disposition
    {
        readonly get => _disposition;
        set => _disposition = (byte)value;
    }

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>An out-of-line array of rights of a 64-bit task, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_ool_ports_descriptor64_t
{
    /// <summary>Address of the data.</summary>
    public ulong address;

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

    /// <summary><c>MACH_MSG_PHYSICAL_COPY</c>, … (8 bits).</summary>
    public mach_msg_copy_options_t copy
    {
        readonly get => _copy;
        set => _copy = (byte)value;
    }

    /// <summary><c>MACH_MSG_TYPE_*</c> (8 bits).</summary>
    public mach_msg_type_name_t disposition
    {
        readonly get => _disposition;
        set => _disposition = (byte)value;
    }

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>One guarded receive right of a 32-bit task, 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_guarded_port_descriptor32_t
{
    /// <summary>The guard.</summary>
    public uint context;

    /// <summary>The name.</summary>
    public mach_port_name_t name;

    private ushort _flags;
    private byte _disposition;
    private byte _type;

    /// <summary><c>MACH_MSG_GUARD_FLAGS_*</c> (16 bits).</summary>
    public mach_msg_guard_flags_t flags
    {
        readonly get => _flags;
        set => _flags = (ushort)value;
    }

    /// <summary><c>MACH_MSG_TYPE_*</c> (8 bits).</summary>
    public mach_msg_type_name_t disposition
    {
        readonly get => _disposition;
        set => _disposition = (byte)value;
    }

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}

/// <summary>One guarded receive right of a 64-bit task, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_guarded_port_descriptor64_t
{
    /// <summary>The guard.</summary>
    public ulong context;

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

    /// <summary><c>MACH_MSG_TYPE_*</c> (8 bits).</summary>
    public mach_msg_type_name_t disposition
    {
        readonly get => _disposition;
        set => _disposition = (byte)value;
    }

    /// <summary><c>MACH_MSG_*_DESCRIPTOR</c> (8 bits).</summary>
    public mach_msg_descriptor_type_t type
    {
        readonly get => _type;
        set => _type = (byte)value;
    }
}
