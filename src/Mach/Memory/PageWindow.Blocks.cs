using System.Numerics;

namespace Mach;

// Which pages are free. Everything here is done under s_gate unless said otherwise.
internal static unsafe partial class PageWindow
{
    private const int LargestOrder = 24;      // of blocks: 64 GiB of 4 KiB pages
    private const int LargestWarmOrder = 8;   // 1 MiB: copying into warm pages costs less than arranging anything
    private const nuint MostWarmBytes = 32 * 1024 * 1024;
    private const byte FreeBlock = 0x80;
    private const byte TakenBlock = 0x40;
    private const byte OrderBits = 0x1f;
    private const uint None = uint.MaxValue;

    private static readonly uint[] s_free = NewHeads(LargestOrder + 1);        // s_gate; free blocks by order, a list through their links
    private static readonly uint[] s_warm = NewHeads(LargestWarmOrder + 1);    // s_gate; blocks nobody has whose memory stays: not zeros
    private static nuint s_warmBytes;                                          // s_gate
    private static nuint s_live;                                               // s_gate; pages used or held

    /// <summary>The largest size in bytes for which memory is kept warm.</summary>
    internal static nuint LargestWarm => s_page << LargestWarmOrder;

    /// <summary>A free or warm block's neighbours in its list, or how many pages of a taken one live.</summary>
    private struct Link
    {
        internal uint Next;      // taken: pages that live
        internal uint Previous;
    }

    private static uint[] NewHeads(int count)
    {
        var heads = new uint[count];
        heads.AsSpan().Fill(None);
        return heads;
    }

    private static void AddAll()
    {
        nuint pages = s_size / s_page;
        int order = Math.Min(LargestOrder, BitOperations.Log2((ulong)pages));
        for (nuint first = 0; first + ((nuint)1 << order) <= pages; first += (nuint)1 << order)
            Push(s_free, (uint)first, order, FreeBlock);
    }

    private static int OrderOf(nuint size, nuint mask)
    {
        nuint pages = Math.Max(size / s_page, (mask / s_page) + 1);
        return pages <= 1 ? 0 : BitOperations.Log2((ulong)pages - 1) + 1;
    }

    private static bool TryTakeWarm(int order, out nuint first)
    {
        first = 0;
        if (order > LargestWarmOrder || s_warm[order] == None)
            return false;
        first = s_warm[order];
        Unlink(s_warm, (uint)first, order);
        s_warmBytes -= s_page << order;
        return true;
    }

    private static bool TryTakeFree(int order, out nuint first)
    {
        first = 0;
        int found = order;
        while (found <= LargestOrder && s_free[found] == None)
            found++;
        if (found > LargestOrder)
            return false;
        first = s_free[found];
        Unlink(s_free, (uint)first, found);
        while (found > order)
            Push(s_free, (uint)(first + ((nuint)1 << --found)), found, FreeBlock);
        return true;
    }

    private static void Occupy(nuint first, int order, nuint pages)
    {
        s_blocks[first] = (byte)(TakenBlock | order);
        s_links[first].Next = (uint)pages;
        s_live += pages;
        new Span<byte>(s_flags + first, (int)pages).Fill(Used);
    }

    /// <summary>The block that a page is in, by its first page; false where there is none.</summary>
    private static bool TryFindBlock(nuint page, out nuint first, out byte kind)
    {
        for (int order = 0; order <= LargestOrder; order++)
        {
            first = page & ~(((nuint)1 << order) - 1);
            kind = s_blocks[first];
            if (kind != 0 && (kind & OrderBits) == order)
                return true;
        }

        first = 0;
        kind = 0;
        return false;
    }

    private static bool TryFindAbove(nuint from, nuint pages, nuint mask, out nuint first)
    {
        first = 0;
        nuint total = s_size / s_page;
        nuint start = Aligned(from, mask);
        for (nuint page = start; page < total && start + pages <= total;)
        {
            if (!TryFindBlock(page, out nuint block, out byte kind))
                return false;
            nuint end = block + ((nuint)1 << (kind & OrderBits));
            if ((kind & FreeBlock) == 0)
                start = Aligned(end, mask);
            page = Math.Max(end, start);
            if (start + pages <= Math.Max(end, start) && (kind & FreeBlock) != 0)
            {
                first = start;
                return true;
            }
        }

        return false;
    }

    private static nuint Aligned(nuint page, nuint mask)
    {
        nuint step = Math.Max(1, BitOperations.RoundUpToPowerOf2((mask / s_page) + 1));
        return (page + (step - 1)) & ~(step - 1);
    }

