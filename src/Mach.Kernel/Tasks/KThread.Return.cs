namespace Mach.Kernel;

/// <summary>A thread began to be held, or ceased to be; whoever found out settles it when no lock is held.</summary>
internal readonly record struct Turn(KThread Thread, bool Held, bool Wakes)
{
    /// <summary>The CPU is told, and a trap whose results had to wait goes on. Stops are counted: two turns may arrive in any order.</summary>
    internal void Settle(ref Aftermath after)
    {
        if (Held)
            Thread.User.Cpu?.Stop();
        else
            Thread.User.Cpu?.Go();
        if (Wakes)
            after.Wake(Thread);
    }
}

/// <summary>The way back to the program: where a suspended thread stops, and where it meets what waits for it.</summary>
internal sealed partial class KThread
{
    private const int Held = 1, Guarded = 2, Over = 4;

    private int _pending;              // interlocked: what is in the way back
    private bool _held;                // the task's gate; K3
    private TrapFrame _parked;         // the task's gate; results of a trap that returns when nothing holds the thread any more
    private bool _isParked;            // the task's gate
    private bool _returns;             // from being unparked until it goes on

    internal int SuspendCount;         // the task's gate

    /// <summary>Something is in the way back to the program.</summary>
    internal bool IsDetained => Volatile.Read(ref _pending) != 0;

    /// <summary>It will never run its program again.</summary>
    internal bool IsEnded => (Volatile.Read(ref _pending) & Over) != 0;

    public bool IsAlive => !IsEnded;

    /// <summary>It stands: no CPU runs its program.</summary>
    internal bool Stands => _held && (_isParked || User.Cpu is not null);

    /// <summary>Works out whether the thread is held, and says if that has changed. The task's gate held.</summary>
    internal bool Reckon(bool taskHolds, out Turn turn)
    {
        var held = (taskHolds || SuspendCount > 0) && !IsEnded;
        turn = new Turn(this, held, !held && _isParked);
        if (held == _held)
            return false;
        _held = held;
        if (held)
        {
            Interlocked.Or(ref _pending, Held);
            return true;
        }
        Interlocked.And(ref _pending, ~Held);
        IsUnstarted = false;
        _returns |= _isParked;
        _isParked = false;
        return true;
    }

    /// <summary>The thread will not run its program any more. The task's gate held.</summary>
    /// <returns>False when it had ended before.</returns>
    internal bool BeginEnd(out Turn turn)
    {
        var first = (Interlocked.Or(ref _pending, Over) & Over) == 0;
        if (!Reckon(taskHolds: false, out turn))
            turn = default;
        return first;
    }

    /// <summary>The trap has ended with these results: the thread goes back to its program, now or when it may.</summary>
    internal void Return(ref TrapFrame frame, ref Aftermath after)
    {
        if (!IsDetained || Detain(ref frame, ref after) == TrapStatus.Done)
            User.Complete(ref frame);
    }

    /// <summary>Blocked when the thread may not go back yet; it goes on by itself.</summary>
    internal TrapStatus Detain(ref TrapFrame frame, ref Aftermath after) =>
        RaiseGuarded(ref frame, ref after) == TrapStatus.Blocked ? TrapStatus.Blocked : Task.Park(this, frame);

    /// <summary>The results wait if the thread is held. The task's gate held.</summary>
    internal TrapStatus Park(in TrapFrame frame)
    {
        if (IsEnded)
            return User.Cpu is null ? TrapStatus.Done : TrapStatus.Blocked;     // nobody waits for what an ended CPU's trap has to say
        if (!_held)
            return TrapStatus.Done;
        _parked = frame;
        _isParked = true;
        return TrapStatus.Blocked;
    }

    private void ReturnParked(ref Aftermath after)
    {
        _returns = false;
        var frame = _parked;
        Return(ref frame, ref after);
    }
}
