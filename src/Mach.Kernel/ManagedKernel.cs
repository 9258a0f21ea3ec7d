namespace Mach.Kernel;

/// <summary>A Mach kernel in managed code. Several can live in one process; they know nothing of each other.</summary>
public sealed partial class ManagedKernel : IKernelHost, IDisposable
{
    private RankedLock _transit = new(LockRank.Transit);              // guards every port's Destination
    private RankedLock _tasksGate = new(LockRank.Leaf);
    private readonly Dictionary<int, KTask> _tasks = [];              // _tasksGate; by process number
    private readonly HashSet<KThread> _threads = [];                  // _tasksGate; attached and not yet detached, whatever became of their tasks
    private readonly ThreadCounts _past = new();                      // _tasksGate; of threads that were detached
    private ulong _lastThread, _lastTask;                             // interlocked
    private int _lastProcess;                                         // _tasksGate
    private const int AbsoluteTimeTrap = -3;
    private const int ContinuousTimeTrap = -4;
    private const int LastBesideTable = ContinuousTimeTrap;           // the table's own numbers begin below
    private const int RegionShift = 42;
    private long _ports;                                              // interlocked
    private long _regions;                                            // interlocked; count << RegionShift | bytes

    internal readonly Lock CutTurn = new();                           // held by the one cut of the kernel that is being read

    internal readonly KernelOptions Options;
    internal readonly MessagePool Messages = new();
    internal readonly MachTime Time;
    internal readonly ObjectNumbers Numbers = new();
    internal readonly TimerQueue Timers;
    internal readonly TimedSleep Sleep;
    internal readonly ServerTable Servers;
    internal readonly VoucherTable Vouchers;
    internal readonly ActivityIds Activities = new();
    internal readonly KPort Host;
    internal readonly HostPorts HostPorts;
    internal readonly KClock SystemClock;
    internal readonly KPort SystemClockPort, CalendarClockPort;
    internal readonly ExceptionActions HostExceptions = new(always: true);
    internal readonly bool HasSendPolicy;
    private readonly Traps _traps;
    private readonly int _metrics;
    private readonly UnixCalls _unixCalls;

    /// <summary>Boots a kernel without tasks.</summary>
    public ManagedKernel(KernelOptions? options = null)
    {
        Options = options ?? new KernelOptions();
        HasSendPolicy = Options.Policy.StrictReply || Options.Policy.MatchCallKinds;
        Time = new MachTime(Options.Time);
        Timers = new TimerQueue(this, Time);
        Sleep = new TimedSleep(this);
        Servers = new ServerTable(this);
        Vouchers = new VoucherTable(this);
        Host = NewKernelPort(new KHost(isPrivileged: false));
        HostPorts = new HostPorts(this);
        SystemClock = new KClock(Time, isCalendar: false);
        SystemClockPort = NewKernelPort(SystemClock);
        CalendarClockPort = NewKernelPort(new KClock(Time, isCalendar: true));
        _traps = new Traps(this);
        _metrics = KernelMetrics.Add(this);
        _unixCalls = new UnixCalls(this);
    }

    /// <inheritdoc/>
    public TrapStatus Trap(TrapThread thread, ref TrapFrame frame)
    {
        if (thread.KernelThread is not KThread kernelThread || !ReferenceEquals(kernelThread.Kernel, this))
            throw new InvalidOperationException("The thread is not attached to a task of this kernel: call Attach first.");
        if (frame.Number >= LastBesideTable && TryBesideTable(kernelThread, ref frame, out var served))
            return served;
        kernelThread.Counts.NoteTrap(frame.Number);
        var status = MachTrapDispatcher.Dispatch(_traps, kernelThread, ref frame);
        kernelThread.Counts.NoteResult(frame.Number, status, frame.R0);
        return status == TrapStatus.Done && kernelThread.IsDetained ? Detain(kernelThread, ref frame) : status;
    }

