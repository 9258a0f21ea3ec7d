namespace Mach.Kernel;

/// <summary>A task's memory map: which ranges of its addresses the kernel has mapped, and how.</summary>
/// <remarks>
/// A1 Entries are ordered by address and do not overlap; what they say is what the space has mapped.
/// A2 A map that has ended is empty and stays so.
/// A3 Whoever wants two maps takes what it needs from one, leaves it, and enters the other.
/// Memory of the process that the kernel did not map is foreign: it can be read, written and sent, and is not listed or changed.
/// </remarks>
internal sealed partial class KMap
{
    private RankedLock _gate = new(LockRank.Space);      // never held together with a space's
    private readonly List<KMapEntry> _entries = [];      // _gate
    private KMapEntry? _spare;                           // _gate
    private KCopy? _spareCopy;                           // _gate; a record that nobody uses
    private ulong _size;                                 // _gate; sum of the entries
    private bool _ended;                                 // _gate

    internal readonly ManagedKernel Kernel;
    internal readonly IAddressSpace Space;
    internal readonly ulong PageMask;
    internal readonly bool HasLimbo;                     // ranges may be in no map and keep their addresses

    internal KMap(ManagedKernel kernel, IAddressSpace space)
    {
        Kernel = kernel;
        Space = space;
        PageMask = space.PageSize - 1;
        HasLimbo = space.SharesAddressesWith(space);
    }

#pragma warning disable MA0055 // The mappings are memory of the system; a kernel that was forgotten must not keep them.
    /// <summary>Unmaps what is left.</summary>
    ~KMap() => Destroy();
#pragma warning restore MA0055

    /// <summary>Up to this many bytes a copied range travels by value, and where it lay in its page is forgotten.</summary>
    internal static ulong SmallSize => KCopy.SmallSize;

    /// <summary>What the map holds; told without its gate, so that anyone may ask at any time.</summary>
    internal (ulong Bytes, int Regions) Totals => (Volatile.Read(ref _size), _entries.Count);

    /// <summary>Every range, by address.</summary>
    internal RegionSnapshot[] Show()
    {
        using var held = Enter();
        return
        [
            .. _entries.Select(static entry => new RegionSnapshot(
                entry.Start, entry.Size, entry.Protection, entry.MaxProtection, (int)entry.Inheritance, entry.Tag, entry.Wired, entry.Shared, entry.Id)),
        ];
    }

    /// <summary>Unmaps everything, permanent ranges too; nothing is mapped from then on.</summary>
    internal void Destroy()
    {
        using var held = Enter();
        _ended = true;
        foreach (var entry in _entries)
            Drop(entry);
        _entries.Clear();
        _size = 0;
    }

    /// <summary>Holds the gate until it is disposed.</summary>
    internal Hold Enter() => new(ref _gate);

    internal ulong Trunc(ulong address) => address & ~PageMask;

    internal ulong Round(ulong size) => (size + PageMask) & ~PageMask;

    /// <summary>The pages that a range touches; false when its end wraps.</summary>
    internal bool TryCover(ulong address, ulong size, out ulong start, out ulong end)
    {
        start = Trunc(address);
        end = Round(address + size);
        return address + size >= address && end >= address + size;
    }

    internal readonly ref struct Hold
    {
        private readonly ref RankedLock _gate;

        internal Hold(ref RankedLock gate)
        {
            _gate = ref gate;
            gate.Enter();
        }

        public void Dispose() => _gate.Exit();
    }

    // --- Entries: _gate held ------------------------------------------------------------------------------------------

    /// <summary>The first entry that ends above the address.</summary>
    private int IndexOf(ulong address)
    {
        int low = 0, high = _entries.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_entries[middle].End > address)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// <summary>The entry that covers the address.</summary>
    private KMapEntry? Find(ulong address)
    {
        var index = IndexOf(address);
        return index < _entries.Count && _entries[index].Start <= address ? _entries[index] : null;
    }

    private bool HasRoom(ulong size) => !_ended && size <= Kernel.Options.BytesPerTask - Math.Min(_size, Kernel.Options.BytesPerTask);

    private bool IsFree(ulong start, ulong end)
    {
        var index = IndexOf(start);
        return index == _entries.Count || _entries[index].Start >= end;
    }

    /// <summary>True when entries cover every byte.</summary>
    private bool IsCovered(ulong start, ulong end)
    {
        for (var index = IndexOf(start); start < end; index++)
        {
            if (index == _entries.Count || _entries[index].Start > start)
                return false;
            start = _entries[index].End;
        }
        return true;
    }

    private KMapEntry NewEntry(ulong start, ulong end)
    {
        if (_spare is { } entry)
            _spare = entry.Next;
        else
            entry = new KMapEntry();
        entry.Next = null;
        entry.Start = start;
        entry.End = end;
        return entry;
    }

    private void Insert(KMapEntry entry)
    {
        _entries.Insert(IndexOf(entry.Start), entry);
        _size += entry.Size;
    }

    private KMapEntry InsertAnonymous(ulong start, ulong end, PageStore? pages, byte tag)
    {
        var entry = NewEntry(start, end);
        entry.Id = KMemoryObject.NewId();
        entry.Offset = 0;
        entry.Copied = false;
        entry.Object = pages is null ? null : new KMemoryObject(pages, entry.Id, 0);
        entry.MakeOrdinary(tag);
        Insert(entry);
        return entry;
    }

    /// <summary>Cuts entries so that none lies across either end; gives the index of the first inside.</summary>
    private int Clip(ulong start, ulong end)
    {
        SplitAt(end);
        SplitAt(start);
        return IndexOf(start);
    }

    private void SplitAt(ulong address)
    {
        var index = IndexOf(address);
        if (index == _entries.Count || _entries[index].Start >= address)
            return;
        var low = _entries[index];
        var high = NewEntry(address, low.End);
        high.Resemble(low);
        high.Offset = low.Offset + (address - low.Start);
        low.End = address;
        _entries.Insert(index + 1, high);
    }

    /// <summary>Unmaps an entry that is taken out of the list.</summary>
    private void Drop(KMapEntry entry)
    {
        Space.Release(entry.Start, entry.Size);
        Recycle(entry);
    }

    /// <summary>The entry is not used any more; its pages are gone already or shown elsewhere.</summary>
    private void Recycle(KMapEntry entry)
    {
        entry.Object?.Release();
        entry.Object = null;
        entry.Next = _spare;
        _spare = entry;
    }

    /// <summary>Unmaps a range; permanent parts stay and lose all access (R-VMA-22). True when there were none.</summary>
    private bool Remove(ulong start, ulong end)
    {
        var first = Clip(start, end);
        var kept = first;
        var index = first;
        for (; index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            if (entry.Permanent)
            {
                entry.Protection = entry.MaxProtection = VM_PROT_NONE;
                Space.TryProtect(entry.Start, entry.Size, VM_PROT_NONE);
                _entries[kept++] = entry;
                continue;
            }
            _size -= entry.Size;
            Drop(entry);
        }
        _entries.RemoveRange(kept, index - kept);
        return kept == first;
    }

    /// <summary>Joins equal neighbours in and around a range.</summary>
    private void Merge(ulong start, ulong end)
    {
        var index = Math.Max(1, IndexOf(start));
        while (index < _entries.Count && _entries[index].Start <= end)
        {
            var entry = _entries[index];
            if (!entry.Continues(_entries[index - 1]))
            {
                index++;
                continue;
            }
            _entries[index - 1].End = entry.End;
            _entries.RemoveAt(index);
            Recycle(entry);
        }
    }
}
