namespace Mach.Abi;

/// <summary>
/// A task's memory as its threads show it to the kernel. Addresses are not pointers: nothing here may crash, whatever the address.
/// </summary>
public interface IUserMemory
{
    /// <summary>Size of a page.</summary>
    ulong PageSize { get; }

    /// <summary>Copies from the task. False when any byte is unreadable; the destination is then undefined.</summary>
    bool TryRead(ulong address, Span<byte> destination);

    /// <summary>Copies to the task. False when any byte is unwritable; some may have been written.</summary>
    bool TryWrite(ulong address, ReadOnlySpan<byte> source);
}
