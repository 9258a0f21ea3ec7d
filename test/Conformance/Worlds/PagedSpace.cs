namespace Mach.Conformance;

/// <summary>
/// A guest's address space: pages of 16 KiB in managed memory at addresses of its own. It knows sharing and copies plainly: what a
/// kernel's map makes of it must be the same as on the real thing.
/// </summary>
internal sealed class PagedSpace : IAddressSpace
{
    public const ulong Page = 16384;

    private sealed class Slot
    {
        public required byte[] Bytes;
        public required int Protection;
    }

    private sealed class Store(byte[][] pages) : PageStore
    {
        public readonly byte[][] Pages = pages;

        public override ulong Size => (ulong)Pages.Length * Page;

        public override void Read(ulong offset, Span<byte> destination)
        {
            for (var done = 0; done < destination.Length; done++)
                destination[done] = At(offset + (ulong)done);
        }

        public override void Write(ulong offset, ReadOnlySpan<byte> source)
        {
            for (var done = 0; done < source.Length; done++)
                At(offset + (ulong)done) = source[done];
        }

        public override void Clear()
        {
            foreach (var page in Pages)
                page.AsSpan().Clear();
        }

        public override ulong CountResident(ulong offset, ulong size) => size / Page;

        public override void Discard()
        {
        }

        private ref byte At(ulong offset) => ref Pages[offset / Page][offset % Page];
    }

    private readonly SortedDictionary<ulong, Slot> _slots = [];     // itself; by page number
    private readonly Random _random = new(17);

    public ulong PageSize => Page;

    public ulong Lowest => 0x1_0000_0000;

    public ulong End => 0x1_4000_0000;

    public ulong LeastFrozen => ulong.MaxValue;

    /// <summary>Bytes that are mapped.</summary>
    public ulong Mapped
    {
        get
        {
            lock (_slots)
                return (ulong)_slots.Count * Page;
        }
    }

    public bool SharesAddressesWith(IAddressSpace other) => false;

    public bool IsForeign(ulong address) => false;

    public bool TryRead(ulong address, Span<byte> destination)
    {
        lock (_slots)
        {
            for (var done = 0; done < destination.Length;)
            {
                if (!_slots.TryGetValue((address + (ulong)done) / Page, out var slot) || (slot.Protection & VM_PROT_READ) == 0)
                    return false;
                var from = slot.Bytes.AsSpan((int)((address + (ulong)done) % Page));
                from = from[..Math.Min(from.Length, destination.Length - done)];
                from.CopyTo(destination[done..]);
                done += from.Length;
            }
            return true;
        }
    }

    public bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        lock (_slots)
        {
            for (var done = 0; done < source.Length;)
            {
                if (!_slots.TryGetValue((address + (ulong)done) / Page, out var slot) || (slot.Protection & VM_PROT_WRITE) == 0)
                    return false;
                var to = slot.Bytes.AsSpan((int)((address + (ulong)done) % Page));
                to = to[..Math.Min(to.Length, source.Length - done)];
                source.Slice(done, to.Length).CopyTo(to);
                done += to.Length;
            }
            return true;
        }
    }

    public bool TryAllocate(MapPlacement placement, ulong size, ulong mask, bool zeroed, ref ulong address, out PageStore? pages)
    {
        pages = null;
        lock (_slots)
        {
            if (!TryPlace(placement, size, mask, ref address))
                return false;
            Show(address, NewPages(size), VM_PROT_DEFAULT);
            return true;
        }
    }

    public bool TryMap(
        PageStore pages, ulong offset, bool copy, int protection, MapPlacement placement, ulong size, ulong mask, ref ulong address)
    {
        Assert.False(copy);
        if (pages is not Store store)
            return false;
        lock (_slots)
        {
            if (!TryPlace(placement, size, mask, ref address))
                return false;
            Show(address, store.Pages.AsSpan((int)(offset / Page), (int)(size / Page)), protection);
            return true;
        }
    }

    public bool Knows(PageStore pages) => pages is Store;

    public void Release(ulong address, ulong size)
    {
        lock (_slots)
        {
            for (var page = address / Page; page < (address + size) / Page; page++)
                Assert.True(_slots.Remove(page), "A page is unmapped that was not mapped.");
        }
    }

    public bool TryProtect(ulong address, ulong size, int protection)
    {
        lock (_slots)
        {
            for (var page = address / Page; page < (address + size) / Page; page++)
                _slots[page].Protection = protection;
            return true;
        }
    }

    public PageStore? CreatePages(ulong size)
    {
        
        return new Store(NewPages(size));
    }

    public PageStore? Share(ulong address, ulong size)
    {
        lock (_slots)
        {
            
            return new Store([.. Enumerable.Range(0, (int)(size / Page)).Select(index => _slots[(address / Page) + (ulong)index].Bytes)]);
        }
    }

    public PageStore? Freeze(ulong address, ulong size, int protection, PageStore? pages, ulong offset) => null;

    public PageStore? Settle(ulong address, ulong size, int protection)
    {
        lock (_slots)
        {
            var pages = NewPages(size);
            for (var index = 0; index < pages.Length; index++)
                _slots[(address / Page) + (ulong)index].Bytes.CopyTo(pages[index], 0);
            Show(address, pages, protection);
            
            return new Store(pages);
        }
    }

    public ulong CountChanged(ulong address, ulong size) => size;

    public bool TryCopyChanges(ulong from, ulong to, ulong size) => false;

    public bool TryCopy(ulong from, ulong to, ulong size)
    {
        var bytes = new byte[size];
        return TryRead(from, bytes) && TryWrite(to, bytes);
    }

    public void Clear(ulong address, ulong size) => Assert.True(TryWrite(address, new byte[size]));

    public ulong CountResident(ulong address, ulong size) => size / Page;

    private bool TryPlace(MapPlacement placement, ulong size, ulong mask, ref ulong address)
    {
        if (placement == MapPlacement.Replace)
            return true;
        if (placement == MapPlacement.Fixed)
            return IsFree(address, size);
        var from = placement switch
        {
            MapPlacement.Above => Math.Max(Lowest, address),
            MapPlacement.Random => Lowest + ((ulong)_random.Next(1024) * Page),
            _ => Lowest,
        };
        for (var at = from; size < End && at <= End - size; at += Page)
        {
            if ((at & mask) != 0 || !IsFree(at, size))
                continue;
            address = at;
            return true;
        }
        return false;
    }

    private bool IsFree(ulong address, ulong size)
    {
        for (var page = address / Page; page < (address + size) / Page; page++)
        {
            if (_slots.ContainsKey(page))
                return false;
        }
        return true;
    }

    private void Show(ulong address, ReadOnlySpan<byte[]> pages, int protection)
    {
        for (var index = 0; index < pages.Length; index++)
            _slots[(address / Page) + (ulong)index] = new Slot { Bytes = pages[index], Protection = protection };
    }

    private static byte[][] NewPages(ulong size) => [.. Enumerable.Range(0, (int)(size / Page)).Select(_ => new byte[Page])];
}
