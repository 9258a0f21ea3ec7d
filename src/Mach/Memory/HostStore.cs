namespace Mach;

/// <summary>Pages of the memory file, whether or not they show at the addresses they came with.</summary>
internal sealed unsafe class HostStore(nuint home, nuint size) : PageStore
{
    private bool _gone;

#pragma warning disable MA0055 // The pages are memory of the system; a kernel that was forgotten must not keep them.
    /// <summary>Gives up pages that nobody discarded.</summary>
    ~HostStore() => Discard();
#pragma warning restore MA0055

    public override ulong Size => size;

    /// <summary>The address that the pages came with.</summary>
    internal nuint Home => home;

    public override void Read(ulong offset, Span<byte> destination) =>
        PageFile.Read(PageWindow.File, PageWindow.OffsetOf(home) + (nuint)offset, destination);

    public override void Write(ulong offset, ReadOnlySpan<byte> source) =>
        PageFile.Write(PageWindow.File, PageWindow.OffsetOf(home) + (nuint)offset, source);

    public override void Clear() => PageFile.Punch(PageWindow.File, PageWindow.OffsetOf(home), size);

    public override ulong CountResident(ulong offset, ulong size) => HostPages.CountResident((byte*)home + offset, (nuint)size);

    public override void Discard()
    {
        if (_gone)
            return;
        _gone = true;
        PageWindow.GiveUpMemory(home, size);
    }
}
