namespace Mach.Abi;

/// <summary>A kernel seen by whoever gives birth to tasks: a program that boots one in process, or a daemon.</summary>
/// <remarks>User space proper never needs this; it knows <see cref="IKernel"/> alone.</remarks>
public interface IKernelHost : IKernel
{
    /// <summary>Makes a task without threads.</summary>
    /// <exception cref="PlatformNotSupportedException">The kernel makes no tasks within this process; the message says what to do instead.</exception>
    KernelTask CreateTask(TaskBirth birth);

    /// <summary>The task that this process itself is. A kernel that the process is no task of makes one for it.</summary>
    KernelTask AdoptProcess(TaskBirth birth) => CreateTask(birth);

    /// <summary>Gives <paramref name="task"/> a thread. The thread can make traps from now on.</summary>
    void Attach(KernelTask task, TrapThread thread);

    /// <summary>
    /// Ends a thread that is in no trap but perhaps asleep in one, which then ends interrupted. Every thread that was attached
    /// is to be detached, also when its task has ended before.
    /// </summary>
    void Detach(TrapThread thread);

    /// <summary>Interrupts the wait in which the thread sleeps, if it does; what had arrived before is not lost.</summary>
    void Interrupt(TrapThread thread);

    /// <summary>
    /// A thread that is in no trap has met an exception: it is told to the thread's, the task's and the host's exception ports, in
    /// this order, until somebody has handled it.
    /// </summary>
    /// <param name="thread">Whose exception it is.</param>
    /// <param name="exception">What happened.</param>
    /// <param name="frame">
    /// Takes the outcome as a result: KERN_SUCCESS when it was handled, the thread goes on from the state that its CPU now has;
    /// KERN_FAILURE when nobody handled it and it has no consequence, the thread goes on as it was; KERN_TERMINATED when it has ended the task.
    /// </param>
    /// <returns>Blocked when a handler has yet to answer: <see cref="TrapThread.Complete"/> then tells the outcome.</returns>
    TrapStatus Raise(TrapThread thread, RaisedException exception, ref TrapFrame frame);

    /// <summary>
    /// Gives <paramref name="holder"/> a send right to the control port of <paramref name="subject"/>, as a parent gets one to its child.
    /// </summary>
    /// <returns>The holder's name for it, one reference more; MACH_PORT_NULL when the holder has no room or has ended.</returns>
    uint GiveControl(KernelTask holder, KernelTask subject);

    /// <summary>Makes a queue of events of <paramref name="task"/>: what a kqueue watches ports and sets with.</summary>
    /// <param name="task">In whose space names are looked up.</param>
    /// <param name="activated">Told, with no kernel lock held, when there is something to report that a call has not seen.</param>
    /// <exception cref="PlatformNotSupportedException">This kernel's queues are made otherwise; the message says how.</exception>
    KernelEventQueue CreateEventQueue(KernelTask task, Action? activated);

    /// <summary>Ends a task: every right of its space is released and its threads' waits end.</summary>
    /// <exception cref="PlatformNotSupportedException">The task is this process, which nobody ends this way; nothing has changed.</exception>
    void Terminate(KernelTask task);
}

/// <summary>What a task is born with.</summary>
/// <param name="Name">A word for people: shown in listings.</param>
/// <param name="Memory">The addresses of the task: what its memory map arranges.</param>
public sealed record TaskBirth(string Name, IAddressSpace Memory)
{
    /// <summary>The task whose bootstrap port, registered ports and identity are inherited; null for a first task.</summary>
    public KernelTask? Parent { get; init; }

    /// <summary>
    /// Makes threads with a CPU for thread_create, which the task refuses without it. Such a thread begins with one stop counted, and the kernel
    /// attaches it.
    /// </summary>
    public Func<TrapThread>? NewThread { get; init; }

    /// <summary>Who the task is for receivers of its messages; null inherits the parent's, with a new process number.</summary>
    public TaskIdentity? Identity { get; init; }
}

/// <summary>The figures of an audit token.</summary>
/// <param name="UserId">Effective user.</param>
/// <param name="GroupId">Effective group.</param>
/// <param name="ProcessId">Process number; 0 lets the kernel choose one.</param>
public readonly record struct TaskIdentity(uint UserId, uint GroupId, int ProcessId)
{
    /// <summary>Real user; the effective one unless set.</summary>
    public uint RealUserId { get; init; } = UserId;

    /// <summary>Real group; the effective one unless set.</summary>
    public uint RealGroupId { get; init; } = GroupId;

    /// <summary>Audit user.</summary>
    public uint AuditId { get; init; } = UserId;

    /// <summary>Audit session.</summary>
    public uint SessionId { get; init; }

    /// <summary>Distinguishes processes that had the same number.</summary>
    public uint ProcessVersion { get; init; }
}

/// <summary>A task as its kernel's host holds it: not a right, a handle of the embedder.</summary>
public abstract class KernelTask
{
    /// <summary>The word given at birth.</summary>
    public abstract string Name { get; }

    /// <summary>The process number.</summary>
    public abstract int ProcessId { get; }

    /// <summary>False once the task was terminated.</summary>
    public abstract bool IsAlive { get; }

    /// <summary>Bytes of memory that the kernel has mapped for it.</summary>
    public abstract ulong MappedBytes { get; }
}
