namespace Mach.Darwin;

/// <summary>XNU, reached through the functions of libSystem. There is one task: the process itself.</summary>
/// <remarks>
/// A trap is a call of the function that libSystem exports for it. One that may sleep does so on its caller's OS thread; for a
/// thread that has none, such as an awaited receive, an OS thread of this kernel's own sleeps, one for each such wait.
/// </remarks>
public sealed unsafe class DarwinKernel : IKernelHost, ILibraryKernel
{
    private const int AbsoluteTimeTrap = -3;
    private const int ContinuousTimeTrap = -4;

    private readonly bool _macOS;
    private readonly DarwinTask _task;
    private readonly SleepingThreads _sleepers;

    /// <summary>The kernel of the system that this process runs on.</summary>
    /// <exception cref="PlatformNotSupportedException">That is no Apple system.</exception>
    public DarwinKernel()
        : this(IsSupported ? new LibSystem() : throw Refusals.NotApple(), OperatingSystem.IsMacOS())
    {
    }

    internal DarwinKernel(SystemLibrary library, bool macOS)
    {
        Library = library;
        _macOS = macOS;
        _task = new DarwinTask(library);
        _sleepers = new SleepingThreads(this);
    }

    /// <summary>True on Apple systems.</summary>
    public static bool IsSupported =>
        OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsWatchOS();

    /// <inheritdoc/>
    public SystemLibrary Library { get; }

    /// <inheritdoc/>
    /// <exception cref="EntryPointNotFoundException">The system is too old for the trap; the message names the function and the version.</exception>
    public TrapStatus Trap(TrapThread thread, ref TrapFrame frame)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (thread.KernelThread is not DarwinThread own || !ReferenceEquals(own.Task, _task))
            throw new InvalidOperationException("The thread is not attached to the process's task: call Attach first.");
        if (frame.Number is AbsoluteTimeTrap or ContinuousTimeTrap)
        {
            // Not in the table: the whole register is the result.
            var clock = Library.Require(frame.Number == AbsoluteTimeTrap ? "mach_absolute_time" : "mach_continuous_time");
            frame.R0 = ((delegate* unmanaged[Cdecl]<ulong>)clock)();
            return TrapStatus.Done;
        }

        if (!DarwinTraps.MaySleep(frame.Number))
        {
            if (!DarwinTraps.TryCall(Library, ref frame))
                frame.Return(KERN_NOT_SUPPORTED);
            return TrapStatus.Done;
        }

        // Missing here, and not on a thread where nobody can be told.
        _ = Library.Require(DarwinTraps.FunctionOf(MessageTraps.Is(frame.Number) ? MachTrapNumbers.mach_msg2_trap : frame.Number)!);
        own.Begin();
        if (thread is CallingThread)
        {
            Sleep(own, ref frame);
            return TrapStatus.Done;
        }

        own.Frame = frame;
        _sleepers.Start(own);
        return TrapStatus.Blocked;
    }

    /// <inheritdoc/>
    public KernelTask CreateTask(TaskBirth birth) => throw Refusals.OneTask();

    /// <inheritdoc/>
    public KernelTask AdoptProcess(TaskBirth birth)
    {
        ArgumentNullException.ThrowIfNull(birth);
        return birth.Parent is null && birth.Identity is null ? _task : throw Refusals.OneTask();
    }

    /// <inheritdoc/>
    public void Attach(KernelTask task, TrapThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        Check(task);
        if (thread.KernelThread is not null)
            throw new InvalidOperationException("The thread already belongs to a task.");
        thread.KernelThread = new DarwinThread(_task, thread);
    }

    /// <inheritdoc/>
    public void Detach(TrapThread thread)
    {
        Interrupt(thread);
        if (thread.KernelThread is DarwinThread)
            thread.KernelThread = null;
    }

    /// <inheritdoc/>
    public void Interrupt(TrapThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (thread.KernelThread is DarwinThread own)
            own.Interrupt(Library);
    }

    /// <inheritdoc/>
    public uint GiveControl(KernelTask holder, KernelTask subject)
    {
        Check(holder);
        Check(subject);
        return _task.TakeSelf();
    }

    /// <inheritdoc/>
    /// <exception cref="PlatformNotSupportedException">Always: XNU learns of exceptions from the processor.</exception>
    public TrapStatus Raise(TrapThread thread, RaisedException exception, ref TrapFrame frame) => throw Refusals.Exception();

    /// <inheritdoc/>
    public KernelEventQueue CreateEventQueue(KernelTask task, Action? activated) => throw Refusals.EventQueue();

    /// <inheritdoc/>
    public void Terminate(KernelTask task)
    {
        Check(task);
        throw Refusals.Process();
    }

    /// <summary>Makes a trap that may sleep, on the OS thread that sleeps.</summary>
    internal void Sleep(DarwinThread thread, ref TrapFrame frame)
    {
        TrapFrame call = frame;   // the caller's arguments stay as they are
        mach_msg_vector_t vector;
        if (MessageTraps.Is(call.Number) && !MessageTraps.TryModernise(thread.Owner.Memory, _macOS, ref call, &vector))
            call.Return(MACH_SEND_INVALID_DATA);
        else
            Enter(thread, ref call);
        thread.End();
        frame.R0 = call.R0;
    }

    private void Enter(DarwinThread thread, ref TrapFrame call)
    {
        uint self = OsThread.Current(Library);
        bool interrupted;
        do
        {
            if (!thread.TryEnter(self))
            {
                call.Return(MessageTraps.Interrupted(call));
                return;
            }

            _ = DarwinTraps.TryCall(Library, ref call);
            interrupted = thread.Leave();
        }
        while (!interrupted && MessageTraps.TryResume(ref call));
    }

    private void Check(KernelTask task)
    {
        if (!ReferenceEquals(task, _task))
            throw new ArgumentException("The task belongs to another kernel.", nameof(task));
    }
}
