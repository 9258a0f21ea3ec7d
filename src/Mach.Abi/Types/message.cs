namespace Mach.Abi;

// mach/message.h
public static partial class MachConstants
{
    /// <summary>The message was sent or received. Not a member of the enumeration: 0 prints as <c>KERN_SUCCESS</c>, whoever answers it.</summary>
    public const kern_return_t MACH_MSG_SUCCESS = kern_return_t.KERN_SUCCESS;

    /// <summary>No time-out, in milliseconds; whether a time counts at all is an option bit.</summary>
    public const uint MACH_MSG_TIMEOUT_NONE = 0;

    /// <summary>Header bits: none.</summary>
    public const int MACH_MSGH_BITS_ZERO = 0;

    /// <summary>Header bits: disposition of <c>msgh_remote_port</c>.</summary>
    public const int MACH_MSGH_BITS_REMOTE_MASK = 0x1f;

    /// <summary>Header bits: disposition of <c>msgh_local_port</c>.</summary>
    public const int MACH_MSGH_BITS_LOCAL_MASK = 0x1f00;

    /// <summary>Header bits: disposition of <c>msgh_voucher_port</c>.</summary>
    public const int MACH_MSGH_BITS_VOUCHER_MASK = 0x1f0000;

    /// <summary>Header bits: the three dispositions.</summary>
    public const int MACH_MSGH_BITS_PORTS_MASK = 0x1f1f1f;

    /// <summary>Header bit: descriptors follow the header.</summary>
    public const uint MACH_MSGH_BITS_COMPLEX = 0x80000000u;

    /// <summary>Header bits that a sender may set.</summary>
    public const uint MACH_MSGH_BITS_USER = 0x801f1f1fu;

    /// <summary>Header bit: importance is raised.</summary>
    public const uint MACH_MSGH_BITS_RAISEIMP = 0x20000000;

    /// <summary>Old name of <c>MACH_MSGH_BITS_RAISEIMP</c>.</summary>
    public const uint MACH_MSGH_BITS_DENAP = 0x20000000;

    /// <summary>Header bit: an importance assertion travels along.</summary>
    public const uint MACH_MSGH_BITS_IMPHOLDASRT = 0x10000000;

    /// <summary>Old name of <c>MACH_MSGH_BITS_IMPHOLDASRT</c>.</summary>
    public const uint MACH_MSGH_BITS_DENAPHOLDASRT = 0x10000000;

    /// <summary>Header bit, kernel only: the message holds its own port.</summary>
    public const uint MACH_MSGH_BITS_CIRCULAR = 0x10000000;

    /// <summary>Header bits that have a meaning.</summary>
    public const uint MACH_MSGH_BITS_USED = 0xb01f1f1fu;

    /// <summary>Message priority: the sender's.</summary>
    public const uint MACH_MSG_PRIORITY_UNSPECIFIED = 0;

    /// <summary>Disposition: the sender's receive right moves.</summary>
    public const int MACH_MSG_TYPE_MOVE_RECEIVE = 16;

    /// <summary>Disposition: one send reference moves.</summary>
    public const int MACH_MSG_TYPE_MOVE_SEND = 17;

    /// <summary>Disposition: the send-once right moves.</summary>
    public const int MACH_MSG_TYPE_MOVE_SEND_ONCE = 18;

    /// <summary>Disposition: the send right is copied; the sender keeps it.</summary>
    public const int MACH_MSG_TYPE_COPY_SEND = 19;

    /// <summary>Disposition: a send right is made from the receive right.</summary>
    public const int MACH_MSG_TYPE_MAKE_SEND = 20;

    /// <summary>Disposition: a send-once right is made from the receive right.</summary>
    public const int MACH_MSG_TYPE_MAKE_SEND_ONCE = 21;

    /// <summary>Disposition number that no kernel accepts.</summary>
    public const int MACH_MSG_TYPE_COPY_RECEIVE = 22;

    /// <summary>Disposition for the kernel's own use: destroy a receive right.</summary>
    public const int MACH_MSG_TYPE_DISPOSE_RECEIVE = 24;

    /// <summary>Disposition for the kernel's own use: release a send right.</summary>
    public const int MACH_MSG_TYPE_DISPOSE_SEND = 25;

