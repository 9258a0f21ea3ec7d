using System.Diagnostics.CodeAnalysis;
using System.Reflection;

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

    /// <summary>The system that this process belongs to: a kernel of its own inside the process, booted at first use.</summary>
    /// <exception cref="PlatformNotSupportedException">The program does not reference <c>Mach.Kernel</c>.</exception>
    public static MachSystem Current
    {
        get
        {
            MachSystem? current = Volatile.Read(ref s_current);
            if (current is not null)
                return current;
            lock (s_gate)
                return s_current ??= Boot();
        }
    }

    /// <summary>Where traps go.</summary>
    public IKernel Kernel { get; }

    /// <summary>The task that the process itself is: made at first use, without a parent.</summary>
    public MachTask FirstTask
    {
        get
        {
            MachTask? task = Volatile.Read(ref _firstTask);
            if (task is not null)
                return task;
            lock (_gate)
                return _firstTask ??= new MachTask(this, AppDomain.CurrentDomain.FriendlyName, null, null);
        }
    }

    internal IKernelHost Host { get; }

    /// <summary>Boots a kernel of its own, which shares nothing with <see cref="Current"/>.</summary>
    /// <exception cref="PlatformNotSupportedException">The program does not reference <c>Mach.Kernel</c>.</exception>
    public static MachSystem Boot() => Boot(NewKernel());

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
    public MachTask CreateTask(string name, MachTask? parent = null, TaskIdentity? identity = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (parent is not null && !ReferenceEquals(parent.System, this))
            throw new ArgumentException("The parent lives in another system.", nameof(parent));
        return new MachTask(this, name, parent, identity);
    }

    private static IKernelHost NewKernel()
    {
        ConstructorInfo? constructor = FindKernel()?.GetConstructors().MinBy(static found => found.GetParameters().Length);
        if (constructor is null)
            throw new PlatformNotSupportedException("No kernel: reference the package Mach.Kernel to have one in this process.");
        return (IKernelHost)constructor.Invoke(new object?[constructor.GetParameters().Length]);
    }

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    private static Type? FindKernel() => Type.GetType("Mach.Kernel.ManagedKernel, Mach.Kernel", throwOnError: false);
}
