namespace Mach.Abi;

// mach/i386/exception.h
public static partial class MachConstants
{
    /// <summary>Code of <c>EXC_BAD_INSTRUCTION</c>: invalid operation.</summary>
    public const int EXC_I386_INVOP = 1;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: division.</summary>
    public const int EXC_I386_DIV = 1;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: overflow trap.</summary>
    public const int EXC_I386_INTO = 2;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: no floating point unit.</summary>
    public const int EXC_I386_NOEXT = 3;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: floating point operand overrun.</summary>
    public const int EXC_I386_EXTOVR = 4;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: floating point error.</summary>
    public const int EXC_I386_EXTERR = 5;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: emulated floating point error.</summary>
    public const int EXC_I386_EMERR = 6;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: out of bounds.</summary>
    public const int EXC_I386_BOUND = 7;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: vector arithmetic error.</summary>
    public const int EXC_I386_SSEEXTERR = 8;

    /// <summary>Code of <c>EXC_BREAKPOINT</c>: single step.</summary>
    public const int EXC_I386_SGL = 1;

    /// <summary>Code of <c>EXC_BREAKPOINT</c>: breakpoint.</summary>
    public const int EXC_I386_BPT = 2;

    /// <summary>Processor trap: division.</summary>
    public const int EXC_I386_DIVERR = 0;

    /// <summary>Processor trap: single step.</summary>
    public const int EXC_I386_SGLSTP = 1;

    /// <summary>Processor trap: not maskable interrupt.</summary>
    public const int EXC_I386_NMIFLT = 2;

    /// <summary>Processor trap: breakpoint.</summary>
    public const int EXC_I386_BPTFLT = 3;

    /// <summary>Processor trap: overflow.</summary>
    public const int EXC_I386_INTOFLT = 4;

    /// <summary>Processor trap: out of bounds.</summary>
    public const int EXC_I386_BOUNDFLT = 5;

    /// <summary>Processor trap: invalid operation.</summary>
    public const int EXC_I386_INVOPFLT = 6;

    /// <summary>Processor trap: no floating point unit.</summary>
    public const int EXC_I386_NOEXTFLT = 7;

    /// <summary>Processor trap: double fault.</summary>
    public const int EXC_I386_DBLFLT = 8;

    /// <summary>Processor trap: floating point operand overrun.</summary>
    public const int EXC_I386_EXTOVRFLT = 9;

    /// <summary>Processor trap: invalid task segment.</summary>
    public const int EXC_I386_INVTSSFLT = 10;

    /// <summary>Processor trap: segment not present.</summary>
    public const int EXC_I386_SEGNPFLT = 11;

    /// <summary>Processor trap: stack segment.</summary>
    public const int EXC_I386_STKFLT = 12;

    /// <summary>Processor trap: general protection.</summary>
    public const int EXC_I386_GPFLT = 13;

    /// <summary>Processor trap: page fault.</summary>
    public const int EXC_I386_PGFLT = 14;

    /// <summary>Processor trap: floating point error.</summary>
    public const int EXC_I386_EXTERRFLT = 16;

    /// <summary>Processor trap: misaligned access.</summary>
    public const int EXC_I386_ALIGNFLT = 17;

    /// <summary>Trap of the emulator: floating point operand overrun.</summary>
    public const int EXC_I386_ENDPERR = 33;

    /// <summary>Trap of the emulator: no floating point unit.</summary>
    public const int EXC_I386_ENOEXTFLT = 32;
}
