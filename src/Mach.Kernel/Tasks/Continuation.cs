namespace Mach.Kernel;

/// <summary>
/// How a trap ends that had put its thread to sleep. It has no state, so there is one for all threads: what it needs is in the thread.
/// </summary>
internal abstract class Continuation
{
    /// <summary>The result is the code with which the wait ended.</summary>
    internal static Continuation ReturnCode { get; } = new CodeOfTheWait();

    /// <summary>The result is success, however the wait ended.</summary>
    internal static Continuation Succeed { get; } = new Success();

    /// <summary>The wait is over: leaves the result of the trap in the frame. No lock held.</summary>
    /// <returns>Blocked when the thread sleeps again.</returns>
    internal abstract TrapStatus GoOn(KThread thread, ref TrapFrame frame, ref Aftermath after);

    private sealed class Success : Continuation
    {
        internal override TrapStatus GoOn(KThread thread, ref TrapFrame frame, ref Aftermath after)
        {
            frame.Return(KERN_SUCCESS);
            return TrapStatus.Done;
        }
    }

    private sealed class CodeOfTheWait : Continuation
    {
        internal override TrapStatus GoOn(KThread thread, ref TrapFrame frame, ref Aftermath after)
        {
            frame.Return(thread.WaitCode);
            return TrapStatus.Done;
        }
    }
}
