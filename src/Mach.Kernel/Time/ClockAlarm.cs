namespace Mach.Kernel;

/// <summary>A message that the system clock owes somebody at a time (R-TIM-5 to R-TIM-7).</summary>
/// <remarks>N1 Until it has fallen due it holds a send-once right.</remarks>
internal sealed class ClockAlarm(KPort port, int type) : TimerCall
{
    /// <summary>Where it will ring.</summary>
    internal KPort Port => port;

    internal override void FallDue(uint serial, ref Aftermath after) => Ring(KERN_SUCCESS, ref after);

    internal void Ring(kern_return_t code, ref Aftermath after) =>
        after.Notify(Notices.Alarm(after.Kernel, port, code, type, KClock.Split(after.Kernel.Time.Now)));
}
