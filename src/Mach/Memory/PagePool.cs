using System.Numerics;

namespace Mach;

/// <summary>Warm pages: mappings that were given back whole and are handed out again without asking the system.</summary>
/// <remarks>A page that has been used costs nothing to use again; a fresh one costs a fault of a microsecond or two.</remarks>
internal static unsafe class PagePool
{
    /// <summary>The largest mapping that is kept, in pages.</summary>
    internal const int LargestPages = 256;

    private const nuint MostBytes = 32 * 1024 * 1024;

    private static readonly Lock s_gate = new();
    private static readonly Stack<nuint>[] s_kept = NewStacks();   // s_gate; by the power of two of the page count
    private static nuint s_bytes;                                  // s_gate

    /// <summary>Gives a mapping of at least <paramref name="size"/> bytes; null when the system has none.</summary>
    /// <param name="size">Bytes, whole pages.</param>
    /// <param name="zeroed">The first <paramref name="size"/> bytes must be zero; otherwise they are anything.</param>
    /// <param name="capacity">Bytes that were mapped.</param>
    internal static byte* Rent(nuint size, bool zeroed, out nuint capacity)
    {
        nuint pages = size / HostPages.Size;
        capacity = size;
        if (pages <= LargestPages)
        {
            int shift = pages <= 1 ? 0 : BitOperations.Log2((uint)pages - 1) + 1;
            capacity = HostPages.Size << shift;
            nuint kept = 0;
            lock (s_gate)
            {
                if (s_kept[shift].TryPop(out kept))
                    s_bytes -= capacity;
            }

            if (kept != 0)
            {
                if (zeroed)
                    new Span<byte>((void*)kept, (int)size).Clear();
                return (byte*)kept;
            }
        }

        return HostPages.Map(capacity);
    }

    /// <summary>Takes a whole mapping back, none of whose pages was unmapped.</summary>
    internal static void Return(byte* start, nuint capacity)
    {
        nuint pages = capacity / HostPages.Size;
        if (pages <= LargestPages && BitOperations.IsPow2(pages))
        {
            lock (s_gate)
            {
                if (s_bytes + capacity <= MostBytes)
                {
                    s_kept[BitOperations.Log2((uint)pages)].Push((nuint)start);
                    s_bytes += capacity;
                    return;
                }
            }
        }

        HostPages.Unmap(start, capacity);
        HostPages.Release(start);
    }

    private static Stack<nuint>[] NewStacks()
    {
        var stacks = new Stack<nuint>[BitOperations.Log2(LargestPages) + 1];
        for (int i = 0; i < stacks.Length; i++)
            stacks[i] = new Stack<nuint>();
        return stacks;
    }
}
