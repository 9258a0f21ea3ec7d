namespace Mach.Abi;

/// <summary>What a Mach call answers. Codes that are not listed here are kept as they are.</summary>
/// <remarks>From <c>mach/kern_return.h</c>, <c>mach/message.h</c>, <c>mach/mig_errors.h</c> and <c>servers/bootstrap.h</c>.</remarks>
public enum kern_return_t
{
    // mach/kern_return.h
    /// <summary>The call did what it says.</summary>
    KERN_SUCCESS = 0,
    /// <summary>The address range is not mapped, or may not be used this way.</summary>
    KERN_INVALID_ADDRESS = 1,
    /// <summary>The memory is there, but its protection forbids this access.</summary>
    KERN_PROTECTION_FAILURE = 2,
    /// <summary>No room: the address range is taken, or the name table is full.</summary>
    KERN_NO_SPACE = 3,
    /// <summary>An argument is of the wrong kind or out of range.</summary>
    KERN_INVALID_ARGUMENT = 4,
    /// <summary>The call could not be carried out; no further reason is given.</summary>
    KERN_FAILURE = 5,
    /// <summary>The kernel ran out of a resource.</summary>
    KERN_RESOURCE_SHORTAGE = 6,
    /// <summary>The task does not hold the port's receive right.</summary>
    KERN_NOT_RECEIVER = 7,
    /// <summary>The object may not be changed by this caller.</summary>
    KERN_NO_ACCESS = 8,
    /// <summary>A page is gone for good: its backing object was destroyed.</summary>
    KERN_MEMORY_FAILURE = 9,
    /// <summary>A page could not be brought in from, or sent out to, its backing object.</summary>
    KERN_MEMORY_ERROR = 10,
    /// <summary>The port is already a member of the set.</summary>
    KERN_ALREADY_IN_SET = 11,
    /// <summary>The port is not a member of any set.</summary>
    KERN_NOT_IN_SET = 12,
    /// <summary>The chosen name already denotes a right.</summary>
    KERN_NAME_EXISTS = 13,
    /// <summary>The wait was broken off by an abort of the thread.</summary>
    KERN_ABORTED = 14,
    /// <summary>The name denotes no right in this task.</summary>
    KERN_INVALID_NAME = 15,
    /// <summary>The port is not a live task's.</summary>
    KERN_INVALID_TASK = 16,
    /// <summary>The name denotes a right, but not of the kind needed.</summary>
    KERN_INVALID_RIGHT = 17,
    /// <summary>A number is outside its range.</summary>
    KERN_INVALID_VALUE = 18,
    /// <summary>The user reference count would exceed its limit.</summary>
    KERN_UREFS_OVERFLOW = 19,
    /// <summary>The right is of the right kind, but to the wrong object or immovable.</summary>
    KERN_INVALID_CAPABILITY = 20,
    /// <summary>The task already has rights to that port under another name.</summary>
    KERN_RIGHT_EXISTS = 21,
    /// <summary>The port is not a host's.</summary>
    KERN_INVALID_HOST = 22,
    /// <summary>The memory object already supplied that data.</summary>
    KERN_MEMORY_PRESENT = 23,
    /// <summary>The memory object has moved the data elsewhere.</summary>
    KERN_MEMORY_DATA_MOVED = 24,
    /// <summary>The copy must be started again from the new object.</summary>
    KERN_MEMORY_RESTART_COPY = 25,
    /// <summary>The port is not a processor set's.</summary>
    KERN_INVALID_PROCESSOR_SET = 26,
    /// <summary>The scheduling parameters exceed a limit.</summary>
    KERN_POLICY_LIMIT = 27,
    /// <summary>The processor set does not allow that scheduling policy.</summary>
    KERN_INVALID_POLICY = 28,
    /// <summary>The port is not a memory object's, or the object is gone.</summary>
    KERN_INVALID_OBJECT = 29,
    /// <summary>Another thread already waits there.</summary>
    KERN_ALREADY_WAITING = 30,
    /// <summary>The default processor set cannot be destroyed.</summary>
    KERN_DEFAULT_SET = 31,
    /// <summary>A protected exception port is already set.</summary>
    KERN_EXCEPTION_PROTECTED = 32,
    /// <summary>The port is not a ledger's.</summary>
    KERN_INVALID_LEDGER = 33,
    /// <summary>The port is not a memory control port.</summary>
    KERN_INVALID_MEMORY_CONTROL = 34,
    /// <summary>The port is not the host's security port.</summary>
    KERN_INVALID_SECURITY = 35,
    /// <summary>The thread's priority was not depressed.</summary>
    KERN_NOT_DEPRESSED = 36,
    /// <summary>The object has been terminated.</summary>
    KERN_TERMINATED = 37,
    /// <summary>The lock set has been destroyed.</summary>
    KERN_LOCK_SET_DESTROYED = 38,
    /// <summary>The lock's holder died with it.</summary>
    KERN_LOCK_UNSTABLE = 39,
    /// <summary>Another thread holds the lock.</summary>
    KERN_LOCK_OWNED = 40,
    /// <summary>The calling thread already holds the lock.</summary>
    KERN_LOCK_OWNED_SELF = 41,
    /// <summary>The semaphore has been destroyed.</summary>
    KERN_SEMAPHORE_DESTROYED = 42,
    /// <summary>The server died before it answered.</summary>
    KERN_RPC_SERVER_TERMINATED = 43,
    /// <summary>An orphaned call is to be ended.</summary>
    KERN_RPC_TERMINATE_ORPHAN = 44,
    /// <summary>An orphaned call is to go on.</summary>
    KERN_RPC_CONTINUE_ORPHAN = 45,
    /// <summary>This kernel does not have that call or feature.</summary>
    KERN_NOT_SUPPORTED = 46,
    /// <summary>The remote node does not answer.</summary>
    KERN_NODE_DOWN = 47,
    /// <summary>No thread waits there.</summary>
    KERN_NOT_WAITING = 48,
    /// <summary>The time given was over first.</summary>
    KERN_OPERATION_TIMED_OUT = 49,
    /// <summary>Signed code failed its check.</summary>
    KERN_CODESIGN_ERROR = 50,
    /// <summary>The thread's policy may not change.</summary>
    KERN_POLICY_STATIC = 51,
    /// <summary>The buffer is too small for the result.</summary>
    KERN_INSUFFICIENT_BUFFER_SIZE = 52,
    /// <summary>A security policy forbids it.</summary>
    KERN_DENIED = 53,
    /// <summary>The kernel collection is not loaded.</summary>
    KERN_MISSING_KC = 54,
    /// <summary>The kernel collection is not usable.</summary>
    KERN_INVALID_KC = 55,
    /// <summary>There is nothing by that name or number.</summary>
    KERN_NOT_FOUND = 56,
    /// <summary>The largest number set aside for kernel codes; never returned.</summary>
    KERN_RETURN_MAX = 256,

