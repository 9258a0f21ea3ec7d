using System.Buffers;

namespace Mach.Kernel;

internal sealed partial class KMap
{
    private const ulong TrustedSize = 1 << 20;

    /// <summary>Takes a snapshot of memory (R-VMA-30 to R-VMA-32, R-BODY-4, R-BODY-5).</summary>
    /// <param name="memory">How the asking thread shows this task's memory.</param>
    /// <param name="address">Of the data.</param>
    /// <param name="size">Bytes, at least one.</param>
    /// <param name="keepsOffset">Data of more than the small size arrives where it lay in its page.</param>
    /// <param name="deallocate">The pages that the data touches are unmapped.</param>
    /// <param name="copy">The snapshot; whoever gets it gives it away or closes it.</param>
    /// <returns>
    /// KERN_SUCCESS; KERN_INVALID_ADDRESS; KERN_PROTECTION_FAILURE where the data is large and mapped but not readable;
    /// KERN_RESOURCE_SHORTAGE when there is no room for so much.
    /// </returns>
    internal kern_return_t Capture(
        IUserMemory memory, ulong address, ulong size, bool keepsOffset, bool deallocate, out KCopy? copy) =>
        Capture(memory, address, size, keepsOffset, deallocate, isChecked: true, out copy);

    private kern_return_t Capture(
        IUserMemory memory, ulong address, ulong size, bool keepsOffset, bool deallocate, bool isChecked, out KCopy? copy)
    {
        copy = null;
        if (!TryCover(address, size, out var start, out var end))
            return KERN_INVALID_ADDRESS;
        var small = size <= SmallSize;
        var offset = keepsOffset && !small ? (uint)(address & PageMask) : 0;
        var arranges = HasLimbo && offset == (address & PageMask);
        var code = KERN_SUCCESS;
        using (Enter())
        {
            if (arranges && deallocate && DetachWhole(start, end, size, offset) is { } whole)
            {
                copy = whole;
                return KERN_SUCCESS;
            }
            if (isChecked)
                code = Check(address, address + size, VM_PROT_READ, small);
            if (code != KERN_SUCCESS)
                return code;
            if (arranges && deallocate && Detach(start, end, size, offset) is { } detached)
            {
                copy = detached;
                return KERN_SUCCESS;
            }
            if (arranges)
                copy = CopyOnWrite(start, end, size, offset);
        }
        if (copy is null)
            code = HasLimbo ? CopyPages(address, size, offset, out copy) : CopyBytes(memory, address, size, offset, out copy);
        if (code == KERN_SUCCESS && deallocate)
            Deallocate(address, size);
        return code;
    }

    /// <summary>Writes a snapshot over memory that is there (R-VMA-36).</summary>
    internal kern_return_t Overwrite(ulong address, KCopy copy)
    {
        var code = CheckWritable(address, copy.Size);
        return code == KERN_SUCCESS && !copy.TryWrite(Space, address) ? KERN_INVALID_ADDRESS : code;
    }

    /// <summary>As <see cref="Overwrite(ulong, KCopy)"/>, with bytes that the kernel has.</summary>
    internal kern_return_t Overwrite(ulong address, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
            return KERN_SUCCESS;
        var code = CheckWritable(address, (ulong)data.Length);
        return code == KERN_SUCCESS && !Space.TryWrite(address, data) ? KERN_INVALID_ADDRESS : code;
    }

    private kern_return_t CheckWritable(ulong address, ulong size)
    {
        if (address + size < address)
            return KERN_INVALID_ADDRESS;
        using var held = Enter();
        return Check(address, address + size, VM_PROT_WRITE, size <= SmallSize);
    }

    /// <summary>Makes the entries of a copy this map's, as ordinary memory.</summary>
    /// <param name="copy">Whose entries they are; its record may be used again for another copy.</param>
    /// <param name="chain">The entries.</param>
    /// <param name="tag">Their tag; null leaves it.</param>
    internal bool TryAdopt(KCopy copy, KMapEntry chain, int? tag)
    {
        using var held = Enter();
        var size = 0UL;
        for (var entry = chain; entry is not null; entry = entry.Next)
            size += entry.Size;
        if (!HasRoom(size))
            return false;
        for (var entry = chain; entry is not null;)
        {
            var next = entry.Next;
            entry.Next = null;
            entry.MakeOrdinary((byte)(tag ?? entry.Tag));
            Insert(entry);
            entry = next;
        }
        copy.Empty();
        _spareCopy = copy;
        return true;
    }

