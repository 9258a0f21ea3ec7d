namespace Mach;

/// <summary>A counting semaphore in the kernel: threads of all tasks that have a right to it wait for it and signal it.</summary>
/// <remarks>Whoever made it ends it by disposing it: waiters everywhere are told by <c>KERN_TERMINATED</c>.</remarks>
public sealed class MachSemaphore : IDisposable
{
    private readonly bool _owned;
    private int _disposed;

    private MachSemaphore(SendRight right, bool owned) => (Right, _owned) = (right, owned);

    /// <summary>The right to it, to copy into messages for other tasks. It stays the semaphore's.</summary>
    public SendRight Right { get; }

    /// <summary>Makes a semaphore.</summary>
    /// <param name="count">How many waits go through before one has to wait; not negative.</param>
    /// <param name="task">Whose it is; null for the current task.</param>
    /// <param name="lastComesFirst">The last to wait is the first to be woken.</param>
    /// <exception cref="MachException">The kernel refused.</exception>
    public static MachSemaphore Create(int count = 0, MachTask? task = null, bool lastComesFirst = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        task ??= MachTask.Current;
        ObjectDisposedException.ThrowIf(!task.IsAlive, task);
        int policy = lastComesFirst ? SYNC_POLICY_LIFO : SYNC_POLICY_FIFO;
        kern_return_t code = new MachTaskClient(task.CurrentThread)
            .semaphore_create(task.SelfName, out mach_port_name_t name, policy, count);
        MachException.ThrowIfFailed(code, "semaphore_create");
        return new MachSemaphore(SendRight.FromRawMachPort(new RawMachPort(name), task), owned: true);
    }

    /// <summary>A semaphore of somebody else, by a right to it that has arrived.</summary>
    /// <param name="right">From now on the semaphore's; disposing that releases it and ends nothing.</param>
    public static MachSemaphore From(SendRight right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return new MachSemaphore(right, owned: false);
    }

    /// <summary>Wakes one waiter, or lets the next wait through.</summary>
    /// <exception cref="MachException">It has ended: <c>KERN_TERMINATED</c>.</exception>
    public void Signal()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = new MachTrapClient(Right.Task.CurrentThread).semaphore_signal_trap(name);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "semaphore_signal", name);
    }

    /// <summary>Wakes everybody who waits now.</summary>
    /// <exception cref="MachException">It has ended: <c>KERN_TERMINATED</c>.</exception>
    public void SignalAll()
    {
        mach_port_name_t name = Right.BorrowName();
        kern_return_t code = new MachTrapClient(Right.Task.CurrentThread).semaphore_signal_all_trap(name);
        Right.ReturnName();
        MachException.ThrowIfFailed(code, "semaphore_signal_all", name);
    }

    /// <summary>Waits until it is signalled.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <returns>False when it was not signalled in time.</returns>
    /// <exception cref="MachException">It has ended (<c>KERN_TERMINATED</c>), or the thread was interrupted (<c>KERN_ABORTED</c>).</exception>
    public bool Wait(MachTimeout timeout)
    {
        mach_port_name_t name = Right.BorrowName();
        TrapFrame frame;
        try
        {
            frame = WaitFrame(name, timeout);
            Right.Task.CurrentThread.Call(ref frame);
        }
        finally
        {
            Right.ReturnName();
        }

        return Judge(frame.Code, name);
    }

    /// <summary>Awaits that it is signalled; no OS thread sleeps.</summary>
    /// <param name="timeout">For how long to wait.</param>
    /// <param name="cancellation">Ends the wait. A signal that was taken is never lost by it: it is the result all the same.</param>
    /// <returns>False when it was not signalled in time.</returns>
    /// <exception cref="MachException">It has ended: <c>KERN_TERMINATED</c>.</exception>
    public async ValueTask<bool> WaitAsync(MachTimeout timeout, CancellationToken cancellation = default)
    {
        mach_port_name_t name = Right.BorrowName();
        try
        {
            return Judge(await CodeWait.Start(Right.Task, WaitFrame(name, timeout), cancellation).ConfigureAwait(false), name);
        }
        finally
        {
            Right.ReturnName();
        }
    }

    /// <summary>Signals another semaphore and waits for this one, in one trap: whoever is woken by the signal finds this wait begun.</summary>
    /// <param name="other">A semaphore of the same task.</param>
    /// <param name="timeout">For how long to wait.</param>
    /// <returns>False when this one was not signalled in time.</returns>
    /// <exception cref="MachException">One of them has ended (<c>KERN_TERMINATED</c>), or the thread was interrupted (<c>KERN_ABORTED</c>).</exception>
    public bool SignalAndWait(MachSemaphore other, MachTimeout timeout)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.Right.RequireTask(Right.Task);
        mach_port_name_t name = Right.BorrowName();
        TrapFrame frame;
        try
        {
            mach_port_name_t signalled = other.Right.BorrowName();
            frame = WaitFrame(name, timeout, signalled);
            Right.Task.CurrentThread.Call(ref frame);
            other.Right.ReturnName();
        }
        finally
        {
            Right.ReturnName();
        }

        return Judge(frame.Code, name);
    }

    /// <summary>Releases the right; whoever made the semaphore ends it, which wakes everybody who waits for it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        if (_owned && Right.Task.IsAlive && Right.IsHeld)
        {
            mach_port_name_t name = Right.BorrowName();
            MachThread thread = Right.Task.CurrentThread;
            // The call consumes a reference to the right, and the object keeps its own until its last borrow ends.
            if (new PortCalls(thread).ModRefs(name, MACH_PORT_RIGHT_SEND, 1) == KERN_SUCCESS)
                _ = new MachTaskClient(thread).semaphore_destroy(Right.Task.SelfName, name);
            Right.ReturnName();
        }

        Right.Dispose();
    }

    private static TrapFrame WaitFrame(mach_port_name_t name, MachTimeout timeout)
    {
        if (timeout.Option(1) == 0)
            return new TrapFrame(MachTrapNumbers.semaphore_wait_trap) { A0 = name };
        (uint seconds, uint nanoseconds) = Split(timeout);
        return new TrapFrame(MachTrapNumbers.semaphore_timedwait_trap) { A0 = name, A1 = seconds, A2 = nanoseconds };
    }

    private static TrapFrame WaitFrame(mach_port_name_t name, MachTimeout timeout, mach_port_name_t signalled)
    {
        if (timeout.Option(1) == 0)
            return new TrapFrame(MachTrapNumbers.semaphore_wait_signal_trap) { A0 = name, A1 = signalled };
        (uint seconds, uint nanoseconds) = Split(timeout);
        return new TrapFrame(MachTrapNumbers.semaphore_timedwait_signal_trap) { A0 = name, A1 = signalled, A2 = seconds, A3 = nanoseconds };
    }

    private static (uint Seconds, uint Nanoseconds) Split(MachTimeout timeout) =>
        (timeout.Milliseconds / 1000, timeout.Milliseconds % 1000 * (uint)NSEC_PER_MSEC);

    private static bool Judge(kern_return_t code, mach_port_name_t name)
    {
        if (code == KERN_OPERATION_TIMED_OUT)
            return false;
        MachException.ThrowIfFailed(code, "semaphore_wait", name);
        return true;
    }
}
