namespace Mach;

/// <summary>What the kernel tells about a right. It is only ever made from a message that the kernel itself sent.</summary>
/// <remarks>Disposing it releases what it carries.</remarks>
public abstract record MachNotification : IDisposable
{
    private protected MachNotification()
    {
    }

    /// <summary>Releases what it carries. Can be repeated.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>A name for which a dead-name or send-possible request waited does not denote that right any more; the port lives.</summary>
/// <param name="Name">The name.</param>
public sealed record PortDeletedNotification([property: ReturnsBorrowed] RawMachPort Name) : MachNotification;

/// <summary>A queue that was full has had room since.</summary>
/// <param name="Name">The name of the send right.</param>
public sealed record SendPossibleNotification([property: ReturnsBorrowed] RawMachPort Name) : MachNotification;

/// <summary>A receive right would have been destroyed; here it is instead.</summary>
/// <param name="Right">The right; the receiver's now.</param>
public sealed record PortDestroyedNotification(ReceiveRight Right) : MachNotification
{
    /// <inheritdoc/>
    public override void Dispose()
    {
        Right.Dispose();
        base.Dispose();
    }
}

/// <summary>Nobody has a send right to the port any more.</summary>
/// <param name="MakeSendCount">The port's make-send count at that moment: when it has grown since, there are senders again.</param>
public sealed record NoSendersNotification(uint MakeSendCount) : MachNotification;

/// <summary>A send-once right was destroyed unused: whoever had it will not answer.</summary>
public sealed record SendOnceNotification : MachNotification;

/// <summary>A port has died.</summary>
/// <param name="Name">The name under which it was known, with one reference more: the receiver's now.</param>
public sealed record DeadNameNotification(DeadName Name) : MachNotification
{
    /// <inheritdoc/>
    public override void Dispose()
    {
        Name.Dispose();
        base.Dispose();
    }
}
