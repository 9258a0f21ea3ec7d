namespace Mach.Abi;

// mach/port.h
public static partial class MachConstants
{
    /// <summary>No port.</summary>
    public const uint MACH_PORT_NULL = 0;

    /// <summary>A right to a port that died before the right arrived.</summary>
    public const uint MACH_PORT_DEAD = 0xffffffffu;

    /// <summary>Right number: send.</summary>
    public const uint MACH_PORT_RIGHT_SEND = 0;

    /// <summary>Right number: receive.</summary>
    public const uint MACH_PORT_RIGHT_RECEIVE = 1;

    /// <summary>Right number: send once.</summary>
    public const uint MACH_PORT_RIGHT_SEND_ONCE = 2;

    /// <summary>Right number: port set.</summary>
    public const uint MACH_PORT_RIGHT_PORT_SET = 3;

    /// <summary>Right number: dead name.</summary>
    public const uint MACH_PORT_RIGHT_DEAD_NAME = 4;

    /// <summary>Right number: label handle; obsolete, no entry has it.</summary>
    public const uint MACH_PORT_RIGHT_LABELH = 5;

    /// <summary>One past the last right number.</summary>
    public const uint MACH_PORT_RIGHT_NUMBER = 6;

    /// <summary>Type bits of an unused entry.</summary>
    public const uint MACH_PORT_TYPE_NONE = 0;

    /// <summary>Type bit: send right.</summary>
    public const uint MACH_PORT_TYPE_SEND = 0x10000;

    /// <summary>Type bit: receive right.</summary>
    public const uint MACH_PORT_TYPE_RECEIVE = 0x20000;

    /// <summary>Type bit: send-once right.</summary>
    public const uint MACH_PORT_TYPE_SEND_ONCE = 0x40000;

    /// <summary>Type bit: port set.</summary>
    public const uint MACH_PORT_TYPE_PORT_SET = 0x80000;

    /// <summary>Type bit: dead name.</summary>
    public const uint MACH_PORT_TYPE_DEAD_NAME = 0x100000;

    /// <summary>Type bit: label handle; obsolete.</summary>
    public const uint MACH_PORT_TYPE_LABELH = 0x200000;

    /// <summary>Type bit: a dead-name request is registered.</summary>
    public const uint MACH_PORT_TYPE_DNREQUEST = 0x80000000u;

    /// <summary>Type bit: a send-possible request is registered and armed.</summary>
    public const int MACH_PORT_TYPE_SPREQUEST = 0x40000000;

    /// <summary>Type bit: a send-possible request is registered but not armed.</summary>
    public const int MACH_PORT_TYPE_SPREQUEST_DELAYED = 0x20000000;

    /// <summary>Send and receive.</summary>
    public const uint MACH_PORT_TYPE_SEND_RECEIVE = 0x30000;

    /// <summary>Send or send-once.</summary>
    public const uint MACH_PORT_TYPE_SEND_RIGHTS = 0x50000;

    /// <summary>Any right to a live port.</summary>
    public const uint MACH_PORT_TYPE_PORT_RIGHTS = 0x70000;

    /// <summary>Any right to a port, or a dead name.</summary>
    public const uint MACH_PORT_TYPE_PORT_OR_DEAD = 0x170000;

    /// <summary>Any right at all.</summary>
    public const uint MACH_PORT_TYPE_ALL_RIGHTS = 0x1f0000;

    /// <summary>No send rights exist.</summary>
    public const int MACH_PORT_SRIGHTS_NONE = 0;

    /// <summary>Send rights exist.</summary>
    public const int MACH_PORT_SRIGHTS_PRESENT = 1;

    /// <summary>Queue limit, in messages: every send waits for a receiver.</summary>
    public const int MACH_PORT_QLIMIT_ZERO = 0;

    /// <summary>Queue limit, in messages: that of a new port.</summary>
    public const int MACH_PORT_QLIMIT_BASIC = 5;

    /// <summary>Queue limit, in messages: small.</summary>
    public const int MACH_PORT_QLIMIT_SMALL = 16;

    /// <summary>Queue limit, in messages: the largest a task may ask for.</summary>
    public const int MACH_PORT_QLIMIT_LARGE = 0x400;

    /// <summary>Queue limit, in messages: the kernel's own.</summary>
    public const int MACH_PORT_QLIMIT_KERNEL = 65534;

    /// <summary>Smallest queue limit, in messages.</summary>
    public const int MACH_PORT_QLIMIT_MIN = 0;

    /// <summary>Queue limit of a new port, in messages.</summary>
    public const int MACH_PORT_QLIMIT_DEFAULT = 5;

    /// <summary>Largest queue limit, in messages.</summary>
    public const int MACH_PORT_QLIMIT_MAX = 0x400;

