namespace Mach;

/// <summary>An OS thread and the Mach threads that it plays: one for each task in whose name it makes traps.</summary>
/// <remarks>
/// C1 Only the OS thread itself touches its carrier, but for <see cref="DetachAll"/> after its death.
/// C2 <see cref="Entered"/> follows the execution context: it is the task whose scope the running code is in.
/// </remarks>
internal sealed class Carrier
{
    private static readonly AsyncLocal<MachTask?> s_entered = new(static change => Current.Entered = change.CurrentValue);

    [ThreadStatic]
    private static Carrier? t_current;

    [ThreadStatic]
    private static Farewell? t_farewell;

    private MachThread? _last;
    private MachThread? _lastButOne;
    private readonly List<MachThread> _threads = [];
    private Resumption? _toResume;
    private int _depth;
    private bool _inKernel;      // in a trap, and not in what one resumed

    /// <summary>The carrier of the running OS thread.</summary>
    internal static Carrier Current => t_current ?? Begin();

    /// <summary>True on the OS thread that this is the carrier of.</summary>
    internal bool IsCurrent => ReferenceEquals(t_current, this);

    /// <summary>The task whose scope the running code is in; null outside of every scope.</summary>
    internal MachTask? Entered { get; private set; }

    /// <summary>The first address above this OS thread's stack; 0 when unknown.</summary>
    internal nuint StackTop { get; } = ThreadStack.FindTop();

    /// <summary>Makes <paramref name="task"/> the one whose scope the running code is in, here and wherever its asynchronous flow goes.</summary>
    internal static void Enter(MachTask? task) => s_entered.Value = task;

    /// <summary>This OS thread as a thread of <paramref name="task"/>; attached at first use.</summary>
    internal MachThread ThreadOf(MachTask task)
    {
        if (_last is { } last && ReferenceEquals(last.Task, task))
            return last;
        if (_lastButOne is { } other && ReferenceEquals(other.Task, task))
        {
            _lastButOne = _last;
            _last = other;
            return other;
        }

        return FindOrAttach(task);
    }

    /// <summary>This OS thread as a thread of <paramref name="task"/>, if it acted for it lately.</summary>
    internal MachThread? Find(MachTask task)
    {
        if (_last is { } last && ReferenceEquals(last.Task, task))
            return last;
        return _lastButOne is { } other && ReferenceEquals(other.Task, task) ? other : null;
    }

    /// <summary>A continuation is to run on this OS thread as soon as its trap has returned.</summary>
    /// <returns>
    /// False when this OS thread is not in a trap, is too deep in continuations already, or has one to run: two of them
    /// must not wait for each other.
    /// </returns>
    internal bool TryResumeHere(Resumption resumption)
    {
        if (!_inKernel || _depth > MostDepth || _toResume is not null)
            return false;
        _toResume = resumption;
        return true;
    }

    /// <summary>A trap begins on this OS thread.</summary>
    internal void BeginTrap()
    {
        _depth++;
        _inKernel = true;
    }

    /// <summary>The trap has left the kernel: runs what it resumed.</summary>
    internal void EndTrap()
    {
        _inKernel = false;
        if (_toResume is { } resumption)
        {
            _toResume = null;
            resumption.Resume();
        }

        _depth--;
    }

    /// <summary>The trap ended with an exception: a kernel that broke, which resumes nobody.</summary>
    internal void AbandonTrap()
    {
        _inKernel = false;
        _depth--;
    }

    // Each level is a trap, a continuation that it resumed, and that continuation's trap.
    private const int MostDepth = 24;

    private static Carrier Begin()
    {
        var carrier = new Carrier();
        t_current = carrier;
        t_farewell = new Farewell(carrier);
        _ = t_farewell;
        return carrier;
    }

    private MachThread FindOrAttach(MachTask task)
    {
        MachThread? found = null;
        foreach (MachThread thread in _threads)
        {
            if (ReferenceEquals(thread.Task, task))
                found = thread;
        }

        if (found is null)
        {
            _ = _threads.RemoveAll(static thread =>
            {
                if (thread.Task.IsAlive)
                    return false;
                thread.End();
                return true;
            });
            found = new MachThread(task, this);
            task.Attach(found);
            _threads.Add(found);
        }

        _lastButOne = _last is { Task.IsAlive: true } ? _last : null;
        _last = found;
        return found;
    }

    private void DetachAll()
    {
        foreach (MachThread thread in _threads)
            thread.End();
        _threads.Clear();
    }

    /// <summary>Held by the OS thread alone, so that its finalizer tells of the thread's end.</summary>
    private sealed class Farewell(Carrier carrier)
    {
        private readonly Carrier _carrier = carrier;

#pragma warning disable MA0055 // There is no other sign that an OS thread has ended.
        ~Farewell() => _carrier.DetachAll();
#pragma warning restore MA0055
    }
}
