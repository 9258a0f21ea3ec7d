namespace Mach.Abi;

// mach/machine.h
public static partial class MachConstants
{
    /// <summary>Processor subtype of VAX: any.</summary>
    public const int CPU_SUBTYPE_VAX_ALL = 0;

    /// <summary>Processor subtype: VAX780.</summary>
    public const int CPU_SUBTYPE_VAX780 = 1;

    /// <summary>Processor subtype: VAX785.</summary>
    public const int CPU_SUBTYPE_VAX785 = 2;

    /// <summary>Processor subtype: VAX750.</summary>
    public const int CPU_SUBTYPE_VAX750 = 3;

    /// <summary>Processor subtype: VAX730.</summary>
    public const int CPU_SUBTYPE_VAX730 = 4;

    /// <summary>Processor subtype: UVAXI.</summary>
    public const int CPU_SUBTYPE_UVAXI = 5;

    /// <summary>Processor subtype: UVAXII.</summary>
    public const int CPU_SUBTYPE_UVAXII = 6;

    /// <summary>Processor subtype: VAX8200.</summary>
    public const int CPU_SUBTYPE_VAX8200 = 7;

    /// <summary>Processor subtype: VAX8500.</summary>
    public const int CPU_SUBTYPE_VAX8500 = 8;

    /// <summary>Processor subtype: VAX8600.</summary>
    public const int CPU_SUBTYPE_VAX8600 = 9;

    /// <summary>Processor subtype: VAX8650.</summary>
    public const int CPU_SUBTYPE_VAX8650 = 10;

    /// <summary>Processor subtype: VAX8800.</summary>
    public const int CPU_SUBTYPE_VAX8800 = 11;

    /// <summary>Processor subtype: UVAXIII.</summary>
    public const int CPU_SUBTYPE_UVAXIII = 12;

    /// <summary>Processor subtype of MC680x0: any.</summary>
    public const int CPU_SUBTYPE_MC680x0_ALL = 1;

    /// <summary>Processor subtype: MC68030.</summary>
    public const int CPU_SUBTYPE_MC68030 = 1;

    /// <summary>Processor subtype: MC68040.</summary>
    public const int CPU_SUBTYPE_MC68040 = 2;

    /// <summary>Processor subtype: MC68030 ONLY.</summary>
    public const int CPU_SUBTYPE_MC68030_ONLY = 3;

    /// <summary>Processor subtype of I386: any.</summary>
    public const int CPU_SUBTYPE_I386_ALL = 3;

    /// <summary>Processor subtype: 386.</summary>
    public const int CPU_SUBTYPE_386 = 3;

    /// <summary>Processor subtype: 486.</summary>
    public const int CPU_SUBTYPE_486 = 4;

    /// <summary>Processor subtype: 486SX.</summary>
    public const int CPU_SUBTYPE_486SX = 132;

    /// <summary>Processor subtype: 586.</summary>
    public const int CPU_SUBTYPE_586 = 5;

    /// <summary>Processor subtype: PENT.</summary>
    public const int CPU_SUBTYPE_PENT = 5;

    /// <summary>Processor subtype: PENTPRO.</summary>
    public const int CPU_SUBTYPE_PENTPRO = 22;

    /// <summary>Processor subtype: PENTII M3.</summary>
    public const int CPU_SUBTYPE_PENTII_M3 = 54;

    /// <summary>Processor subtype: PENTII M5.</summary>
    public const int CPU_SUBTYPE_PENTII_M5 = 86;

    /// <summary>Processor subtype: CELERON.</summary>
    public const int CPU_SUBTYPE_CELERON = 103;

    /// <summary>Processor subtype: CELERON MOBILE.</summary>
    public const int CPU_SUBTYPE_CELERON_MOBILE = 119;

    /// <summary>Processor subtype: PENTIUM 3.</summary>
    public const int CPU_SUBTYPE_PENTIUM_3 = 8;

    /// <summary>Processor subtype: PENTIUM 3 M.</summary>
    public const int CPU_SUBTYPE_PENTIUM_3_M = 24;

    /// <summary>Processor subtype: PENTIUM 3 XEON.</summary>
    public const int CPU_SUBTYPE_PENTIUM_3_XEON = 40;

    /// <summary>Processor subtype: PENTIUM M.</summary>
    public const int CPU_SUBTYPE_PENTIUM_M = 9;

    /// <summary>Processor subtype: PENTIUM 4.</summary>
    public const int CPU_SUBTYPE_PENTIUM_4 = 10;

