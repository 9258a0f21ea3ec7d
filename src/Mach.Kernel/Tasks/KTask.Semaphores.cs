namespace Mach.Kernel;

internal sealed partial class KTask
{
    private const int Prepost = 4;            // accepted; not in the public header
    private const int KnownPolicies = SYNC_POLICY_REVERSED | Prepost;

    private RankedLock _owning = new(LockRank.Leaf);
    private readonly HashSet<KSemaphore> _semaphores = [];      // _owning; those that have not ended

    /// <summary>A new semaphore of this task, by a send right to its port (R-SEMA-1, R-TIM-17).</summary>
    internal kern_return_t CreateSemaphore(int policy, int value, out KPort? port)
    {
        port = null;
        if ((policy & ~KnownPolicies) != 0 || value < 0)
            return KERN_INVALID_ARGUMENT;
        var semaphore = new KSemaphore(this, (policy & SYNC_POLICY_REVERSED) != 0, value);
        _owning.Enter();
        var alive = IsAlive;
        if (alive)
            _semaphores.Add(semaphore);
        _owning.Exit();
        if (!alive)
            return KERN_INVALID_TASK;
        semaphore.Port = port = Kernel.NewKernelPort(semaphore);
        port.TryMakeSend();
        return KERN_SUCCESS;
    }

    internal void Disown(KSemaphore semaphore)
    {
        _owning.Enter();
        _semaphores.Remove(semaphore);
        _owning.Exit();
    }

    private void EndSemaphores(ref Aftermath after)
    {
        _owning.Enter();
        KSemaphore[] left = [.. _semaphores];
        _owning.Exit();
        foreach (var semaphore in left)
            semaphore.End(ref after);
    }
}
