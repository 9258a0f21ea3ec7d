namespace Mach.Conformance;

/// <summary>The addresses of this process, where the smallest copy is arranged copy-on-write that others make by moving bytes.</summary>
internal sealed class FrozenSpace : IAddressSpace
{
    private readonly HostMemory _memory = new();

    public ulong PageSize => _memory.PageSize;

    public ulong Lowest => _memory.Lowest;

    public ulong End => _memory.End;

    public ulong LeastFrozen => PageSize;

    public bool SharesAddressesWith(IAddressSpace other) => other is FrozenSpace;

    public bool IsForeign(ulong address) => _memory.IsForeign(address);

    public bool TryRead(ulong address, Span<byte> destination) => _memory.TryRead(address, destination);

    public bool TryWrite(ulong address, ReadOnlySpan<byte> source) => _memory.TryWrite(address, source);

    public bool TryAllocate(MapPlacement placement, ulong size, ulong mask, bool zeroed, ref ulong address, out PageStore? pages) =>
        _memory.TryAllocate(placement, size, mask, zeroed, ref address, out pages);

    public bool TryMap(
        PageStore pages, ulong offset, bool copy, int protection, MapPlacement placement, ulong size, ulong mask, ref ulong address) =>
        _memory.TryMap(pages, offset, copy, protection, placement, size, mask, ref address);

    public bool Knows(PageStore pages) => _memory.Knows(pages);

    public void Release(ulong address, ulong size) => _memory.Release(address, size);

    public bool TryProtect(ulong address, ulong size, int protection) => _memory.TryProtect(address, size, protection);

    public PageStore? CreatePages(ulong size) => _memory.CreatePages(size);

    public PageStore? Share(ulong address, ulong size) => _memory.Share(address, size);

    public PageStore? Freeze(ulong address, ulong size, int protection, PageStore? pages, ulong offset) =>
        _memory.Freeze(address, size, protection, pages, offset);

    public PageStore? Settle(ulong address, ulong size, int protection) => _memory.Settle(address, size, protection);

    /// <summary>Never so many that the copy is not arranged after all.</summary>
    public ulong CountChanged(ulong address, ulong size) => _memory.CountChanged(address, size) / 4;

    public bool TryCopyChanges(ulong from, ulong to, ulong size) => _memory.TryCopyChanges(from, to, size);

    public bool TryCopy(ulong from, ulong to, ulong size) => _memory.TryCopy(from, to, size);

    public void Clear(ulong address, ulong size) => _memory.Clear(address, size);

    public ulong CountResident(ulong address, ulong size) => _memory.CountResident(address, size);
}