    // mach/message.h
    /// <summary>The bits that tell which resource ran out while a message was handled.</summary>
    MACH_MSG_MASK = 0x3e00,
    /// <summary>Bit: the task's name table had no room for a right.</summary>
    MACH_MSG_IPC_SPACE = 0x2000,
    /// <summary>Bit: the task's address space had no room for out-of-line memory.</summary>
    MACH_MSG_VM_SPACE = 0x1000,
    /// <summary>Bit: the kernel was short of IPC resources.</summary>
    MACH_MSG_IPC_KERNEL = 0x0800,
    /// <summary>Bit: the kernel was short of memory for out-of-line data.</summary>
    MACH_MSG_VM_KERNEL = 0x0400,
    /// <summary>The send has not ended; only seen inside a kernel.</summary>
    MACH_SEND_IN_PROGRESS = 0x10000001,
    /// <summary>The message's bytes could not be read.</summary>
    MACH_SEND_INVALID_DATA = 0x10000002,
    /// <summary>The destination is no name of a live send or send-once right.</summary>
    MACH_SEND_INVALID_DEST = 0x10000003,
    /// <summary>The queue stayed full for the time given.</summary>
    MACH_SEND_TIMED_OUT = 0x10000004,
    /// <summary>The voucher name is not a voucher's.</summary>
    MACH_SEND_INVALID_VOUCHER = 0x10000005,
    /// <summary>The send was interrupted.</summary>
    MACH_SEND_INTERRUPTED = 0x10000007,
    /// <summary>The message is smaller than its header and descriptors say.</summary>
    MACH_SEND_MSG_TOO_SMALL = 0x10000008,
    /// <summary>The reply name does not carry the right asked for.</summary>
    MACH_SEND_INVALID_REPLY = 0x10000009,
    /// <summary>A right in the body could not be taken.</summary>
    MACH_SEND_INVALID_RIGHT = 0x1000000a,
    /// <summary>The notify argument is not usable.</summary>
    MACH_SEND_INVALID_NOTIFY = 0x1000000b,
    /// <summary>Out-of-line memory could not be read.</summary>
    MACH_SEND_INVALID_MEMORY = 0x1000000c,
    /// <summary>The kernel had no memory for the message.</summary>
    MACH_SEND_NO_BUFFER = 0x1000000d,
    /// <summary>The message is larger than the destination takes.</summary>
    MACH_SEND_TOO_LARGE = 0x1000000e,
    /// <summary>A descriptor's type or disposition is unknown.</summary>
    MACH_SEND_INVALID_TYPE = 0x1000000f,
    /// <summary>The header's bits are malformed.</summary>
    MACH_SEND_INVALID_HEADER = 0x10000010,
    /// <summary>The trailer to send is malformed.</summary>
    MACH_SEND_INVALID_TRAILER = 0x10000011,
    /// <summary>The destination's context does not match.</summary>
    MACH_SEND_INVALID_CONTEXT = 0x10000012,
    /// <summary>The options contradict each other or the destination.</summary>
    MACH_SEND_INVALID_OPTIONS = 0x10000013,
    /// <summary>Out-of-line memory is too large for a real-time port.</summary>
    MACH_SEND_INVALID_RT_OOL_SIZE = 0x10000015,
    /// <summary>The destination takes no rights in messages.</summary>
    MACH_SEND_NO_GRANT_DEST = 0x10000016,
    /// <summary>A message filter turned the message away.</summary>
    MACH_SEND_MSG_FILTERED = 0x10000017,
    /// <summary>The auxiliary data is smaller than its header.</summary>
    MACH_SEND_AUX_TOO_SMALL = 0x10000018,
    /// <summary>The auxiliary data is over its limit.</summary>
    MACH_SEND_AUX_TOO_LARGE = 0x10000019,
    /// <summary>The receive has not ended; only seen inside a kernel.</summary>
    MACH_RCV_IN_PROGRESS = 0x10004001,
    /// <summary>The name is not of a receive right or port set.</summary>
    MACH_RCV_INVALID_NAME = 0x10004002,
    /// <summary>No message came in the time given.</summary>
    MACH_RCV_TIMED_OUT = 0x10004003,
    /// <summary>The message does not fit the buffer.</summary>
    MACH_RCV_TOO_LARGE = 0x10004004,
    /// <summary>The receive was interrupted.</summary>
    MACH_RCV_INTERRUPTED = 0x10004005,
    /// <summary>The receive right moved, or entered a set, while waiting.</summary>
    MACH_RCV_PORT_CHANGED = 0x10004006,
    /// <summary>The notify argument is not usable.</summary>
    MACH_RCV_INVALID_NOTIFY = 0x10004007,
    /// <summary>The buffer could not be written; the message is lost.</summary>
    MACH_RCV_INVALID_DATA = 0x10004008,
    /// <summary>The port or set died while waiting.</summary>
    MACH_RCV_PORT_DIED = 0x10004009,
    /// <summary>The port is a member of a set.</summary>
    MACH_RCV_IN_SET = 0x1000400a,
    /// <summary>A right of the header could not be placed; the message is lost.</summary>
    MACH_RCV_HEADER_ERROR = 0x1000400b,
    /// <summary>A part of the body could not be placed and was destroyed; the rest is there.</summary>
    MACH_RCV_BODY_ERROR = 0x1000400c,
    /// <summary>A scatter descriptor is of the wrong type.</summary>
    MACH_RCV_INVALID_TYPE = 0x1000400d,
    /// <summary>A scatter region is too small.</summary>
    MACH_RCV_SCATTER_SMALL = 0x1000400e,
    /// <summary>The trailer asked for is unknown.</summary>
    MACH_RCV_INVALID_TRAILER = 0x1000400f,
    /// <summary>The timed receive has not ended; only seen inside a kernel.</summary>
    MACH_RCV_IN_PROGRESS_TIMED = 0x10004011,
    /// <summary>The reply port is not usable for this receive.</summary>
    MACH_RCV_INVALID_REPLY = 0x10004012,
    /// <summary>The receive buffer or its sizes are not usable.</summary>
    MACH_RCV_INVALID_ARGUMENTS = 0x10004013,