    /// <summary>Status flag: temporary owner.</summary>
    public const int MACH_PORT_STATUS_FLAG_TEMPOWNER = 1;

    /// <summary>Status flag: the receive right is guarded.</summary>
    public const int MACH_PORT_STATUS_FLAG_GUARDED = 2;

    /// <summary>Status flag: the guard is strict, so the context is hidden.</summary>
    public const int MACH_PORT_STATUS_FLAG_STRICT_GUARD = 4;

    /// <summary>Status flag: takes importance donations.</summary>
    public const int MACH_PORT_STATUS_FLAG_IMP_DONATION = 8;

    /// <summary>Status flag: may be revived.</summary>
    public const int MACH_PORT_STATUS_FLAG_REVIVE = 16;

    /// <summary>Status flag: tied to a task's importance.</summary>
    public const int MACH_PORT_STATUS_FLAG_TASKPTR = 32;

    /// <summary>Status flag: guarded, and the receive right may not move.</summary>
    public const int MACH_PORT_STATUS_FLAG_GUARD_IMMOVABLE_RECEIVE = 64;

    /// <summary>Status flag: takes no rights in messages.</summary>
    public const int MACH_PORT_STATUS_FLAG_NO_GRANT = 128;

    /// <summary>Attribute flavor: <c>mach_port_limits_t</c>.</summary>
    public const int MACH_PORT_LIMITS_INFO = 1;

    /// <summary>Attribute flavor: <c>mach_port_status_t</c>.</summary>
    public const int MACH_PORT_RECEIVE_STATUS = 2;

    /// <summary>Attribute flavor: room for dead-name requests, one word.</summary>
    public const int MACH_PORT_DNREQUESTS_SIZE = 3;

    /// <summary>Attribute flavor: temporary owner, no data.</summary>
    public const int MACH_PORT_TEMPOWNER = 4;

    /// <summary>Attribute flavor: importance receiver, no data.</summary>
    public const int MACH_PORT_IMPORTANCE_RECEIVER = 5;

    /// <summary>Attribute flavor: de-nap receiver, no data.</summary>
    public const int MACH_PORT_DENAP_RECEIVER = 6;

    /// <summary>Attribute flavor: <c>mach_port_info_ext_t</c>.</summary>
    public const int MACH_PORT_INFO_EXT = 7;

    /// <summary>Attribute flavor: <c>mach_port_guard_info_t</c>; assert only.</summary>
    public const int MACH_PORT_GUARD_INFO = 8;

    /// <summary>Attribute flavor: service is throttled, one word.</summary>
    public const int MACH_PORT_SERVICE_THROTTLED = 9;

    /// <summary>Words of <c>MACH_PORT_LIMITS_INFO</c>.</summary>
    public const uint MACH_PORT_LIMITS_INFO_COUNT = 1;

    /// <summary>Words of <c>MACH_PORT_RECEIVE_STATUS</c>.</summary>
    public const uint MACH_PORT_RECEIVE_STATUS_COUNT = 10;

    /// <summary>Words of <c>MACH_PORT_DNREQUESTS_SIZE</c>.</summary>
    public const int MACH_PORT_DNREQUESTS_SIZE_COUNT = 1;

    /// <summary>Words of <c>MACH_PORT_INFO_EXT</c>.</summary>
    public const uint MACH_PORT_INFO_EXT_COUNT = 17;

    /// <summary>Words of <c>MACH_PORT_GUARD_INFO</c>.</summary>
    public const uint MACH_PORT_GUARD_INFO_COUNT = 2;

    /// <summary>Words of <c>MACH_PORT_SERVICE_THROTTLED</c>.</summary>
    public const int MACH_PORT_SERVICE_THROTTLED_COUNT = 1;

    /// <summary>Bytes of a service name, with its final zero.</summary>
    public const int MACH_SERVICE_PORT_INFO_STRING_NAME_MAX_BUF_LEN = 255;

    /// <summary>The size 256 folded into a C <c>char</c>: 0, as the header has it.</summary>
    public const sbyte MACH_SERVICE_PORT_INFO_COUNT = 0;

    /// <summary>Construct flag: the context guards the receive right.</summary>
    public const int MPO_CONTEXT_AS_GUARD = 1;

    /// <summary>Construct flag: the queue limit is given.</summary>
    public const int MPO_QLIMIT = 2;

    /// <summary>Construct flag: temporary owner.</summary>
    public const int MPO_TEMPOWNER = 4;

    /// <summary>Construct flag: takes importance donations.</summary>
    public const int MPO_IMPORTANCE_RECEIVER = 8;

    /// <summary>Construct flag: make a send right under the same name.</summary>
    public const int MPO_INSERT_SEND_RIGHT = 16;

    /// <summary>Construct flag: the guard is strict; needs <c>MPO_CONTEXT_AS_GUARD</c>.</summary>
    public const int MPO_STRICT = 32;

