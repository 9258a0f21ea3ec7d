namespace Mach.Kernel;

/// <summary>An exception on its way from level to level: thread, task, host.</summary>
/// <remarks>
/// Y1 Only whoever runs the thread touches it; while the thread waits for a reply that is whoever ends the wait.
/// Y2 ReplyPort is live from a request until its answer was judged or given up.
/// </remarks>
internal sealed class ExceptionDelivery(RaisedException exception, TrapFrame frame, bool answers)
{
    internal const int Levels = 3;

    internal RaisedException Exception = exception;
    internal TrapFrame Frame = frame;              // the trap that returns when all is over, or the frame that takes the outcome
    internal readonly bool Answers = answers;      // the frame takes the outcome
    internal RaisedException? Cause;               // what a crash was before

    internal int Level;                            // the next to be asked
    internal KPort? ReplyPort;                     // Y2
    internal int RequestId;
    internal bool SetsState;                       // the reply's state becomes the thread's

    /// <summary>True when the exception is the task's death: what remains is to tell of it (R-EXN-17).</summary>
    internal bool IsCrash => Cause is not null;

    /// <summary>Nobody has handled it: it turns into the news of the task's death.</summary>
    internal void BecomeCrash(int signal)
    {
        var cause = Exception;
        Cause = cause;
        Exception = new RaisedException(
            EXC_CRASH, (long)signal << 24 | (long)cause.Type << 20 | (cause.Code & 0xfffff), cause.Subcode);
        Level = 0;
    }
}