    /// <summary>Whether the entries allow an access; what is foreign shows itself when it is touched. _gate held.</summary>
    private kern_return_t Check(ulong start, ulong end, int access, bool small)
    {
        var code = KERN_SUCCESS;
        for (var index = IndexOf(start); start < end; index++)
        {
            var next = index == _entries.Count ? end : Math.Min(end, _entries[index].Start);
            if (next > start && (!Space.IsForeign(start) || !Space.IsForeign(next - 1)))
                return KERN_INVALID_ADDRESS;
            if (next >= end)
                break;
            if ((_entries[index].Protection & access) == 0)
                code = small ? KERN_INVALID_ADDRESS : KERN_PROTECTION_FAILURE;
            start = Math.Max(next, _entries[index].End);
        }
        return code;
    }

    /// <summary>The usual case of <see cref="Detach"/>: the range is just an entry. _gate held.</summary>
    private KCopy? DetachWhole(ulong start, ulong end, ulong size, uint offset)
    {
        var index = IndexOf(start);
        if (index == _entries.Count)
            return null;
        var entry = _entries[index];
        if (entry.Start != start || entry.End != end || entry.Protection != VM_PROT_DEFAULT || entry.Permanent || !entry.IsPrivate)
            return null;
        _entries.RemoveAt(index);
        _size -= entry.Size;
        ClearAround(start, end, offset, size);
        return NewCopy(entry, size, offset);
    }

    /// <summary>A copy in limbo: a record that was used before, or a new one. _gate held.</summary>
    private KCopy NewCopy(KMapEntry first, ulong size, uint offset)
    {
        if (_spareCopy is not { } copy)
            return new KCopy(Kernel, Space, first, size, offset);
        _spareCopy = null;
        copy.Reuse(Space, first, size, offset);
        return copy;
    }

