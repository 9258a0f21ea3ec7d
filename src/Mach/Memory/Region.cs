namespace Mach;

/// <summary>A run of pages that a task holds: a mapping, or what partial deallocation left of one. One that travels is always a whole mapping.</summary>
internal sealed unsafe class Region : MovedRegion
{
    internal nuint Start;
    internal nuint End;          // first byte after it
    internal Mapping Mapping = null!;
    internal Region? Next;       // among the pieces that wait for their mapping to be at rest

    public override ulong Size => End - Start;

    public override void CopyTo(Span<byte> destination) => new ReadOnlySpan<byte>((void*)Start, destination.Length).CopyTo(destination);

    public override void Discard() => PagePool.Return((byte*)Mapping.Start, Mapping.Capacity);
}

/// <summary>One mapping of the system and the pieces of it that still live.</summary>
/// <remarks>
/// M1 While <see cref="Pins"/> is above zero no page of it is unmapped: pieces that should go wait in <see cref="Leaving"/>.
/// M2 It is given back to the system or the pool when <see cref="Pieces"/> reaches zero.
/// All fields are guarded by the memory that holds it.
/// </remarks>
internal sealed class Mapping
{
    internal nuint Start;
    internal nuint Size;         // asked for, whole pages
    internal nuint Capacity;     // mapped
    internal int Pieces;
    internal int Pins;
    internal bool Broken;        // a part was unmapped
    internal Region? Leaving;
}
