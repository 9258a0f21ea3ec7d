namespace Mach;

/// <summary>An awaited trap of which nothing comes but a code: a wait for a semaphore or for a time.</summary>
internal sealed class CodeWait(MachTask task) : TrapWait<kern_return_t>(task)
{
    private TrapFrame _again;      // the trap as it was made
    private kern_return_t _code;

    /// <summary>Starts the trap.</summary>
    internal static ValueTask<kern_return_t> Start(MachTask task, TrapFrame frame, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return ValueTask.FromCanceled<kern_return_t>(cancellation);
        CodeWait wait = task.Waits.Rent();
        wait._again = frame;
        return wait.Start(ref frame, resumeHere: false, cancellation);
    }

    private protected override bool NeedsAnother(kern_return_t code, ref TrapFrame next)
    {
        _code = code;
        if (!IsStrayInterrupt(code))
            return false;
        next = _again;
        return true;
    }

    private protected override kern_return_t Finish()
    {
        ThrowIfCancelled(_code);
        return _code;
    }

    private protected override void Reset() => Task.Waits.Return(this);
}
