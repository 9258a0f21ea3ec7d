namespace Mach.Abi;

// mach/i386/_structs.h
public static partial class MachConstants
{
    /// <summary>Precision of the floating point unit: 24 bits.</summary>
    public const int FP_PREC_24B = 0;

    /// <summary>Precision of the floating point unit: 53 bits.</summary>
    public const int FP_PREC_53B = 2;

    /// <summary>Precision of the floating point unit: 64 bits.</summary>
    public const int FP_PREC_64B = 3;

    /// <summary>Rounding of the floating point unit: to the nearest.</summary>
    public const int FP_RND_NEAR = 0;

    /// <summary>Rounding of the floating point unit: down.</summary>
    public const int FP_RND_DOWN = 1;

    /// <summary>Rounding of the floating point unit: up.</summary>
    public const int FP_RND_UP = 2;

    /// <summary>Rounding of the floating point unit: towards zero.</summary>
    public const int FP_CHOP = 3;

    /// <summary>Bytes of a saved floating point state.</summary>
    public const int FP_STATE_BYTES = 512;

    /// <summary>Instruction bytes of <c>x86_instruction_state_t</c>.</summary>
    public const int _X86_INSTRUCTION_STATE_MAX_INSN_BYTES = 2380;

    /// <summary>Bytes of a cache line of <c>x86_instruction_state_t</c>.</summary>
    public const int _X86_INSTRUCTION_STATE_CACHELINE_SIZE = 64;

    /// <summary>Branches of <c>last_branch_state_t</c>.</summary>
    public const int __LASTBRANCH_MAX = 32;
}
