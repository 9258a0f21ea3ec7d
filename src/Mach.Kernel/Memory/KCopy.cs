using System.Buffers;

namespace Mach.Kernel;

/// <summary>Out-of-line memory on its way: a snapshot, in nobody's map.</summary>
/// <remarks>
/// C1 The data is in a kernel's buffer, or in a chain of entries without gaps, mapped at addresses that several maps share.
/// C2 It is given away or disposed, once.
/// </remarks>
internal sealed class KCopy : MemoryManager<byte>
{
    /// <summary>Up to this size data travels by value: where it lay in its page is forgotten, and its tag too (R-VMA-32, R-VMR-37).</summary>
    internal const int SmallSize = 32768;

    private readonly ManagedKernel _kernel;
    private byte[]? _bytes;
    private KMapEntry? _first;
    private IAddressSpace? _space;
    private bool _closed;

    private KCopy(ManagedKernel kernel, ulong size, uint pageOffset)
    {
        _kernel = kernel;
        Size = size;
        PageOffset = pageOffset;
        kernel.NoteRegions(1, (long)size);
    }

    internal KCopy(ManagedKernel kernel, byte[] rented, ulong size, uint pageOffset)
        : this(kernel, size, pageOffset) => _bytes = rented;

    internal KCopy(ManagedKernel kernel, IAddressSpace space, KMapEntry first, ulong size, uint pageOffset)
        : this(kernel, size, pageOffset) => (_space, _first) = (space, first);

    internal ulong Size { get; private set; }

    /// <summary>Where in a page the data begins when it arrives.</summary>
    internal uint PageOffset { get; private set; }

    /// <summary>The data for a server, or from one: the copy itself can be taken out of it. Empty where it is too large to be looked at.</summary>
    internal ReadOnlyMemory<byte> AsMemory => Size <= int.MaxValue ? CreateMemory((int)Size) : default;

    private ulong Address => _first!.Start + PageOffset;

    /// <summary>A copy of bytes that the kernel itself sends.</summary>
    internal static KCopy Of(ManagedKernel kernel, ReadOnlySpan<byte> data)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(data.Length);
        data.CopyTo(bytes);
        return new KCopy(kernel, bytes, (ulong)data.Length, 0);
    }

    /// <summary>What a server sends: the copy that the memory stands for, or a new one of its bytes.</summary>
    internal static KCopy Of(ManagedKernel kernel, ReadOnlyMemory<byte> data) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetMemoryManager<byte, KCopy>(data, out var copy) ? copy : Of(kernel, data.Span);

    /// <summary>Puts the data into a task at a place of the kernel's choice. When that succeeds the copy is used up; nobody touches it again.</summary>
    internal bool TryGive(KMap map, out ulong address)
    {
        if (_first is { } first && (ReferenceEquals(map.Space, _space) || map.Space.SharesAddressesWith(_space!)))
        {
            address = Address;
            return map.TryAdopt(this, first, TagFor(map));
        }
        address = 0;
        if (!map.TryAllocate(PageOffset + Size, zeroed: true, (byte)(TagFor(map) ?? 0), out var page))
            return false;
        if (TryWrite(map.Space, page + PageOffset))
        {
            address = page + PageOffset;
            Close();
            return true;
        }
        map.Deallocate(page, PageOffset + Size);
        return false;
    }

    /// <summary>The tag that the data arrives with; null for the one it had (R-VMR-37).</summary>
    private int? TagFor(KMap map)
    {
        if (Size <= SmallSize)
            return 0;
        return (PageOffset | (Size & map.PageMask)) != 0 ? VM_MEMORY_MACH_MSG : null;
    }

    /// <summary>Writes the data over memory that is there; false when a byte cannot be written.</summary>
    internal bool TryWrite(IAddressSpace space, ulong address)
    {
        if (_bytes is { } bytes)
            return space.TryWrite(address, bytes.AsSpan(0, (int)Size));
        if (space.SharesAddressesWith(_space!))
            return space.TryCopy(Address, address, Size);
        var part = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (ulong done = 0; done < Size; done += (ulong)part.Length)
            {
                var some = part.AsSpan(0, (int)Math.Min((ulong)part.Length, Size - done));
                if (!_space!.TryRead(Address + done, some) || !space.TryWrite(address + done, some))
                    return false;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }
    }

    /// <summary>The entries have gone into a map, whose gate is held.</summary>
    internal void Empty()
    {
        _first = null;
        _closed = true;
        _kernel.NoteRegions(-1, (long)Size);
    }

    /// <summary>An empty record takes other entries.</summary>
    internal void Reuse(IAddressSpace space, KMapEntry first, ulong size, uint pageOffset)
    {
        (_space, _first, _closed) = (space, first, false);
        (Size, PageOffset) = (size, pageOffset);
        _kernel.NoteRegions(1, (long)size);
    }

    /// <summary>The copy is not needed any more, given or not.</summary>
    internal void Close() => Dispose(true);

    /// <summary>The data in managed memory, for a server that looks at it.</summary>
    public override Span<byte> GetSpan()
    {
        if (_bytes is null)
        {
            var bytes = ArrayPool<byte>.Shared.Rent((int)Size);
            _space!.TryRead(Address, bytes.AsSpan(0, (int)Size));
            Unmap();
            _bytes = bytes;
        }
        return _bytes.AsSpan(0, (int)Size);
    }

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException("A copy on its way is not pinned.");

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (_closed)
            return;
        _closed = true;
        Unmap();
        if (_bytes is { } bytes)
            ArrayPool<byte>.Shared.Return(bytes);
        _bytes = null;
        _kernel.NoteRegions(-1, (long)Size);
    }

    private void Unmap()
    {
        for (var entry = _first; entry is not null; entry = entry.Next)
        {
            _space!.Release(entry.Start, entry.Size);
            entry.Object?.Release();
            entry.Object = null;
        }
        _first = null;
    }
}
