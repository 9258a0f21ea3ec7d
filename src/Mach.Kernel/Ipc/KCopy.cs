using System.Buffers;

namespace Mach.Kernel;

/// <summary>Out-of-line memory on its way: a snapshot taken at sending.</summary>
internal sealed class KCopy : IDisposable
{
    /// <summary>Above this size data that may travel virtually keeps its offset within the page (R-DSC-7).</summary>
    internal const int SmallSize = 32768;

    private const uint TrustedSize = 1 << 20;

    private readonly ManagedKernel _kernel;
    private byte[]? _bytes;

    private KCopy(ManagedKernel kernel, byte[] bytes, int size, uint pageOffset)
    {
        _kernel = kernel;
        _bytes = bytes;
        Size = size;
        PageOffset = pageOffset;
        kernel.NoteRegions(1, size);
    }

    internal int Size { get; }

    /// <summary>Where in a page the data begins when it arrives.</summary>
    internal uint PageOffset { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Size);

    internal ReadOnlyMemory<byte> AsMemory => _bytes.AsMemory(0, Size);

    /// <summary>Copies from a task, and unmaps the source there if asked.</summary>
    /// <returns>
    /// MACH_MSG_SUCCESS; MACH_SEND_INVALID_MEMORY when any byte is unreadable; the bare MACH_MSG_VM_KERNEL when the
    /// kernel has no room for so much.
    /// </returns>
    internal static kern_return_t Take(
        ManagedKernel kernel, IUserMemory memory, ulong address, uint size, bool keepsOffset, bool deallocate, out KCopy? copy)
    {
        copy = null;
        // Whoever lies about a size shall not make the kernel find room for it: the far end is looked at first.
        if (size > TrustedSize && !IsReadable(memory, address + size - 1))
            return MACH_SEND_INVALID_MEMORY;
        if (RentFor(size) is not { } bytes)
            return IsReadable(memory, address, size) ? MessageScan.NoKernelMemory : MACH_SEND_INVALID_MEMORY;
        if (!memory.TryRead(address, bytes.AsSpan(0, (int)size)))
        {
            ArrayPool<byte>.Shared.Return(bytes);
            return MACH_SEND_INVALID_MEMORY;
        }
        if (deallocate)
            memory.Deallocate(address, size);
        var offset = keepsOffset && size > SmallSize ? (uint)(address & (memory.PageSize - 1)) : 0;
        copy = new KCopy(kernel, bytes, (int)size, offset);
        return MACH_MSG_SUCCESS;
    }

    private static byte[]? RentFor(uint size)
    {
        if (size > (uint)Array.MaxLength)
            return null;
        try
        {
            return ArrayPool<byte>.Shared.Rent((int)size);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    private static bool IsReadable(IUserMemory memory, ulong address)
    {
        Span<byte> one = stackalloc byte[1];
        return memory.TryRead(address, one);
    }

    private static bool IsReadable(IUserMemory memory, ulong address, uint size)
    {
        for (ulong offset = 0; offset < size; offset += memory.PageSize)
        {
            if (!IsReadable(memory, address + offset))
                return false;
        }
        return IsReadable(memory, address + size - 1);
    }

    /// <summary>A copy of bytes that the kernel itself sends.</summary>
    internal static KCopy Of(ManagedKernel kernel, ReadOnlySpan<byte> data)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(data.Length);
        data.CopyTo(bytes);
        return new KCopy(kernel, bytes, data.Length, 0);
    }

    /// <summary>A copy of pages on their way.</summary>
    internal static KCopy Of(ManagedKernel kernel, MovedRegion region, uint size)
    {
        var bytes = ArrayPool<byte>.Shared.Rent((int)size);
        region.CopyTo(bytes.AsSpan(0, (int)size));
        return new KCopy(kernel, bytes, (int)size, 0);
    }

    /// <summary>Puts the data into a task as a fresh mapping; false when there is no room.</summary>
    internal bool TryGive(IUserMemory memory, out ulong address)
    {
        if (!memory.TryAllocate((ulong)Size + PageOffset, out var page))
        {
            address = 0;
            return false;
        }
        address = page + PageOffset;
        if (memory.TryWrite(address, Bytes))
            return true;
        memory.Deallocate(page, (ulong)Size + PageOffset);
        address = 0;
        return false;
    }

    public void Dispose()
    {
        if (_bytes is not { } bytes)
            return;
        _bytes = null;
        ArrayPool<byte>.Shared.Return(bytes);
        _kernel.NoteRegions(-1, Size);
    }
}
