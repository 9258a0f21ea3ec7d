namespace Mach;

/// <summary>The state of a port at one moment, as its receiver sees it.</summary>
/// <param name="QueueLimit">Messages that its queue takes before senders wait.</param>
/// <param name="QueuedMessages">Messages that wait, slots promised to woken senders included.</param>
/// <param name="SequenceNumber">The number that the next message taken will carry.</param>
/// <param name="MakeSendCount">Send rights made since the receive right arrived here.</param>
/// <param name="SendOnceRights">Send-once rights that exist.</param>
/// <param name="HasSendRights">Whether any send right exists.</param>
/// <param name="IsInSet">Whether it is a member of a port set.</param>
/// <param name="HasNoSendersRequest">Whether a no-senders notification is awaited.</param>
/// <param name="HasPortDestroyedRequest">Whether a port-destroyed notification is awaited.</param>
/// <param name="IsGuarded">Whether the receive right is guarded.</param>
public readonly record struct PortStatus(
    uint QueueLimit,
    uint QueuedMessages,
    uint SequenceNumber,
    uint MakeSendCount,
    uint SendOnceRights,
    bool HasSendRights,
    bool IsInSet,
    bool HasNoSendersRequest,
    bool HasPortDestroyedRequest,
    bool IsGuarded)
{
    internal static PortStatus From(mach_port_status_t status) => new(
        status.mps_qlimit,
        status.mps_msgcount,
        status.mps_seqno,
        status.mps_mscount,
        status.mps_sorights,
        status.mps_srights != 0,
        status.mps_pset != 0,
        status.mps_nsrequest != 0,
        status.mps_pdrequest != 0,
        (status.mps_flags & MACH_PORT_STATUS_FLAG_GUARDED) != 0);
}
