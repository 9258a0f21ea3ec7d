namespace Mach.Kernel;

/// <summary>Something that falls due: a thread's time-out, a timer, an alarm. It stands in the queue once at most.</summary>
internal abstract class TimerCall
{
    internal ulong Due;              // TimerQueue; absolute time
    internal ulong TimerOrder;       // TimerQueue; of one moment, the one that was set first goes first
    internal int TimerSlot = -1;     // TimerQueue
    internal uint TimerSerial;       // TimerQueue; which setting it is

    /// <summary>
    /// The setting with this serial has fallen due and is out of the queue; whether it still counts is for the object to say, which may
    /// have been stopped or set anew meanwhile. No lock held.
    /// </summary>
    internal abstract void FallDue(uint serial, ref Aftermath after);
}
