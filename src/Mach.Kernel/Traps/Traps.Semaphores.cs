namespace Mach.Kernel;

/// <summary>Operations on semaphores: by name, and by trap only (R-TIM-20).</summary>
internal sealed partial class Traps
{
    public override kern_return_t semaphore_signal_trap(KThread thread, uint signal_name)
    {
        var code = FindSemaphore(thread, signal_name, out var semaphore);
        if (code != KERN_SUCCESS)
            return code;
        var after = new Aftermath(kernel);
        code = semaphore.Signal(ref after);
        after.Run();
        return code;
    }

    public override kern_return_t semaphore_signal_all_trap(KThread thread, uint signal_name)
    {
        var code = FindSemaphore(thread, signal_name, out var semaphore);
        if (code != KERN_SUCCESS)
            return code;
        var after = new Aftermath(kernel);
        code = semaphore.SignalAll(ref after);
        after.Run();
        return code;
    }

    public override kern_return_t semaphore_signal_thread_trap(KThread thread, uint signal_name, uint thread_name)
    {
        KThread? chosen = null;
        if (thread_name != MACH_PORT_NULL)
        {
            if (thread.Space.SendTarget(thread_name)?.KernelObject is not ThreadView { Flavour: Flavour.Control } view)
                return KERN_INVALID_ARGUMENT;
            chosen = view.Thread;
        }
        var code = FindSemaphore(thread, signal_name, out var semaphore);
        if (code != KERN_SUCCESS)
            return code;
        var after = new Aftermath(kernel);
        code = semaphore.SignalThread(chosen, ref after);
        after.Run();
        return code;
    }

    public override TrapStatus semaphore_wait_trap(KThread thread, ref TrapFrame frame, uint wait_name) =>
        Await(thread, ref frame, wait_name, null, Limit.None);

    public override TrapStatus semaphore_wait_signal_trap(KThread thread, ref TrapFrame frame, uint wait_name, uint signal_name) =>
        Await(thread, ref frame, wait_name, signal_name, Limit.None);

    public override TrapStatus semaphore_timedwait_trap(KThread thread, ref TrapFrame frame, uint wait_name, uint sec, int nsec) =>
        Await(thread, ref frame, wait_name, null, new Limit(sec, nsec));

    public override TrapStatus semaphore_timedwait_signal_trap(
        KThread thread, ref TrapFrame frame, uint wait_name, uint signal_name, uint sec, int nsec) =>
        Await(thread, ref frame, wait_name, signal_name, new Limit(sec, nsec));

    /// <summary>How long a wait may last.</summary>
    private readonly record struct Limit(bool IsSet, uint Seconds, int Nanoseconds)
    {
        internal Limit(uint seconds, int nanoseconds)
            : this(true, seconds, nanoseconds)
        {
        }

        internal static Limit None => default;

        internal bool IsBad => IsSet && (uint)Nanoseconds >= MachTime.PerSecond;

        /// <summary>It looks and does not wait.</summary>
        internal bool Polls => IsSet && Seconds == 0 && Nanoseconds == 0;

        internal ulong Length => (Seconds * MachTime.PerSecond) + (ulong)(uint)Nanoseconds;
    }

    /// <summary>
    /// The wait side acts first, the signal is given in any case, and then the thread sleeps if it must (R-TIM-19): it is on the list by
    /// then, so no signal that this one brings about is lost.
    /// </summary>
    private TrapStatus Await(KThread thread, ref TrapFrame frame, uint waitName, uint? signalName, Limit limit)
    {
        if (limit.IsBad)
            return Done(ref frame, KERN_INVALID_VALUE);
        KSemaphore? signalled = null;
        var code = signalName is { } name ? FindSemaphore(thread, name, out signalled) : KERN_SUCCESS;
        if (code != KERN_SUCCESS)
            return Done(ref frame, code);
        code = FindSemaphore(thread, waitName, out var awaited);
        if (code != KERN_SUCCESS)
            return Done(ref frame, code);
        if (signalled is { HasEnded: true })
            return Done(ref frame, KERN_TERMINATED);
        thread.ContinueWith(Continuation.ReturnCode, frame);
        var status = awaited.Take(thread, limit.Polls, limit.IsSet, out code, out var serial);
        if (status == TrapStatus.Blocked && limit.IsSet)
            kernel.Timers.Add(thread, serial, kernel.Time.After(limit.Length));
        if (signalled is not null)
            Signal(signalled);
        return status == TrapStatus.Blocked ? status : Done(ref frame, code);
    }

    private void Signal(KSemaphore semaphore)
    {
        var after = new Aftermath(kernel);
        semaphore.Signal(ref after);
        after.Run();
    }

    /// <summary>The semaphore that a name denotes (R-SEMA-2).</summary>
    private static kern_return_t FindSemaphore(KThread thread, uint name, out KSemaphore semaphore)
    {
        var code = thread.Space.FindObject(name, out var served);
        semaphore = (served as KSemaphore)!;
        return code == KERN_SUCCESS && semaphore is null ? KERN_INVALID_CAPABILITY : code;
    }
}
