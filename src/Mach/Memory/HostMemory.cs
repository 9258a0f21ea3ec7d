namespace Mach;

/// <summary>The memory of a task that lives in this process: its addresses are real pointers.</summary>
/// <remarks>
/// H1 It has no state: what belongs to which task is for the kernel's maps to know, and all such tasks share the process's addresses.
/// H2 Memory is handed out in <see cref="PageWindow"/>, and at addresses outside of it that a task chose and where the process had nothing.
/// H3 A copy from or to an open page of the window is made in the <see cref="CopyGate"/>, so that nobody closes the page under it;
///    message buffers are never unmapped; every other address is copied by the system, which survives a bad one.
/// </remarks>
public sealed unsafe partial class HostMemory : IAddressSpace
{
    private const int Step = 64 * 1024;   // how much a copy moves before it lets a closing pass

    /// <inheritdoc/>
    public ulong PageSize => HostPages.Size;

    /// <inheritdoc/>
    public ulong Lowest => 64 * 1024;

    /// <inheritdoc/>
    public ulong End => sizeof(nuint) == 8 ? 0x7fff_ffff_f000UL : 0xc000_0000UL;

    /// <inheritdoc/>
    public ulong LeastFrozen => PageWindow.HasFile ? PageWindow.LargestWarm + 1 : ulong.MaxValue;

    /// <inheritdoc/>
    public bool SharesAddressesWith(IAddressSpace other) => other is HostMemory;

    /// <inheritdoc/>
    public bool IsForeign(ulong address) => !PageWindow.Contains(address, 1);

    /// <inheritdoc/>
    public bool TryRead(ulong address, Span<byte> destination)
    {
        if (MessageArena.Contains(address, destination.Length))
        {
            new ReadOnlySpan<byte>((void*)address, destination.Length).CopyTo(destination);
            return true;
        }

        if (!PageWindow.Contains(address, (ulong)destination.Length))
            return CheckedCopy.TryRead(address, destination);
        while (destination.Length > Step)
        {
            if (!TryReadWindow(address, destination[..Step]))
                return false;
            address += Step;
            destination = destination[Step..];
        }

        return destination.Length == 0 || TryReadWindow(address, destination);
    }

    /// <inheritdoc/>
    public bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        if (MessageArena.Contains(address, source.Length))
        {
            source.CopyTo(new Span<byte>((void*)address, source.Length));
            return true;
        }

        if (!PageWindow.Contains(address, (ulong)source.Length))
            return CheckedCopy.TryWrite(address, source);
        while (source.Length > Step)
        {
            if (!TryWriteWindow(address, source[..Step]))
                return false;
            address += Step;
            source = source[Step..];
        }

        return source.Length == 0 || TryWriteWindow(address, source);
    }

    /// <inheritdoc/>
    public bool TryCopy(ulong from, ulong to, ulong size)
    {
        for (ulong done = 0; done < size; done += Step)
        {
            int length = (int)Math.Min(size - done, Step);
            if (!TryCopyStep(from + done, to + done, length))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public void Clear(ulong address, ulong size)
    {
        while (size != 0)
        {
            int length = (int)Math.Min(size, Step);
            ref int copies = ref CopyGate.Enter();
            bool open = PageWindow.Contains(address, (ulong)length) && PageWindow.IsOpen(address, length);
            if (open)
                new Span<byte>((void*)address, length).Clear();
            CopyGate.Leave(ref copies);
            if (!open)
                WriteZeros(address, length);
            address += (ulong)length;
            size -= (ulong)length;
        }
    }

    private static bool TryReadWindow(ulong address, Span<byte> destination)
    {
        ref int copies = ref CopyGate.Enter();
        bool open = PageWindow.IsOpen(address, destination.Length);
        if (open)
            new ReadOnlySpan<byte>((void*)address, destination.Length).CopyTo(destination);
        CopyGate.Leave(ref copies);
        return open || (PageWindow.IsUsed(address, destination.Length) && CheckedCopy.TryRead(address, destination));
    }

    private static bool TryWriteWindow(ulong address, ReadOnlySpan<byte> source)
    {
        ref int copies = ref CopyGate.Enter();
        bool open = PageWindow.IsOpen(address, source.Length);
        if (open)
            source.CopyTo(new Span<byte>((void*)address, source.Length));
        CopyGate.Leave(ref copies);
        return open || (PageWindow.IsUsed(address, source.Length) && CheckedCopy.TryWrite(address, source));
    }

    private bool TryCopyStep(ulong from, ulong to, int length)
    {
        ref int copies = ref CopyGate.Enter();
        bool open = PageWindow.Contains(to, (ulong)length) && PageWindow.IsOpen(to, length);
        bool done = open && TryRead(from, new Span<byte>((void*)to, length));
        CopyGate.Leave(ref copies);
        if (open)
            return done;
        Span<byte> part = stackalloc byte[4096];
        for (int at = 0; at < length; at += part.Length)
        {
            Span<byte> some = part[..Math.Min(part.Length, length - at)];
            if (!TryRead(from + (ulong)at, some) || !TryWrite(to + (ulong)at, some))
                return false;
        }

        return true;
    }

    private static void WriteZeros(ulong address, int length)
    {
        Span<byte> zeros = stackalloc byte[4096];
        zeros.Clear();
        for (int at = 0; at < length; at += zeros.Length)
            _ = CheckedCopy.TryWrite(address + (ulong)at, zeros[..Math.Min(zeros.Length, length - at)]);
    }
}
