namespace Mach;

/// <summary>A kernel and the tasks of this process in it.</summary>
public sealed class MachSystem
{
    private static readonly Lock s_gate = new();
    private static MachSystem? s_current;   // s_gate

    private readonly Lock _gate = new();
    private MachTask? _firstTask;           // _gate

    private MachSystem(IKernelHost host, IKernel kernel)
    {
        Host = host;
        Kernel = kernel;
    }

    /// <summary>
    /// The system that this process belongs to, found at first use: XNU on Apple systems if the program references <c>Mach.Darwin</c>,
    /// otherwise a kernel of its own inside the process.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">The program references neither <c>Mach.Kernel</c> nor, on an Apple system, <c>Mach.Darwin</c>.</exception>
    public static MachSystem Current
    {
        get
        {
            MachSystem? current = Volatile.Read(ref s_current);
            if (current is not null)
                return current;
            lock (s_gate)
                return s_current ??= Boot(KernelFactory.OfProcess());
        }
    }

    /// <summary>Where traps go.</summary>
    public IKernel Kernel { get; }

    /// <summary>The task that the process itself is: found at first use, or made without a parent.</summary>
    public MachTask FirstTask
    {
        get
        {
            MachTask? task = Volatile.Read(ref _firstTask);
            if (task is not null)
                return task;
            lock (_gate)
                return _firstTask ??= new MachTask(this, AppDomain.CurrentDomain.FriendlyName, null, null, isProcess: true);
        }
    }

    internal IKernelHost Host { get; }

    /// <summary>Boots a kernel of its own, which shares nothing with <see cref="Current"/>.</summary>
    /// <exception cref="PlatformNotSupportedException">The program does not reference <c>Mach.Kernel</c>.</exception>
    public static MachSystem Boot() => Boot(KernelFactory.Own());

    /// <summary>A system over a kernel that the caller made.</summary>
    /// <param name="host">Gives birth to tasks.</param>
    /// <param name="front">What stands in front of it and takes the traps, such as a tracer; null lets them go straight to <paramref name="host"/>.</param>
    public static MachSystem Boot(IKernelHost host, IKernel? front = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new MachSystem(host, front ?? host);
    }

    /// <summary>Makes a task.</summary>
    /// <param name="name">A word for people.</param>
    /// <param name="parent">Whose bootstrap port, registered ports and identity it inherits; null for none.</param>
    /// <param name="identity">Who it is for receivers of its messages; null inherits, or lets the kernel choose.</param>
    /// <exception cref="PlatformNotSupportedException">The kernel makes no tasks within a process, as XNU does not.</exception>
    public MachTask CreateTask(string name, MachTask? parent = null, TaskIdentity? identity = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (parent is not null && !ReferenceEquals(parent.System, this))
            throw new ArgumentException("The parent lives in another system.", nameof(parent));
        return new MachTask(this, name, parent, identity);
    }
}