    /// <summary>Disposition for the kernel's own use: destroy a send-once right.</summary>
    public const int MACH_MSG_TYPE_DISPOSE_SEND_ONCE = 26;

    /// <summary>Out-of-line memory is copied at once.</summary>
    public const int MACH_MSG_PHYSICAL_COPY = 0;

    /// <summary>Out-of-line memory may be shared copy-on-write.</summary>
    public const int MACH_MSG_VIRTUAL_COPY = 1;

    /// <summary>Received out-of-line memory was allocated for the receiver.</summary>
    public const int MACH_MSG_ALLOCATE = 2;

    /// <summary>Received out-of-line memory was written over the receiver's own.</summary>
    public const int MACH_MSG_OVERWRITE = 3;

    /// <summary>Guarded descriptor flags: none.</summary>
    public const int MACH_MSG_GUARD_FLAGS_NONE = 0;

    /// <summary>Guarded descriptor flag: the receive right arrives immovable.</summary>
    public const int MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE = 1;

    /// <summary>Guarded descriptor flag: the sender's right was not guarded.</summary>
    public const int MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND = 2;

    /// <summary>Guarded descriptor flags: all.</summary>
    public const int MACH_MSG_GUARD_FLAGS_MASK = 3;

    /// <summary>Descriptor type: one right, 12 bytes.</summary>
    public const int MACH_MSG_PORT_DESCRIPTOR = 0;

    /// <summary>Descriptor type: out-of-line memory, 16 bytes.</summary>
    public const int MACH_MSG_OOL_DESCRIPTOR = 1;

    /// <summary>Descriptor type: an out-of-line array of rights, 16 bytes.</summary>
    public const int MACH_MSG_OOL_PORTS_DESCRIPTOR = 2;

    /// <summary>Descriptor type: as <c>MACH_MSG_OOL_DESCRIPTOR</c>; the memory may change meanwhile.</summary>
    public const int MACH_MSG_OOL_VOLATILE_DESCRIPTOR = 3;

    /// <summary>Descriptor type: one guarded receive right, 16 bytes.</summary>
    public const int MACH_MSG_GUARDED_PORT_DESCRIPTOR = 4;

    /// <summary>The last descriptor type.</summary>
    public const int MACH_MSG_DESCRIPTOR_MAX = 4;

    /// <summary>The only trailer format.</summary>
    public const int MACH_MSG_TRAILER_FORMAT_0 = 0;

    /// <summary>Filter policy number: let everything pass.</summary>
    public const int MACH_MSG_FILTER_POLICY_ALLOW = 0;

    /// <summary>Bytes of the smallest trailer.</summary>
    public const uint MACH_MSG_TRAILER_MINIMUM_SIZE = 8;

    /// <summary>Bytes of the largest trailer.</summary>
    public const uint MAX_TRAILER_SIZE = 68;

    /// <summary>Bytes of a trailer with sequence number and security token.</summary>
    public const uint MACH_MSG_TRAILER_FORMAT_0_SIZE = 20;

    /// <summary>No limit on a message's size, in bytes.</summary>
    public const uint MACH_MSG_SIZE_MAX = 0xffffffffu;

    /// <summary>Message size, in bytes, that a receiver should always be ready for.</summary>
    public const uint MACH_MSG_SIZE_RELIABLE = 0x40000;

    /// <summary>Old message kind: ordinary.</summary>
    public const int MACH_MSGH_KIND_NORMAL = 0;

    /// <summary>Old message kind: notification.</summary>
    public const int MACH_MSGH_KIND_NOTIFICATION = 1;

    /// <summary>Disposition: no right.</summary>
    public const int MACH_MSG_TYPE_PORT_NONE = 0;

    /// <summary>Disposition: a bare name, which no kernel translates.</summary>
    public const int MACH_MSG_TYPE_PORT_NAME = 15;

    /// <summary>Disposition as received: a receive right.</summary>
    public const int MACH_MSG_TYPE_PORT_RECEIVE = 16;

    /// <summary>Disposition as received: a send right.</summary>
    public const int MACH_MSG_TYPE_PORT_SEND = 17;

    /// <summary>Disposition as received: a send-once right.</summary>
    public const int MACH_MSG_TYPE_PORT_SEND_ONCE = 18;

