using System.Runtime.CompilerServices;

namespace Mach.Kernel;

/// <summary>The one order in which the kernel's locks may nest: a lock may be taken only above those already held.</summary>
internal enum LockRank : byte
{
    Space = 1,
    Transit = 2,
    Port = 3,
    Set = 4,
    Wait = 5,
    Leaf = 6,
}

/// <summary>
/// A short-held lock of one word. Debug builds check the order of ranks at every entry; two locks of
/// one rank are never held together.
/// </summary>
internal struct RankedLock
{
    private int _held;
    private readonly LockRank _rank;

    internal RankedLock(LockRank rank) => _rank = rank;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        CheckOrder();
        if (Interlocked.CompareExchange(ref _held, 1, 0) != 0)
            EnterContended();
        Note();
    }

    /// <summary>
    /// As <see cref="Enter"/>, while others of the same rank are held: for a <see cref="KernelCut"/> alone, which takes each rank whole
    /// before the next.
    /// </summary>
    internal void EnterBesideItsRank()
    {
        CheckOrder(beside: 1);
        if (Interlocked.CompareExchange(ref _held, 1, 0) != 0)
            EnterContended();
        Note();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit()
    {
        Forget();
        Volatile.Write(ref _held, 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterContended()
    {
        var spin = default(SpinWait);
        do
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
        while (Volatile.Read(ref _held) != 0 || Interlocked.CompareExchange(ref _held, 1, 0) != 0);
    }

#if DEBUG
    // A set of ranks as bits: what this OS thread holds. Checking only; no decision depends on it.
    [ThreadStatic]
    private static int s_ranks;

    private readonly void CheckOrder(int beside = 0)
    {
        if (s_ranks >> ((int)_rank + beside) != 0)
            throw new KernelPanicException($"lock order: {_rank} was asked for while ranks 0b{Convert.ToString(s_ranks, 2)} were held");
    }

    private readonly void Note() => s_ranks |= 1 << (int)_rank;

    private readonly void Forget() => s_ranks &= ~(1 << (int)_rank);

    internal static void CheckNoneHeld()
    {
        if (s_ranks != 0)
            throw new KernelPanicException($"ranks 0b{Convert.ToString(s_ranks, 2)} are held where no lock may be");
    }
#else
    private static void CheckOrder(int beside = 0)
    {
    }

    private static void Note()
    {
    }

    private static void Forget()
    {
    }

    internal static void CheckNoneHeld()
    {
    }
#endif
}
