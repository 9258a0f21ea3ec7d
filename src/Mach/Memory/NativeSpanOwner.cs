using System.Buffers;

namespace Mach;

/// <summary>Native memory as <see cref="Memory{T}"/>; after <see cref="Invalidate"/> it is empty, for whoever kept it.</summary>
internal sealed unsafe class NativeSpanOwner(byte* start, int length) : MemoryManager<byte>
{
    private readonly byte* _start = start;
    private int _length = length;

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, _length);
        return new MemoryHandle(_start + elementIndex, default, this);
    }

    public override void Unpin()
    {
    }

    internal void Invalidate() => _length = 0;

    protected override void Dispose(bool disposing) => _length = 0;
}
