namespace Mach.Kernel;

/// <summary>What a thread sleeps on that waits for nothing but time: it is woken when its time is up, which is a success, or aborted.</summary>
internal sealed class TimedSleep(ManagedKernel kernel) : IWaitable
{
    private RankedLock _gate = new(LockRank.Wait);

    /// <summary>Puts the thread to sleep until an absolute time; the continuation ends its trap. No lock held.</summary>
    internal TrapStatus Until(ulong deadline, KThread thread, Continuation continuation, ref TrapFrame frame)
    {
        thread.ContinueWith(continuation, frame);
        _gate.Enter();
        var sleeps = thread.BeginWait(this, timed: true);
        var serial = thread.WaitSerial;
        _gate.Exit();
        if (!sleeps)
        {
            var after = new Aftermath(kernel);
            thread.WaitCode = KERN_ABORTED;
            var status = continuation.GoOn(thread, ref frame, ref after);
            after.Run();
            return status;
        }
        kernel.Timers.Add(thread, serial, deadline);
        return TrapStatus.Blocked;
    }

    public bool TryStop(KThread thread, uint? serial, bool interrupted)
    {
        _gate.Enter();
        var stops = thread.SleepsOn(this, serial);
        if (stops)
        {
            thread.EndWait();
            thread.WaitCode = interrupted ? KERN_ABORTED : KERN_SUCCESS;
        }
        _gate.Exit();
        return stops;
    }
}
