namespace Mach;

/// <summary>A task: a space of port names, an identity, and the memory where its messages' regions arrive.</summary>
/// <remarks>
/// Several tasks can live in one process; they share its memory but no rights. Rights remember their task.
/// Code that is inside a scope (<see cref="Enter"/>, <see cref="Run(Action)"/>) may use rights of that task only; outside of
/// every scope each right acts in its own task.
/// </remarks>
public sealed class MachTask : IDisposable
{
    private readonly KernelTask _record;
    private mach_port_name_t _selfName;
    private mach_port_name_t _bootstrapName;
    private bool _hasBootstrapName;
    private int _disposed;

    internal MachTask(MachSystem system, string name, MachTask? parent, TaskIdentity? identity, bool isProcess = false)
    {
        System = system;
        Memory = new HostMemory();
        Parcels = new ParcelPool(this);
        Receives = new WaitPool<ReceiveWait>(this, () => new ReceiveWait(this));
        Sends = new WaitPool<SendWait>(this, () => new SendWait(this));
        Calls = new WaitPool<CallWait>(this, () => new CallWait(this));
        Looks = new WaitPool<ReadableWait>(this, () => new ReadableWait(this));
        Waits = new WaitPool<CodeWait>(this, () => new CodeWait(this));
        var birth = new TaskBirth(name, Memory) { Parent = parent?._record, Identity = identity };
        _record = isProcess ? system.Host.AdoptProcess(birth) : system.Host.CreateTask(birth);
    }

    /// <summary>The task whose scope the running code is in; outside of every scope the process's own task in <see cref="MachSystem.Current"/>.</summary>
    public static MachTask Current => Carrier.Current.Entered ?? MachSystem.Current.FirstTask;

    /// <summary>The system that it lives in.</summary>
    public MachSystem System { get; }

    /// <summary>The word that was given at its birth.</summary>
    public string Name => _record.Name;

    /// <summary>Its process number.</summary>
    public int ProcessId => _record.ProcessId;

    /// <summary>False once it was terminated.</summary>
    public bool IsAlive => Volatile.Read(ref _disposed) == 0 && _record.IsAlive;

    /// <summary>Its memory as its threads see it: that of the process.</summary>
    public HostMemory Memory { get; }

    /// <summary>Bytes of memory that the kernel has mapped for it.</summary>
    public ulong MappedBytes => _record.MappedBytes;

    /// <summary>The name of the send right to the task itself, as <c>mach_task_self()</c> has it. It stays the task's; nobody releases it.</summary>
    public mach_port_name_t SelfName
    {
        get
        {
            if (_selfName == 0)
            {
                _selfName = new MachTrapClient(CurrentThread).task_self_trap();
            }

            return _selfName;
        }
    }

    /// <summary>The name of the bootstrap port as <c>bootstrap_port</c> has it: asked for once, the task's own. Null when there is none.</summary>
    internal mach_port_name_t BootstrapName
    {
        get
        {
            if (!_hasBootstrapName)
            {
                _ = new PortCalls(CurrentThread).GetSpecialPort(TASK_BOOTSTRAP_PORT, out _bootstrapName);
                _hasBootstrapName = true;
            }

            return _bootstrapName;
        }
    }

    /// <summary>The running OS thread as a thread of this task.</summary>
    public MachThread CurrentThread => Carrier.Current.ThreadOf(this);

    /// <summary>Gives the task zeroed pages; the address of the first.</summary>
    /// <param name="size">Bytes; whole pages are given.</param>
    /// <exception cref="MachException">There is no room.</exception>
    public ulong Allocate(ulong size) => Pages.Allocate(this, size);

    /// <summary>Takes the whole pages that cover a range from the task. Holes are no error.</summary>
    /// <param name="address">Start of the range.</param>
    /// <param name="size">Bytes.</param>
    public void Deallocate(ulong address, ulong size) => Pages.Free(this, address, size);

    /// <summary>Makes this the task of the running code until the scope is left.</summary>
    public Scope Enter() => new(this);

    /// <summary>Runs <paramref name="action"/> in the scope of this task.</summary>
    public void Run(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        using (Enter())
            action();
    }

    /// <summary>Runs <paramref name="function"/> in the scope of this task.</summary>
    public T Run<T>(Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        using (Enter())
            return function();
    }

    /// <summary>Runs <paramref name="function"/> in the scope of this task, on the pool.</summary>
    public Task RunAsync(Func<Task> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        MachTask? former = Carrier.Current.Entered;
        Carrier.Enter(this);
        try
        {
            return Task.Run(function);
        }
        finally
        {
            Carrier.Enter(former);
        }
    }

    /// <summary>Makes a task that inherits this one's bootstrap port, registered ports and identity.</summary>
    /// <param name="name">A word for people.</param>
    /// <param name="identity">Who it is for receivers of its messages; null inherits.</param>
    public MachTask CreateChild(string name, TaskIdentity? identity = null) => System.CreateTask(name, this, identity);

