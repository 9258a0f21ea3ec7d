namespace Mach;

/// <summary>Idle waits of a task, ready to be used again. Once it is closed they are detached from the task instead.</summary>
internal sealed class WaitPool<T>(MachTask task, Func<T> make)
    where T : Resumption
{
    private readonly MachTask _task = task;
    private readonly Func<T> _make = make;
    private readonly Lock _gate = new();
    private readonly Stack<T> _idle = new();   // _gate
    private bool _closed;                      // _gate

    internal T Rent()
    {
        lock (_gate)
        {
            if (_idle.TryPop(out T? wait))
                return wait;
        }

        return _make();
    }

    internal void Return(T wait)
    {
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
        foreach (T wait in _idle)
            _task.Detach(wait);
        _idle.Clear();
    }
}
