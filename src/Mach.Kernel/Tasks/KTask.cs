namespace Mach.Kernel;

/// <summary>A task: a space of names, memory, threads, and the ports by which others know it.</summary>
/// <remarks>
/// K1 The control and name ports live as long as the task, the read and inspect ports while there are rights to them; all die after the task's own receive rights.
/// K2 Each stored special, registered or exception port counts as a send right.
/// K3 A thread is held while the task or the thread itself is suspended; a CPU has one stop of the kernel's while its thread is held.
/// K4 Of the holds, as many as `_rightHolds` live only as long as there are send rights to the resume port.
/// </remarks>
internal sealed partial class KTask : KernelTask, IViewed
{
    private RankedLock _gate = new(LockRank.Space);      // never held together with a space's
    private readonly List<KThread> _threads = [];        // _gate; in the order of their creation
    private readonly Func<TrapThread>? _newThread;
    private bool _alive = true;                          // _gate
    private KPort? _control, _name, _read, _inspect;     // interlocked; made when first asked for, but for the control port

    internal readonly ManagedKernel Kernel;
    internal readonly KSpace Space;
    internal readonly SenderTokens Tokens;
    internal readonly bool IsSomebody;      // whoever made it, or one of its parents, said who it is
    internal readonly ulong Serial;                      // unique for ever
    internal readonly TaskPolicies Policies = new();
    internal readonly ExceptionActions Exceptions = new(always: true);
    internal readonly TaskDebugState DebugState;

    internal KTask(ManagedKernel kernel, TaskBirth birth, TaskIdentity identity)
    {
        Kernel = kernel;
        Name = birth.Name;
        Map = new KMap(kernel, birth.Memory);
        IsSomebody = birth.Identity is not null || birth.Parent is KTask { IsSomebody: true };
        _newThread = birth.NewThread;
        Serial = kernel.NextTaskSerial();
        DebugState = new TaskDebugState(this);
        Tokens = new SenderTokens(identity);
        Space = new KSpace(this, kernel.Options.NamesPerSpace);
        _control = kernel.NewKernelPort(new TaskView(this, Flavour.Control));
        if (kernel.Options.Policy.ImmovableControlPorts)
            _control.Flags |= PortFlags.Pinned;
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

    /// <summary>The port that stands for the task where full control is meant.</summary>
    internal KPort Control => _control!;

    ManagedKernel IViewed.Kernel => Kernel;

    KernelObject IViewed.View(Flavour flavour) => new TaskView(this, flavour);

    /// <summary>A send right to one of the ports by which others know the task.</summary>
    internal KPort SendTo(Flavour flavour)
    {
        switch (flavour)
        {
            case Flavour.Control:
                return DemandPort.MakeSend(this, ref _control, flavour);
            case Flavour.Read:
                return DemandPort.MakeSend(this, ref _read, flavour);
            case Flavour.Inspect:
                return DemandPort.MakeSend(this, ref _inspect, flavour);
            default:
                return DemandPort.MakeSend(this, ref _name, flavour);
        }
    }

    /// <summary>A thread joins; it is held from the beginning if the task is.</summary>
    internal bool TryAdd(KThread thread)
    {
        _gate.Enter();
        var alive = _alive;
        var (held, turn) = (false, default(Turn));
        if (alive)
        {
            _threads.Add(thread);
            held = thread.Reckon(_holds > 0, out turn);
        }
        _gate.Exit();
        if (held)
            turn.Thread.User.Cpu?.Stop();
        if (alive && thread.User.Cpu is not null)
            DebugState.ApplyTo(thread);
        return alive;
    }

    internal void Remove(KThread thread)
    {
        var figures = thread.Figures;
        _gate.Enter();
        if (_threads.Remove(thread))
            _ended.Add(figures);
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

    /// <summary>A new thread with a CPU that stands (R-THR-2); null when the task's owner makes none.</summary>
    internal kern_return_t MakeThread(out KThread? thread)
    {
        thread = null;
        if (!IsAlive)
            return KERN_FAILURE;
        if (_newThread is null)
            return KERN_NOT_SUPPORTED;
        var made = new KThread(this, _newThread()) { SuspendCount = 1, IsUnstarted = true };
        if (made.User.Cpu is not { } cpu)
            return KERN_NOT_SUPPORTED;
        if (!TryAdd(made))
        {
            cpu.Halt();
            return KERN_FAILURE;
        }
        made.User.KernelThread = made;
        Kernel.Note(made);
        cpu.Go();       // the stop it was born with; the kernel's own holds it now
        thread = made;
        return KERN_SUCCESS;
    }

    /// <summary>The task ends (R-TSK-9): its threads first, then its space, the ports that name it last.</summary>
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
            thread.End(ref after);
        EndSemaphores(ref after);
        Space.Destroy(ref after);
        after.Run();
        ReleaseSpecialPorts(ref after);
        Map.Destroy();
        Exceptions.Close(ref after);
        foreach (var port in (ReadOnlySpan<KPort?>)[_control, _read, _inspect, _name, _resumePort])
            DemandPort.Kill(port, ref after);
        Kernel.Forget(this);
    }
}