    /// <summary>Takes whole pages out of the map as they are; null when something of them must stay. _gate held.</summary>
    private KCopy? Detach(ulong start, ulong end, ulong size, uint offset)
    {
        if (!IsCovered(start, end))
            return null;
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            if (entry.Permanent || !entry.IsPrivate)
                return null;
        }
        var chain = TakeOut(start, end)!;
        MakeWritable(chain);
        ClearAround(start, end, offset, size);
        return NewCopy(chain, size, offset);
    }

    private void MakeWritable(KMapEntry? chain)
    {
        for (; chain is not null; chain = chain.Next)
        {
            if (chain.Protection != VM_PROT_DEFAULT)
                Space.TryProtect(chain.Start, chain.Size, VM_PROT_DEFAULT);
        }
    }

    /// <summary>Bytes of the first and the last page that are not the data's are zero.</summary>
    private void ClearAround(ulong start, ulong end, uint offset, ulong size)
    {
        if (offset != 0)
            Space.Clear(start, offset);
        if (start + offset + size < end)
            Space.Clear(start + offset + size, end - (start + offset + size));
    }

    /// <summary>
    /// Shows the same pages at a new place, copy-on-write at both; null when that is not possible or does not pay for any part.
    /// _gate held.
    /// </summary>
    private KCopy? CopyOnWrite(ulong start, ulong end, ulong size, uint offset)
    {
        if (end - start < Space.LeastFrozen || !IsCovered(start, end) || !TryFreeze(start, end))
            return null;
        var place = 0UL;
        if (!Space.TryAllocate(MapPlacement.Anywhere, end - start, 0, zeroed: false, ref place, out _))
            return null;
        KMapEntry? first = null, last = null;
        for (var at = start; at < end;)
        {
            var entry = Find(at)!;
            var until = Math.Min(end, entry.End);
            var part = Show(entry, at, until, place + (at - start));
            if (last is null)
                first = part;
            else
                last.Next = part;
            last = part;
            at = until;
        }
        ClearAround(place, place + (end - start), offset, size);
        return NewCopy(first!, size, offset);
    }

    /// <summary>Freezes what can be; false when nothing in the range could be.</summary>
    private bool TryFreeze(ulong start, ulong end)
    {
        var any = false;
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
        {
            var entry = _entries[index];
            var (from, to) = (Math.Max(start, entry.Start), Math.Min(end, entry.End));
            if (to - from < Space.LeastFrozen || !entry.IsPrivate)
                continue;
            if (!entry.Copied)
                index = Clip(from, to);
            any |= TryFreeze(_entries[index]);
        }
        return any;
    }

    private bool TryFreeze(KMapEntry entry)
    {
        if (entry.Copied)
            return true;
        var pages = Space.Freeze(entry.Start, entry.Size, entry.Protection, entry.Object?.Pages, entry.Object is null ? 0 : entry.StoreOffset);
        if (pages is null)
            return false;
        entry.Object ??= new KMemoryObject(pages, entry.Id, entry.Offset);
        entry.Object.Frozen = entry.Copied = true;
        return true;
    }

    /// <summary>Shows a part of an entry at a place that is mapped already and whose contents do not matter.</summary>
    private KMapEntry Show(KMapEntry entry, ulong from, ulong to, ulong place)
    {
        var part = NewEntry(place, place + (to - from));
        part.Resemble(entry);
        part.Offset = entry.Offset + (from - entry.Start);
        var size = to - from;
        // Where most was changed since, moving the bytes costs less than showing pages only to write them over.
        var shows = entry.Copied && size >= Space.LeastFrozen && Space.CountChanged(from, size) <= size / 2
            && Space.TryMap(entry.Object!.Pages, part.StoreOffset, copy: true, VM_PROT_DEFAULT, MapPlacement.Replace, size, 0, ref place);
        if (shows && Space.TryCopyChanges(from, place, size))
            return part;
        part.Object?.Release();
        part.Object = null;
        part.Copied = false;
        part.Id = KMemoryObject.NewId();
        part.Offset = 0;
        Space.TryCopy(from, place, size);
        return part;
    }

    private kern_return_t CopyPages(ulong address, ulong size, uint offset, out KCopy? copy)
    {
        copy = null;
        Span<byte> one = stackalloc byte[1];
        // Whoever lies about a size shall not make the kernel find room for it: the far end is looked at first.
        if (size > TrustedSize && !Space.TryRead(address + size - 1, one))
            return KERN_INVALID_ADDRESS;
        var room = Round(offset + size);
        var place = 0UL;
        if (!Space.TryAllocate(MapPlacement.Anywhere, room, 0, zeroed: false, ref place, out var pages))
            return KERN_RESOURCE_SHORTAGE;
        var entry = new KMapEntry { Start = place, End = place + room, Id = KMemoryObject.NewId() };
        entry.Object = pages is null ? null : new KMemoryObject(pages, entry.Id, 0);
        copy = new KCopy(Kernel, Space, entry, size, offset);
        if (!Space.TryCopy(address, place + offset, size))
        {
            copy.Close();
            copy = null;
            return KERN_INVALID_ADDRESS;
        }
        ClearAround(place, place + room, offset, size);
        return KERN_SUCCESS;
    }

    private kern_return_t CopyBytes(IUserMemory memory, ulong address, ulong size, uint offset, out KCopy? copy)
    {
        copy = null;
        Span<byte> one = stackalloc byte[1];
        if (size > TrustedSize && !memory.TryRead(address + size - 1, one))
            return KERN_INVALID_ADDRESS;
        if (RentFor(size) is not { } bytes)
            return KERN_RESOURCE_SHORTAGE;
        if (memory.TryRead(address, bytes.AsSpan(0, (int)size)))
        {
            copy = new KCopy(Kernel, bytes, size, offset);
            return KERN_SUCCESS;
        }
        ArrayPool<byte>.Shared.Return(bytes);
        return KERN_INVALID_ADDRESS;
    }

    private static byte[]? RentFor(ulong size)
    {
        if (size > (ulong)Array.MaxLength)
            return null;
        try
        {
            return ArrayPool<byte>.Shared.Rent((int)size);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }
}
