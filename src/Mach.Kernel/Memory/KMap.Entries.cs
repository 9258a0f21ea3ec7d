namespace Mach.Kernel;

internal sealed partial class KMap
{
    /// <summary>A plain memory entry: a range as far as one region reaches (R-MEM-6 to R-MEM-8).</summary>
    internal kern_return_t NameRegion(ref ulong size, ulong offset, int permission, KPort? reuse, out KMemoryEntry? made)
    {
        made = null;
        if (size == 0 || !TryCover(offset, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        using var held = Enter();
        if (Find(start) is not { } entry)
            return KERN_INVALID_ADDRESS;
        var wanted = permission & VM_PROT_ALL;
        var allowed = entry.Protection & entry.MaxProtection;
        if (!TryReduce(ref wanted, allowed, permission))
            return KERN_PROTECTION_FAILURE;
        if (!TryShare(entry))
            return KERN_NOT_SUPPORTED;
        end = Math.Min(end, entry.End);
        var data = DataOffset(offset, permission);
        size = end - start - data;
        var piece = PieceOf(entry, start, end);
        if (KMemoryEntry.Behind(reuse) is { } parent && parent.Protection == wanted && parent.DataOffset == data
            && parent.Pieces is [var only] && (only.Object, only.Offset, only.Size) == (piece.Object, piece.Offset, piece.Size))
        {
            piece.Object.Release();
            return KERN_SUCCESS;
        }
        made = new KMemoryEntry(EntryKind.Named, (byte)wanted, data, [piece]);
        return KERN_SUCCESS;
    }

    /// <summary>A memory entry for a range whatever it is made of (R-MEM-9).</summary>
    internal kern_return_t NameRange(ref ulong size, ulong offset, int permission, out KMemoryEntry? made)
    {
        made = null;
        if (size == 0 || !TryCover(offset, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        using var held = Enter();
        if (!IsCovered(start, end))
            return KERN_INVALID_ADDRESS;
        var wanted = permission & VM_PROT_ALL;
        var allowed = VM_PROT_ALL;
        for (var index = IndexOf(start); index < _entries.Count && _entries[index].Start < end; index++)
            allowed &= _entries[index].Protection & _entries[index].MaxProtection;
        if (!TryReduce(ref wanted, allowed, permission))
            return KERN_PROTECTION_FAILURE;
        List<MemoryPiece> pieces = [];
        var code = Share(start, end, pieces);
        if (code != KERN_SUCCESS)
            return code;
        var data = DataOffset(offset, permission);
        size = end - start - data;
        made = new KMemoryEntry(EntryKind.Share, (byte)wanted, data, [.. pieces]);
        return KERN_SUCCESS;
    }

    /// <summary>A memory entry for a snapshot of a range (R-MEM-10).</summary>
    internal kern_return_t NameSnapshot(ref ulong size, ulong offset, int permission, out KMemoryEntry? made)
    {
        made = null;
        if (size == 0 || !TryCover(offset, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        kern_return_t code;
        using (Enter())
        {
            code = IsCovered(start, end) ? Check(start, end, VM_PROT_READ, small: false) : KERN_INVALID_ADDRESS;
            if (code != KERN_SUCCESS)
                return code;
        }
        if (Space.CreatePages(end - start) is not { } pages)
            return KERN_NOT_SUPPORTED;
        if (!TryFill(pages, start))
        {
            pages.Discard();
            return KERN_INVALID_ADDRESS;
        }
        var data = DataOffset(offset, permission);
        size = end - start - data;
        made = new KMemoryEntry(EntryKind.Copy, (byte)(permission & VM_PROT_ALL), data, [Fresh(pages, purgeable: false)]);
        return KERN_SUCCESS;
    }

    /// <summary>A memory entry for memory that is nowhere yet (R-MEM-5).</summary>
    internal kern_return_t NameFresh(ref ulong size, ulong offset, int permission, out KMemoryEntry? made)
    {
        made = null;
        var purgeable = (permission & MAP_MEM_PURGABLE) != 0;
        if ((permission & (MAP_MEM_USE_DATA_ADDR | MAP_MEM_4K_DATA_ADDR)) != 0 || (purgeable && (permission & VM_PROT_WRITE) == 0))
            return KERN_INVALID_ARGUMENT;
        if (size == 0)
            return KERN_SUCCESS;
        if (!TryCover(offset, size, out var start, out var end))
            return KERN_INVALID_ARGUMENT;
        if (Space.CreatePages(end - start) is not { } pages)
            return KERN_RESOURCE_SHORTAGE;
        size = end - start;
        made = new KMemoryEntry(EntryKind.Named, (byte)(permission & VM_PROT_ALL), 0, [Fresh(pages, purgeable)]);
        return KERN_SUCCESS;
    }

    /// <summary>A memory entry for a part of another's memory (R-MEM-12).</summary>
    internal kern_return_t NamePart(ref ulong size, ulong offset, int permission, KMemoryEntry parent, out KMemoryEntry? made)
    {
        made = null;
        if (size == 0 || !TryCover(offset, size, out var start, out var end) || offset + size > parent.Size || end > parent.Size)
            return KERN_INVALID_ARGUMENT;
        var wanted = permission & VM_PROT_ALL;
        if (!TryReduce(ref wanted, parent.Protection, permission))
            return KERN_PROTECTION_FAILURE;
        var data = DataOffset(offset, permission);
        made = new KMemoryEntry(EntryKind.Named, (byte)wanted, data, [.. parent.Cut(start, end - start)]);
        size = end - start - data;
        return KERN_SUCCESS;
    }

    private static MemoryPiece Fresh(PageStore pages, bool purgeable) => new(
        new KMemoryObject(pages, KMemoryObject.NewId(), 0, purgeable), 0, pages.Size, VM_PROT_DEFAULT, VM_PROT_ALL, 0);

    private bool TryFill(PageStore pages, ulong address)
    {
        var part = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        var done = true;
        for (ulong at = 0; at < pages.Size && done; at += (ulong)part.Length)
        {
            var some = part.AsSpan(0, (int)Math.Min((ulong)part.Length, pages.Size - at));
            done = Space.TryRead(address + at, some);
            if (done)
                pages.Write(at, some);
        }
        System.Buffers.ArrayPool<byte>.Shared.Return(part);
        return done;
    }

    /// <summary>A mask is reduced to what is allowed, of which something must be left; anything else must be allowed whole (R-MEM-7).</summary>
    private static bool TryReduce(ref int wanted, int allowed, int permission)
    {
        if ((permission & VM_PROT_IS_MASK) == 0)
            return (wanted & ~allowed) == 0;
        wanted &= allowed;
        return wanted != 0;
    }

    private ulong DataOffset(ulong offset, int permission) =>
        (permission & MAP_MEM_4K_DATA_ADDR) != 0 ? offset & PageMask & ~0xfffUL
        : (permission & MAP_MEM_USE_DATA_ADDR) != 0 ? offset & PageMask : 0;
}
