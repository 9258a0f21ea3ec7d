namespace Mach.Kernel;

internal sealed partial class KMap
{
    private const int ReturnsDataAddress = VM_FLAGS_RETURN_DATA_ADDR | VM_FLAGS_RETURN_4K_DATA_ADDR;

    /// <summary>mach_vm_map (R-VMR-1 to R-VMR-6).</summary>
    internal kern_return_t Map(
        ref ulong address, ulong size, ulong mask, int flags, KPort? port, ulong offset, bool copy, int current, int maximum,
        uint inheritance)
    {
        const int known = VM_PROT_ALL | VM_PROT_IS_MASK;
        if (((uint)flags & ~VM_FLAGS_USER_MAP) != 0 || (flags & VM_FLAGS_SUPERPAGE_MASK) != 0 || ((current | maximum) & ~known) != 0
            || inheritance > VM_INHERIT_LAST_VALID || size == 0 || Round(size) == 0)
            return KERN_INVALID_ARGUMENT;
        if (KPort.IsLive(port))
        {
            return offset + size < offset
                ? KERN_INVALID_ARGUMENT
                : MapEntry(ref address, size, mask, flags, KMemoryEntry.Behind(port), offset, copy, current, maximum, inheritance);
        }
        var place = address;
        var code = Place(ref place, ref size, mask, flags, KERN_INVALID_ARGUMENT);
        if (code != KERN_SUCCESS)
            return code;
        using var held = Enter();
        code = AllocateAnonymous(ref place, size, mask, flags, place, out var made);
        if (code != KERN_SUCCESS)
            return code;
        code = Arrange(made!, current & maximum & VM_PROT_ALL, maximum & VM_PROT_ALL, inheritance);
        if (code == KERN_SUCCESS)
            address = place;
        return code;
    }

    private kern_return_t MapEntry(
        ref ulong address, ulong size, ulong mask, int flags, KMemoryEntry? entry, ulong offset, bool copy, int current, int maximum,
        uint inheritance)
    {
        if (entry is null)
            return KERN_INVALID_OBJECT;
        maximum = Masked(maximum, entry.Protection);
        current = Masked(current, entry.Protection) & maximum;
        if ((maximum & ~entry.Protection) != 0)
            return KERN_INVALID_RIGHT;
        var data = (flags & ReturnsDataAddress) == 0 ? 0 : entry.DataOffset + offset;
        if ((flags & VM_FLAGS_RETURN_4K_DATA_ADDR) != 0)
            data &= ~0xfffUL;
        if ((flags & ReturnsDataAddress) != 0)
        {
            if (entry.DataOffset + offset < offset || data + size < size || entry.Size < data + size)
                return KERN_INVALID_ARGUMENT;
            offset = Trunc(data);
            size += data - offset;
        }
        else if (entry.Size < offset + size || (offset & PageMask) != 0)
        {
            return KERN_INVALID_ARGUMENT;
        }
        const int ordinary = VM_FLAGS_ANYWHERE | VM_FLAGS_OVERWRITE | ReturnsDataAddress;
        if (entry.Kind != EntryKind.Named && ((uint)flags & ~VM_FLAGS_ALIAS_MASK & ~(uint)ordinary) != 0)
            return KERN_INVALID_ARGUMENT;
        if ((flags & VM_FLAGS_PURGABLE) != 0 && (offset != 0 || Round(size) != entry.Size || entry.Whole is not { Purgeable: true }))
            return KERN_INVALID_ARGUMENT;
        var place = address;
        var code = Place(ref place, ref size, mask, flags, KERN_INVALID_ARGUMENT);
        if (code != KERN_SUCCESS)
            return code;
        var pieces = entry.Cut(offset, size);
        var wanted = new Wanted(current, maximum, inheritance, Tag(flags), KeepsTag: entry.Kind != EntryKind.Named && Tag(flags) == 0);
        using (Enter())
            code = copy ? CopyPieces(ref place, size, mask, flags, pieces, wanted) : ShowPieces(ref place, size, mask, flags, pieces, wanted);
        KMemoryEntry.Release(pieces);
        if (code == KERN_SUCCESS)
            address = place + (data & PageMask);
        return code;
    }

    private static int Masked(int protection, int allowed) =>
        (protection & VM_PROT_IS_MASK) != 0 ? protection & allowed : protection;

    /// <summary>How new entries are to be; a protection below 0 keeps what the piece had.</summary>
    private readonly record struct Wanted(int Protection, int MaxProtection, uint Inheritance, byte Tag, bool KeepsTag);

