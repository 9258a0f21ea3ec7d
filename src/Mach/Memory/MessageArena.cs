using System.Numerics;

namespace Mach;

/// <summary>Where message buffers lie: a range of native memory that is never unmapped.</summary>
/// <remarks>
/// A1 Memory between the start and the frontier is readable and writable for as long as the process runs,
///    so a copy to or from it needs no check but two comparisons.
/// A2 A buffer has a size that is a power of two and is in use by one owner or on the free list of its size.
/// A3 The pages of a large free buffer may lose their contents, never their mapping: a stale look at one sees zeros.
/// </remarks>
internal static unsafe class MessageArena
{
    private const int SmallestShift = 9;    // 512 bytes
    private const int LargestShift = 26;    // 64 MiB: the largest message with its trailer fits
    private const int ColdShift = 18;       // from 256 KiB on, a free buffer's pages go back to the system
    private const nuint Step = 256 * 1024;  // by how much the frontier moves

    /// <summary>The most that one buffer holds.</summary>
    internal const int LargestBuffer = 1 << LargestShift;

    private static readonly nuint s_size = sizeof(nuint) == 8 ? (nuint)1 << 34 : (nuint)1 << 27;   // addresses, not memory
    private static readonly nuint s_start = Reserve();
    private static readonly nuint s_end = s_start == 0 ? 0 : s_start + s_size;
    private static readonly Lock s_gate = new();
    private static readonly nuint[] s_free = new nuint[LargestShift + 1];   // s_gate; a list through the buffers' first words
    private static nuint s_next = s_start;                                  // s_gate
    private static nuint s_frontier = s_start;                              // written under s_gate, read anywhere

    /// <summary>True when the whole range is in the arena.</summary>
    internal static bool Contains(ulong address, int length) =>
        address >= s_start && address < s_frontier && (ulong)length <= s_frontier - address;

    /// <summary>Gives a buffer of at least <paramref name="size"/> bytes, contents undefined; null when there is none.</summary>
    /// <param name="size">Bytes wanted.</param>
    /// <param name="given">Bytes there are.</param>
    internal static byte* Rent(int size, out int given)
    {
        int shift = Math.Max(SmallestShift, BitOperations.Log2((uint)Math.Max(size, 1) - 1) + 1);
        given = 0;
        if (shift > LargestShift || s_start == 0)
            return null;
        nuint length = (nuint)1 << shift;
        lock (s_gate)
        {
            nuint found = s_free[shift];
            if (found != 0)
            {
                s_free[shift] = *(nuint*)found;
            }
            else
            {
                found = Carve(length);
                if (found == 0)
                    return null;
            }

            given = (int)length;
            return (byte*)found;
        }
    }

    /// <summary>Takes a buffer back.</summary>
    /// <param name="buffer">What <see cref="Rent"/> gave.</param>
    /// <param name="size">The size it told.</param>
    internal static void Return(byte* buffer, int size)
    {
        int shift = BitOperations.Log2((uint)size);
        if (shift >= ColdShift)
            HostPages.Forget(buffer, (nuint)size);
        lock (s_gate)
        {
            *(nuint*)buffer = s_free[shift];
            s_free[shift] = (nuint)buffer;
        }
    }

    private static nuint Reserve() => (nuint)HostPages.Map(s_size, untilUse: true);

    private static nuint Carve(nuint length)
    {
        nuint at = (s_next + (length - 1)) & ~(length - 1);
        nuint end = at + length;
        if (end > s_end)
            return 0;
        if (end > s_frontier)
        {
            nuint grow = Math.Min(Math.Max(Step, end - s_frontier), s_end - s_frontier);
            if (!HostPages.Commit((byte*)s_frontier, grow))
                return 0;
            Volatile.Write(ref s_frontier, s_frontier + grow);
        }

        s_next = end;
        return at;
    }
}
