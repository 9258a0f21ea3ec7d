using System.Buffers;
using System.Numerics;

namespace Mach;

/// <summary>The part of this process's addresses in which kernels map memory for tasks.</summary>
/// <remarks>
/// It is reserved at once and stays mapped, so that looking at any of its pages is safe unless they are <see cref="Closed"/>.
/// Where the system has memory files the page at each address has its place in one, at the same distance from the start.
/// V1 A page is free, or belongs to a block of pages, a power of two of them that begins at a multiple of its size.
/// V2 A block lives as long as a page of it is <see cref="Used"/> (its address is a task's) or <see cref="Held"/> (its memory is a store's).
/// V3 A page that is neither is mapped as it came, readable and writable, and reads as zeros unless its block is a warm one.
/// </remarks>
internal static unsafe partial class PageWindow
{
    /// <summary>The address is mapped for a task.</summary>
    internal const byte Used = 1;

    /// <summary>The page's own memory belongs to a store.</summary>
    internal const byte Held = 2;

    /// <summary>Something else than the page's own memory, shared and open, is mapped there.</summary>
    internal const byte Altered = 4;

    /// <summary>The page may not be readable and writable.</summary>
    internal const byte Closed = 8;

    private static readonly SearchValues<byte> s_open = SearchValues.Create([Used, Used | Held, Used | Altered, Used | Held | Altered]);
    private static readonly Lock s_gate = new();
    private static readonly nuint s_page = HostPages.Size;
    private static readonly nuint s_start;
    private static readonly nuint s_size;
    private static readonly int s_file = -1;
    private static readonly byte* s_flags;      // s_gate to change; by page
    private static readonly byte* s_blocks;     // s_gate; by first page: what block begins there
    private static readonly Link* s_links;      // s_gate; by first page

    static PageWindow()
    {
        const nuint alignment = 1 << 30;
        nuint least = (nuint)1 << 28;
        nuint size = sizeof(nuint) == 8 ? (nuint)1 << 36 : least;
        byte* found = null;
        while (size >= least && (found = HostPages.Map(size + alignment, untilUse: true)) == null)
            size /= 2;
        if (found == null)
            return;
        s_size = size;
        s_start = ((nuint)found + (alignment - 1)) & ~(alignment - 1);
        nuint pages = size / s_page;
        s_flags = HostPages.Map(pages, untilUse: true);
        s_blocks = HostPages.Map(pages, untilUse: true);
        s_links = (Link*)HostPages.Map(pages * (nuint)sizeof(Link), untilUse: true);
        if (!HostPages.Commit(s_flags, pages) || !HostPages.Commit(s_blocks, pages) || !HostPages.Commit((byte*)s_links, pages * (nuint)sizeof(Link)))
        {
            s_size = 0;
            return;
        }

        s_file = PageFile.Create(size);
        if (s_file >= 0 && !PageFile.Map(s_file, 0, (byte*)s_start, size, ReadWrite, copy: false))
            s_file = -1;
        AddAll();
    }

    private const int ReadWrite = VM_PROT_READ | VM_PROT_WRITE;

    /// <summary>True where pages can be mapped in several places.</summary>
    internal static bool HasFile => s_file >= 0;

    /// <summary>The memory file.</summary>
    internal static int File => s_file;

    /// <summary>Bytes of addresses that belong to tasks, or whose memory belongs to a store. For tests and doubt.</summary>
    internal static nuint BytesInUse
    {
        get
        {
            lock (s_gate)
                return s_live * s_page;
        }
    }

    /// <summary>True when the range has an address of the window.</summary>
    internal static bool Touches(ulong address, ulong size) => address < s_start + s_size && address + size > s_start;

    /// <summary>True when the whole range is in the window.</summary>
    internal static bool Contains(ulong address, ulong size) => address >= s_start && address - s_start < s_size && size <= s_start + s_size - address;

    /// <summary>The place in the file of the page's own memory.</summary>
    internal static nuint OffsetOf(nuint address) => address - s_start;

    /// <summary>Every page that the range touches is a task's, readable and writable. A copy that looks is in the <see cref="CopyGate"/>.</summary>
    internal static bool IsOpen(ulong address, int length)
    {
        nuint first = PageOf(address);
        nuint last = PageOf(address + (ulong)length - 1);
        return first == last
            ? s_open.Contains(s_flags[first])
            : !new ReadOnlySpan<byte>(s_flags + first, (int)(last - first + 1)).ContainsAnyExcept(s_open);
    }

    /// <summary>Every page that the range touches is a task's.</summary>
    internal static bool IsUsed(ulong address, int length)
    {
        nuint last = length == 0 ? PageOf(address) : PageOf(address + (ulong)length - 1);
        for (nuint page = PageOf(address); page <= last; page++)
        {
            if ((s_flags[page] & Used) == 0)
                return false;
        }

        return true;
    }

    /// <summary>Takes pages for a task: their addresses and their own memory.</summary>
    /// <param name="size">Bytes of whole pages.</param>
    /// <param name="mask">Bits that are to be zero in the address.</param>
    /// <param name="zeroed">The pages must read as zeros.</param>
    /// <param name="address">Where.</param>
    internal static bool TryTake(nuint size, nuint mask, bool zeroed, out nuint address)
    {
        address = 0;
        int order = OrderOf(size, mask);
        if (order > LargestOrder)
            return false;
        nuint pages = size / s_page;
        nuint first;
        bool warm;
        lock (s_gate)
        {
            warm = TryTakeWarm(order, out first);
            if (!warm && !TryTakeFree(order, out first))
                return false;
            Occupy(first, order, pages);
        }

        address = s_start + (first * s_page);
        if (!warm && !HostPages.Commit((byte*)address, size))
        {
            Release(address, size);
            return false;
        }

        if (warm && zeroed)
            Zero(address, size);
        return true;
    }

