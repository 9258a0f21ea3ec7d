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

    /// <summary>
    /// Takes the whole pages that cover the range out of the task without copying them; null when they are not exactly a
    /// mapping that this memory can hand over, and then nothing has changed. What lies behind the range in its last page is cleared.
    /// </summary>
    MovedRegion? TryDetach(ulong address, ulong size) => null;

    /// <summary>Maps pages that a memory of the same kind detached; false when they are foreign here, and still the caller's.</summary>
    bool TryAttach(MovedRegion region, out ulong address)
    {
        address = 0;
        return false;
    }

    /// <summary>Unmaps the whole pages that cover the range, as far as this memory handed them out. Holes are no error.</summary>
    void Deallocate(ulong address, ulong size);
}

/// <summary>Pages on their way from one task to another: in neither. Whoever holds it attaches or discards it, once.</summary>
public abstract class MovedRegion
{
    /// <summary>Bytes of whole pages.</summary>
    public abstract ulong Size { get; }

    /// <summary>Copies from its beginning.</summary>
    public abstract void CopyTo(Span<byte> destination);

    /// <summary>Gives the pages back to the system.</summary>
    public abstract void Discard();
}
