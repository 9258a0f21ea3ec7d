namespace Mach.Kernel;

internal sealed partial class KMap
{
    private const ulong MostPurgeablePages = uint.MaxValue;

    /// <summary>mach_vm_allocate (R-VMA-11 to R-VMA-19).</summary>
    internal kern_return_t Allocate(ref ulong address, ulong size, int flags)
    {
        if (((uint)flags & ~VM_FLAGS_USER_ALLOCATE) != 0 || (flags & VM_FLAGS_SUPERPAGE_MASK) != 0)
            return KERN_INVALID_ARGUMENT;
        if (size == 0)
        {
            address = 0;
            return KERN_SUCCESS;
        }
        var place = address;
        var code = (flags & VM_FLAGS_ANYWHERE) != 0 ? KERN_SUCCESS : TryFix(ref place, size, KERN_INVALID_ADDRESS);
        if (code != KERN_SUCCESS)
            return code;
        var rounded = Round(size);
        if (rounded == 0 || ((flags & VM_FLAGS_PURGABLE) != 0 && rounded / Space.PageSize > MostPurgeablePages))
            return KERN_INVALID_ARGUMENT;
        if ((flags & VM_FLAGS_ANYWHERE) == 0)
            rounded = Round(place + size) - place;
        using var held = Enter();
        code = AllocateAnonymous(ref place, rounded, 0, flags, null, out _);
        if (code == KERN_SUCCESS)
            address = place;
        return code;
    }

