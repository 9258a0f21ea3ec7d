namespace Mach.Kernel;

/// <summary>What a memory entry gives to whoever maps it.</summary>
internal enum EntryKind : byte
{
    /// <summary>A part of one object.</summary>
    Named,

    /// <summary>A range of a map, whatever it was made of (MAP_MEM_VM_SHARE).</summary>
    Share,

    /// <summary>A snapshot of a range (MAP_MEM_VM_COPY).</summary>
    Copy,
}

/// <summary>A part of an object, and how the place it was taken from treated it.</summary>
/// <param name="Object">The object; the holder of the piece has a reference.</param>
/// <param name="Offset">Where in it, as regions tell it.</param>
/// <param name="Size">Whole pages.</param>
/// <param name="Protection">What could be done there.</param>
/// <param name="MaxProtection">What could ever be done there.</param>
/// <param name="Tag">Its tag there.</param>
internal readonly record struct MemoryPiece(
    KMemoryObject Object, ulong Offset, ulong Size, byte Protection, byte MaxProtection, byte Tag);

/// <summary>Memory by a port that stands for it: whoever has a send right can map it.</summary>
/// <remarks>
/// M1 It has a reference to the object of each piece until its last send right has gone; mappings have their own.
/// M2 Its size and its pieces never change.
/// </remarks>
internal sealed class KMemoryEntry(EntryKind kind, byte protection, ulong dataOffset, MemoryPiece[] pieces) : KernelObject
{
    internal readonly EntryKind Kind = kind;
    internal readonly byte Protection = protection;
    internal readonly ulong DataOffset = dataOffset;      // in its first page
    internal readonly MemoryPiece[] Pieces = pieces;
    internal KMemoryEntry? NextForgotten;                 // Aftermath

    internal override uint ObjectType => 28;

    /// <summary>Bytes of whole pages.</summary>
    internal ulong Size
    {
        get
        {
            var size = 0UL;
            foreach (var piece in Pieces)
                size += piece.Size;
            return size;
        }
    }

    /// <summary>The object that it stands for, when that is one and it stands for all of it.</summary>
    internal KMemoryObject? Whole =>
        Kind == EntryKind.Named && Pieces[0].Offset == Pieces[0].Object.Base && Pieces[0].Size == Pieces[0].Object.Pages.Size
            ? Pieces[0].Object
            : null;

    /// <summary>The entry behind a port; null for anything else.</summary>
    internal static KMemoryEntry? Behind(KPort? port) => KPort.IsLive(port) ? port.KernelObject as KMemoryEntry : null;

    /// <summary>The parts that make up a range of it; the caller gets a reference to each object.</summary>
    internal List<MemoryPiece> Cut(ulong offset, ulong size)
    {
        List<MemoryPiece> found = [];
        var end = offset + size;
        var at = 0UL;
        foreach (var piece in Pieces)
        {
            var (from, to) = (Math.Max(offset, at), Math.Min(end, at + piece.Size));
            if (from < to)
                found.Add(piece with { Object = piece.Object.Retain(), Offset = piece.Offset + (from - at), Size = to - from });
            at += piece.Size;
        }
        return found;
    }

    internal override void NoSenders(KPort port, ref Aftermath after)
    {
        port.Die(ref after);
        after.Forget(this);
    }

    /// <summary>Nobody has a right to it any more. No lock held.</summary>
    internal void Release() => Release(Pieces);

    internal static void Release(IEnumerable<MemoryPiece> pieces)
    {
        foreach (var piece in pieces)
            piece.Object.Release();
    }
}