    /// <inheritdoc/>
    public TrapStatus Raise(TrapThread thread, RaisedException exception, ref TrapFrame frame)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (thread.KernelThread is not KThread kernelThread || !ReferenceEquals(kernelThread.Kernel, this))
            throw new InvalidOperationException("The thread is not attached to a task of this kernel: call Attach first.");
        ArgumentOutOfRangeException.ThrowIfLessThan(exception.Type, FIRST_EXCEPTION, nameof(exception));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(exception.Type, ExceptionActions.Types, nameof(exception));
        var after = new Aftermath(this);
        var status = kernelThread.Raise(exception, ref frame, ref after);
        after.Run();
        return status;
    }

    private TrapStatus Detain(KThread thread, ref TrapFrame frame)
    {
        var after = new Aftermath(this);
        var status = thread.Detain(ref frame, ref after);
        after.Run();
        return status;
    }

    /// <summary>The entries that are not in the table of Mach traps.</summary>
    private bool TryBesideTable(KThread thread, ref TrapFrame frame, out TrapStatus status)
    {
        status = TrapStatus.Done;
        if (UnixCalls.Serves(frame.Number))
            status = _unixCalls.Serve(thread, ref frame);
        else if (frame.Number is AbsoluteTimeTrap or ContinuousTimeTrap)
            frame.R0 = Time.Now;      // the whole register is the result (R-A64-4)
        else
            return false;
        return true;
    }

    /// <inheritdoc/>
    public KernelTask CreateTask(TaskBirth birth)
    {
        ArgumentNullException.ThrowIfNull(birth);
        var parent = birth.Parent is null ? null : Own(birth.Parent);
        _tasksGate.Enter();
        var identity = birth.Identity ?? (parent is null ? default : parent.Tokens.Identity with { ProcessId = 0 });
        if (identity.ProcessId == 0)
        {
            do
                _lastProcess++;
            while (_tasks.ContainsKey(_lastProcess));
            identity = identity with { ProcessId = _lastProcess };
        }
        var taken = _tasks.ContainsKey(identity.ProcessId);
        _tasksGate.Exit();
        if (taken)
            throw new ArgumentException($"Process number {identity.ProcessId} is in use by another task.", nameof(birth));
        var task = new KTask(this, birth, identity);
        if (parent is not null)
            task.Inherit(parent);
        _tasksGate.Enter();
        taken = !_tasks.TryAdd(identity.ProcessId, task);
        _tasksGate.Exit();
        if (taken)
            throw new ArgumentException($"Process number {identity.ProcessId} is in use by another task.", nameof(birth));
        return task;
    }

    /// <inheritdoc/>
    public void Attach(KernelTask task, TrapThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        var owner = Own(task);
        if (thread.KernelThread is not null)
            throw new InvalidOperationException("The thread already belongs to a task.");
        var kernelThread = new KThread(owner, thread);
        if (!owner.TryAdd(kernelThread))
            throw new InvalidOperationException($"The task '{owner.Name}' has ended and takes no more threads.");
        thread.KernelThread = kernelThread;
        Note(kernelThread);
    }

    /// <inheritdoc/>
    public void Detach(TrapThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (thread.KernelThread is not KThread kernelThread)
            return;
        var after = new Aftermath(this);
        kernelThread.End(ref after);
        after.Run();
        thread.KernelThread = null;
        _tasksGate.Enter();
        if (_threads.Remove(kernelThread))
            _past.Add(kernelThread.Counts);
        _tasksGate.Exit();
        kernelThread.GiveUpSpare();
    }

    /// <inheritdoc/>
    public void Interrupt(TrapThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (thread.KernelThread is not KThread kernelThread)
            return;
        var after = new Aftermath(this);
        kernelThread.Interrupt(ref after);
        after.Run();
    }

    /// <inheritdoc/>
    public uint GiveControl(KernelTask holder, KernelTask subject)
    {
        var control = Own(subject).SendTo(Flavour.Control);
        if (!KPort.IsLive(control))
            return MACH_PORT_DEAD;
        var after = new Aftermath(this);
        var name = Own(holder).Space.Accept(control, ref after);
        after.Run();
        return name;
    }

    /// <inheritdoc/>
    public KernelEventQueue CreateEventQueue(KernelTask task, Action? activated) => new KEventQueue(Own(task), activated);

    /// <inheritdoc/>
    public void Terminate(KernelTask task)
    {
        var after = new Aftermath(this);
        Own(task).Terminate(ref after);
        after.Run();
    }

    /// <summary>
    /// The calendar of the machine was changed: tasks that asked for it (<c>host_request_notification</c>) are told. The kernel cannot see
    /// that by itself.
    /// </summary>
    /// <param name="set">It was set to another time, not adjusted.</param>
    public void NoteCalendarChange(bool set)
    {
        var after = new Aftermath(this);
        HostPorts.TellOfCalendar(set, ref after);
        after.Run();
    }

    /// <summary>Stops the kernel's clock and its metrics. Tasks should have ended before.</summary>
    public void Dispose()
    {
        KernelMetrics.Remove(_metrics);
        Timers.Dispose();
    }

    /// <summary>Counts what the kernel holds and checks that every right is accounted for. Slow: for tests, demonstrations and doubt.</summary>
    public KernelCensus TakeCensus() => CensusTaker.Take(this);

    /// <summary>The whole kernel at one instant. It may be asked for at any time; everybody else waits while it is read.</summary>
    public KernelSnapshot TakeSnapshot() => SnapshotTaker.Take(this);

    /// <summary>Counts what has been done since the kernel booted. It may be asked for at any time and holds nobody up.</summary>
    public KernelTally TakeTally()
    {
        var all = new ThreadCounts();
        _tasksGate.Enter();
        all.Add(_past);
        foreach (var thread in _threads)
            all.Add(thread.Counts);
        _tasksGate.Exit();
        return new KernelTally(all.Sent, all.Received, all.QueueFull, [.. all.Traps()], [.. Servers.Tallies()]);
    }

    internal (int Ports, int Regions, long RegionBytes) Figures
    {
        get
        {
            var regions = Interlocked.Read(ref _regions);
            return ((int)Interlocked.Read(ref _ports), (int)(regions >> RegionShift), regions & ((1L << RegionShift) - 1));
        }
    }

    internal KPort NewPort()
    {
        Interlocked.Increment(ref _ports);
        return new KPort();
    }

    internal KPort NewKernelPort(KernelObject served)
    {
        var port = NewPort();
        port.KernelObject = served;
        return port;
    }

    /// <summary>A port of the kernel's own that lives as long as it, and is not counted.</summary>
    internal static KPort NewPermanentPort(KernelObject served) => new() { KernelObject = served };

    internal void NotePortDeath() => Interlocked.Decrement(ref _ports);

    /// <summary>Out-of-line regions come into the kernel's hands or leave them.</summary>
    /// <param name="sign">1 or -1.</param>
    /// <param name="bytes">Of one region.</param>
    internal void NoteRegions(int sign, long bytes) => Interlocked.Add(ref _regions, sign * ((1L << RegionShift) + bytes));

    internal void Forget(KTask task)
    {
        _tasksGate.Enter();
        _tasks.Remove(task.ProcessId);
        _tasksGate.Exit();
    }

    internal int ThreadCount
    {
        get
        {
            _tasksGate.Enter();
            var count = _threads.Count;
            _tasksGate.Exit();
            return count;
        }
    }

    /// <summary>The task with this process number; null when there is none.</summary>
    internal KTask? FindTask(int process)
    {
        _tasksGate.Enter();
        _tasks.TryGetValue(process, out var task);
        _tasksGate.Exit();
        return task;
    }

    /// <summary>The thread is attached from now on, until it is detached.</summary>
    internal void Note(KThread thread)
    {
        _tasksGate.Enter();
        _threads.Add(thread);
        _tasksGate.Exit();
    }

    internal ulong NextThreadSerial() => Interlocked.Increment(ref _lastThread);

    internal ulong NextTaskSerial() => Interlocked.Increment(ref _lastTask);

    internal int CountSpares()
    {
        _tasksGate.Enter();
        var count = 0;
        foreach (var thread in _threads)
            count += thread.HasSpare ? 1 : 0;
        _tasksGate.Exit();
        return count;
    }

    internal KTask[] AllTasks()
    {
        _tasksGate.Enter();
        KTask[] tasks = [.. _tasks.Values];
        _tasksGate.Exit();
        return tasks;
    }

    /// <summary>Discards what every task allows to be discarded.</summary>
    internal void PurgeAll()
    {
        foreach (var task in AllTasks())
            task.Map.PurgeVolatile();
    }

    /// <summary>A receive right sets out towards a destination; false when it would close a circle (R-BODY-9, P6).</summary>
    internal bool TryEnterTransit(KPort receive, KPort destination)
    {
        _transit.Enter();
        var port = destination;
        while (port is not null && !ReferenceEquals(port, receive))
            port = port.Destination;
        var free = port is null;
        if (free)
            receive.Destination = destination;
        _transit.Exit();
        return free;
    }

    /// <summary>A receive right has arrived or is being destroyed.</summary>
    internal void LeaveTransit(KPort receive)
    {
        // Only whoever holds the receive right in flight changes this, so a look without the lock is enough.
        if (receive.Destination is null)
            return;
        _transit.Enter();
        receive.Destination = null;
        _transit.Exit();
    }

    private KTask Own(KernelTask task) =>
        task is KTask own && ReferenceEquals(own.Kernel, this)
            ? own
            : throw new ArgumentException("The task belongs to another kernel.", nameof(task));
}
