namespace Mach.Kernel;

/// <summary>A range of a task's addresses in which everything is alike: what is shown there and what may be done to it.</summary>
/// <remarks>
/// N1 It covers whole pages, at least one.
/// N2 It is in one map, in one copy on its way, or spare.
/// N3 Without an object it shows own pages, which came with its addresses; only with one can it be copy-on-write or shared.
/// </remarks>
internal sealed class KMapEntry
{
    internal ulong Start, End;
    internal KMemoryObject? Object;    // a reference of its own
    internal bool Copied;              // copy-on-write over a frozen object
    internal ulong Id;                 // of the memory it shows
    internal ulong Offset;             // in that memory, as regions tell it
    internal byte Protection, MaxProtection, Inheritance, Tag, Behavior;
    internal bool Shared;              // was shared once (R-VMR-16)
    internal bool Permanent;
    internal ushort Wired;
    internal KMapEntry? Next;          // in a copy, or among the spare ones

    internal ulong Size => End - Start;

    /// <summary>Where in the object's pages it begins.</summary>
    internal ulong StoreOffset => Offset - Object!.Base;

    /// <summary>Nobody else can see what is written here.</summary>
    internal bool IsPrivate => Object is null || Copied || (Object.References == 1 && !Object.Purgeable);

    /// <summary>Fresh anonymous memory, as R-VMA-9 has it.</summary>
    internal void MakeOrdinary(byte tag)
    {
        Protection = VM_PROT_DEFAULT;
        MaxProtection = VM_PROT_ALL;
        Inheritance = (byte)VM_INHERIT_DEFAULT;
        Tag = tag;
        Behavior = VM_BEHAVIOR_DEFAULT;
        Shared = Permanent = false;
        Wired = 0;
    }

    /// <summary>Takes over everything but the range.</summary>
    internal void Resemble(KMapEntry other)
    {
        Object = other.Object?.Retain();
        Copied = other.Copied;
        Id = other.Id;
        (Protection, MaxProtection, Inheritance, Tag, Behavior) =
            (other.Protection, other.MaxProtection, other.Inheritance, other.Tag, other.Behavior);
        (Shared, Permanent, Wired) = (other.Shared, other.Permanent, other.Wired);
    }

    /// <summary>True when the two could be one entry.</summary>
    internal bool Continues(KMapEntry before) =>
        before.End == Start && before.Object == Object && before.Id == Id && before.Offset + before.Size == Offset
        && before.Copied == Copied && before.Protection == Protection && before.MaxProtection == MaxProtection
        && before.Inheritance == Inheritance && before.Tag == Tag && before.Behavior == Behavior && before.Shared == Shared
        && before.Permanent == Permanent && before.Wired == Wired;
}
