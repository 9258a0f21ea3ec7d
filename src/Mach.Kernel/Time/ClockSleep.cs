namespace Mach.Kernel;

/// <summary>What clock_sleep has to tell when it ends: the time at which the thread woke, or, when it was aborted, the time that it asked for.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Until">The time asked for.</param>
internal readonly record struct ClockSleep(ulong Address, ulong Until)
{
    internal static Continuation Continuation { get; } = new Ending();

    private sealed class Ending : Continuation
    {
        internal override TrapStatus GoOn(KThread thread, ref TrapFrame frame, ref Aftermath after)
        {
            var code = thread.WaitCode;
            var time = KClock.Split(code == KERN_SUCCESS ? thread.Kernel.Time.Now : thread.ClockSleep.Until);
            _ = new UserPtr<mach_timespec_t>(thread.ClockSleep.Address).TryWrite(thread.Memory, time);
            frame.Return(code);
            return TrapStatus.Done;
        }
    }
}
