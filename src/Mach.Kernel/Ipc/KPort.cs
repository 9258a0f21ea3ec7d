using System.Diagnostics.CodeAnalysis;

namespace Mach.Kernel;

/// <summary>A message queue with one receiver, and the counts of rights to it.</summary>
/// <remarks>
/// P1 At most one space holds its receive right; a message that carries it leaves it in none.
/// P2 A dead port has no queue, no waiters and no requests, and every entry that named it reads as a dead name.
/// P3 Waiters is empty or the queue is empty.
/// P4 SendRights counts each space that names a send right once, each one in a message, and each the kernel keeps.
/// P5 A queue that is not empty is marked ready in every set the port belongs to.
/// P6 Destination leads from port to port without a circle.
/// </remarks>
internal sealed partial class KPort : KObject, IWaitable
{
    /// <summary>What stands for a right whose port had died when it was taken: MACH_PORT_DEAD.</summary>
    internal static readonly KPort Dead = new() { Active = false };

    internal RankedLock Gate = new(LockRank.Port);

    internal bool Active = true;             // Gate
    internal KSpace? Receiver;               // Gate and the receiver's gate
    internal uint ReceiverName;              // as Receiver
    internal KPort? Destination;             // ManagedKernel.Transit: the port towards which the receive right travels
    internal KernelObject? KernelObject;     // Gate; what the kernel serves behind it
    internal int SendRights;                 // Gate
    internal int SendOnceRights;             // Gate
    internal uint MakeSendCount;             // Gate
    internal uint Sequence;                  // Gate; the number the next message taken off carries
    internal ulong Context;                  // Gate; doubles as the guard
    internal PortFlags Flags;                // Gate
    internal KPort? NoSenders;               // Gate; send-once right of the armed request
    internal KPort? PortDestroyed;           // Gate; likewise
    internal KThread? SpecialReplyOf;        // the thread whose special reply port this is; only that thread changes it
    internal ServiceName? Service;           // set at birth

    internal static bool IsLive([NotNullWhen(true)] KPort? port) => port is not null && !ReferenceEquals(port, Dead);

    internal bool Is(PortFlags flag) => (Flags & flag) != PortFlags.None;

    /// <summary>True while the port is the kernel's own: messages to it are served, never queued.</summary>
    internal bool IsKernelOwned => KernelObject is { IsServed: true };

    /// <summary>The space receives this port under the name. Gate held.</summary>
    internal bool IsReceivedAs(KSpace space, uint name) => ReferenceEquals(Receiver, space) && ReceiverName == name && Active;

    /// <summary>It lives, queues its messages, and wants nothing special of them. Gate held.</summary>
    internal bool TakesAnyMessage => Active && !IsKernelOwned && !Is(PortFlags.NeedsReplyPort | PortFlags.HardReply);

    /// <summary>One more send right, for whoever asks. Gate held.</summary>
    internal void MakeSend()
    {
        MakeSendCount++;
        SendRights++;
    }

    /// <summary>Makes a send right that the kernel keeps or gives away; false when the port is dead.</summary>
    internal bool TryMakeSend()
    {
        Gate.Enter();
        var active = Active;
        if (active)
            MakeSend();
        Gate.Exit();
        return active;
    }

    /// <summary>Copies a send right that the kernel keeps; false when the port is dead.</summary>
    internal bool TryCopySend()
    {
        Gate.Enter();
        var active = Active;
        if (active)
            SendRights++;
        Gate.Exit();
        return active;
    }

    /// <summary>One send right less; the last one fires an armed no-senders request.</summary>
    internal void ReleaseSend(ref Aftermath after)
    {
        Gate.Enter();
        DropSend(ref after);
        Gate.Exit();
    }

    /// <summary>As <see cref="ReleaseSend"/>. Gate held.</summary>
    internal void DropSend(ref Aftermath after)
    {
        if (!Active || --SendRights != 0)
            return;
        if (NoSenders is { } notify)
        {
            NoSenders = null;
            after.Notify(Notices.NoSenders(after.Kernel, notify, MakeSendCount));
        }
        else if (KernelObject is { } served)
        {
            served.NoSenders(this, ref after);
        }
    }

    /// <summary>A send-once right that a kernel's routine has used up.</summary>
    internal void UseUpSendOnce()
    {
        Gate.Enter();
        if (Active)
            SendOnceRights--;
        Gate.Exit();
    }

    /// <summary>A send-once right that was never used: its port is told, by a message that uses it up.</summary>
    internal void ReleaseSendOnce(ref Aftermath after)
    {
        Gate.Enter();
        var tell = Active && !IsKernelOwned && MessageCount < QueueCeiling;
        if (Active && !tell)
            SendOnceRights--;
        var served = Active && IsKernelOwned ? KernelObject : null;
        Gate.Exit();
        served?.SendOnceLost(ref after);
        if (tell)
            after.Notify(Notices.SendOnce(after.Kernel, this));
    }
}

/// <summary>What a service port was made with.</summary>
internal sealed class ServiceName(mach_service_port_info_data_t info)
{
    internal readonly mach_service_port_info_data_t Info = info;
    internal bool Throttled;     // the port's gate; kept for whoever asks, it holds nothing back
}

/// <summary>What sets a port apart. Guarded by its gate.</summary>
[Flags]
internal enum PortFlags : ushort
{
    None = 0,
    Guarded = 1,
    StrictGuard = 2,
    ImmovableReceive = 4,
    ImmovableSend = 8,
    TempOwner = 0x10,
    ImportanceReceiver = 0x20,
    HardReply = 0x80,              // a reply port of a hardened task
    ProvisionalReply = 0x100,
    NeedsReplyPort = 0x200,        // MPO_ENFORCE_REPLY_PORT_SEMANTICS
    Exception = 0x400,
    Pinned = 0x800,
    DenapReceiver = 0x1000,
    AnyReply = HardReply | ProvisionalReply,
}
