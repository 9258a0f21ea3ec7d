using System.Diagnostics.CodeAnalysis;

namespace Mach;

/// <summary>The memory of a task that lives in this process: its addresses are real pointers.</summary>
/// <remarks>
/// H1 <see cref="_regions"/> is ordered by address and its regions do not overlap.
/// H2 Only what this memory handed out is ever unmapped by it, whatever range is named.
/// H3 A copy from or to a region pins its mapping, so that nobody can unmap the pages under it; message buffers are never
///    unmapped; every other address is copied by the system, which survives a bad one.
/// </remarks>
public sealed unsafe class HostMemory : IUserMemory, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Region> _regions = [];   // _gate
    private readonly Stack<Region> _spare = [];    // _gate; records to use again
    private readonly Stack<Mapping> _spareMappings = [];   // _gate
    private ulong _bytes;                          // _gate; sum of the regions
    private bool _gone;                            // _gate

#pragma warning disable MA0055 // The regions are memory of the system; a task whose kernel was forgotten must not keep them.
    /// <summary>Frees what nobody freed.</summary>
    ~HostMemory() => ReleaseAll();
#pragma warning restore MA0055

    /// <inheritdoc/>
    public ulong PageSize => HostPages.Size;

    /// <summary>Bytes handed out and not deallocated yet.</summary>
    public ulong AllocatedBytes
    {
        get
        {
            lock (_gate)
                return _bytes;
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ulong address, Span<byte> destination)
    {
        if (MessageArena.Contains(address, destination.Length))
        {
            new ReadOnlySpan<byte>((void*)address, destination.Length).CopyTo(destination);
            return true;
        }

        if (!TryPin(address, destination.Length, out Mapping? mapping))
            return CheckedCopy.TryRead(address, destination);
        new ReadOnlySpan<byte>((void*)address, destination.Length).CopyTo(destination);
        Unpin(mapping);
        return true;
    }

    /// <inheritdoc/>
    public bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        if (MessageArena.Contains(address, source.Length))
        {
            source.CopyTo(new Span<byte>((void*)address, source.Length));
            return true;
        }

        if (!TryPin(address, source.Length, out Mapping? mapping))
            return CheckedCopy.TryWrite(address, source);
        source.CopyTo(new Span<byte>((void*)address, source.Length));
        Unpin(mapping);
        return true;
    }

    /// <inheritdoc/>
    public bool TryAllocate(ulong size, out ulong address) => TryAllocate(size, zeroed: true, out address);

    /// <inheritdoc/>
    public MovedRegion? TryDetach(ulong address, ulong size)
    {
        if (size == 0 || address > nuint.MaxValue || size > int.MaxValue)
            return null;
        nuint start = (nuint)address;
        nuint end = start + HostPages.RoundUp((nuint)size);
        Region region;
        lock (_gate)
        {
            int i = FirstEndingAfter(start);
            if (i == _regions.Count)
                return null;
            region = _regions[i];
            Mapping mapping = region.Mapping;
            if (region.Start != start || region.End != end || mapping.Start != start || mapping.Size != end - start || mapping.Pins != 0 || mapping.Broken)
                return null;
            _regions.RemoveAt(i);
            _bytes -= end - start;
        }

        nuint used = start + (nuint)size;
        new Span<byte>((void*)used, (int)(end - used)).Clear();
        return region;
    }

    /// <inheritdoc/>
    public bool TryAttach(MovedRegion region, out ulong address)
    {
        address = 0;
        if (region is not Region own)
            return false;
        lock (_gate)
        {
            if (_gone)
                return false;
            _regions.Insert(FirstEndingAfter(own.Start), own);
            _bytes += own.End - own.Start;
        }

        address = own.Start;
        return true;
    }

    /// <inheritdoc/>
    public void Deallocate(ulong address, ulong size)
    {
        if (size == 0 || address > nuint.MaxValue || size > nuint.MaxValue - address)
            return;
        nuint page = HostPages.Size - 1;
        nuint start = (nuint)address & ~page;
        nuint end = ((nuint)(address + size) + page) & ~page;
        if (end == 0)
            end = ~page;
        lock (_gate)
        {
            int i = FirstEndingAfter(start);
            while (i < _regions.Count && _regions[i].Start < end)
                i = Cut(i, start, end);
        }
    }

    /// <summary>Frees every region. Whoever still reads one has the copy finish first.</summary>
    public void Dispose()
    {
        ReleaseAll();
        GC.SuppressFinalize(this);
    }

    /// <summary>Hands out pages that cover <paramref name="size"/> bytes.</summary>
    /// <param name="size">Bytes; 0 is refused.</param>
    /// <param name="zeroed">False when the caller overwrites every byte up to the last page's end.</param>
    /// <param name="address">Where they are.</param>
    internal bool TryAllocate(ulong size, bool zeroed, out ulong address)
    {
        address = 0;
        if (size == 0 || size > nuint.MaxValue)
            return false;
        nuint rounded = HostPages.RoundUp((nuint)size);
        if (rounded == 0)
            return false;
        byte* start = PagePool.Rent(rounded, zeroed, out nuint capacity);
        if (start == null)
            return false;
        lock (_gate)
        {
            if (_gone)
            {
                PagePool.Return(start, capacity);
                return false;
            }

            if (!_spareMappings.TryPop(out Mapping? mapping))
                mapping = new Mapping();
            mapping.Start = (nuint)start;
            mapping.Size = rounded;
            mapping.Capacity = capacity;
            mapping.Pieces = 1;
            mapping.Pins = 0;
            mapping.Broken = false;
            Insert((nuint)start, (nuint)start + rounded, mapping);
            _bytes += rounded;
        }

        address = (ulong)start;
        return true;
    }

    private bool TryPin(ulong address, int length, [NotNullWhen(true)] out Mapping? mapping)
    {
        mapping = null;
        if (address > nuint.MaxValue || _regions.Count == 0)
            return false;
        lock (_gate)
        {
            int i = FirstEndingAfter((nuint)address);
            if (i == _regions.Count)
                return false;
            Region region = _regions[i];
            if (region.Start > address || region.End - (nuint)address < (nuint)length)
                return false;
            mapping = region.Mapping;
            mapping.Pins++;
            return true;
        }
    }

    private void Unpin(Mapping mapping)
    {
        lock (_gate)
        {
            if (--mapping.Pins != 0)
                return;
            while (mapping.Leaving is { } region)
            {
                mapping.Leaving = region.Next;
                Unmap(region);
            }
        }
    }

    // The rest is called with _gate held.

    private int FirstEndingAfter(nuint address)
    {
        int low = 0, high = _regions.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_regions[middle].End <= address)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Insert(nuint start, nuint end, Mapping mapping)
    {
        if (!_spare.TryPop(out Region? region))
            region = new Region();
        region.Start = start;
        region.End = end;
        region.Mapping = mapping;
        region.Next = null;
        _regions.Insert(FirstEndingAfter(start), region);
    }

    /// <summary>Takes [start, end) out of the region at <paramref name="i"/>; gives the index to go on with.</summary>
    private int Cut(int i, nuint start, nuint end)
    {
        Region region = _regions[i];
        nuint from = region.Start < start ? start : region.Start;
        nuint to = region.End < end ? region.End : end;
        _bytes -= to - from;
        nuint wholeStart = region.Start, wholeEnd = region.End;
        Mapping mapping = region.Mapping;
        _regions.RemoveAt(i);
        if (wholeStart < from)
        {
            mapping.Pieces++;
            Insert(wholeStart, from, mapping);
            i++;
        }

        if (to < wholeEnd)
        {
            mapping.Pieces++;
            Insert(to, wholeEnd, mapping);
        }

        region.Start = from;
        region.End = to;
        if (mapping.Pins == 0)
        {
            Unmap(region);
        }
        else
        {
            region.Next = mapping.Leaving;
            mapping.Leaving = region;
        }

        return i;
    }

    private void Unmap(Region region)
    {
        Mapping mapping = region.Mapping;
        bool whole = region.Start == mapping.Start && region.End == mapping.Start + mapping.Size;
        if (whole)
        {
            PagePool.Return((byte*)mapping.Start, mapping.Capacity);
        }
        else
        {
            // The last pages of the mapping take the spare room behind them along.
            nuint end = region.End == mapping.Start + mapping.Size ? mapping.Start + mapping.Capacity : region.End;
            mapping.Broken = true;
            HostPages.Unmap((byte*)region.Start, end - region.Start);
        }

        if (--mapping.Pieces == 0)
        {
            if (mapping.Broken)
                HostPages.Release((byte*)mapping.Start);
            _spareMappings.Push(mapping);
        }

        region.Mapping = null!;
        region.Next = null;
        _spare.Push(region);
    }

    private void ReleaseAll()
    {
        lock (_gate)
        {
            _gone = true;
            while (_regions.Count != 0)
                _ = Cut(_regions.Count - 1, 0, nuint.MaxValue);
        }
    }
}
