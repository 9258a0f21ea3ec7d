namespace Mach;

/// <summary>Idle waits of a task, ready to be used again.</summary>
internal sealed class WaitPool<T>(Func<T> make)
    where T : Resumption
{
    private readonly Func<T> _make = make;
    private readonly Lock _gate = new();
    private readonly Stack<T> _idle = new();   // _gate

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
            _idle.Push(wait);
    }
}