    /// <summary>As <see cref="TryTake"/>, at the first free place at or above an address.</summary>
    internal static bool TryTakeAbove(ulong least, nuint size, nuint mask, out nuint address)
    {
        address = 0;
        nuint from = least <= s_start ? 0 : least - s_start >= s_size ? nuint.MaxValue : ((nuint)least - s_start + (s_page - 1)) / s_page;
        if (from == nuint.MaxValue)
            return false;
        lock (s_gate)
        {
            Chill();
            if (!TryFindAbove(from, size / s_page, mask, out nuint first) || !TryOccupyAt(first, size / s_page, out _))
                return false;
            address = s_start + (first * s_page);
        }

        return CommitOrRelease(address, size);
    }

    /// <summary>As <see cref="TryTake"/>, at a place that nobody can guess.</summary>
    internal static bool TryTakeAnywhere(nuint size, nuint mask, out nuint address)
    {
        const int tries = 64;
        address = 0;
        for (int i = 0; i < tries; i++)
        {
            nuint page = (nuint)System.Security.Cryptography.RandomNumberGenerator.GetInt32((int)(s_size / s_page) + 1);
            if (TryTakeAbove(s_start + (page * s_page), size, mask, out address))
                return true;
        }

        return TryTakeAbove(s_start, size, mask, out address);
    }

    /// <summary>As <see cref="TryTake"/>, at addresses of the caller's choice that no task has; never warm.</summary>
    /// <param name="address">Where.</param>
    /// <param name="size">Bytes of whole pages.</param>
    /// <param name="foreign">The memory of a page there belongs to a store: only the addresses were taken.</param>
    internal static bool TryTakeAt(nuint address, nuint size, out bool foreign)
    {
        lock (s_gate)
        {
            Chill();
            if (!TryOccupyAt(PageOf(address), size / s_page, out foreign))
                return false;
        }

        return CommitOrRelease(address, size);
    }

    /// <summary>Sets marks on pages of a task.</summary>
    internal static void Mark(nuint address, nuint size, byte marks)
    {
        lock (s_gate)
        {
            Set(FlagsOf(address, size), marks);
        }
    }

    /// <summary>Removes marks from pages of a task; the task and any store keep them.</summary>
    internal static void Unmark(nuint address, nuint size, byte marks)
    {
        lock (s_gate)
        {
            Clear(FlagsOf(address, size), marks);
        }
    }

    /// <summary>Takes a task's addresses back; the memory of pages that no store has goes with them.</summary>
    internal static void Release(nuint address, nuint size)
    {
        Restore(address, size);
        GiveUp(address, size, Used);
    }

    /// <summary>A store gives up the memory of pages.</summary>
    internal static void GiveUpMemory(nuint address, nuint size) => GiveUp(address, size, Held);

    private static Span<byte> FlagsOf(nuint address, nuint size) => new(s_flags + PageOf(address), (int)(size / s_page));

    private static void Set(Span<byte> flags, byte marks)
    {
        Vector<byte> all = new(marks);
        int at = 0;
        for (; at <= flags.Length - Vector<byte>.Count; at += Vector<byte>.Count)
            (new Vector<byte>(flags[at..]) | all).CopyTo(flags[at..]);
        for (; at < flags.Length; at++)
            flags[at] |= marks;
    }

    private static void Clear(Span<byte> flags, byte marks)
    {
        Vector<byte> others = new((byte)~marks);
        int at = 0;
        for (; at <= flags.Length - Vector<byte>.Count; at += Vector<byte>.Count)
            (new Vector<byte>(flags[at..]) & others).CopyTo(flags[at..]);
        for (; at < flags.Length; at++)
            flags[at] &= (byte)~marks;
    }

    private static nuint PageOf(ulong address) => ((nuint)address - s_start) / s_page;

    private static bool CommitOrRelease(nuint address, nuint size)
    {
        if (HostPages.Commit((byte*)address, size))
            return true;
        Release(address, size);
        return false;
    }

    /// <summary>Brings the own memory of pages back to their addresses, open.</summary>
    private static void Restore(nuint address, nuint size)
    {
        nuint first = PageOf(address);
        nuint pages = size / s_page;
        for (nuint page = first; page < first + pages; page++)
        {
            if ((s_flags[page] & (Altered | Closed)) == 0)
                continue;
            if (HasFile)
                _ = PageFile.Map(s_file, address - s_start, (byte*)address, size, ReadWrite, copy: false);
            else
                _ = HostPages.Protect((byte*)address, size, ReadWrite);
            Unmark(address, size, Altered | Closed);
            return;
        }
    }

    /// <summary>Takes the memory of pages away: they read as zeros.</summary>
    private static void Punch(nuint first, nuint pages)
    {
        if (HasFile)
            PageFile.Punch(s_file, first * s_page, pages * s_page);
        else
            HostPages.Renew((byte*)(s_start + (first * s_page)), pages * s_page);
    }

    private static void Zero(nuint address, nuint size)
    {
        for (nuint done = 0; done < size; done += 1 << 30)
            new Span<byte>((byte*)address + done, (int)Math.Min(size - done, 1 << 30)).Clear();
    }
}
