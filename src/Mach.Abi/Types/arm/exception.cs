namespace Mach.Abi;

// mach/arm/exception.h
public static partial class MachConstants
{
    /// <summary>One more than the last exception type.</summary>
    public const int EXC_TYPES_COUNT = 14;

    /// <summary>Exception mask: types of the processor; there are none.</summary>
    public const int EXC_MASK_MACHINE = 0;

    /// <summary>Codes of an exception.</summary>
    public const int EXCEPTION_CODE_MAX = 2;

    /// <summary>Code of <c>EXC_BAD_INSTRUCTION</c>: undefined.</summary>
    public const int EXC_ARM_UNDEFINED = 1;

    /// <summary>Code of <c>EXC_BAD_INSTRUCTION</c>: matrix instructions are not allowed.</summary>
    public const int EXC_ARM_SME_DISALLOWED = 2;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: not known.</summary>
    public const int EXC_ARM_FP_UNDEFINED = 0;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: invalid operation.</summary>
    public const int EXC_ARM_FP_IO = 1;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: division by zero.</summary>
    public const int EXC_ARM_FP_DZ = 2;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: overflow.</summary>
    public const int EXC_ARM_FP_OF = 3;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: underflow.</summary>
    public const int EXC_ARM_FP_UF = 4;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: inexact.</summary>
    public const int EXC_ARM_FP_IX = 5;

    /// <summary>Code of <c>EXC_ARITHMETIC</c>: denormal input.</summary>
    public const int EXC_ARM_FP_ID = 6;

    /// <summary>Code of <c>EXC_BAD_ACCESS</c>: misaligned data.</summary>
    public const int EXC_ARM_DA_ALIGN = 257;

    /// <summary>Code of <c>EXC_BAD_ACCESS</c> or <c>EXC_BREAKPOINT</c>: a watchpoint.</summary>
    public const int EXC_ARM_DA_DEBUG = 258;

    /// <summary>Code of <c>EXC_BAD_ACCESS</c>: misaligned stack pointer.</summary>
    public const int EXC_ARM_SP_ALIGN = 259;

    /// <summary>Code of <c>EXC_BAD_ACCESS</c>: a swap instruction.</summary>
    public const int EXC_ARM_SWP = 260;

    /// <summary>Code of <c>EXC_BAD_ACCESS</c>: pointer authentication failed.</summary>
    public const int EXC_ARM_PAC_FAIL = 261;

    /// <summary>Code of <c>EXC_BREAKPOINT</c>: a breakpoint instruction.</summary>
    public const int EXC_ARM_BREAKPOINT = 1;
}
