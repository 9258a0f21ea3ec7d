using System.Threading.Tasks.Sources;

namespace Mach;

/// <summary>A thread of a task that no OS thread plays: it sleeps in one trap, and what comes of it is awaited.</summary>
/// <typeparam name="T">What comes of it.</typeparam>
/// <remarks>
/// <para>W1 One wait at a time. The object goes back to its pool when the result was fetched, so whoever cancels or completes
/// meets the wait that he means: fetching the result first ends the cancellation's registration.</para>
/// <para>W2 A cancellation interrupts the sleep in the kernel. Whatever had arrived before is the result all the same.</para>
/// <para>W3 The continuation runs on the pool, or at once on the thread whose trap completed this one if the waiter asked for that.</para>
/// </remarks>
internal abstract class TrapWait<T> : Resumption, IValueTaskSource<T>
{
    private readonly IKernel _kernel;
    private ManualResetValueTaskSourceCore<T> _core;
    private CancellationTokenRegistration _registration;
    private CancellationToken _cancellation;
    private kern_return_t _answer;    // of the last trap
    private bool _here;
    private volatile bool _cancelled;

    private protected TrapWait(MachTask task)
    {
        Task = task;
        _kernel = task.System.Kernel;
        task.Attach(this);
    }

    internal MachTask Task { get; }

    public sealed override IUserMemory Memory => Task.Memory;

    public sealed override void Complete(ref TrapFrame frame)
    {
        _answer = frame.Code;
        if (!_here || !Carrier.Current.TryResumeHere(this))
            _ = ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    internal sealed override void Resume()
    {
        if (!Progress())
            return;
        T result;
        try
        {
            result = Finish();
        }
#pragma warning disable CA1031 // Whoever awaits gets it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _core.SetException(failure);
            return;
        }

        _core.SetResult(result);
    }

    public T GetResult(short token)
    {
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            _registration.Dispose();
            _registration = default;
            Recycle();
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    /// <summary>Starts the wait.</summary>
    /// <param name="frame">The trap to make.</param>
    /// <param name="resumeHere">The continuation may run on the thread whose trap completes this one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private protected ValueTask<T> Start(ref TrapFrame frame, bool resumeHere, CancellationToken cancellation)
    {
        _here = resumeHere;
        _cancelled = false;
        _cancellation = cancellation;
        if (Sleeps(ref frame) || !Progress())
        {
            // From here on the wait may end at any moment; but its result is fetched through what is returned here, and not before.
            var later = new ValueTask<T>(this, _core.Version);
            if (cancellation.CanBeCanceled)
                _registration = cancellation.UnsafeRegister(static wait => ((TrapWait<T>)wait!).Cancel(), this);
            return later;
        }

        try
        {
            return new ValueTask<T>(Finish());
        }
#pragma warning disable CA1031 // Whoever awaits gets it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return ValueTask.FromException<T>(failure);
        }
        finally
        {
            Recycle();
        }
    }

    /// <summary>Judges the end of the trap.</summary>
    /// <param name="code">What it answered.</param>
    /// <param name="next">Receives the trap to make next, when another one is needed.</param>
    /// <returns>True when another one is needed.</returns>
    private protected abstract bool NeedsAnother(kern_return_t code, ref TrapFrame next);

    /// <summary>Makes the result of the wait, or throws what it is.</summary>
    private protected abstract T Finish();

    /// <summary>Back to the pool.</summary>
    private protected abstract void Reset();

    /// <summary>True when the code tells of an interruption that nobody asked for: one that was meant for an earlier wait.</summary>
    private protected bool IsStrayInterrupt(kern_return_t code) => code.Base is MACH_RCV_INTERRUPTED or KERN_ABORTED && !_cancelled && Task.IsAlive;

    /// <summary>Throws for a wait that was interrupted because its caller cancelled it.</summary>
    private protected void ThrowIfCancelled(kern_return_t code)
    {
        if (code.Base is MACH_RCV_INTERRUPTED or MACH_SEND_INTERRUPTED or KERN_ABORTED && _cancelled)
            throw new OperationCanceledException(_cancellation);
    }

    private void Recycle()
    {
        _core.Reset();
        _cancellation = default;
        Reset();
    }

    private void Cancel()
    {
        _cancelled = true;
        Task.System.Host.Interrupt(this);
    }

    /// <summary>Goes on after a trap that has ended. True when all is done; false when another trap sleeps.</summary>
    private bool Progress()
    {
        TrapFrame next = default;
        while (NeedsAnother(_answer, ref next))
        {
            if (Sleeps(ref next))
                return false;
        }

        return true;
    }

    // A trap that sleeps may be completed, and another one made, before it returns: it leaves the frame of its caller alone then.
    private bool Sleeps(ref TrapFrame frame)
    {
        Carrier carrier = Carrier.Current;
        carrier.BeginTrap();
        TrapStatus status;
        try
        {
            status = _kernel.Trap(this, ref frame);
        }
        catch
        {
            carrier.AbandonTrap();
            throw;
        }

        if (status == TrapStatus.Done)
        {
            _answer = frame.Code;
            carrier.EndTrap();
            return false;
        }

        // A cancellation that came before the sleep began found nobody to wake.
        if (_cancelled)
            Task.System.Host.Interrupt(this);
        carrier.EndTrap();
        return true;
    }
}