    /// <summary>Processor subtype: PENTIUM 4 M.</summary>
    public const int CPU_SUBTYPE_PENTIUM_4_M = 26;

    /// <summary>Processor subtype: ITANIUM.</summary>
    public const int CPU_SUBTYPE_ITANIUM = 11;

    /// <summary>Processor subtype: ITANIUM 2.</summary>
    public const int CPU_SUBTYPE_ITANIUM_2 = 27;

    /// <summary>Processor subtype: XEON.</summary>
    public const int CPU_SUBTYPE_XEON = 12;

    /// <summary>Processor subtype: XEON MP.</summary>
    public const int CPU_SUBTYPE_XEON_MP = 28;

    /// <summary>The last family of Intel processors in a subtype.</summary>
    public const int CPU_SUBTYPE_INTEL_FAMILY_MAX = 15;

    /// <summary>Model of an Intel processor in a subtype: any.</summary>
    public const int CPU_SUBTYPE_INTEL_MODEL_ALL = 0;

    /// <summary>Processor subtype of X86: any.</summary>
    public const int CPU_SUBTYPE_X86_ALL = 3;

    /// <summary>Processor subtype of X86 64: any.</summary>
    public const int CPU_SUBTYPE_X86_64_ALL = 3;

    /// <summary>Processor subtype: X86 ARCH1.</summary>
    public const int CPU_SUBTYPE_X86_ARCH1 = 4;

    /// <summary>Processor subtype: X86 64 H.</summary>
    public const int CPU_SUBTYPE_X86_64_H = 8;

    /// <summary>Processor subtype of MIPS: any.</summary>
    public const int CPU_SUBTYPE_MIPS_ALL = 0;

    /// <summary>Processor subtype: MIPS R2300.</summary>
    public const int CPU_SUBTYPE_MIPS_R2300 = 1;

    /// <summary>Processor subtype: MIPS R2600.</summary>
    public const int CPU_SUBTYPE_MIPS_R2600 = 2;

    /// <summary>Processor subtype: MIPS R2800.</summary>
    public const int CPU_SUBTYPE_MIPS_R2800 = 3;

    /// <summary>Processor subtype: MIPS R2000a.</summary>
    public const int CPU_SUBTYPE_MIPS_R2000a = 4;

    /// <summary>Processor subtype: MIPS R2000.</summary>
    public const int CPU_SUBTYPE_MIPS_R2000 = 5;

    /// <summary>Processor subtype: MIPS R3000a.</summary>
    public const int CPU_SUBTYPE_MIPS_R3000a = 6;

    /// <summary>Processor subtype: MIPS R3000.</summary>
    public const int CPU_SUBTYPE_MIPS_R3000 = 7;

    /// <summary>Processor subtype of MC98000: any.</summary>
    public const int CPU_SUBTYPE_MC98000_ALL = 0;

    /// <summary>Processor subtype: MC98601.</summary>
    public const int CPU_SUBTYPE_MC98601 = 1;

    /// <summary>Processor subtype of HPPA: any.</summary>
    public const int CPU_SUBTYPE_HPPA_ALL = 0;

    /// <summary>Processor subtype: HPPA 7100.</summary>
    public const int CPU_SUBTYPE_HPPA_7100 = 0;

    /// <summary>Processor subtype: HPPA 7100LC.</summary>
    public const int CPU_SUBTYPE_HPPA_7100LC = 1;

    /// <summary>Processor subtype of MC88000: any.</summary>
    public const int CPU_SUBTYPE_MC88000_ALL = 0;

    /// <summary>Processor subtype: MC88100.</summary>
    public const int CPU_SUBTYPE_MC88100 = 1;

    /// <summary>Processor subtype: MC88110.</summary>
    public const int CPU_SUBTYPE_MC88110 = 2;

    /// <summary>Processor subtype of SPARC: any.</summary>
    public const int CPU_SUBTYPE_SPARC_ALL = 0;

    /// <summary>Processor subtype of I860: any.</summary>
    public const int CPU_SUBTYPE_I860_ALL = 0;

    /// <summary>Processor subtype: I860 860.</summary>
    public const int CPU_SUBTYPE_I860_860 = 1;

    /// <summary>Processor subtype of POWERPC: any.</summary>
    public const int CPU_SUBTYPE_POWERPC_ALL = 0;

    /// <summary>Processor subtype: POWERPC 601.</summary>
    public const int CPU_SUBTYPE_POWERPC_601 = 1;

