namespace Mach;

public sealed partial class SendRight
{
    /// <summary>Asks to be told when the port dies: one <see cref="DeadNameNotification"/>, or a <see cref="PortDeletedNotification"/> when the name goes first.</summary>
    /// <param name="notify">A port of the same task; a send-once right to it is made for the kernel.</param>
    /// <returns>The right that a former request of this name had, if there was one.</returns>
    /// <exception cref="MachException">The port is dead already: <c>KERN_INVALID_ARGUMENT</c>.</exception>
    public SendOnceRight? RequestDeadName(ReceiveRight notify)
    {
        ArgumentNullException.ThrowIfNull(notify);
        return Request(MACH_NOTIFY_DEAD_NAME, 0, notify);
    }

    /// <inheritdoc cref="RequestDeadName(ReceiveRight)"/>
    /// <param name="notify">The right that the notification uses up; the kernel's from now on.</param>
    public SendOnceRight? RequestDeadName(SendOnceRight notify) => Request(MACH_NOTIFY_DEAD_NAME, 0, notify);

    /// <summary>Asks to be told when the port's queue has room: one <see cref="SendPossibleNotification"/>, or a <see cref="DeadNameNotification"/> when the port dies first.</summary>
    /// <param name="notify">A port of the same task; a send-once right to it is made for the kernel.</param>
    /// <returns>The right that a former request of this name had, if there was one.</returns>
    /// <remarks>The notification comes at once when the queue is not full. A name has one request, be it this or for its death.</remarks>
    public SendOnceRight? RequestSendPossible(ReceiveRight notify)
    {
        ArgumentNullException.ThrowIfNull(notify);
        return Request(MACH_NOTIFY_SEND_POSSIBLE, 1, notify);
    }

    /// <inheritdoc cref="RequestSendPossible(ReceiveRight)"/>
    /// <param name="notify">The right that the notification uses up; the kernel's from now on.</param>
    public SendOnceRight? RequestSendPossible(SendOnceRight notify) => Request(MACH_NOTIFY_SEND_POSSIBLE, 1, notify);

    /// <summary>Takes a dead-name or send-possible request back.</summary>
    /// <returns>The right that it had, if there was one.</returns>
    public SendOnceRight? CancelRequest() => Request(MACH_NOTIFY_DEAD_NAME, 0, (ReceiveRight?)null);
}
