namespace Mach.Kernel;

/// <summary>
/// The three calls of the BSD table that are Mach's own: signals and waits of event links (R-TIM-24). Each answers one word, with a count
/// in its low 56 bits and a code above; none of them fails as BSD calls do.
/// </summary>
internal sealed class UnixCalls(ManagedKernel kernel)
{
    internal const int Signal = 496;
    internal const int WaitUntil = 497;
    internal const int SignalWaitUntil = 498;

    internal static bool Serves(int number) => number is Signal or WaitUntil or SignalWaitUntil;

    internal TrapStatus Serve(KThread thread, ref TrapFrame frame)
    {
        frame.Carry = false;
        return frame.Number switch
        {
            Signal => SignalEnd(thread, ref frame),
            WaitUntil => Wait(thread, ref frame, signals: false, frame.A2, (uint)frame.A3, (uint)frame.A4),
            _ => Wait(thread, ref frame, signals: true, frame.A3, (uint)frame.A4, (uint)frame.A5),
        };
    }

    private TrapStatus SignalEnd(KThread thread, ref TrapFrame frame)
    {
        var code = Find(thread, (uint)frame.A0, out var end);
        if (code == KERN_SUCCESS)
        {
            var after = new Aftermath(kernel);
            code = end!.Signal(ref after);
            after.Run();
        }
        return Done(ref frame, 0, code);
    }

    private TrapStatus Wait(KThread thread, ref TrapFrame frame, bool signals, ulong deadline, uint clock, uint option)
    {
        var count = frame.A1;
        if (clock != KERN_CLOCK_MACH_ABSOLUTE_TIME)
            return Done(ref frame, count, KERN_INVALID_ARGUMENT);
        var code = Find(thread, (uint)frame.A0, out var end);
        if (code != KERN_SUCCESS)
            return Done(ref frame, count, code);
        var polls = (option & MELSW_OPTION_NO_WAIT) != 0 || (deadline != 0 && deadline <= kernel.Time.Now);
        thread.ContinueWith(EventlinkWait.Continuation, frame);
        var after = new Aftermath(kernel);
        var status = end!.Wait(thread, signals, polls, deadline != 0, ref count, out code, out var serial, ref after);
        if (status == TrapStatus.Blocked && deadline != 0)
            kernel.Timers.Add(thread, serial, deadline);
        after.Run();
        return status == TrapStatus.Blocked ? status : Done(ref frame, count, code);
    }

    /// <summary>The end that a name denotes (R-TIM-25); one whose pair has ended says so itself.</summary>
    private static kern_return_t Find(KThread thread, uint name, out KEventlink? end)
    {
        var code = thread.Space.FindObject(name, out var served);
        end = served as KEventlink;
        return code == KERN_SUCCESS && end is null ? KERN_INVALID_CAPABILITY : code;
    }

    private static TrapStatus Done(ref TrapFrame frame, ulong count, kern_return_t code)
    {
        frame.R0 = encode_eventlink_count_and_error(count, (int)code);
        return TrapStatus.Done;
    }
}