    /// <summary>The last disposition number.</summary>
    public const int MACH_MSG_TYPE_LAST = 22;

    /// <summary>MIG: the disposition is an argument.</summary>
    public const uint MACH_MSG_TYPE_POLYMORPHIC = 0xffffffffu;

    /// <summary>Option bits: none.</summary>
    public const int MACH_MSG_OPTION_NONE = 0;

    /// <summary>Option: send.</summary>
    public const int MACH_SEND_MSG = 1;

    /// <summary>Option: receive.</summary>
    public const int MACH_RCV_MSG = 2;

    /// <summary>Option: a message that does not fit stays queued and its size is reported.</summary>
    public const int MACH_RCV_LARGE = 4;

    /// <summary>Option: with <c>MACH_RCV_LARGE</c>, also report which port has the message.</summary>
    public const int MACH_RCV_LARGE_IDENTITY = 8;

    /// <summary>Option: the send ends after the time given.</summary>
    public const int MACH_SEND_TIMEOUT = 16;

    /// <summary>Option: the priority argument overrides the sender's.</summary>
    public const int MACH_SEND_OVERRIDE = 32;

    /// <summary>Option: an interrupted send is not restarted by the library.</summary>
    public const int MACH_SEND_INTERRUPT = 64;

    /// <summary>Option: arm a send-possible request when the queue is full.</summary>
    public const int MACH_SEND_NOTIFY = 128;

    /// <summary>Option, kernel only: ignore the queue limit.</summary>
    public const int MACH_SEND_ALWAYS = 0x10000;

    /// <summary>Option: a filtered message is refused with a code, not a kill.</summary>
    public const int MACH_SEND_FILTER_NONFATAL = 0x10000;

    /// <summary>Option: the sender supplies the trailer.</summary>
    public const int MACH_SEND_TRAILER = 0x20000;

    /// <summary>Option: donate no importance.</summary>
    public const int MACH_SEND_NOIMPORTANCE = 0x40000;

    /// <summary>Old name of <c>MACH_SEND_NOIMPORTANCE</c>.</summary>
    public const int MACH_SEND_NODENAP = 0x40000;

    /// <summary>Option, kernel only: donate importance.</summary>
    public const int MACH_SEND_IMPORTANCE = 0x80000;

    /// <summary>Option: boost the receiver while waiting for the reply.</summary>
    public const int MACH_SEND_SYNC_OVERRIDE = 0x100000;

    /// <summary>Option: hand on the sender's quality of service.</summary>
    public const int MACH_SEND_PROPAGATE_QOS = 0x200000;

    /// <summary>Old name of <c>MACH_SEND_PROPAGATE_QOS</c>.</summary>
    public const int MACH_SEND_SYNC_USE_THRPRI = 0x200000;

    /// <summary>Option, kernel only: sent by the kernel.</summary>
    public const int MACH_SEND_KERNEL = 0x400000;

    /// <summary>Option: boost a service that checks in.</summary>
    public const int MACH_SEND_SYNC_BOOTSTRAP_CHECKIN = 0x800000;

    /// <summary>Option: the receive ends after the time given.</summary>
    public const int MACH_RCV_TIMEOUT = 0x100;

    /// <summary>Obsolete option; no bit.</summary>
    public const int MACH_RCV_NOTIFY = 0;

    /// <summary>Option: an interrupted receive is not restarted by the library.</summary>
    public const int MACH_RCV_INTERRUPT = 0x400;

    /// <summary>Option: receive the voucher, if one came.</summary>
    public const int MACH_RCV_VOUCHER = 0x800;

    /// <summary>Obsolete option; no bit.</summary>
    public const int MACH_RCV_OVERWRITE = 0;

    /// <summary>Option: guarded port descriptors are welcome.</summary>
    public const int MACH_RCV_GUARDED_DESC = 0x1000;

    /// <summary>Option: boost the port named while waiting.</summary>
    public const int MACH_RCV_SYNC_WAIT = 0x4000;

    /// <summary>Option: boost while a message is only looked at.</summary>
    public const int MACH_RCV_SYNC_PEEK = 0x8000;

    /// <summary>Option: strict rules for the reply port.</summary>
    public const int MACH_MSG_STRICT_REPLY = 0x200;

