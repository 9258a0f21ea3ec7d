namespace Mach;

public sealed partial class ReceiveRight
{
    /// <summary>Asks to be told when nobody has a send right any more: one <see cref="NoSendersNotification"/>.</summary>
    /// <param name="notify">A port of the same task, which may be this one; a send-once right to it is made for the kernel.</param>
    /// <param name="sync">When nobody has one now and the make-send count has reached this, the notification comes at once.</param>
    /// <returns>The right that a former request had, if there was one.</returns>
    public SendOnceRight? RequestNoSenders(ReceiveRight notify, uint sync = 0)
    {
        ArgumentNullException.ThrowIfNull(notify);
        return Request(MACH_NOTIFY_NO_SENDERS, sync, notify);
    }

    /// <inheritdoc cref="RequestNoSenders(ReceiveRight, uint)"/>
    /// <param name="notify">The right that the notification uses up; the kernel's from now on.</param>
    /// <param name="sync">When nobody has a send right now and the make-send count has reached this, the notification comes at once.</param>
    public SendOnceRight? RequestNoSenders(SendOnceRight notify, uint sync = 0) => Request(MACH_NOTIFY_NO_SENDERS, sync, notify);

    /// <summary>Takes a no-senders request back.</summary>
    /// <returns>The right that it had, if there was one.</returns>
    public SendOnceRight? CancelNoSenders() => Request(MACH_NOTIFY_NO_SENDERS, 0, (ReceiveRight?)null);

    /// <summary>Asks that the right be sent in a <see cref="PortDestroyedNotification"/> when it would be destroyed. It cannot be taken back.</summary>
    /// <param name="notify">Another port of the same task; a send-once right to it is made for the kernel.</param>
    /// <exception cref="MachException">It was asked for before: <c>KERN_FAILURE</c>.</exception>
    public void RequestPortDestroyed(ReceiveRight notify)
    {
        ArgumentNullException.ThrowIfNull(notify);
        Request(MACH_NOTIFY_PORT_DESTROYED, 0, notify)?.Dispose();
    }

    /// <inheritdoc cref="RequestPortDestroyed(ReceiveRight)"/>
    /// <param name="notify">The right that the notification uses up; the kernel's from now on.</param>
    public void RequestPortDestroyed(SendOnceRight notify) => Request(MACH_NOTIFY_PORT_DESTROYED, 0, notify)?.Dispose();
}
