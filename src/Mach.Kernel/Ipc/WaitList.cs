namespace Mach.Kernel;

/// <summary>Threads that wait on one object, in the order in which they are served. Guarded by that object's gate, as are the links in the threads.</summary>
internal struct WaitList
{
    private KThread? _last;

    internal KThread? First { get; private set; }

    internal readonly IEnumerable<KThread> All() => From(First);

    internal void Append(KThread thread)
    {
        thread.PreviousWaiter = _last;
        thread.NextWaiter = null;
        if (_last is null)
            First = thread;
        else
            _last.NextWaiter = thread;
        _last = thread;
    }

    /// <summary>Puts the thread before the others: last come, first served.</summary>
    internal void Prepend(KThread thread)
    {
        thread.PreviousWaiter = null;
        thread.NextWaiter = First;
        if (First is { } first)
            first.PreviousWaiter = thread;
        else
            _last = thread;
        First = thread;
    }

    /// <summary>Takes the thread off; it then waits on nothing, and whoever called has to wake it.</summary>
    internal void Remove(KThread thread)
    {
        if (thread.PreviousWaiter is { } previous)
            previous.NextWaiter = thread.NextWaiter;
        else
            First = thread.NextWaiter;
        if (thread.NextWaiter is { } next)
            next.PreviousWaiter = thread.PreviousWaiter;
        else
            _last = thread.PreviousWaiter;
        thread.NextWaiter = thread.PreviousWaiter = null;
        thread.EndWait();
    }

    private static IEnumerable<KThread> From(KThread? first)
    {
        for (var thread = first; thread is not null; thread = thread.NextWaiter)
            yield return thread;
    }
}
