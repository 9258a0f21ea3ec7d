namespace Mach;

public sealed partial class SendOnceRight
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
}