    /// <summary>Processor subtype: POWERPC 602.</summary>
    public const int CPU_SUBTYPE_POWERPC_602 = 2;

    /// <summary>Processor subtype: POWERPC 603.</summary>
    public const int CPU_SUBTYPE_POWERPC_603 = 3;

    /// <summary>Processor subtype: POWERPC 603e.</summary>
    public const int CPU_SUBTYPE_POWERPC_603e = 4;

    /// <summary>Processor subtype: POWERPC 603ev.</summary>
    public const int CPU_SUBTYPE_POWERPC_603ev = 5;

    /// <summary>Processor subtype: POWERPC 604.</summary>
    public const int CPU_SUBTYPE_POWERPC_604 = 6;

    /// <summary>Processor subtype: POWERPC 604e.</summary>
    public const int CPU_SUBTYPE_POWERPC_604e = 7;

    /// <summary>Processor subtype: POWERPC 620.</summary>
    public const int CPU_SUBTYPE_POWERPC_620 = 8;

    /// <summary>Processor subtype: POWERPC 750.</summary>
    public const int CPU_SUBTYPE_POWERPC_750 = 9;

    /// <summary>Processor subtype: POWERPC 7400.</summary>
    public const int CPU_SUBTYPE_POWERPC_7400 = 10;

    /// <summary>Processor subtype: POWERPC 7450.</summary>
    public const int CPU_SUBTYPE_POWERPC_7450 = 11;

    /// <summary>Processor subtype: POWERPC 970.</summary>
    public const int CPU_SUBTYPE_POWERPC_970 = 100;

    /// <summary>Processor subtype of ARM: any.</summary>
    public const int CPU_SUBTYPE_ARM_ALL = 0;

    /// <summary>Processor subtype: ARM V4T.</summary>
    public const int CPU_SUBTYPE_ARM_V4T = 5;

    /// <summary>Processor subtype: ARM V6.</summary>
    public const int CPU_SUBTYPE_ARM_V6 = 6;

    /// <summary>Processor subtype: ARM V5TEJ.</summary>
    public const int CPU_SUBTYPE_ARM_V5TEJ = 7;

    /// <summary>Processor subtype: ARM XSCALE.</summary>
    public const int CPU_SUBTYPE_ARM_XSCALE = 8;

    /// <summary>Processor subtype: ARM V7.</summary>
    public const int CPU_SUBTYPE_ARM_V7 = 9;

    /// <summary>Processor subtype: ARM V7F.</summary>
    public const int CPU_SUBTYPE_ARM_V7F = 10;

    /// <summary>Processor subtype: ARM V7S.</summary>
    public const int CPU_SUBTYPE_ARM_V7S = 11;

    /// <summary>Processor subtype: ARM V7K.</summary>
    public const int CPU_SUBTYPE_ARM_V7K = 12;

    /// <summary>Processor subtype: ARM V8.</summary>
    public const int CPU_SUBTYPE_ARM_V8 = 13;

    /// <summary>Processor subtype: ARM V6M.</summary>
    public const int CPU_SUBTYPE_ARM_V6M = 14;

    /// <summary>Processor subtype: ARM V7M.</summary>
    public const int CPU_SUBTYPE_ARM_V7M = 15;

    /// <summary>Processor subtype: ARM V7EM.</summary>
    public const int CPU_SUBTYPE_ARM_V7EM = 16;

    /// <summary>Processor subtype: ARM V8M.</summary>
    public const int CPU_SUBTYPE_ARM_V8M = 17;

    /// <summary>Processor subtype of ARM64: any.</summary>
    public const int CPU_SUBTYPE_ARM64_ALL = 0;

    /// <summary>Processor subtype: ARM64 V8.</summary>
    public const int CPU_SUBTYPE_ARM64_V8 = 1;

    /// <summary>Processor subtype: ARM64E.</summary>
    public const int CPU_SUBTYPE_ARM64E = 2;

    /// <summary>Bits of a subtype that hold the pointer authentication version.</summary>
    public const int CPU_SUBTYPE_ARM64_PTR_AUTH_MASK = 0xf000000;

    /// <summary>Processor subtype of ARM64 32: any.</summary>
    public const int CPU_SUBTYPE_ARM64_32_ALL = 0;

    /// <summary>Processor subtype: ARM64 32 V8.</summary>
    public const int CPU_SUBTYPE_ARM64_32_V8 = 1;
}
