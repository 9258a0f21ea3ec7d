namespace Mach;

public sealed unsafe partial class HostMemory
{
    private const int ReadWrite = VM_PROT_READ | VM_PROT_WRITE;

    /// <inheritdoc/>
    public bool TryAllocate(MapPlacement placement, ulong size, ulong mask, bool zeroed, ref ulong address, out PageStore? pages)
    {
        pages = null;
        if (size > nuint.MaxValue || mask > nuint.MaxValue)
            return false;
        switch (placement)
        {
            case MapPlacement.Anywhere or MapPlacement.Above or MapPlacement.Random:
                return TryFind(placement, size, mask, zeroed, ref address);
            case MapPlacement.Fixed when PageWindow.Contains(address, size):
                if (!PageWindow.TryTakeAt((nuint)address, (nuint)size, out bool foreign))
                    return false;
                if (!foreign)
                    return true;
                if (TryAllocate(MapPlacement.Replace, size, mask, zeroed, ref address, out pages))
                    return true;
                PageWindow.Release((nuint)address, (nuint)size);
                return false;
            default:
                if (CreatePages(size) is not { } made)
                    return false;
                if (!TryMap(made, 0, copy: false, ReadWrite, placement, size, mask, ref address))
                {
                    made.Discard();
                    return false;
                }

                pages = made;
                return true;
        }
    }

    /// <inheritdoc/>
    public bool TryMap(
        PageStore pages, ulong offset, bool copy, int protection, MapPlacement placement, ulong size, ulong mask, ref ulong address)
    {
        if (pages is not HostStore store || size > nuint.MaxValue || mask > nuint.MaxValue)
            return false;
        ulong place = address;
        bool given = placement is MapPlacement.Fixed or MapPlacement.Replace;
        bool taken = placement != MapPlacement.Replace && (!given || PageWindow.Contains(place, size));
        if (taken && !(given ? PageWindow.TryTakeAt((nuint)place, (nuint)size, out _) : TryFind(placement, size, mask, zeroed: false, ref place)))
            return false;
        nuint at = PageWindow.OffsetOf(store.Home) + (nuint)offset;
        bool inWindow = PageWindow.Contains(place, size);
        if (inWindow)
            Close(place, size, protection);
        bool mapped = inWindow || placement == MapPlacement.Replace
            ? PageFile.Map(PageWindow.File, at, (byte*)place, (nuint)size, protection, copy)
            : !PageWindow.Touches(place, size) && PageFile.MapNew(PageWindow.File, at, (byte*)place, (nuint)size, protection, copy);
        if (!mapped)
        {
            if (taken)
                PageWindow.Release((nuint)place, (nuint)size);
            return false;
        }

        if (inWindow)
            Alter(place, size, protection);
        address = place;
        return true;
    }

    /// <inheritdoc/>
    public bool Knows(PageStore pages) => pages is HostStore;

    /// <inheritdoc/>
    public void Release(ulong address, ulong size)
    {
        if (PageWindow.Contains(address, size))
            PageWindow.Release((nuint)address, (nuint)size);
        else
            HostPages.Unmap((byte*)address, (nuint)size);
    }

    /// <inheritdoc/>
    public bool TryProtect(ulong address, ulong size, int protection)
    {
        bool inWindow = PageWindow.Contains(address, size);
        if (inWindow)
            Close(address, size, protection);
        if (!HostPages.Protect((byte*)address, (nuint)size, protection))
            return false;
        if (inWindow && (protection & ReadWrite) == ReadWrite)
            PageWindow.Unmark((nuint)address, (nuint)size, PageWindow.Closed);
        if (inWindow)
            PageWindow.Mark((nuint)address, (nuint)size, PageWindow.Altered);
        return true;
    }

    /// <inheritdoc/>
    public PageStore? CreatePages(ulong size)
    {
        if (!PageWindow.HasFile || size > nuint.MaxValue || !PageWindow.TryTake((nuint)size, 0, zeroed: true, out nuint home))
            return null;
        PageWindow.Mark(home, (nuint)size, PageWindow.Held);
        PageWindow.Release(home, (nuint)size);
        return new HostStore(home, (nuint)size);
    }

