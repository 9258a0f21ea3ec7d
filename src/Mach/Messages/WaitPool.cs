namespace Mach;

/// <summary>Idle waits of a task, ready to be used again. Once it is closed they are detached from the task instead.</summary>
/// <remarks>The one used last is at hand without the lock: a loop that awaits one thing after the other needs no more than that.</remarks>
internal sealed class WaitPool<T>(MachTask task, Func<T> make)
    where T : Resumption
{
    private readonly MachTask _task = task;
    private readonly Func<T> _make = make;
    private readonly Lock _gate = new();
    private readonly Stack<T> _idle = new();   // _gate
    private T? _last;                          // changed atomically
    private volatile bool _closed;             // written under _gate

    internal T Rent()
    {
        if (_last is not null && Interlocked.Exchange(ref _last, null) is { } last)
            return last;
        lock (_gate)
        {
            if (_idle.TryPop(out T? wait))
                return wait;
        }

        return _make();
    }

    internal void Return(T wait)
    {
        if (_last is null && Interlocked.CompareExchange(ref _last, wait, null) is null)
        {
            // Either the end finds it, or it finds the end.
            if (!_closed || Interlocked.Exchange(ref _last, null) is not { } left)
                return;
            wait = left;
        }

        lock (_gate)
        {
            if (!_closed)
            {
                _idle.Push(wait);
                return;
            }
        }

        _task.Detach(wait);
    }

    /// <summary>The task has ended.</summary>
    internal void Close()
    {
        lock (_gate)
            _closed = true;
        if (Interlocked.Exchange(ref _last, null) is { } last)
            _task.Detach(last);
        foreach (T wait in _idle)
            _task.Detach(wait);
        _idle.Clear();
    }
}
