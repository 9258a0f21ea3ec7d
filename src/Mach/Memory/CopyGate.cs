using System.Runtime.CompilerServices;

namespace Mach;

/// <summary>Lets whoever closes pages wait for the copies that are looking at them.</summary>
/// <remarks>
/// G1 A copy looks whether its pages are open after it has entered; whoever closes pages marks them first and then drains: after
///    that no copy touches them that had not seen the mark.
/// G2 Copies that enter during a drain are counted apart from those it waits for, so a drain ends.
/// </remarks>
internal static class CopyGate
{
    private const int Stripes = 16;
    private const int Apart = 32;   // ints: two cache lines, so that threads do not disturb each other

    private static readonly int[] s_copies = new int[2 * Stripes * Apart];
    private static readonly Lock s_drain = new();
    private static int s_side;      // 0 or Stripes * Apart; changed under s_drain

    /// <summary>A copy begins; short ones only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref int Enter()
    {
        ref int copies = ref s_copies[Volatile.Read(ref s_side) + ((Environment.CurrentManagedThreadId & (Stripes - 1)) * Apart)];
        Interlocked.Increment(ref copies);
        return ref copies;
    }

    /// <summary>The copy has ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Leave(ref int copies) => Interlocked.Decrement(ref copies);

    /// <summary>Waits until every copy that was under way has ended.</summary>
    internal static void Drain()
    {
        lock (s_drain)
        {
            int old = s_side;
            Interlocked.Exchange(ref s_side, (Stripes * Apart) - old);
            for (int stripe = 0; stripe < Stripes; stripe++)
            {
                SpinWait spin = default;
                while (Volatile.Read(ref s_copies[old + (stripe * Apart)]) != 0)
                    spin.SpinOnce(sleep1Threshold: -1);
            }
        }
    }
}
