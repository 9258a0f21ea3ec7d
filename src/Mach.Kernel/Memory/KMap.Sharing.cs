namespace Mach.Kernel;

internal sealed partial class KMap
{
    private const int KeepProtection = -1;

    /// <summary>mach_vm_remap and mach_vm_remap_new (R-VMR-7 to R-VMR-14), after what the two check in their own order.</summary>
    /// <param name="source">Where the memory is.</param>
    /// <param name="address">Where it is to be here; receives where it is.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="mask">Bits that are zero in an address that is found.</param>
    /// <param name="flags">VM_FLAGS_*.</param>
    /// <param name="from">The memory's address there.</param>
    /// <param name="copy">A snapshot instead of the memory itself.</param>
    /// <param name="isNew">The protections are asked for, and the address told is that of the byte.</param>
    /// <param name="current">What may be done to it.</param>
    /// <param name="maximum">What may ever be done to it.</param>
    /// <param name="inheritance">What a child gets of it.</param>
    internal kern_return_t Remap(
        KMap source, ref ulong address, ulong size, ulong mask, int flags, ulong from, bool copy, bool isNew, ref int current,
        ref int maximum, uint inheritance)
    {
        var exact = isNew || (flags & VM_FLAGS_RETURN_DATA_ADDR) != 0;
        if (inheritance > VM_INHERIT_LAST_VALID || size == 0 || Round(size) == 0)
            return KERN_INVALID_ARGUMENT;
        var first = exact ? from : source.Trunc(from);
        if (!source.TryCover(first, size, out var start, out var end) || start == end
            || ((flags & VM_FLAGS_RESILIENT_MEDIA) != 0 && !copy))
            return KERN_INVALID_ARGUMENT;
        (int Current, int Maximum) asked = isNew ? (current, maximum) : (KeepProtection, KeepProtection);
        var code = source.Gather(start, end, copy, asked.Current, asked.Maximum, out var parts, out var snapshot);
        if (code != KERN_SUCCESS)
            return code;
        if ((flags & VM_FLAGS_RESILIENT_CODESIGN) != 0)
            asked = (VM_PROT_READ, VM_PROT_READ);
        var place = address;
        var whole = end - start;
        code = Place(ref place, ref whole, mask, flags, KERN_INVALID_ADDRESS);
        if (code == KERN_SUCCESS)
        {
            var wanted = new Wanted(asked.Current, asked.Maximum, inheritance, 0, KeepsTag: true);
            using var held = Enter();
            code = snapshot is null
                ? ShowPieces(ref place, end - start, mask, flags, parts, wanted)
                : PutSnapshot(ref place, end - start, mask, flags, snapshot, parts, wanted);
        }
        snapshot?.Close();
        if (snapshot is null)
            KMemoryEntry.Release(parts);
        if (code != KERN_SUCCESS)
            return code;
        address = place + (exact ? from & PageMask : 0);
        (current, maximum) = asked.Current >= 0 ? asked : Intersection(parts);
        return KERN_SUCCESS;
    }

    private static (int Current, int Maximum) Intersection(List<MemoryPiece> parts)
    {
        var (current, maximum) = (VM_PROT_ALL, VM_PROT_ALL);
        foreach (var part in parts)
        {
            current &= part.Protection;
            maximum &= part.MaxProtection;
        }
        return (current, maximum);
    }

    /// <summary>What a range is made of: pieces to share, or a snapshot and what its parts were like.</summary>
    private kern_return_t Gather(
        ulong start, ulong end, bool copy, int current, int maximum, out List<MemoryPiece> parts, out KCopy? snapshot)
    {
        parts = [];
        snapshot = null;
        using (Enter())
        {
            if (!IsCovered(start, end))
                return _ended ? KERN_TERMINATED : KERN_INVALID_ADDRESS;
            for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
            {
                var entry = _entries[index];
                var forbidden = copy
                    ? (entry.MaxProtection & VM_PROT_READ) == 0 && current >= 0
                    : current >= 0 && ((current & ~entry.Protection) != 0 || (maximum & ~entry.MaxProtection) != 0);
                if (forbidden)
                    return KERN_PROTECTION_FAILURE;
            }
            if (!copy)
                return Share(start, end, parts);
            for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
            {
                var entry = _entries[index];
                var size = Math.Min(end, entry.End) - Math.Max(start, entry.Start);
                parts.Add(new MemoryPiece(null!, 0, size, entry.Protection, entry.MaxProtection, entry.Tag));
                if ((entry.Protection & VM_PROT_READ) == 0)
                    Space.TryProtect(entry.Start, entry.Size, entry.Protection | VM_PROT_READ);
            }
        }
        var code = Capture(Space, start, end - start, keepsOffset: true, deallocate: false, isChecked: false, out snapshot);
        using (Enter())
        {
            for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
            {
                if ((_entries[index].Protection & VM_PROT_READ) == 0)
                    Space.TryProtect(_entries[index].Start, _entries[index].Size, _entries[index].Protection);
            }
        }
        return code;
    }

    /// <summary>Makes the objects of a range fit to be shared and gives its pieces, with a reference to each. _gate held.</summary>
    private kern_return_t Share(ulong start, ulong end, List<MemoryPiece> pieces)
    {
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            if (!TryShare(entry))
            {
                KMemoryEntry.Release(pieces);
                pieces.Clear();
                return KERN_NOT_SUPPORTED;
            }
            pieces.Add(PieceOf(entry, Math.Max(start, entry.Start), Math.Min(end, entry.End)));
        }
        return KERN_SUCCESS;
    }

    private static MemoryPiece PieceOf(KMapEntry entry, ulong start, ulong end) => new(
        entry.Object!.Retain(), entry.Offset + (start - entry.Start), end - start, entry.Protection, entry.MaxProtection, entry.Tag);

    /// <summary>The entry gets an object that others can show as well.</summary>
    private bool TryShare(KMapEntry entry)
    {
        if (entry.Copied && !TrySettle(entry))
            return false;
        if (entry.Object is null)
        {
            if (Space.Share(entry.Start, entry.Size) is not { } pages)
                return false;
            entry.Object = new KMemoryObject(pages, entry.Id, entry.Offset);
        }
        entry.Shared = true;
        return true;
    }

    /// <summary>Puts a snapshot where it was asked for, each part with what it had or what was asked. _gate held.</summary>
    private kern_return_t PutSnapshot(
        ref ulong place, ulong size, ulong mask, int flags, KCopy snapshot, List<MemoryPiece> parts, in Wanted wanted)
    {
        var code = AllocateAnonymous(ref place, size, mask, flags & ~VM_FLAGS_PERMANENT, place, out _);
        if (code != KERN_SUCCESS)
            return code;
        snapshot.TryWrite(Space, place);
        var at = place;
        foreach (var part in parts)
        {
            var index = Clip(at, at + part.Size);
            var entry = _entries[index];
            entry.Tag = part.Tag;
            code = Arrange(
                entry, wanted.Protection < 0 ? part.Protection : wanted.Protection,
                wanted.MaxProtection < 0 ? part.MaxProtection : wanted.MaxProtection, wanted.Inheritance);
            if (code != KERN_SUCCESS)
            {
                Remove(place, place + size);
                return code;
            }
            at += part.Size;
        }
        return KERN_SUCCESS;
    }
}