    private static bool TryOccupyAt(nuint first, nuint pages, out bool foreign)
    {
        foreign = false;
        for (nuint page = first; page < first + pages; page++)
        {
            if ((s_flags[page] & Used) != 0)
                return false;
            foreign |= (s_flags[page] & Held) != 0;
        }

        for (nuint page = first; page < first + pages;)
        {
            if (!TryFindBlock(page, out nuint block, out byte kind))
                return false;
            int order = kind & OrderBits;
            if ((kind & TakenBlock) != 0)
            {
                if ((s_flags[page] & Held) == 0)
                {
                    s_links[block].Next++;
                    s_live++;
                    Punch(page, 1);
                }

                s_flags[page] |= Used;
                page++;
                continue;
            }

            Unlink(s_free, (uint)block, order);
            while (block != page || ((nuint)1 << order) > first + pages - page)
            {
                order--;
                nuint half = block + ((nuint)1 << order);
                nuint other = page < half ? half : block;
                block = page < half ? block : half;
                Push(s_free, (uint)other, order, FreeBlock);
            }

            Occupy(block, order, (nuint)1 << order);
            page += (nuint)1 << order;
        }

        return true;
    }

    /// <summary>Removes one mark that keeps pages alive. Not under s_gate.</summary>
    private static void GiveUp(nuint address, nuint size, byte mark)
    {
        nuint page = PageOf(address);
        for (nuint left = size / s_page; left != 0;)
        {
            nuint block, count;
            int order;
            bool gone;
            lock (s_gate)
            {
                _ = TryFindBlock(page, out block, out byte kind);
                order = kind & OrderBits;
                count = Math.Min(left, block + ((nuint)1 << order) - page);
                nuint dead = Clear(page, count, mark);
                s_links[block].Next -= (uint)dead;
                s_live -= dead;
                gone = s_links[block].Next == 0;
                if (gone && order <= LargestWarmOrder && s_warmBytes + (s_page << order) <= MostWarmBytes)
                {
                    gone = false;
                    s_warmBytes += s_page << order;
                    Push(s_warm, (uint)block, order, TakenBlock);
                }
                else if (!gone)
                {
                    PunchDead(page, count);
                }
            }

            if (gone)
            {
                Punch(block, (nuint)1 << order);
                lock (s_gate)
                    Free(block, order);
            }

            page += count;
            left -= count;
        }
    }

    /// <summary>Clears the mark and counts the pages that live no longer.</summary>
    private static nuint Clear(nuint first, nuint count, byte mark)
    {
        var flags = new Span<byte>(s_flags + first, (int)count);
        if (!flags.ContainsAnyExcept(mark))
        {
            flags.Clear();
            return count;
        }

        nuint dead = 0;
        foreach (ref byte flag in flags)
        {
            bool lived = (flag & (Used | Held)) != 0;
            flag &= (byte)~mark;
            if (lived && (flag & (Used | Held)) == 0)
                dead++;
        }

        return dead;
    }

    /// <summary>Gives the memory back of pages that are not a store's and do not show at their addresses.</summary>
    private static void PunchDead(nuint first, nuint count)
    {
        for (nuint page = first; page < first + count; page++)
        {
            nuint end = page;
            while (end < first + count && ((s_flags[end] & (Used | Held)) == 0 || (s_flags[end] & (Used | Held | Altered)) == (Used | Altered)))
                end++;
            if (end == page)
                continue;
            Punch(page, end - page);
            page = end;
        }
    }

    private static void Free(nuint block, int order)
    {
        s_blocks[block] = 0;
        while (order < LargestOrder)
        {
            nuint buddy = block ^ ((nuint)1 << order);
            if (buddy >= s_size / s_page || s_blocks[buddy] != (FreeBlock | order))
                break;
            Unlink(s_free, (uint)buddy, order);
            block = Math.Min(block, buddy);
            order++;
        }

        Push(s_free, (uint)block, order, FreeBlock);
    }

    /// <summary>Gives the memory of warm blocks back, so that their addresses are free.</summary>
    private static void Chill()
    {
        for (int order = 0; order <= LargestWarmOrder; order++)
        {
            while (TryTakeWarm(order, out nuint block))
            {
                Punch(block, (nuint)1 << order);
                Free(block, order);
            }
        }
    }

    private static void Push(uint[] heads, uint block, int order, byte kind)
    {
        s_blocks[block] = (byte)(kind | order);
        s_links[block] = new Link { Next = heads[order], Previous = None };
        if (heads[order] != None)
            s_links[heads[order]].Previous = block;
        heads[order] = block;
    }

    private static void Unlink(uint[] heads, uint block, int order)
    {
        Link link = s_links[block];
        if (link.Previous == None)
            heads[order] = link.Next;
        else
            s_links[link.Previous].Next = link.Next;
        if (link.Next != None)
            s_links[link.Next].Previous = link.Previous;
        s_blocks[block] = 0;
    }
}
