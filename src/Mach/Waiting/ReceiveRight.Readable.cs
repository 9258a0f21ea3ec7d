namespace Mach;

public sealed partial class ReceiveRight
{
    /// <summary>Waits until a message can be received, and leaves it where it is. Whoever receives first gets it.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <returns>False when none came in time.</returns>
    /// <exception cref="MachException">The right was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>), or the thread interrupted.</exception>
    public bool WaitReadable(MachTimeout timeout) => ReadableWait.Look(this, timeout).IsValid;

    /// <summary>Awaits that a message can be received, and leaves it where it is. Whoever receives first gets it.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when none came in time.</returns>
    /// <exception cref="MachException">The right was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>).</exception>
    public async ValueTask<bool> WaitReadableAsync(MachTimeout timeout, CancellationToken cancellation = default) =>
        (await ReadableWait.Start(this, timeout, cancellation).ConfigureAwait(false)).IsValid;
}
