namespace Mach;

/// <summary>An OS thread as a thread of one task: it makes traps in the task's name and sleeps until they end.</summary>
/// <remarks>
/// An OS thread becomes a thread of a task when it first acts for it, and ceases to be one when it ends.
/// A continuation that runs on a thread whose own trap has not ended makes its traps through a thread of its own (<see cref="_nested"/>).
/// </remarks>
public sealed unsafe class MachThread : CallingThread
{
    private readonly Carrier _carrier;
    private readonly IKernel _kernel;
    private readonly StackMemory _memory;
    private readonly Parker _parker = new();
    private ulong _r0, _r1;          // written by whoever completes, read after the permit: results only, so that little travels between CPUs
    private bool _carry;             // likewise
    private bool _inTrap;            // the carrier's
    private bool _completedHere;     // the carrier's: the trap was completed on its own OS thread, which needs no permit to know
    private MachThread? _nested;     // the carrier's
    private uint _migReplyPort;      // the carrier's
    private bool _dropsReplyPort;    // the carrier's

    internal MachThread(MachTask task, Carrier carrier)
    {
        Task = task;
        _carrier = carrier;
        _kernel = task.System.Kernel;
        Library = (_kernel as ILibraryKernel)?.Library;
        _memory = new StackMemory(task.Memory);
    }

    /// <summary>The running OS thread as a thread of the task whose scope the code is in (<see cref="MachTask.Current"/>).</summary>
    public static MachThread Current => MachTask.Current.CurrentThread;

    /// <summary>The OS thread that plays it.</summary>
    internal Carrier Carrier => _carrier;

    /// <summary>The task that it is a thread of.</summary>
    public MachTask Task { get; }

    /// <inheritdoc/>
    public override IUserMemory Memory => _memory;

    /// <summary>An idle parcel; the carrier's.</summary>
    internal Parcel? FirstSpare { get; set; }

    /// <summary>Another idle parcel; the carrier's.</summary>
    internal Parcel? SecondSpare { get; set; }

    /// <inheritdoc/>
    public override uint MigReplyPort
    {
        get
        {
            if (_migReplyPort == 0)
                _migReplyPort = ReplyPorts.Make(this);
            return _migReplyPort;
        }
    }

    /// <summary>True when the reply port was made and not given up.</summary>
    internal bool HasMigReplyPort => _migReplyPort != 0;

    /// <inheritdoc/>
    public override void DropMigReplyPort()
    {
        uint name = _migReplyPort;
        _migReplyPort = 0;
        // Where no trap destroys a port a message does, whose own reply port is forgotten if that fails as well.
        if (_dropsReplyPort)
            return;
        _dropsReplyPort = true;
        ReplyPorts.Destroy(this, name);
        _dropsReplyPort = false;
    }

    /// <summary>A right to this thread's control port, one reference more.</summary>
    /// <exception cref="InvalidOperationException">Another OS thread than its own calls.</exception>
    public ThreadPort GetPort() => new(new SendRight(Task, new MachTrapClient(this).thread_self_trap()));

    /// <summary>Tells whoever handles exceptions of this thread of one, and returns when it is dealt with: what a signal handler of the runtime would do.</summary>
    /// <param name="type">What happened.</param>
    /// <param name="code">The first code.</param>
    /// <param name="subcode">The second code.</param>
    /// <exception cref="InvalidOperationException">Another OS thread than its own calls.</exception>
    public ExceptionOutcome Raise(ExceptionType type, long code = 0, long subcode = 0)
    {
        if (!_carrier.IsCurrent)
            throw new InvalidOperationException("A MachThread meets exceptions only on its own OS thread.");
        var frame = default(TrapFrame);
        Enter(ref frame, new RaisedException((int)type, code, subcode));
        return frame.Code switch
        {
            KERN_SUCCESS => ExceptionOutcome.Handled,
            KERN_TERMINATED => ExceptionOutcome.TaskEnded,
            _ => ExceptionOutcome.Ignored,
        };
    }

    /// <summary>Ends the wait in which this thread sleeps in the kernel, if it does: its call returns interrupted, or with what had arrived before.</summary>
    public void Interrupt()
    {
        Task.System.Host.Interrupt(this);
        _nested?.Interrupt();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Another OS thread than its own calls.</exception>
    public override void Call(ref TrapFrame frame)
    {
        if (!ReferenceEquals(_carrier, Carrier.Current))
            throw new InvalidOperationException("A MachThread makes traps only on its own OS thread.");
        Trap(ref frame);
    }

    /// <summary>Makes the trap and returns when it has ended. The caller knows that it runs on this thread's OS thread.</summary>
    internal void Trap(ref TrapFrame frame) => Enter(ref frame, default);

    // Enters the kernel by a trap, or by an exception if there is one.
    // Never inlined: what its caller has on the stack, allocated there too, must lie above its own frame to be trusted.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private void Enter(ref TrapFrame frame, in RaisedException exception)
    {
        if (_inTrap)
        {
            Nested().Enter(ref frame, exception);
            return;
        }

        byte here;
        Carrier carrier = _carrier;
        _memory.Trust((nuint)(&here), carrier.StackTop);
        _inTrap = true;
        carrier.BeginTrap();
        TrapStatus status = TrapStatus.Done;
        bool broken = true;
        try
        {
            status = exception.Type == 0 ? _kernel.Trap(this, ref frame) : Task.System.Host.Raise(this, exception, ref frame);
            broken = false;
        }
        finally
        {
            if (broken)
                Abandon();
        }

        if (status == TrapStatus.Done)
        {
            _inTrap = false;
            carrier.EndTrap();
            return;
        }

        carrier.EndTrap();
        if (_completedHere)
            _completedHere = false;
        else
            _parker.Park();
        (frame.R0, frame.R1, frame.Carry) = (_r0, _r1, _carry);
        _inTrap = false;
    }

    /// <inheritdoc/>
    public override void Complete(ref TrapFrame frame)
    {
        (_r0, _r1, _carry) = (frame.R0, frame.R1, frame.Carry);
        if (_carrier.IsCurrent)
            _completedHere = true;
        else
            _parker.Unpark();
    }

    /// <summary>The OS thread has ended: gives back what this thread held. May run on any thread.</summary>
    internal void End()
    {
        _nested?.End();
        if (_migReplyPort != 0 && Task.IsAlive)
            ReplyPorts.DestroyFor(this, _kernel, _migReplyPort);
        Task.Detach(this);
    }

    // The kernel broke in the middle of a trap.
    private void Abandon()
    {
        _inTrap = false;
        _carrier.AbandonTrap();
    }

    private MachThread Nested()
    {
        if (_nested is null)
        {
            var nested = new MachThread(Task, _carrier);
            Task.Attach(nested);
            _nested = nested;
        }

        return _nested;
    }
}
