namespace Mach.Abi;

/// <summary>Pages on their own, outside of any address space: what a memory object keeps its contents in.</summary>
/// <remarks>An address space makes them, and spaces of its kind map them. Whoever holds one discards it, once.</remarks>
public abstract class PageStore
{
    /// <summary>Bytes of whole pages.</summary>
    public abstract ulong Size { get; }

    /// <summary>Copies from the pages.</summary>
    public abstract void Read(ulong offset, Span<byte> destination);

    /// <summary>Copies to the pages.</summary>
    public abstract void Write(ulong offset, ReadOnlySpan<byte> source);

    /// <summary>The contents are not wanted any more: the pages read as zeros, also where they are mapped.</summary>
    public abstract void Clear();

    /// <summary>How many of the pages in a part of it have been touched.</summary>
    public abstract ulong CountResident(ulong offset, ulong size);

    /// <summary>Nobody maps or needs the pages any more.</summary>
    public abstract void Discard();
}
