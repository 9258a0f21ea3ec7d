namespace Mach.Abi;

// mach/exception_types.h
public static partial class MachConstants
{
    /// <summary>Exception: memory could not be accessed; the code is a <c>kern_return_t</c>, the subcode the address.</summary>
    public const int EXC_BAD_ACCESS = 1;

    /// <summary>Exception: an instruction that is not one or not allowed.</summary>
    public const int EXC_BAD_INSTRUCTION = 2;

    /// <summary>Exception: arithmetic.</summary>
    public const int EXC_ARITHMETIC = 3;

    /// <summary>Exception: an instruction to emulate.</summary>
    public const int EXC_EMULATION = 4;

    /// <summary>Exception: raised by software; <c>EXC_SOFT_SIGNAL</c> for a Unix signal.</summary>
    public const int EXC_SOFTWARE = 5;

    /// <summary>Exception: a breakpoint or a single step.</summary>
    public const int EXC_BREAKPOINT = 6;

    /// <summary>Exception: a system call.</summary>
    public const int EXC_SYSCALL = 7;

    /// <summary>Exception: a Mach trap.</summary>
    public const int EXC_MACH_SYSCALL = 8;

    /// <summary>Exception: an alert.</summary>
    public const int EXC_RPC_ALERT = 9;

    /// <summary>Exception: the process ends by a signal.</summary>
    public const int EXC_CRASH = 10;

    /// <summary>Exception: a resource limit was reached.</summary>
    public const int EXC_RESOURCE = 11;

    /// <summary>Exception: a guard was violated; <c>EXC_GUARD_DECODE_*</c> read its code.</summary>
    public const int EXC_GUARD = 12;

    /// <summary>Exception: the process became a corpse.</summary>
    public const int EXC_CORPSE_NOTIFY = 13;

    /// <summary>Exception behaviour: tell task and thread.</summary>
    public const int EXCEPTION_DEFAULT = 1;

    /// <summary>Exception behaviour: tell the thread's state.</summary>
    public const int EXCEPTION_STATE = 2;

    /// <summary>Exception behaviour: tell task, thread and state.</summary>
    public const int EXCEPTION_STATE_IDENTITY = 3;

    /// <summary>Exception behaviour: tell identity tokens in place of task and thread.</summary>
    public const int EXCEPTION_IDENTITY_PROTECTED = 4;

    /// <summary>Exception behaviour: tell state and identity tokens.</summary>
    public const int EXCEPTION_STATE_IDENTITY_PROTECTED = 5;

    /// <summary>Exception behaviour flag: send a backtrace where there is one.</summary>
    public const int MACH_EXCEPTION_BACKTRACE_PREFERRED = 0x20000000;

    /// <summary>Exception behaviour flag: send failures of the handler on.</summary>
    public const int MACH_EXCEPTION_ERRORS = 0x40000000;

    /// <summary>Exception behaviour flag: 64-bit codes.</summary>
    public const int MACH_EXCEPTION_CODES = unchecked((int)0x80000000);

    /// <summary>All exception behaviour flags.</summary>
    public const int MACH_EXCEPTION_MASK = unchecked((int)0xe0000000);

    /// <summary>Exception mask: <c>EXC_BAD_ACCESS</c>.</summary>
    public const int EXC_MASK_BAD_ACCESS = 2;

    /// <summary>Exception mask: <c>EXC_BAD_INSTRUCTION</c>.</summary>
    public const int EXC_MASK_BAD_INSTRUCTION = 4;

    /// <summary>Exception mask: <c>EXC_ARITHMETIC</c>.</summary>
    public const int EXC_MASK_ARITHMETIC = 8;

    /// <summary>Exception mask: <c>EXC_EMULATION</c>.</summary>
    public const int EXC_MASK_EMULATION = 16;

    /// <summary>Exception mask: <c>EXC_SOFTWARE</c>.</summary>
    public const int EXC_MASK_SOFTWARE = 0x20;

    /// <summary>Exception mask: <c>EXC_BREAKPOINT</c>.</summary>
    public const int EXC_MASK_BREAKPOINT = 0x40;

    /// <summary>Exception mask: <c>EXC_SYSCALL</c>.</summary>
    public const int EXC_MASK_SYSCALL = 0x80;

    /// <summary>Exception mask: <c>EXC_MACH_SYSCALL</c>.</summary>
    public const int EXC_MASK_MACH_SYSCALL = 0x100;

    /// <summary>Exception mask: <c>EXC_RPC_ALERT</c>.</summary>
    public const int EXC_MASK_RPC_ALERT = 0x200;

    /// <summary>Exception mask: <c>EXC_CRASH</c>.</summary>
    public const int EXC_MASK_CRASH = 0x400;

    /// <summary>Exception mask: <c>EXC_RESOURCE</c>.</summary>
    public const int EXC_MASK_RESOURCE = 0x800;

    /// <summary>Exception mask: <c>EXC_GUARD</c>.</summary>
    public const int EXC_MASK_GUARD = 0x1000;

    /// <summary>Exception mask: <c>EXC_CORPSE_NOTIFY</c>.</summary>
    public const int EXC_MASK_CORPSE_NOTIFY = 0x2000;

    /// <summary>Exception mask: every type but crashes and corpses.</summary>
    public const int EXC_MASK_ALL = 0x1bfe;

    /// <summary>The first exception type.</summary>
    public const int FIRST_EXCEPTION = 1;

    /// <summary>Code of <c>EXC_SOFTWARE</c>: a Unix signal.</summary>
    public const int EXC_SOFT_SIGNAL = 0x10003;

    /// <summary>Codes of <c>EXC_SOFTWARE</c> for access control: the first.</summary>
    public const int EXC_MACF_MIN = 0x20000;

    /// <summary>Codes of <c>EXC_SOFTWARE</c> for access control: the last.</summary>
    public const int EXC_MACF_MAX = 0x2ffff;
}