    /// <summary>Construct flag: de-nap receiver.</summary>
    public const int MPO_DENAP_RECEIVER = 64;

    /// <summary>Construct flag: the receive right stays; needs <c>MPO_CONTEXT_AS_GUARD</c>.</summary>
    public const int MPO_IMMOVABLE_RECEIVE = 128;

    /// <summary>Construct flag: messages are filtered.</summary>
    public const int MPO_FILTER_MSG = 0x100;

    /// <summary>Construct flag: track blocking of a thread group.</summary>
    public const int MPO_TG_BLOCK_TRACKING = 0x200;

    /// <summary>Construct flag: a service port, made by the name service alone.</summary>
    public const int MPO_SERVICE_PORT = 0x400;

    /// <summary>Construct flag: a connection port of a service.</summary>
    public const int MPO_CONNECTION_PORT = 0x800;

    /// <summary>Construct flag: a reply port.</summary>
    public const int MPO_REPLY_PORT = 0x1000;

    /// <summary>Construct flag: messages to it must name a reply port.</summary>
    public const int MPO_ENFORCE_REPLY_PORT_SEMANTICS = 0x2000;

    /// <summary>Construct flag: a reply port in all but enforcement.</summary>
    public const int MPO_PROVISIONAL_REPLY_PORT = 0x4000;

    /// <summary>Construct flag: an exception port; its receive right stays.</summary>
    public const int MPO_EXCEPTION_PORT = 0x8000;

    /// <summary>Largest guard flavor that always kills.</summary>
    public const int MAX_FATAL_kGUARD_EXC_CODE = 128;

    /// <summary>Largest guard flavor that obeys the task's guard behaviour.</summary>
    public const int MAX_OPTIONAL_kGUARD_EXC_CODE = 0x80000;

    /// <summary>Guard payload flags: none.</summary>
    public const ulong MPG_FLAGS_NONE = 0;

    /// <summary>Guard payload flag, strict reply: wrong reply disposition.</summary>
    public const ulong MPG_FLAGS_STRICT_REPLY_INVALID_REPLY_DISP = 0x100000000000000ul;

    /// <summary>Guard payload flag, strict reply: not a reply port.</summary>
    public const ulong MPG_FLAGS_STRICT_REPLY_INVALID_REPLY_PORT = 0x200000000000000ul;

    /// <summary>Guard payload flag, strict reply: invalid voucher.</summary>
    public const ulong MPG_FLAGS_STRICT_REPLY_INVALID_VOUCHER = 0x400000000000000ul;

    /// <summary>Guard payload flag, strict reply: voucher without bank attribute.</summary>
    public const ulong MPG_FLAGS_STRICT_REPLY_NO_BANK_ATTR = 0x800000000000000ul;

    /// <summary>Guard payload flag, strict reply: other persona.</summary>
    public const ulong MPG_FLAGS_STRICT_REPLY_MISMATCHED_PERSONA = 0x1000000000000000ul;

    /// <summary>Guard payload flags, strict reply: all.</summary>
    public const ulong MPG_FLAGS_STRICT_REPLY_MASK = 0xff00000000000000ul;

    /// <summary>Guard payload flag: a pinned right was released.</summary>
    public const ulong MPG_FLAGS_MOD_REFS_PINNED_DEALLOC = 0x100000000000000ul;

    /// <summary>Guard payload flag: a pinned right was destroyed.</summary>
    public const ulong MPG_FLAGS_MOD_REFS_PINNED_DESTROY = 0x200000000000000ul;

    /// <summary>Guard payload flag: a pinned right was sent away.</summary>
    public const ulong MPG_FLAGS_MOD_REFS_PINNED_COPYIN = 0x400000000000000ul;

    /// <summary>Guard payload flag: the immovable right was pinned.</summary>
    public const ulong MPG_FLAGS_IMMOVABLE_PINNED = 0x100000000000000ul;

    /// <summary>Guard flag: strict.</summary>
    public const int MPG_STRICT = 1;

    /// <summary>Guard flag: the receive right stays.</summary>
    public const int MPG_IMMOVABLE_RECEIVE = 2;

    /// <summary>Guard flavor: destroying a guarded right.</summary>
    public const uint kGUARD_EXC_DESTROY = 1;

    /// <summary>Guard flavor: changing a guarded or pinned right's references.</summary>
    public const uint kGUARD_EXC_MOD_REFS = 2;

    /// <summary>Guard flavor: message options that contradict the destination.</summary>
    public const uint kGUARD_EXC_INVALID_OPTIONS = 3;

    /// <summary>Guard flavor: setting the context of a strictly guarded port.</summary>
    public const uint kGUARD_EXC_SET_CONTEXT = 4;