    /// <summary>Trailer elements: type and size, 8 bytes.</summary>
    public const int MACH_RCV_TRAILER_NULL = 0;

    /// <summary>Trailer elements: and sequence number, 12 bytes.</summary>
    public const int MACH_RCV_TRAILER_SEQNO = 1;

    /// <summary>Trailer elements: and security token, 20 bytes.</summary>
    public const int MACH_RCV_TRAILER_SENDER = 2;

    /// <summary>Trailer elements: and audit token, 52 bytes.</summary>
    public const int MACH_RCV_TRAILER_AUDIT = 3;

    /// <summary>Trailer elements: and the port's context, 60 bytes.</summary>
    public const int MACH_RCV_TRAILER_CTX = 4;

    /// <summary>Trailer elements: and filter number, 68 bytes.</summary>
    public const int MACH_RCV_TRAILER_AV = 7;

    /// <summary>Trailer elements: and labels, 68 bytes.</summary>
    public const int MACH_RCV_TRAILER_LABELS = 8;

    /// <summary>Option bits that choose the trailer's elements.</summary>
    public const int MACH_RCV_TRAILER_MASK = 0xf000000;

    /// <summary>Message quality of service: unspecified.</summary>
    public const int MACH_MSG_QOS_UNSPECIFIED = 0;

    /// <summary>Message quality of service: maintenance.</summary>
    public const int MACH_MSG_QOS_MAINTENANCE = 1;

    /// <summary>Message quality of service: background.</summary>
    public const int MACH_MSG_QOS_BACKGROUND = 2;

    /// <summary>Message quality of service: utility.</summary>
    public const int MACH_MSG_QOS_UTILITY = 3;

    /// <summary>Message quality of service: default.</summary>
    public const int MACH_MSG_QOS_DEFAULT = 4;

    /// <summary>Message quality of service: user initiated.</summary>
    public const int MACH_MSG_QOS_USER_INITIATED = 5;

    /// <summary>Message quality of service: user interactive.</summary>
    public const int MACH_MSG_QOS_USER_INTERACTIVE = 6;

    /// <summary>The last quality of service.</summary>
    public const int MACH_MSG_QOS_LAST = 6;

    /// <summary>Message priority: where the relative priority starts.</summary>
    public const int MACH_MSG_PRIORITY_RELPRI_SHIFT = 8;

    /// <summary>Message priority: bits of the relative priority.</summary>
    public const int MACH_MSG_PRIORITY_RELPRI_MASK = 0xff00;

    /// <summary>Message priority: where the quality of service starts.</summary>
    public const int MACH_MSG_PRIORITY_QOS_SHIFT = 16;

    /// <summary>Message priority: bits of the quality of service.</summary>
    public const int MACH_MSG_PRIORITY_QOS_MASK = 0xf0000;

    /// <summary>Message priority: where the override starts.</summary>
    public const int MACH_MSG_PRIORITY_OVERRIDE_SHIFT = 20;

    /// <summary>Message priority: bits of the override.</summary>
    public const int MACH_MSG_PRIORITY_OVERRIDE_MASK = 0xf00000;

    /// <summary>Most elements of a message vector.</summary>
    public const uint MACH_MSGV_MAX_COUNT = 2;

    /// <summary>Vector element: the message.</summary>
    public const uint MACH_MSGV_IDX_MSG = 0;

    /// <summary>Vector element: the auxiliary data.</summary>
    public const uint MACH_MSGV_IDX_AUX = 1;

    /// <summary>Bytes of auxiliary data that the system library sends at most.</summary>
    public const int LIBSYSCALL_MSGV_AUX_MAX_SIZE = 128;

    /// <summary>Old name of <c>MACH64_SEND_MQ_CALL</c>.</summary>
    public const ulong MACH64_SEND_USER_CALL = 0x400000000ul;

    /// <summary>Option bits: none.</summary>
    public const ulong MACH64_MSG_OPTION_NONE = 0;

    /// <summary>As <c>MACH_SEND_MSG</c>.</summary>
    public const ulong MACH64_SEND_MSG = 1;

    /// <summary>As <c>MACH_RCV_MSG</c>.</summary>
    public const ulong MACH64_RCV_MSG = 2;