    /// <summary>Maps pieces one behind the other, as they are: everybody who maps them sees the same bytes. _gate held.</summary>
    private kern_return_t ShowPieces(ref ulong place, ulong size, ulong mask, int flags, List<MemoryPiece> pieces, in Wanted wanted)
    {
        foreach (var piece in pieces)
        {
            if (!Space.Knows(piece.Object.Pages))
                return KERN_NOT_SUPPORTED;
        }
        var code = Prepare(place, size, flags, place, out var placement);
        if (code != KERN_SUCCESS)
            return code;
        var old = placement == MapPlacement.Replace ? TakeOut(place, place + size) : null;
        PageStore? own = null;
        var reserves = placement != MapPlacement.Replace && pieces.Count > 1;
        if (reserves && !Space.TryAllocate(placement, size, mask, zeroed: false, ref place, out own))
            return KERN_NO_SPACE;
        var at = place;
        foreach (var piece in pieces)
        {
            var how = reserves ? MapPlacement.Replace : placement;
            var protection = wanted.Protection < 0 ? piece.Protection : wanted.Protection;
            if (!Space.TryMap(piece.Object.Pages, piece.Offset - piece.Object.Base, copy: false, protection, how, piece.Size, mask, ref at))
            {
                own?.Discard();
                return GiveUp(place, at, place + size, reserves, old);
            }
            if (at == place || pieces.Count == 1)
                place = at;
            var entry = NewEntry(at, at + piece.Size);
            entry.MakeOrdinary(wanted.KeepsTag ? piece.Tag : wanted.Tag);
            entry.Object = piece.Object.Retain();
            entry.Copied = false;
            (entry.Id, entry.Offset) = (piece.Object.Id, piece.Offset);
            entry.Protection = (byte)protection;
            entry.MaxProtection = wanted.MaxProtection < 0 ? piece.MaxProtection : (byte)wanted.MaxProtection;
            entry.Inheritance = (byte)wanted.Inheritance;
            entry.Shared = true;
            entry.Permanent = (flags & VM_FLAGS_PERMANENT) != 0;
            Insert(entry);
            at += piece.Size;
        }
        own?.Discard();
        DropObjects(old);
        return KERN_SUCCESS;
    }

    /// <summary>Undoes a mapping of which only a part could be made.</summary>
    private kern_return_t GiveUp(ulong start, ulong at, ulong end, bool reserved, KMapEntry? old)
    {
        if (at == start && !reserved)
        {
            PutBack(old);
            return KERN_NO_SPACE;
        }
        Remove(start, at);
        if (reserved || old is not null)
            Space.Release(at, end - at);
        DropObjects(old);
        return KERN_RESOURCE_SHORTAGE;
    }

    /// <summary>Maps fresh memory with what pieces contain now. _gate held.</summary>
    private kern_return_t CopyPieces(ref ulong place, ulong size, ulong mask, int flags, List<MemoryPiece> pieces, in Wanted wanted)
    {
        var code = AllocateAnonymous(ref place, size, mask, flags & ~VM_FLAGS_PURGABLE, place, out var made);
        if (code != KERN_SUCCESS)
            return code;
        var at = place;
        var part = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        foreach (var piece in pieces)
        {
            for (ulong done = 0; done < piece.Size; done += (ulong)part.Length)
            {
                var some = part.AsSpan(0, (int)Math.Min((ulong)part.Length, piece.Size - done));
                piece.Object.Pages.Read(piece.Offset - piece.Object.Base + done, some);
                Space.TryWrite(at + done, some);
            }
            at += piece.Size;
        }
        System.Buffers.ArrayPool<byte>.Shared.Return(part);
        if (wanted.KeepsTag)
            made!.Tag = pieces[0].Tag;
        return Arrange(made!, wanted.Protection, wanted.MaxProtection, wanted.Inheritance);
    }

    /// <summary>The place of a mapping whose address may be a bound (R-VMR-2).</summary>
    private kern_return_t Place(ref ulong place, ref ulong size, ulong mask, int flags, kern_return_t wraps)
    {
        if ((flags & VM_FLAGS_ANYWHERE) != 0)
        {
            place = Trunc(place);
            size = Round(size);
            return KERN_SUCCESS;
        }
        var code = TryFix(ref place, size, wraps);
        if (code != KERN_SUCCESS)
            return code;
        size = Round(place + size) - place;
        return (place & mask) != 0 ? KERN_NO_SPACE : KERN_SUCCESS;
    }

    /// <summary>Gives a new entry what its maker asked for. _gate held.</summary>
    private kern_return_t Arrange(KMapEntry entry, int current, int maximum, uint inheritance)
    {
        entry.MaxProtection = (byte)maximum;
        entry.Inheritance = (byte)inheritance;
        if (current == entry.Protection)
            return KERN_SUCCESS;
        if (Space.TryProtect(entry.Start, entry.Size, current))
        {
            entry.Protection = (byte)current;
            return KERN_SUCCESS;
        }
        entry.Permanent = false;
        Remove(entry.Start, entry.End);
        return KERN_RESOURCE_SHORTAGE;
    }
}
