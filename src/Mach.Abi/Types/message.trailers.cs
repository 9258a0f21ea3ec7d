using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/message.h: trailers. Each is the one before it and more.

/// <summary>Type and size, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_trailer_t
{
    /// <summary><c>MACH_MSG_TRAILER_FORMAT_0</c>.</summary>
    public mach_msg_trailer_type_t msgh_trailer_type;

    /// <summary>Bytes of the trailer as asked for.</summary>
    public mach_msg_trailer_size_t msgh_trailer_size;
}

/// <summary>Trailer with sequence number, 12 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_seqno_trailer_t
{
    /// <summary><c>MACH_MSG_TRAILER_FORMAT_0</c>.</summary>
    public mach_msg_trailer_type_t msgh_trailer_type;

    /// <summary>Bytes of the trailer as asked for.</summary>
    public mach_msg_trailer_size_t msgh_trailer_size;

    /// <summary>The message's number on its port.</summary>
    public mach_port_seqno_t msgh_seqno;
}

/// <summary>Trailer with security token, 20 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_security_trailer_t
{
    /// <summary><c>MACH_MSG_TRAILER_FORMAT_0</c>.</summary>
    public mach_msg_trailer_type_t msgh_trailer_type;

    /// <summary>Bytes of the trailer as asked for.</summary>
    public mach_msg_trailer_size_t msgh_trailer_size;

    /// <summary>The message's number on its port.</summary>
    public mach_port_seqno_t msgh_seqno;

    /// <summary>Who sent it: user and group.</summary>
    public security_token_t msgh_sender;
}

/// <summary>Trailer with audit token, 52 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_audit_trailer_t
{
    /// <summary><c>MACH_MSG_TRAILER_FORMAT_0</c>.</summary>
    public mach_msg_trailer_type_t msgh_trailer_type;

    /// <summary>Bytes of the trailer as asked for.</summary>
    public mach_msg_trailer_size_t msgh_trailer_size;

    /// <summary>The message's number on its port.</summary>
    public mach_port_seqno_t msgh_seqno;

    /// <summary>Who sent it: user and group.</summary>
    public security_token_t msgh_sender;

    /// <summary>Who sent it, in full.</summary>
    public audit_token_t msgh_audit;
}

/// <summary>Trailer with the port's context, 60 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_context_trailer_t
{
    /// <summary><c>MACH_MSG_TRAILER_FORMAT_0</c>.</summary>
    public mach_msg_trailer_type_t msgh_trailer_type;

    /// <summary>Bytes of the trailer as asked for.</summary>
    public mach_msg_trailer_size_t msgh_trailer_size;

    /// <summary>The message's number on its port.</summary>
    public mach_port_seqno_t msgh_seqno;

    /// <summary>Who sent it: user and group.</summary>
    public security_token_t msgh_sender;

    /// <summary>Who sent it, in full.</summary>
    public audit_token_t msgh_audit;

    /// <summary>The receiving port's context.</summary>
    public mach_port_context_t msgh_context;
}

/// <summary>Trailer with everything, 68 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_msg_mac_trailer_t
{
    /// <summary><c>MACH_MSG_TRAILER_FORMAT_0</c>.</summary>
    public mach_msg_trailer_type_t msgh_trailer_type;

    /// <summary>Bytes of the trailer as asked for.</summary>
    public mach_msg_trailer_size_t msgh_trailer_size;

    /// <summary>The message's number on its port.</summary>
    public mach_port_seqno_t msgh_seqno;

    /// <summary>Who sent it: user and group.</summary>
    public security_token_t msgh_sender;

    /// <summary>Who sent it, in full.</summary>
    public audit_token_t msgh_audit;

    /// <summary>The receiving port's context.</summary>
    public mach_port_context_t msgh_context;

    /// <summary>Filter number.</summary>
    public mach_msg_filter_id msgh_ad;

    /// <summary>Labels.</summary>
    public msg_labels_t msgh_labels;
}
