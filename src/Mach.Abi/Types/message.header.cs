using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/message.h: header, empty messages, vectors

/// <summary>What every message starts with, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_header_t
{
    /// <summary>Dispositions of the three ports and <c>MACH_MSGH_BITS_COMPLEX</c>.</summary>
    public mach_msg_bits_t msgh_bits;

    /// <summary>Bytes of the message, header included, trailer not.</summary>
    public mach_msg_size_t msgh_size;

    /// <summary>Sent: the destination. Received: where to reply.</summary>
    public mach_port_t msgh_remote_port;

    /// <summary>Sent: where to reply. Received: the port it came to.</summary>
    public mach_port_t msgh_local_port;

    /// <summary>The voucher.</summary>
    public mach_port_name_t msgh_voucher_port;

    /// <summary>What the message means; the kernel does not look at it.</summary>
    public mach_msg_id_t msgh_id;
}

/// <summary>The descriptor count of a complex message, 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_body_t
{
    /// <summary>Descriptors that follow.</summary>
    public mach_msg_size_t msgh_descriptor_count;
}

/// <summary>Header and descriptor count, 28 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_base_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t header;

    /// <summary>The descriptor count.</summary>
    public mach_msg_body_t body;
}

/// <summary>An empty message to send, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_empty_send_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t header;
}

/// <summary>Room to receive an empty message, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_empty_rcv_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t header;

    /// <summary>The trailer.</summary>
    public mach_msg_trailer_t trailer;
}

/// <summary>An empty message, to send or received, 32 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Pack = 4)]
public struct mach_msg_empty_t
{
    /// <summary>As sent.</summary>
    [FieldOffset(0)]
    public mach_msg_empty_send_t send;

    /// <summary>As received.</summary>
    [FieldOffset(0)]
    public mach_msg_empty_rcv_t rcv;
}

/// <summary>One buffer of a mach_msg2 vector, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_vector_t
{
    /// <summary>Address of the data to send, and to receive into when <see cref="msgv_rcv_addr"/> is 0.</summary>
    public mach_vm_address_t msgv_data;

    /// <summary>Address to receive into, or 0.</summary>
    public mach_vm_address_t msgv_rcv_addr;

    /// <summary>Bytes to send.</summary>
    public mach_msg_size_t msgv_send_size;

    /// <summary>Bytes of room to receive into.</summary>
    public mach_msg_size_t msgv_rcv_size;
}

/// <summary>What auxiliary data starts with, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_aux_header_t
{
    /// <summary>Bytes of the auxiliary data, this header included.</summary>
    public mach_msg_size_t msgdh_size;

    /// <summary>Always 0.</summary>
    public uint msgdh_reserved;
}