    // mach/mig_errors.h
    /// <summary>The message does not have the shape that the routine expects.</summary>
    MIG_TYPE_ERROR = -300,
    /// <summary>The reply is not for this request.</summary>
    MIG_REPLY_MISMATCH = -301,
    /// <summary>The server failed to handle the request.</summary>
    MIG_REMOTE_ERROR = -302,
    /// <summary>The server has no routine of that number.</summary>
    MIG_BAD_ID = -303,
    /// <summary>The request's size, complexity or descriptor count is wrong.</summary>
    MIG_BAD_ARGUMENTS = -304,
    /// <summary>The server wants no reply to be sent now.</summary>
    MIG_NO_REPLY = -305,
    /// <summary>The server raised an exception.</summary>
    MIG_EXCEPTION = -306,
    /// <summary>A variable array is larger than the caller's room.</summary>
    MIG_ARRAY_TOO_LARGE = -307,
    /// <summary>The server died, or dropped the reply right, before it answered.</summary>
    MIG_SERVER_DIED = -308,
    /// <summary>The trailer has an unknown format.</summary>
    MIG_TRAILER_ERROR = -309,

    // servers/bootstrap.h
    /// <summary>The name service does not allow this caller to do that.</summary>
    BOOTSTRAP_NOT_PRIVILEGED = 1100,
    /// <summary>Another service already registered that name.</summary>
    BOOTSTRAP_NAME_IN_USE = 1101,
    /// <summary>No service has that name.</summary>
    BOOTSTRAP_UNKNOWN_SERVICE = 1102,
    /// <summary>The service is already checked in.</summary>
    BOOTSTRAP_SERVICE_ACTIVE = 1103,
    /// <summary>Too many names in one look-up.</summary>
    BOOTSTRAP_BAD_COUNT = 1104,
    /// <summary>The name service had no memory.</summary>
    BOOTSTRAP_NO_MEMORY = 1105,
    /// <summary>The name space has no children.</summary>
    BOOTSTRAP_NO_CHILDREN = 1106,
}
