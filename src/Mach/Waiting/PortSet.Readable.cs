namespace Mach;

public sealed partial class PortSet
{
    /// <summary>Waits until a member has a message, and leaves it where it is. Whoever receives first gets it.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <returns>The member; the null port when no message came in time.</returns>
    /// <exception cref="MachException">The set was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>), or the thread interrupted.</exception>
    public RawMachPort WaitReadable(MachTimeout timeout) => ReadableWait.Look(this, timeout);

    /// <summary>Awaits that a member has a message, and leaves it where it is. Whoever receives first gets it.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The member; the null port when no message came in time.</returns>
    /// <exception cref="MachException">The set was disposed meanwhile (<c>MACH_RCV_PORT_CHANGED</c>).</exception>
    public ValueTask<RawMachPort> WaitReadableAsync(MachTimeout timeout, CancellationToken cancellation = default) =>
        ReadableWait.Start(this, timeout, cancellation);
}