    /// <summary>Guard flavor: setting a thread's state without permission.</summary>
    public const uint kGUARD_EXC_THREAD_SET_STATE = 5;

    /// <summary>Guard flavor: exception behaviour that is not allowed.</summary>
    public const uint kGUARD_EXC_EXCEPTION_BEHAVIOR_ENFORCE = 6;

    /// <summary>Guard flavor: misuse of a service port; fatal.</summary>
    public const uint kGUARD_EXC_SERVICE_PORT_VIOLATION_FATAL = 7;

    /// <summary>Guard flavor: a guard was given for an unguarded right.</summary>
    public const uint kGUARD_EXC_UNGUARDED = 8;

    /// <summary>Guard flavor: the guard given does not match.</summary>
    public const uint kGUARD_EXC_INCORRECT_GUARD = 16;

    /// <summary>Guard flavor: moving an immovable right.</summary>
    public const uint kGUARD_EXC_IMMOVABLE = 32;

    /// <summary>Guard flavor: strict reply rules broken.</summary>
    public const uint kGUARD_EXC_STRICT_REPLY = 64;

    /// <summary>Guard flavor: a message was filtered.</summary>
    public const uint kGUARD_EXC_MSG_FILTERED = 128;

    /// <summary>Guard flavor: <c>KERN_INVALID_RIGHT</c> was answered.</summary>
    public const uint kGUARD_EXC_INVALID_RIGHT = 0x100;

    /// <summary>Guard flavor: <c>KERN_INVALID_NAME</c> was answered.</summary>
    public const uint kGUARD_EXC_INVALID_NAME = 0x200;

    /// <summary>Guard flavor: <c>KERN_INVALID_VALUE</c> was answered.</summary>
    public const uint kGUARD_EXC_INVALID_VALUE = 0x400;

    /// <summary>Guard flavor: <c>KERN_INVALID_ARGUMENT</c> was answered.</summary>
    public const uint kGUARD_EXC_INVALID_ARGUMENT = 0x800;

    /// <summary>Guard flavor: <c>KERN_RIGHT_EXISTS</c> was answered.</summary>
    public const uint kGUARD_EXC_RIGHT_EXISTS = 0x1000;

    /// <summary>Guard flavor: <c>KERN_NO_SPACE</c> was answered.</summary>
    public const uint kGUARD_EXC_KERN_NO_SPACE = 0x2000;

    /// <summary>Guard flavor: <c>KERN_FAILURE</c> was answered.</summary>
    public const uint kGUARD_EXC_KERN_FAILURE = 0x4000;

    /// <summary>Guard flavor: <c>KERN_RESOURCE_SHORTAGE</c> was answered.</summary>
    public const uint kGUARD_EXC_KERN_RESOURCE = 0x8000;

    /// <summary>Guard flavor: <c>MACH_SEND_INVALID_REPLY</c> was answered.</summary>
    public const uint kGUARD_EXC_SEND_INVALID_REPLY = 0x10000;

    /// <summary>Guard flavor: <c>MACH_SEND_INVALID_VOUCHER</c> was answered.</summary>
    public const uint kGUARD_EXC_SEND_INVALID_VOUCHER = 0x20000;

    /// <summary>Guard flavor: <c>MACH_SEND_INVALID_RIGHT</c> was answered.</summary>
    public const uint kGUARD_EXC_SEND_INVALID_RIGHT = 0x40000;

    /// <summary>Guard flavor: <c>MACH_RCV_INVALID_NAME</c> was answered.</summary>
    public const uint kGUARD_EXC_RCV_INVALID_NAME = 0x80000;

    /// <summary>Guard flavor: a guarded descriptor came to a receiver that did not ask for them.</summary>
    public const uint kGUARD_EXC_RCV_GUARDED_DESC = 0x100000;

    /// <summary>Guard flavor: misuse of a service port; reported only.</summary>
    public const uint kGUARD_EXC_SERVICE_PORT_VIOLATION_NON_FATAL = 0x100001;

    /// <summary>Guard flavor: misuse of a provisional reply port; reported only.</summary>
    public const uint kGUARD_EXC_PROVISIONAL_REPLY_PORT = 0x100002;

    /// <summary>Guard flavor: as <c>kGUARD_EXC_MOD_REFS</c>; reported only.</summary>
    public const uint kGUARD_EXC_MOD_REFS_NON_FATAL = 0x200000;

    /// <summary>Guard flavor: as <c>kGUARD_EXC_IMMOVABLE</c>; reported only.</summary>
    public const uint kGUARD_EXC_IMMOVABLE_NON_FATAL = 0x400000;

    /// <summary>Guard flavor: the destination wants a reply port, another was named.</summary>
    public const uint kGUARD_EXC_REQUIRE_REPLY_PORT_SEMANTICS = 0x800000;
}
