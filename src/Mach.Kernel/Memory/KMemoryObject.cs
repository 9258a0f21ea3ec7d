namespace Mach.Kernel;

/// <summary>Memory that more than one place may show: pages in a store, for as long as someone refers to them.</summary>
/// <remarks>
/// O1 It has as many references as entries of maps and of copies show it, and one for each memory entry that names it.
/// O2 Once frozen nobody writes its pages: every entry that shows it is copy-on-write.
/// O3 Only a holder of a reference gives another; whoever holds the only one may change what the object is.
/// </remarks>
internal sealed class KMemoryObject
{
    private static long s_lastId;
    private int _references = 1;               // interlocked
    private RankedLock _gate = new(LockRank.Leaf);
    private int _state;                        // _gate; VM_PURGABLE_NONVOLATILE, _VOLATILE or _EMPTY

    internal readonly PageStore Pages;
    internal readonly ulong Base;              // the offset, as regions tell it, of the first byte of Pages
    internal readonly ulong Id;
    internal readonly bool Purgeable;

    internal KMemoryObject(PageStore pages, ulong id, ulong offset, bool purgeable = false)
    {
        Pages = pages;
        Id = id;
        Base = offset;
        Purgeable = purgeable;
    }

    /// <summary>O2; set by the only holder.</summary>
    internal bool Frozen { get; set; }

    internal int References => Volatile.Read(ref _references);

    /// <summary>A number that no other memory of this process has.</summary>
    internal static ulong NewId() => (ulong)Interlocked.Increment(ref s_lastId);

    internal KMemoryObject Retain()
    {
        Interlocked.Increment(ref _references);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
            Pages.Discard();
    }

    /// <summary>Sets or tells whether the kernel may discard the contents (R-VMR-32 to R-VMR-35).</summary>
    /// <param name="control">VM_PURGABLE_SET_STATE or _GET_STATE.</param>
    /// <param name="state">What to set; receives the state before, or the present one.</param>
    internal kern_return_t Purge(int control, ref int state)
    {
        if (!Purgeable)
            return KERN_INVALID_ARGUMENT;
        var wanted = state & VM_PURGABLE_STATE_MASK;
        if (control == VM_PURGABLE_SET_STATE && wanted == VM_PURGABLE_DENY)
            return KERN_INVALID_ARGUMENT;
        _gate.Enter();
        var old = _state;
        var empty = false;
        if (control == VM_PURGABLE_SET_STATE)
        {
            if (wanted == VM_PURGABLE_VOLATILE && (old == VM_PURGABLE_EMPTY || (state & VM_PURGABLE_DEBUG_EMPTY) != 0))
                wanted = VM_PURGABLE_EMPTY;
            empty = wanted == VM_PURGABLE_EMPTY && old != VM_PURGABLE_EMPTY;
            _state = wanted;
        }
        _gate.Exit();
        state = old;
        if (empty)
            Pages.Clear();
        return KERN_SUCCESS;
    }

    /// <summary>Discards the contents if they may be (R-VMR-32).</summary>
    internal void PurgeVolatile()
    {
        _gate.Enter();
        var empty = _state == VM_PURGABLE_VOLATILE;
        if (empty)
            _state = VM_PURGABLE_EMPTY;
        _gate.Exit();
        if (empty)
            Pages.Clear();
    }
}
