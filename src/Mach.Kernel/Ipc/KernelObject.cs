namespace Mach.Kernel;

/// <summary>What a kernel-owned port stands for.</summary>
internal abstract class KernelObject
{
    /// <summary>The type as mach_port_kobject reports it (R-KOBJ-9).</summary>
    internal abstract uint ObjectType { get; }

    /// <summary>What it is, in a few words for people.</summary>
    internal virtual string Description => GetType().Name.TrimStart('K').ToLowerInvariant();

    /// <summary>Messages to the port are served by the kernel; false where user space receives on it (timers).</summary>
    internal virtual bool IsServed => true;

    /// <summary>Its messages are the kernel's, served or waited for: no space holds the receive right.</summary>
    internal virtual bool IsReceivedByKernel => IsServed;

    /// <summary>What mach_port_kobject_description adds to the type (R-DBG-6).</summary>
    internal virtual string PublicText => "";

    /// <summary>The last send right is gone, and nobody asked to be told. The port's gate is held.</summary>
    internal virtual void NoSenders(KPort port, ref Aftermath after)
    {
    }

    /// <summary>The port dies. Its gate is held.</summary>
    internal virtual void PortDies(ref Aftermath after)
    {
    }

    /// <summary>A send-once right is gone that no routine has used up. No lock held.</summary>
    internal virtual void SendOnceLost(ref Aftermath after)
    {
    }
}

/// <summary>How much a port to a task or thread allows, weakest first (R-TASK-8).</summary>
internal enum Flavour : byte
{
    Name,
    Inspect,
    Read,
    Control,
}

internal static class FlavourWords
{
    /// <summary>The flavour in a word for people.</summary>
    internal static string Word(this Flavour flavour) => flavour switch
    {
        Flavour.Control => "control",
        Flavour.Read => "read",
        Flavour.Inspect => "inspect",
        _ => "name",
    };
}

/// <summary>A task seen through one of its ports.</summary>
internal sealed class TaskView(KTask task, Flavour flavour) : KernelObject
{
    internal readonly KTask Task = task;
    internal readonly Flavour Flavour = flavour;

    internal override uint ObjectType => Flavour switch
    {
        Flavour.Control => 2,
        Flavour.Name => 20,
        Flavour.Inspect => 44,
        _ => 45,
    };

    internal override string Description => $"task {Task.ProcessId}, {Flavour.Word()}";

    internal override void NoSenders(KPort port, ref Aftermath after)
    {
        if (DemandPort.IsTransient(Flavour))
            port.Die(ref after);
    }
}

/// <summary>A thread seen through one of its ports.</summary>
internal sealed class ThreadView(KThread thread, Flavour flavour) : KernelObject
{
    internal readonly KThread Thread = thread;
    internal readonly Flavour Flavour = flavour;

    internal override uint ObjectType => Flavour switch
    {
        Flavour.Control => 1,
        Flavour.Inspect => 46,
        _ => 47,
    };

    internal override void NoSenders(KPort port, ref Aftermath after)
    {
        if (DemandPort.IsTransient(Flavour))
            port.Die(ref after);
    }

    internal override string Description => $"thread {Thread.Kernel.Numbers.Of(Thread)} of task {Thread.Task.ProcessId}, {Flavour.Word()}";
}