    /// <summary>Gives <paramref name="holder"/> a send right to this task's control port, as a parent has one to its child.</summary>
    /// <returns>The holder's name for it, with one reference that the holder owns.</returns>
    public RawMachPort GiveControlTo(MachTask holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return new RawMachPort(System.Host.GiveControl(holder._record, _record));
    }

    /// <summary>
    /// The port that the task was born with to find everything else: a send right of its own to a name service. Null when it has none.
    /// </summary>
    /// <exception cref="MachException">The kernel refused.</exception>
    public SendRight? GetBootstrapPort()
    {
        kern_return_t code = new PortCalls(CurrentThread).GetSpecialPort(TASK_BOOTSTRAP_PORT, out mach_port_name_t name);
        MachException.ThrowIfFailed(code, "task_get_special_port");
        return MACH_PORT_VALID(name) ? new SendRight(this, name) : null;
    }

    /// <summary>Sets the port that tasks made from this one will be born with. The kernel copies the right.</summary>
    /// <param name="port">A send right of this task; null for none.</param>
    /// <exception cref="MachException">The kernel refused.</exception>
    public void SetBootstrapPort(SendRight? port)
    {
        port?.RequireTask(this);
        mach_port_name_t name = port?.BorrowName() ?? MACH_PORT_NULL;
        try
        {
            MachException.ThrowIfFailed(new PortCalls(CurrentThread).SetSpecialPort(TASK_BOOTSTRAP_PORT, name), "task_set_special_port");
        }
        finally
        {
            port?.ReturnName();
        }
    }

    /// <summary>Ends the task: its rights are released, its threads' waits end, its memory is freed.</summary>
    /// <exception cref="PlatformNotSupportedException">The task is this process, as a system's own kernel has it; it goes on.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        try
        {
            System.Host.Terminate(_record);
        }
        catch (PlatformNotSupportedException)
        {
            Volatile.Write(ref _disposed, 0);
            throw;
        }

        Receives.Close();
        Sends.Close();
        Calls.Close();
        Looks.Close();
        Waits.Close();
    }

    /// <summary>Buffers of its messages.</summary>
    internal ParcelPool Parcels { get; }

    /// <summary>Awaited receives.</summary>
    internal WaitPool<ReceiveWait> Receives { get; }

    /// <summary>Awaited sends.</summary>
    internal WaitPool<SendWait> Sends { get; }

    /// <summary>Awaited calls.</summary>
    internal WaitPool<CallWait> Calls { get; }

    /// <summary>Awaited looks at ports and sets.</summary>
    internal WaitPool<ReadableWait> Looks { get; }

    /// <summary>Awaited semaphores and times.</summary>
    internal WaitPool<CodeWait> Waits { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({ProcessId})";

    /// <summary>A right to this task's control port, one reference more.</summary>
    public TaskPort GetPort() => GetPort(this);

    /// <summary>A right to this task's control port that belongs to <paramref name="holder"/>, as a parent has one to its child.</summary>
    /// <exception cref="MachException">The holder has no room, or one of the two has ended.</exception>
    public TaskPort GetPort(MachTask holder)
    {
        RawMachPort name = GiveControlTo(holder);
        if (!name.IsValid)
            throw new MachException(KERN_INVALID_TASK, "task_self_trap", name);
        return new TaskPort(new SendRight(holder, name.Name));
    }

    /// <summary>Gives the task a thread that the caller plays, such as one with a CPU of its own.</summary>
    /// <param name="thread">It can make traps from now on, until it is removed.</param>
    public void AddThread(TrapThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        Attach(thread);
    }

    /// <summary>Ends a thread that was added. It is in no trap, but perhaps asleep in one, which ends interrupted.</summary>
    public void RemoveThread(TrapThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        Detach(thread);
    }

    /// <summary>A thread that was added has met an exception, which is told to whoever handles it.</summary>
    /// <inheritdoc cref="IKernelHost.Raise"/>
    public TrapStatus Raise(TrapThread thread, RaisedException exception, ref TrapFrame frame)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return System.Host.Raise(thread, exception, ref frame);
    }

    internal void Attach(TrapThread thread)
    {
        ObjectDisposedException.ThrowIf(!IsAlive, this);
        System.Host.Attach(_record, thread);
    }

    internal void Detach(TrapThread thread) => System.Host.Detach(thread);

    /// <summary>A stretch of code that acts as a task. Leaving it brings the former task back.</summary>
    public readonly ref struct Scope
    {
        private readonly MachTask? _former;

        internal Scope(MachTask task)
        {
            _former = Carrier.Current.Entered;
            Carrier.Enter(task);
        }

        /// <summary>Leaves the scope.</summary>
        public void Dispose() => Carrier.Enter(_former);
    }
}
