namespace Mach.Abi;

// mach/i386/fp_reg.h
public static partial class MachConstants
{
    /// <summary>Control word: mask of invalid operation.</summary>
    public const int FPC_IE = 1;

    /// <summary>Control word: mask of invalid operation.</summary>
    public const int FPC_IM = 1;

    /// <summary>Control word: mask of denormal operand.</summary>
    public const int FPC_DE = 2;

    /// <summary>Control word: mask of denormal operand.</summary>
    public const int FPC_DM = 2;

    /// <summary>Control word: mask of division by zero.</summary>
    public const int FPC_ZE = 4;

    /// <summary>Control word: mask of division by zero.</summary>
    public const int FPC_ZM = 4;

    /// <summary>Control word: mask of overflow.</summary>
    public const int FPC_OE = 8;

    /// <summary>Control word: mask of overflow.</summary>
    public const int FPC_OM = 8;

    /// <summary>Control word: mask of underflow.</summary>
    public const int FPC_UE = 0x10;

    /// <summary>Control word: mask of lost precision.</summary>
    public const int FPC_PE = 0x20;

    /// <summary>Control word: the precision bits.</summary>
    public const int FPC_PC = 0x300;

    /// <summary>Control word: precision of 24 bits.</summary>
    public const int FPC_PC_24 = 0;

    /// <summary>Control word: precision of 53 bits.</summary>
    public const int FPC_PC_53 = 0x200;

    /// <summary>Control word: precision of 64 bits.</summary>
    public const int FPC_PC_64 = 0x300;

    /// <summary>Control word: the rounding bits.</summary>
    public const int FPC_RC = 0xc00;

    /// <summary>Control word: round to the nearest.</summary>
    public const int FPC_RC_RN = 0;

    /// <summary>Control word: round down.</summary>
    public const int FPC_RC_RD = 0x400;

    /// <summary>Control word: round up.</summary>
    public const int FPC_RC_RU = 0x800;

    /// <summary>Control word: round towards zero.</summary>
    public const int FPC_RC_CHOP = 0xc00;

    /// <summary>Control word: the infinity bit.</summary>
    public const int FPC_IC = 0x1000;

    /// <summary>Control word: one infinity.</summary>
    public const int FPC_IC_PROJ = 0;

    /// <summary>Control word: two infinities.</summary>
    public const int FPC_IC_AFF = 0x1000;

    /// <summary>Status word: invalid operation.</summary>
    public const int FPS_IE = 1;

    /// <summary>Status word: denormal operand.</summary>
    public const int FPS_DE = 2;

    /// <summary>Status word: division by zero.</summary>
    public const int FPS_ZE = 4;

    /// <summary>Status word: overflow.</summary>
    public const int FPS_OE = 8;

    /// <summary>Status word: underflow.</summary>
    public const int FPS_UE = 0x10;

    /// <summary>Status word: lost precision.</summary>
    public const int FPS_PE = 0x20;

    /// <summary>Status word: stack fault.</summary>
    public const int FPS_SF = 0x40;

    /// <summary>Status word: an error is pending.</summary>
    public const int FPS_ES = 0x80;

    /// <summary>Status word: condition bit 0.</summary>
    public const int FPS_C0 = 0x100;

    /// <summary>Status word: condition bit 1.</summary>
    public const int FPS_C1 = 0x200;

    /// <summary>Status word: condition bit 2.</summary>
    public const int FPS_C2 = 0x400;

    /// <summary>Status word: the bits of the top of the stack.</summary>
    public const int FPS_TOS = 0x3800;

    /// <summary>Status word: where the top of the stack begins.</summary>
    public const int FPS_TOS_SHIFT = 11;

    /// <summary>Status word: condition bit 3.</summary>
    public const int FPS_C3 = 0x4000;

    /// <summary>Status word: busy.</summary>
    public const int FPS_BUSY = 0x8000;

    /// <summary>Floating point unit: none.</summary>
    public const int FP_NO = 0;

    /// <summary>Floating point unit: emulated.</summary>
    public const int FP_SOFT = 1;

    /// <summary>Floating point unit: 80287.</summary>
    public const int FP_287 = 2;

    /// <summary>Floating point unit: 80387.</summary>
    public const int FP_387 = 3;

    /// <summary>Floating point unit: with vector state.</summary>
    public const int FP_FXSR = 4;
}
