namespace Mach.Kernel;

internal sealed partial class KTask
{
    private KPort? _token;                    // interlocked; dies with its last right
    private ThreadFigures _ended;             // _gate; of threads that are gone

    /// <summary>A send right to the token that names this incarnation of the task.</summary>
    internal KPort SendToken()
    {
        while (IsAlive)
        {
            var found = Volatile.Read(ref _token);
            if (found is not null && found.TryMakeSend())
                return found;
            var made = Kernel.NewKernelPort(new TaskToken(this));
            made.MakeSend();
            if (ReferenceEquals(Interlocked.CompareExchange(ref _token, made, found), found))
                return made;
            Kernel.NotePortDeath();
        }
        return KPort.Dead;
    }

    /// <summary>What its threads have done: those that are gone, and those that live.</summary>
    internal (ThreadFigures Ended, ThreadFigures Live) Work()
    {
        _gate.Enter();
        var ended = _ended;
        KThread[] threads = [.. _threads];
        _gate.Exit();
        var live = default(ThreadFigures);
        foreach (var thread in threads)
            live.Add(thread.Figures);
        return (ended, live);
    }
}