    /// <inheritdoc/>
    public PageStore? Share(ulong address, ulong size)
    {
        if (!PageWindow.HasFile || !PageWindow.Contains(address, size))
            return null;
        PageWindow.Mark((nuint)address, (nuint)size, PageWindow.Held);
        return new HostStore((nuint)address, (nuint)size);
    }

    /// <inheritdoc/>
    public PageStore? Freeze(ulong address, ulong size, int protection, PageStore? pages, ulong offset)
    {
        if (!PageWindow.HasFile)
            return null;
        var store = (HostStore?)(pages ?? Share(address, size));
        if (store is null)
            return null;
        nuint at = PageWindow.OffsetOf(store.Home) + (nuint)offset;
        // The file shows what was written up to this moment; from now on writes stay here.
        if (!PageFile.Map(PageWindow.File, at, (byte*)address, (nuint)size, protection, copy: true))
        {
            if (pages is null)
                store.Discard();
            return null;
        }

        if (PageWindow.Contains(address, size))
            PageWindow.Mark((nuint)address, (nuint)size, PageWindow.Altered);
        return store;
    }

    /// <inheritdoc/>
    public PageStore? Settle(ulong address, ulong size, int protection)
    {
        if (CreatePages(size) is not HostStore store)
            return null;
        if (TryReadAll(address, (byte*)store.Home, size, protection)
            && PageFile.Map(PageWindow.File, PageWindow.OffsetOf(store.Home), (byte*)address, (nuint)size, protection, copy: false))
        {
            if (PageWindow.Contains(address, size))
                PageWindow.Mark((nuint)address, (nuint)size, PageWindow.Altered);
            return store;
        }

        store.Discard();
        return null;
    }

    /// <inheritdoc/>
    public ulong CountChanged(ulong address, ulong size)
    {
        ulong changed = 0;
        for (ulong at = address; at < address + size;)
        {
            if (!PageChanges.TryFindNext(ref at, address + size, out _, out ulong length))
                return size;
            changed += length;
        }

        return changed;
    }

    /// <inheritdoc/>
    public bool TryCopyChanges(ulong from, ulong to, ulong size)
    {
        for (ulong at = from; at < from + size;)
        {
            if (!PageChanges.TryFindNext(ref at, from + size, out ulong start, out ulong length))
                return TryCopy(from, to, size);
            if (length != 0 && !TryCopy(start, to + (start - from), length))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public ulong CountResident(ulong address, ulong size) => HostPages.CountResident((byte*)address, (nuint)size);

    private static bool TryFind(MapPlacement placement, ulong size, ulong mask, bool zeroed, ref ulong address)
    {
        nuint found;
        bool done = placement switch
        {
            MapPlacement.Above => PageWindow.TryTakeAbove(address, (nuint)size, (nuint)mask, out found),
            MapPlacement.Random => PageWindow.TryTakeAnywhere((nuint)size, (nuint)mask, out found),
            _ => PageWindow.TryTake((nuint)size, (nuint)mask, zeroed, out found),
        };
        if (done)
            address = found;
        return done;
    }

    /// <summary>Pages that are about to be less than readable and writable are not touched any more.</summary>
    private static void Close(ulong address, ulong size, int protection)
    {
        if ((protection & ReadWrite) == ReadWrite)
            return;
        PageWindow.Mark((nuint)address, (nuint)size, PageWindow.Closed);
        CopyGate.Drain();
    }

    private static void Alter(ulong address, ulong size, int protection)
    {
        if ((protection & ReadWrite) == ReadWrite)
            PageWindow.Unmark((nuint)address, (nuint)size, PageWindow.Closed);
        PageWindow.Mark((nuint)address, (nuint)size, PageWindow.Altered);
    }

    private bool TryReadAll(ulong address, byte* to, ulong size, int protection)
    {
        bool closed = (protection & VM_PROT_READ) == 0;
        if (closed && !TryProtect(address, size, protection | VM_PROT_READ))
            return false;
        bool done = true;
        for (ulong at = 0; at < size && done; at += Step)
            done = TryRead(address + at, new Span<byte>(to + at, (int)Math.Min(size - at, Step)));
        return closed ? TryProtect(address, size, protection) && done : done;
    }
}
