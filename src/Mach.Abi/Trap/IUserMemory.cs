namespace Mach.Abi;

/// <summary>
/// A task's memory as the kernel sees it. Addresses are not pointers: nothing here may crash, whatever the address.
/// </summary>
public interface IUserMemory
{
    /// <summary>Size of a page: what <see cref="TryAllocate"/> aligns to and <see cref="Deallocate"/> rounds to.</summary>
    ulong PageSize { get; }

    /// <summary>Copies from the task. False when any byte is unreadable; the destination is then undefined.</summary>
    bool TryRead(ulong address, Span<byte> destination);

    /// <summary>Copies to the task. False when any byte is unwritable; some may have been written.</summary>
    bool TryWrite(ulong address, ReadOnlySpan<byte> source);

    /// <summary>Maps fresh zeroed pages that cover <paramref name="size"/> bytes.</summary>
    bool TryAllocate(ulong size, out ulong address);

    /// <summary>Unmaps the whole pages that cover the range, as far as this memory handed them out. Holes are no error.</summary>
    void Deallocate(ulong address, ulong size);
}
