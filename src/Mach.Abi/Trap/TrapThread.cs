using System.ComponentModel;

namespace Mach.Abi;

/// <summary>Who made the trap, whose memory its addresses mean, and who is told when a blocked trap ends.</summary>
public abstract class TrapThread
{
    /// <summary>The memory that this thread's addresses mean.</summary>
    public abstract IUserMemory Memory { get; }

    /// <summary>Ends a trap that had answered <see cref="TrapStatus.Blocked"/>. Never called with a kernel lock held.</summary>
    public abstract void Complete(ref TrapFrame frame);

    /// <summary>The CPU that runs the thread's program; null when the program is code of this process, whose registers are nobody's business.</summary>
    public virtual IThreadCpu? Cpu => null;

    /// <summary>The kernel's own record of this thread; null until it is attached to a task. Only a kernel writes it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public object? KernelThread { get; set; }
}

/// <summary>A thread that can make a trap and wait for its end: what client stubs run on.</summary>
public abstract class CallingThread : TrapThread
{
    /// <summary>Makes the trap and returns when it has ended; the results are in the frame.</summary>
    public abstract void Call(ref TrapFrame frame);

    /// <summary>The receive right that MIG stubs of this thread use for replies; made at first use.</summary>
    public abstract uint MigReplyPort { get; }

    /// <summary>Gives the reply port up: a reply may still arrive on it, so it must not be used again.</summary>
    public abstract void DropMigReplyPort();

    /// <summary>The user library of the thread's kernel, whose functions do what traps and messages would; null when there is none.</summary>
    public SystemLibrary? Library { get; protected init; }
}
