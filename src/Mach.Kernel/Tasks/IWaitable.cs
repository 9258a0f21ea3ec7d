namespace Mach.Kernel;

/// <summary>What a thread can sleep on: a port, a set, a semaphore, the passing of time.</summary>
/// <remarks>
/// Each has a gate of its own. A thread goes to sleep there by <see cref="KThread.BeginWait"/> under the gate, and whoever ends the
/// wait does so under the gate, by <see cref="KThread.EndWait"/>, and wakes it in an aftermath (W1, W2).
/// </remarks>
internal interface IWaitable
{
    /// <summary>
    /// Ends the thread's wait before what it waits for has come: takes it off and stores the code. No lock held.
    /// </summary>
    /// <param name="thread">The sleeper.</param>
    /// <param name="serial">Which of its waits is meant; null for whichever it is in.</param>
    /// <param name="interrupted">As thread_abort does it; false when its time is up.</param>
    /// <returns>False when the thread does not sleep here, or no longer, or in another wait than is meant.</returns>
    bool TryStop(KThread thread, uint? serial, bool interrupted);
}
