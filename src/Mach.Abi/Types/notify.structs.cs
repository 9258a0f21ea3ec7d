using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/notify.h: the notifications as they are received, with the trailer that is always there

/// <summary>A name was deleted (<c>MACH_NOTIFY_PORT_DELETED</c>), 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_port_deleted_notification_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t not_header;

    /// <summary>How the number is encoded.</summary>
    public NDR_record_t NDR;

    /// <summary>The name.</summary>
    public mach_port_name_t not_port;

    /// <summary>Sequence number and security token; the kernel's own token is user 0, group 1.</summary>
    public mach_msg_format_0_trailer_t trailer;
}

/// <summary>A full queue has room (<c>MACH_NOTIFY_SEND_POSSIBLE</c>), 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_send_possible_notification_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t not_header;

    /// <summary>How the number is encoded.</summary>
    public NDR_record_t NDR;

    /// <summary>The name; the message adds no reference to it.</summary>
    public mach_port_name_t not_port;

    /// <summary>Sequence number and security token; the kernel's own token is user 0, group 1.</summary>
    public mach_msg_format_0_trailer_t trailer;
}

/// <summary>A receive right was about to be destroyed (<c>MACH_NOTIFY_PORT_DESTROYED</c>), 60 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_port_destroyed_notification_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t not_header;

    /// <summary>The descriptor count, 1.</summary>
    public mach_msg_body_t not_body;

    /// <summary>The receive right, which the receiver now owns.</summary>
    public mach_msg_port_descriptor_t not_port;

    /// <summary>Sequence number and security token; the kernel's own token is user 0, group 1.</summary>
    public mach_msg_format_0_trailer_t trailer;
}

/// <summary>The last send right is gone (<c>MACH_NOTIFY_NO_SENDERS</c>), 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_no_senders_notification_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t not_header;

    /// <summary>How the number is encoded.</summary>
    public NDR_record_t NDR;

    /// <summary>Make-send count at that moment.</summary>
    public mach_msg_type_number_t not_count;

    /// <summary>Sequence number and security token; the kernel's own token is user 0, group 1.</summary>
    public mach_msg_format_0_trailer_t trailer;
}

/// <summary>A send-once right was destroyed unused (<c>MACH_NOTIFY_SEND_ONCE</c>), 44 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_send_once_notification_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t not_header;

    /// <summary>Sequence number and security token; the kernel's own token is user 0, group 1.</summary>
    public mach_msg_format_0_trailer_t trailer;
}

/// <summary>A port died (<c>MACH_NOTIFY_DEAD_NAME</c>), 56 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mach_dead_name_notification_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t not_header;

    /// <summary>How the number is encoded.</summary>
    public NDR_record_t NDR;

    /// <summary>The dead name; the receiver owns one more reference to it.</summary>
    public mach_port_name_t not_port;

    /// <summary>Sequence number and security token; the kernel's own token is user 0, group 1.</summary>
    public mach_msg_format_0_trailer_t trailer;
}
