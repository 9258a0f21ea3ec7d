namespace Mach.Kernel;

/// <summary>A task: a space of names, memory, threads, and the ports by which others know it.</summary>
/// <remarks>
/// K1 The control, read, inspect and name ports live as long as the task; they die after its own receive rights.
/// K2 Each stored special or registered port counts as a send right.
/// </remarks>
internal sealed partial class KTask : KernelTask
{
    private RankedLock _gate = new(LockRank.Space);      // never held together with a space's
    private readonly List<KThread> _threads = [];        // _gate
    private bool _alive = true;                          // _gate

    internal readonly ManagedKernel Kernel;
    internal readonly KSpace Space;
    internal readonly SenderTokens Tokens;
    internal readonly bool IsSomebody;      // whoever made it, or one of its parents, said who it is
    internal readonly KPort Control, Read, Inspect, NamePort;

    internal KTask(ManagedKernel kernel, TaskBirth birth, TaskIdentity identity)
    {
        Kernel = kernel;
        Name = birth.Name;
        Map = new KMap(kernel, birth.Memory);
        IsSomebody = birth.Identity is not null || birth.Parent is KTask { IsSomebody: true };
        Tokens = new SenderTokens(identity);
        Space = new KSpace(this, kernel.Options.NamesPerSpace);
        Control = kernel.NewKernelPort(new TaskView(this, Flavour.Control));
        Read = kernel.NewKernelPort(new TaskView(this, Flavour.Read));
        Inspect = kernel.NewKernelPort(new TaskView(this, Flavour.Inspect));
        NamePort = kernel.NewKernelPort(new TaskView(this, Flavour.Name));
        Read.Flags |= PortFlags.ImmovableSend;
        Inspect.Flags |= PortFlags.ImmovableSend;
        if (kernel.Options.Policy.ImmovableControlPorts)
            Control.Flags |= PortFlags.Pinned;
    }

    public override string Name { get; }

    public override int ProcessId => Tokens.Identity.ProcessId;

    public override bool IsAlive => Volatile.Read(ref _alive);

    public override ulong MappedBytes => Map.Totals.Bytes;

    /// <summary>Its memory.</summary>
    internal KMap Map { get; }

    /// <summary>The first task of a kernel brokers services.</summary>
    internal bool IsBroker => ProcessId == 1;

    internal bool Hardened => Kernel.Options.Policy.HardenedTasks;

    internal KPort PortOf(Flavour flavour) => flavour switch
    {
        Flavour.Control => Control,
        Flavour.Read => Read,
        Flavour.Inspect => Inspect,
        _ => NamePort,
    };

    internal bool TryAdd(KThread thread)
    {
        _gate.Enter();
        var alive = _alive;
        if (alive)
            _threads.Add(thread);
        _gate.Exit();
        return alive;
    }

    internal void Remove(KThread thread)
    {
        _gate.Enter();
        _threads.Remove(thread);
        _gate.Exit();
    }

    internal KThread[] Threads()
    {
        _gate.Enter();
        KThread[] threads = [.. _threads];
        _gate.Exit();
        return threads;
    }

    /// <summary>The threads, which stay what they are until <see cref="LetThreadsGo"/>: for a cut of the kernel.</summary>
    internal KThread[] HoldThreads()
    {
        _gate.EnterBesideItsRank();
        return [.. _threads];
    }

    internal void LetThreadsGo() => _gate.Exit();

    /// <summary>The task ends (R-DIE-5, R-TASK-12): its space first, the ports that name it last.</summary>
    internal void Terminate(ref Aftermath after)
    {
        _gate.Enter();
        var first = _alive;
        _alive = false;
        _gate.Exit();
        if (!first)
            return;
        // Pairs with KThread.BeginWait.
        Interlocked.MemoryBarrierProcessWide();
        foreach (var thread in Threads())
            thread.Interrupt(ref after);
        EndSemaphores(ref after);
        Space.Destroy(ref after);
        after.Run();
        ReleaseSpecialPorts(ref after);
        Map.Destroy();
        foreach (var thread in Threads())
            thread.End(ref after);
        foreach (var port in (ReadOnlySpan<KPort>)[Control, Read, Inspect, NamePort])
        {
            port.Gate.Enter();
            port.Die(ref after);
            port.Gate.Exit();
        }
        Kernel.Forget(this);
    }
}
