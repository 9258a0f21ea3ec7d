namespace Mach.Kernel;

/// <summary>What an exception does that nobody has handled: in Unix's words, the signal that ends the task (R-EXC-14, R-EXN-15).</summary>
internal static class DefaultAction
{
    private const int SIGILL = 4, SIGTRAP = 5, SIGABRT = 6, SIGEMT = 7, SIGFPE = 8, SIGKILL = 9, SIGBUS = 10, SIGSEGV = 11, SIGSYS = 12, SIGPIPE = 13;
    private const int SoftSyscall = 0x10000, SoftPipe = 0x10001, SoftAbort = 0x10002;

    /// <summary>The signal; 0 when the exception has no consequence.</summary>
    internal static int SignalOf(in RaisedException exception) => exception.Type switch
    {
        EXC_BAD_ACCESS => exception.Code == (long)KERN_INVALID_ADDRESS ? SIGSEGV : SIGBUS,
        EXC_BAD_INSTRUCTION => SIGILL,
        EXC_ARITHMETIC => SIGFPE,
        EXC_EMULATION => SIGEMT,
        EXC_SOFTWARE => exception.Code switch
        {
            SoftSyscall => SIGSYS,
            SoftPipe => SIGPIPE,
            SoftAbort => SIGABRT,
            EXC_SOFT_SIGNAL => SIGKILL,
            _ => 0,
        },
        EXC_BREAKPOINT => SIGTRAP,
        _ => 0,
    };

    /// <summary>Whether the signal's victim is worth a look: the death is then told as EXC_CRASH.</summary>
    internal static bool IsCrash(int signal) => signal is not (SIGKILL or SIGPIPE);
}
