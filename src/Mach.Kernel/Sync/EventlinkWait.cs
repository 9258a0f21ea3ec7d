namespace Mach.Kernel;

/// <summary>A wait for an event link: what its answer is made of.</summary>
/// <param name="Count">What the counter is to exceed.</param>
/// <param name="Start">The counter when it began.</param>
internal readonly record struct EventlinkWait(ulong Count, ulong Start)
{
    internal static Continuation Continuation { get; } = new Ending();

    private sealed class Ending : Continuation
    {
        internal override TrapStatus GoOn(KThread thread, ref TrapFrame frame, ref Aftermath after)
        {
            var (code, wait) = (thread.WaitCode, thread.LinkWait);
            frame.R0 = encode_eventlink_count_and_error(code == KERN_SUCCESS ? wait.Count + 1 : wait.Start, (int)code);
            return TrapStatus.Done;
        }
    }
}