    /// <summary>As <c>MACH_RCV_LARGE</c>.</summary>
    public const ulong MACH64_RCV_LARGE = 4;

    /// <summary>As <c>MACH_RCV_LARGE_IDENTITY</c>.</summary>
    public const ulong MACH64_RCV_LARGE_IDENTITY = 8;

    /// <summary>As <c>MACH_SEND_TIMEOUT</c>.</summary>
    public const ulong MACH64_SEND_TIMEOUT = 16;

    /// <summary>As <c>MACH_SEND_OVERRIDE</c>.</summary>
    public const ulong MACH64_SEND_OVERRIDE = 32;

    /// <summary>As <c>MACH_SEND_INTERRUPT</c>.</summary>
    public const ulong MACH64_SEND_INTERRUPT = 64;

    /// <summary>As <c>MACH_SEND_NOTIFY</c>.</summary>
    public const ulong MACH64_SEND_NOTIFY = 128;

    /// <summary>As <c>MACH_SEND_FILTER_NONFATAL</c>.</summary>
    public const ulong MACH64_SEND_FILTER_NONFATAL = 0x10000;

    /// <summary>As <c>MACH_SEND_TRAILER</c>.</summary>
    public const ulong MACH64_SEND_TRAILER = 0x20000;

    /// <summary>As <c>MACH_SEND_NOIMPORTANCE</c>.</summary>
    public const ulong MACH64_SEND_NOIMPORTANCE = 0x40000;

    /// <summary>As <c>MACH_SEND_NODENAP</c>.</summary>
    public const ulong MACH64_SEND_NODENAP = 0x40000;

    /// <summary>As <c>MACH_SEND_SYNC_OVERRIDE</c>.</summary>
    public const ulong MACH64_SEND_SYNC_OVERRIDE = 0x100000;

    /// <summary>As <c>MACH_SEND_PROPAGATE_QOS</c>.</summary>
    public const ulong MACH64_SEND_PROPAGATE_QOS = 0x200000;

    /// <summary>As <c>MACH_SEND_SYNC_BOOTSTRAP_CHECKIN</c>.</summary>
    public const ulong MACH64_SEND_SYNC_BOOTSTRAP_CHECKIN = 0x800000;

    /// <summary>As <c>MACH_RCV_TIMEOUT</c>.</summary>
    public const ulong MACH64_RCV_TIMEOUT = 0x100;

    /// <summary>As <c>MACH_RCV_INTERRUPT</c>.</summary>
    public const ulong MACH64_RCV_INTERRUPT = 0x400;

    /// <summary>As <c>MACH_RCV_VOUCHER</c>.</summary>
    public const ulong MACH64_RCV_VOUCHER = 0x800;

    /// <summary>As <c>MACH_RCV_GUARDED_DESC</c>.</summary>
    public const ulong MACH64_RCV_GUARDED_DESC = 0x1000;

    /// <summary>As <c>MACH_RCV_SYNC_WAIT</c>.</summary>
    public const ulong MACH64_RCV_SYNC_WAIT = 0x4000;

    /// <summary>As <c>MACH_RCV_SYNC_PEEK</c>.</summary>
    public const ulong MACH64_RCV_SYNC_PEEK = 0x8000;

    /// <summary>As <c>MACH_MSG_STRICT_REPLY</c>.</summary>
    public const ulong MACH64_MSG_STRICT_REPLY = 0x200;

    /// <summary>Option of mach_msg2: data is a vector of <c>mach_msg_vector_t</c>.</summary>
    public const ulong MACH64_MSG_VECTOR = 0x100000000ul;

    /// <summary>Option of mach_msg2: the destination is a kernel object.</summary>
    public const ulong MACH64_SEND_KOBJECT_CALL = 0x200000000ul;

    /// <summary>Option of mach_msg2: the destination is an ordinary port.</summary>
    public const ulong MACH64_SEND_MQ_CALL = 0x400000000ul;

    /// <summary>Option of mach_msg2: the destination is of any kind.</summary>
    public const ulong MACH64_SEND_ANY = 0x800000000ul;

    /// <summary>Option of mach_msg2: the destination belongs to a driver.</summary>
    public const ulong MACH64_SEND_DK_CALL = 0x1000000000ul;
}
