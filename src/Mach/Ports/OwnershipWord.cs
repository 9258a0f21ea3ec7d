namespace Mach;

/// <summary>Whether something is still owned, and how many have borrowed it: one word, changed atomically.</summary>
/// <remarks>
/// O1 It leaves its owner once: by a move or by release, never twice, never both.
/// O2 A move needs that nobody borrows. A release that was asked for during borrows is done by the last of them.
/// O3 A move that fails is undone; a release that was asked for meanwhile then falls to the mover.
/// </remarks>
internal struct OwnershipWord
{
    private const long Gone = 1;       // moved, being moved, or released
    private const long Dying = 2;      // release was asked for and could not be done at once
    private const long OneBorrow = 4;
    private const long OneWait = 1L << 32;

    private long _word;

    /// <summary>True while it is owned and nobody asked for its release.</summary>
    internal readonly bool IsHeld => (Volatile.Read(in _word) & (Gone | Dying)) == 0;

    /// <summary>True while somebody waits with it: a borrow of unknown length.</summary>
    internal readonly bool HasWaiters => Volatile.Read(in _word) >= OneWait;

    /// <summary>Lends it. False when it is gone.</summary>
    internal bool TryBorrow() => TryAdd(OneBorrow);

    /// <summary>Lends it to someone who waits. False when it is gone.</summary>
    internal bool TryBeginWait() => TryAdd(OneWait);

    /// <summary>Ends a borrow. True when the release falls to the caller.</summary>
    internal bool Return() => Subtract(OneBorrow);

    /// <summary>Ends a wait. True when the release falls to the caller.</summary>
    internal bool EndWait() => Subtract(OneWait);

    /// <summary>Begins a move. False when it is gone or lent.</summary>
    internal bool TryBeginMove() => Interlocked.CompareExchange(ref _word, Gone, 0) == 0;

    /// <summary>The move did not happen. True when the release falls to the caller.</summary>
    internal bool UndoMove() => Interlocked.CompareExchange(ref _word, 0, Gone) != Gone;

    /// <summary>Asks for the release. True when it falls to the caller, now.</summary>
    internal bool TryRelease()
    {
        long seen = Volatile.Read(ref _word);
        while ((seen & Dying) == 0)
        {
            long before = Interlocked.CompareExchange(ref _word, seen == 0 ? Gone : seen | Dying, seen);
            if (before == seen)
                return seen == 0;
            seen = before;
        }

        return false;
    }

    /// <summary>Asks for the release when nobody can use it any more: loans that were never ended do not count. True when it falls to the caller.</summary>
    internal bool TryReleaseForgotten()
    {
        long seen = Volatile.Read(ref _word);
        while ((seen & Gone) == 0)
        {
            long before = Interlocked.CompareExchange(ref _word, seen | Gone | Dying, seen);
            if (before == seen)
                return true;
            seen = before;
        }

        return false;
    }

    private bool TryAdd(long amount)
    {
        long seen = Volatile.Read(ref _word);
        while ((seen & (Gone | Dying)) == 0)
        {
            long before = Interlocked.CompareExchange(ref _word, seen + amount, seen);
            if (before == seen)
                return true;
            seen = before;
        }

        return false;
    }

    private bool Subtract(long amount) =>
        Interlocked.Add(ref _word, -amount) == Dying && Interlocked.CompareExchange(ref _word, Gone, Dying) == Dying;
}
