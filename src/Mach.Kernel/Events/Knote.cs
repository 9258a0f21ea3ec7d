namespace Mach.Kernel;

/// <summary>One port or set as one queue watches it.</summary>
/// <remarks>
/// Q1 It is in the list of its port or set, whose gate guards the links, until it is dropped or what it watches has gone.
/// Q2 It is in its queue's ready list when something may have happened since it was looked at last; it is looked at again then.
/// </remarks>
internal sealed class Knote(KEventQueue queue, KObject on, in KernelEvent change)
{
    private const KernelEventFlags Lasting = KernelEventFlags.OneShot | KernelEventFlags.Clear | KernelEventFlags.Dispatch
        | KernelEventFlags.UdataSpecific | KernelEventFlags.Vanished;

    internal readonly KEventQueue Queue = queue;
    internal readonly KObject On = on;
    internal KernelEvent Asked = change;                              // the queue's _calls; what was asked for, as changed since
    internal readonly KernelEventFlags Flags = change.Flags & Lasting;
    internal Knote? NextOn, PreviousOn;                               // the gate of what it watches
    internal bool Listed;                                             // the gate of what it watches
    internal Knote? NextReady;                                        // the queue's gate
    internal bool Ready;                                              // the queue's gate
    internal bool Disabled = (change.Flags & KernelEventFlags.Disable) != KernelEventFlags.None;      // the queue's gate
    internal bool Gone;                                               // the queue's gate; what it watches has ended or left the space
    internal bool Dropped;                                            // the queue's gate

    internal uint Name => (uint)Asked.Ident;

    internal bool Has(KernelEventFlags flag) => (Flags & flag) != KernelEventFlags.None;

    /// <summary>True when two changes are about the same thing: the name, and the udata where it counts (R-KEV-13).</summary>
    internal bool IsMeantBy(in KernelEvent other) =>
        Name == (uint)other.Ident && Has(KernelEventFlags.UdataSpecific) == ((other.Flags & KernelEventFlags.UdataSpecific) != KernelEventFlags.None)
        && (!Has(KernelEventFlags.UdataSpecific) || Asked.Udata == other.Udata);
}

/// <summary>Who watches a port or a set. Guarded by its gate.</summary>
internal struct KnoteList
{
    private Knote? _first;

    internal readonly bool IsEmpty => _first is null;

    internal void Add(Knote knote)
    {
        knote.Listed = true;
        knote.NextOn = _first;
        if (_first is not null)
            _first.PreviousOn = knote;
        _first = knote;
    }

    internal void Remove(Knote knote)
    {
        if (!knote.Listed)
            return;
        knote.Listed = false;
        if (knote.PreviousOn is { } previous)
            previous.NextOn = knote.NextOn;
        else
            _first = knote.NextOn;
        if (knote.NextOn is { } next)
            next.PreviousOn = knote.PreviousOn;
        knote.NextOn = knote.PreviousOn = null;
    }

    /// <summary>A message waits where none did.</summary>
    internal readonly void Activate(ref Aftermath after)
    {
        for (var knote = _first; knote is not null; knote = knote.NextOn)
            knote.Queue.Activate(knote, gone: false, ref after);
    }

    /// <summary>What is watched has ended, or its receive right leaves the space: the last that anyone hears (R-KEV-11).</summary>
    internal void Vanish(ref Aftermath after)
    {
        while (_first is { } knote)
        {
            Remove(knote);
            knote.Queue.Activate(knote, gone: true, ref after);
        }
    }
}
