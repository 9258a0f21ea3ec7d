namespace Mach.Kernel;

/// <summary>The kernel's record of a thread: what it sleeps on, and what it will do when it wakes.</summary>
/// <remarks>
/// W1 WaitsOn is what it waits on; it is written under that object's gate, and null means that nobody may wake it.
/// W2 Whoever ends the wait (takes it off the list) also puts it into an aftermath, once.
/// W3 While it sleeps nobody but the waker touches Outgoing, Arrived and Receive.
/// </remarks>
internal sealed partial class KThread : TimerCall, IViewed
{
    internal readonly KTask Task;
    internal readonly TrapThread User;

    internal IWaitable? WaitsOn;                           // W1
    internal uint WaitSerial;                              // as WaitsOn; tells one wait from the next
    private bool _waitIsTimed;                             // as WaitsOn
    internal KThread? NextWaiter, PreviousWaiter;          // the gate of WaitsOn
    internal KThread? NextWoken;                           // Aftermath

    internal kern_return_t WaitCode;                       // how the wait ended
    internal KMessage? Outgoing;                           // the message of a blocked send
    internal KMessage? Arrived;                            // the message that ended a blocked receive
    private KMessage? _spare;                              // touched only by whoever runs the thread's trap
    internal SendArguments Send;
    internal ReceiveArguments Receive;
    internal ClockSleep ClockSleep;
    internal EventlinkWait LinkWait;
    internal int Trap;                                     // the number of the trap it is in
    internal readonly ThreadCounts Counts = new();

    internal KPort? SpecialReply;

    internal KThread(KTask task, TrapThread user)
    {
        Task = task;
        User = user;
        Serial = task.Kernel.NextThreadSerial();
    }

    public ManagedKernel Kernel => Task.Kernel;

    internal KSpace Space => Task.Space;

    internal IUserMemory Memory => User.Memory;

    /// <summary>The thread is about to be put on the list of what it waits on, whose gate is held; false when its task is ending.</summary>
    /// <param name="on">What it waits on.</param>
    /// <param name="timed">A deadline is given to the timers once the gate is left.</param>
    internal bool BeginWait(IWaitable on, bool timed)
    {
        WaitSerial++;
        WaitCode = MACH_MSG_SUCCESS;
        _waitIsTimed = timed;
        Volatile.Write(ref WaitsOn, on);
        // Either the task's end sees the wait, or the wait sees the end: the barrier between the two lines is the ender's,
        // for all threads at once.
        if (Task.IsAlive && !IsEnded)
            return true;
        WaitsOn = null;
        return false;
    }

    /// <summary>The thread was taken off its list. The gate of what it waited on held.</summary>
    internal void EndWait()
    {
        Volatile.Write(ref WaitsOn, null);
        // Either the timer sees the end of the wait, or the end sees the timer.
        if (_waitIsTimed)
            Interlocked.MemoryBarrier();
        if (Volatile.Read(ref TimerSlot) >= 0)
            Kernel.Timers.Cancel(this);
    }

    /// <summary>A message to fill: the thread's spare one if it has it.</summary>
    internal KMessage TakeMessage()
    {
        if (_spare is not { } message)
            return Kernel.Messages.Rent();
        _spare = null;
        return message;
    }

    /// <summary>Gives back a message that carries nothing any more; the thread keeps one for its next.</summary>
    internal void Keep(KMessage message)
    {
        if (_spare is not null)
        {
            Kernel.Messages.Return(message);
            return;
        }
        message.Reset();
        _spare = message;
    }

    /// <summary>True while it sleeps in a call or waits for a handler.</summary>
    internal bool IsWaiting => Volatile.Read(ref WaitsOn) is not null;

    internal bool HasSpare => _spare is not null;

    /// <summary>The thread will make no more traps: its spare message goes back.</summary>
    internal void GiveUpSpare()
    {
        if (_spare is { } message)
            Kernel.Messages.Return(message);
        _spare = null;
    }

    /// <summary>Ends the wait, if there is one, as thread_abort does.</summary>
    internal void Interrupt(ref Aftermath after) => StopWaiting(null, interrupted: true, ref after);

    /// <summary>The wait with this serial has lasted long enough.</summary>
    internal override void FallDue(uint serial, ref Aftermath after) => StopWaiting(serial, interrupted: false, ref after);

    /// <summary>True while it sleeps there, in the wait that is meant. The gate of what it is asked about held.</summary>
    internal bool SleepsOn(IWaitable on, uint? serial) => ReferenceEquals(WaitsOn, on) && (serial is null || serial == WaitSerial);

    private void StopWaiting(uint? serial, bool interrupted, ref Aftermath after)
    {
        while (Volatile.Read(ref WaitsOn) is { } on)
        {
            var stopped = on.TryStop(this, serial, interrupted);
            if (stopped)
                after.Wake(this);
            if (stopped || serial is not null)
                return;
        }
    }
}
