namespace Mach.Abi;

/// <summary>
/// A kernel's part in a kqueue: it watches ports and sets of one task and reports which have messages, or receives them. Whoever serves
/// kqueue calls brings descriptors, the other filters and waiting.
/// </summary>
public abstract class KernelEventQueue : IDisposable
{
    /// <summary>Makes changes, then reports events, as far as there is room. It never waits.</summary>
    /// <param name="thread">A thread of the queue's task: to its memory messages are received.</param>
    /// <param name="changes">Made in this order. One that fails is reported as an event, or ends the call when there is no room for it.</param>
    /// <param name="events">Receives what is reported.</param>
    /// <param name="buffer">Where messages go that bring no place of their own; what is left of it.</param>
    /// <param name="count">How many events there are.</param>
    /// <returns>0, or the errno of a change that could not be reported.</returns>
    public abstract int Call(
        TrapThread thread, ReadOnlySpan<KernelEvent> changes, Span<KernelEvent> events, ref KernelEventBuffer buffer, out int count);

    /// <summary>True while it has something to report, as far as it knows: then a descriptor of it is readable.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Watches nothing any more.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Watches nothing any more.</summary>
    protected abstract void Dispose(bool disposing);
}
