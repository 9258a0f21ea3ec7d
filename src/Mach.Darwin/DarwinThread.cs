namespace Mach.Darwin;

/// <summary>A thread of the process as its kernel's host knows it: whether it is in a trap that may sleep, and how to wake it.</summary>
/// <remarks>
/// D1 An OS thread is aborted only while it is in this thread's trap: the abort is made, and the trap left, under <see cref="_gate"/>.
/// D2 An interruption is not lost. A trap that has not entered the system sees it there; one that has is aborted again and again until
///    it leaves, because an abort that comes before the sleep has no effect on it.
/// </remarks>
internal sealed class DarwinThread(DarwinTask task, TrapThread owner)
{
    private readonly Lock _gate = new();
    private bool _inTrap;        // _gate
    private bool _interrupted;   // _gate; by somebody, since the trap began
    private uint _port;          // _gate; the OS thread that is in the system for the trap; 0 while none is
    private int _entries;        // _gate; how often one has entered

    internal DarwinTask Task { get; } = task;

    internal TrapThread Owner { get; } = owner;

    /// <summary>The trap that an OS thread of the kernel is to make. It belongs to that thread from the time it is given one.</summary>
    internal TrapFrame Frame;

    /// <summary>A trap that may sleep begins.</summary>
    internal void Begin()
    {
        lock (_gate)
        {
            _inTrap = true;
            _interrupted = false;
        }
    }

    /// <summary>The OS thread <paramref name="port"/> is about to enter the system; false when it shall not, because the trap was interrupted.</summary>
    internal bool TryEnter(uint port)
    {
        lock (_gate)
        {
            if (_interrupted)
                return false;
            _port = port;
            _entries++;
            return true;
        }
    }

    /// <summary>The OS thread is back; true when the trap was interrupted.</summary>
    internal bool Leave()
    {
        lock (_gate)
        {
            _port = 0;
            return _interrupted;
        }
    }

    /// <summary>The trap has ended.</summary>
    internal void End()
    {
        lock (_gate)
            _inTrap = false;
    }

    /// <summary>Ends the sleep of the trap that the thread is in, if it is in one.</summary>
    internal void Interrupt(SystemLibrary library)
    {
        int entry;
        lock (_gate)
        {
            if (!_inTrap)
                return;
            _interrupted = true;
            entry = _entries;
        }

        var patience = new SpinWait();
        while (TryAbort(library, entry))
            patience.SpinOnce();
    }

    private bool TryAbort(SystemLibrary library, int entry)
    {
        lock (_gate)
        {
            if (_port == 0 || _entries != entry)
                return false;
            OsThread.Abort(library, _port);
            return true;
        }
    }
}