    /// <summary>mach_vm_deallocate (R-VMA-21).</summary>
    internal kern_return_t Deallocate(ulong address, ulong size)
    {
        if (size == 0)
            return KERN_SUCCESS;
        if (!TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        if (start < Space.Lowest || end > Space.End)
            return KERN_SUCCESS;
        using var held = Enter();
        Remove(start, end);
        return KERN_SUCCESS;
    }

    /// <summary>Memory for the kernel's own use of a task: where a message's regions are put.</summary>
    internal bool TryAllocate(ulong size, bool zeroed, byte tag, out ulong address)
    {
        address = 0;
        var rounded = Round(size);
        if (rounded == 0)
            return false;
        using var held = Enter();
        if (!HasRoom(rounded) || !Space.TryAllocate(MapPlacement.Anywhere, rounded, 0, zeroed, ref address, out var pages))
            return false;
        InsertAnonymous(address, address + rounded, pages, tag);
        return true;
    }

    /// <summary>The place of a fixed mapping: the address is cut to its page before the size counts (R-VMA-13).</summary>
    /// <param name="address">Receives the beginning of the page.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="wraps">What is answered when the end wraps.</param>
    private kern_return_t TryFix(ref ulong address, ulong size, kern_return_t wraps)
    {
        var start = Trunc(address);
        if (Round(size) == 0)
            return KERN_INVALID_ARGUMENT;
        if (start + size < start || Round(start + size) < start)
            return wraps;
        if (start < Space.Lowest || Round(start + size) > Space.End)
            return KERN_INVALID_ADDRESS;
        address = start;
        return KERN_SUCCESS;
    }

    /// <summary>Fresh zeroed memory. _gate held.</summary>
    /// <param name="address">Where, if it is fixed or a bound; receives where it is.</param>
    /// <param name="size">Whole pages.</param>
    /// <param name="mask">Bits that are zero in an address that is found.</param>
    /// <param name="flags">VM_FLAGS_*.</param>
    /// <param name="bound">What an address that is found must reach; null for no bound.</param>
    /// <param name="made">The new entry.</param>
    private kern_return_t AllocateAnonymous(ref ulong address, ulong size, ulong mask, int flags, ulong? bound, out KMapEntry? made)
    {
        made = null;
        var code = Prepare(address, size, flags, bound, out var placement);
        if (code != KERN_SUCCESS)
            return code;
        var place = address;
        var old = placement == MapPlacement.Replace ? TakeOut(place, place + size) : null;
        if (!Space.TryAllocate(placement, size, mask, zeroed: true, ref place, out var pages))
        {
            PutBack(old);
            return KERN_NO_SPACE;
        }
        DropObjects(old);
        made = InsertAnonymous(place, place + size, pages, Tag(flags));
        made.Permanent = (flags & VM_FLAGS_PERMANENT) != 0;
        if ((flags & VM_FLAGS_PURGABLE) != 0 && !MakePurgeable(made))
        {
            made.Permanent = false;
            Remove(place, place + size);
            return KERN_NOT_SUPPORTED;
        }
        address = place;
        return KERN_SUCCESS;
    }

    /// <summary>Decides how a mapping is placed and makes its range the map's own where something is to be replaced. _gate held.</summary>
    private kern_return_t Prepare(ulong address, ulong size, int flags, ulong? bound, out MapPlacement placement)
    {
        placement = MapPlacement.Anywhere;
        if (!HasRoom(size))
            return KERN_NO_SPACE;
        if ((flags & VM_FLAGS_ANYWHERE) != 0)
        {
            if ((flags & VM_FLAGS_RANDOM_ADDR) != 0)
                placement = MapPlacement.Random;
            else if (bound > Space.Lowest)
                placement = MapPlacement.Above;
            return KERN_SUCCESS;
        }
        placement = MapPlacement.Fixed;
        var end = address + size;
        if (IsFree(address, end))
            return KERN_SUCCESS;
        if ((flags & VM_FLAGS_OVERWRITE) == 0)
            return KERN_NO_SPACE;
        placement = MapPlacement.Replace;
        for (var index = IndexOf(address); index < _entries.Count && _entries[index].Start < end; index++)
        {
            if (!_entries[index].Permanent)
                continue;
            Remove(address, end);
            return KERN_NO_SPACE;
        }
        return FillGaps(address, end) ? KERN_SUCCESS : KERN_NO_SPACE;
    }

    private bool FillGaps(ulong start, ulong end)
    {
        List<(ulong Start, ulong End)> filled = [];
        while (start < end)
        {
            var index = IndexOf(start);
            var next = index == _entries.Count ? end : Math.Min(end, _entries[index].Start);
            if (next > start)
            {
                if (!Space.TryAllocate(MapPlacement.Fixed, next - start, 0, zeroed: true, ref start, out var pages))
                {
                    foreach (var (from, to) in filled)
                        Remove(from, to);
                    return false;
                }
                InsertAnonymous(start, next, pages, 0);
                filled.Add((start, next));
                start = next;
                continue;
            }
            start = _entries[index].End;
        }
        return true;
    }

    /// <summary>Takes the entries of a range out of the list, as a chain; what they show is still mapped.</summary>
    private KMapEntry? TakeOut(ulong start, ulong end)
    {
        var first = Clip(start, end);
        KMapEntry? chain = null, last = null;
        var index = first;
        for (; index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            entry.Next = null;
            if (last is null)
                chain = entry;
            else
                last.Next = entry;
            last = entry;
            _size -= entry.Size;
        }
        _entries.RemoveRange(first, index - first);
        return chain;
    }

    private void PutBack(KMapEntry? chain)
    {
        while (chain is { } entry)
        {
            chain = entry.Next;
            entry.Next = null;
            Insert(entry);
        }
    }

    /// <summary>Something else is mapped where the entries were.</summary>
    private void DropObjects(KMapEntry? chain)
    {
        while (chain is { } entry)
        {
            chain = entry.Next;
            Recycle(entry);
        }
    }

    private bool MakePurgeable(KMapEntry entry)
    {
        if (entry.Object is { } plain)
        {
            // A store of its own came with the place: nobody else refers to it yet.
            entry.Object = new KMemoryObject(plain.Pages, entry.Id, 0, purgeable: true);
            return true;
        }
        if (Space.Share(entry.Start, entry.Size) is not { } pages)
            return false;
        entry.Object = new KMemoryObject(pages, entry.Id, 0, purgeable: true);
        return true;
    }

    private static byte Tag(int flags) => (byte)((uint)flags >> 24);
}
