namespace Mach.Abi;

// mach/machine.h
public static partial class MachConstants
{
    /// <summary>Number of processor states.</summary>
    public const int CPU_STATE_MAX = 4;

    /// <summary>Processor state: in user space.</summary>
    public const int CPU_STATE_USER = 0;

    /// <summary>Processor state: in the kernel.</summary>
    public const int CPU_STATE_SYSTEM = 1;

    /// <summary>Processor state: idle.</summary>
    public const int CPU_STATE_IDLE = 2;

    /// <summary>Processor state: in user space at low priority.</summary>
    public const int CPU_STATE_NICE = 3;

    /// <summary>Bits of a processor type that tell the width of its addresses.</summary>
    public const uint CPU_ARCH_MASK = 0xff000000u;

    /// <summary>Processor type flag: 64-bit.</summary>
    public const int CPU_ARCH_ABI64 = 0x1000000;

    /// <summary>Processor type flag: 64-bit registers, 32-bit addresses.</summary>
    public const int CPU_ARCH_ABI64_32 = 0x2000000;

    /// <summary>Processor type: ANY.</summary>
    public const int CPU_TYPE_ANY = -1;

    /// <summary>Processor type: VAX.</summary>
    public const int CPU_TYPE_VAX = 1;

    /// <summary>Processor type: MC680x0.</summary>
    public const int CPU_TYPE_MC680x0 = 6;

    /// <summary>Processor type: X86.</summary>
    public const int CPU_TYPE_X86 = 7;

    /// <summary>Processor type: I386.</summary>
    public const int CPU_TYPE_I386 = 7;

    /// <summary>Processor type: X86 64.</summary>
    public const int CPU_TYPE_X86_64 = 0x1000007;

    /// <summary>Processor type: MC98000.</summary>
    public const int CPU_TYPE_MC98000 = 10;

    /// <summary>Processor type: HPPA.</summary>
    public const int CPU_TYPE_HPPA = 11;

    /// <summary>Processor type: ARM.</summary>
    public const int CPU_TYPE_ARM = 12;

    /// <summary>Processor type: ARM64.</summary>
    public const int CPU_TYPE_ARM64 = 0x100000c;

    /// <summary>Processor type: ARM64 32.</summary>
    public const int CPU_TYPE_ARM64_32 = 0x200000c;

    /// <summary>Processor type: MC88000.</summary>
    public const int CPU_TYPE_MC88000 = 13;

    /// <summary>Processor type: SPARC.</summary>
    public const int CPU_TYPE_SPARC = 14;

    /// <summary>Processor type: I860.</summary>
    public const int CPU_TYPE_I860 = 15;

    /// <summary>Processor type: POWERPC.</summary>
    public const int CPU_TYPE_POWERPC = 18;

    /// <summary>Processor type: POWERPC64.</summary>
    public const int CPU_TYPE_POWERPC64 = 0x1000012;

    /// <summary>Bits of a processor subtype that are flags.</summary>
    public const uint CPU_SUBTYPE_MASK = 0xff000000u;

    /// <summary>Processor subtype flag: 64-bit libraries.</summary>
    public const uint CPU_SUBTYPE_LIB64 = 0x80000000u;

    /// <summary>Processor subtype flag: the pointer authentication version counts.</summary>
    public const uint CPU_SUBTYPE_PTRAUTH_ABI = 0x80000000u;

    /// <summary>Processor subtype: any.</summary>
    public const int CPU_SUBTYPE_ANY = -1;

    /// <summary>Processor subtype: several.</summary>
    public const int CPU_SUBTYPE_MULTIPLE = -1;

    /// <summary>Processor subtype: little-endian.</summary>
    public const int CPU_SUBTYPE_LITTLE_ENDIAN = 0;

    /// <summary>Processor subtype: big-endian.</summary>
    public const int CPU_SUBTYPE_BIG_ENDIAN = 1;

    /// <summary>Threads of a core: one.</summary>
    public const int CPU_THREADTYPE_NONE = 0;

    /// <summary>Threads of a core: Intel's hyper-threading.</summary>
    public const int CPU_THREADTYPE_INTEL_HTT = 1;

    /// <summary>Processor family: not known.</summary>
    public const int CPUFAMILY_UNKNOWN = 0;

    /// <summary>Processor family: POWERPC G3.</summary>
    public const uint CPUFAMILY_POWERPC_G3 = 0xcee41549u;

    /// <summary>Processor family: POWERPC G4.</summary>
    public const int CPUFAMILY_POWERPC_G4 = 0x77c184ae;

    /// <summary>Processor family: POWERPC G5.</summary>
    public const uint CPUFAMILY_POWERPC_G5 = 0xed76d8aau;

    /// <summary>Processor family: INTEL 6 13.</summary>
    public const uint CPUFAMILY_INTEL_6_13 = 0xaa33392bu;

    /// <summary>Processor family: INTEL PENRYN.</summary>
    public const int CPUFAMILY_INTEL_PENRYN = 0x78ea4fbc;

    /// <summary>Processor family: INTEL NEHALEM.</summary>
    public const int CPUFAMILY_INTEL_NEHALEM = 0x6b5a4cd2;

    /// <summary>Processor family: INTEL WESTMERE.</summary>
    public const int CPUFAMILY_INTEL_WESTMERE = 0x573b5eec;

    /// <summary>Processor family: INTEL SANDYBRIDGE.</summary>
    public const int CPUFAMILY_INTEL_SANDYBRIDGE = 0x5490b78c;

    /// <summary>Processor family: INTEL IVYBRIDGE.</summary>
    public const int CPUFAMILY_INTEL_IVYBRIDGE = 0x1f65e835;

    /// <summary>Processor family: INTEL HASWELL.</summary>
    public const int CPUFAMILY_INTEL_HASWELL = 0x10b282dc;

    /// <summary>Processor family: INTEL BROADWELL.</summary>
    public const int CPUFAMILY_INTEL_BROADWELL = 0x582ed09c;

    /// <summary>Processor family: INTEL SKYLAKE.</summary>
    public const int CPUFAMILY_INTEL_SKYLAKE = 0x37fc219f;

    /// <summary>Processor family: INTEL KABYLAKE.</summary>
    public const int CPUFAMILY_INTEL_KABYLAKE = 0xf817246;

    /// <summary>Processor family: INTEL ICELAKE.</summary>
    public const int CPUFAMILY_INTEL_ICELAKE = 0x38435547;

    /// <summary>Processor family: INTEL COMETLAKE.</summary>
    public const int CPUFAMILY_INTEL_COMETLAKE = 0x1cf8a03e;

    /// <summary>Processor family: ARM 9.</summary>
    public const uint CPUFAMILY_ARM_9 = 0xe73283aeu;

    /// <summary>Processor family: ARM 11.</summary>
    public const uint CPUFAMILY_ARM_11 = 0x8ff620d8u;

    /// <summary>Processor family: ARM XSCALE.</summary>
    public const int CPUFAMILY_ARM_XSCALE = 0x53b005f5;

    /// <summary>Processor family: ARM 12.</summary>
    public const uint CPUFAMILY_ARM_12 = 0xbd1b0ae9u;

    /// <summary>Processor family: ARM 13.</summary>
    public const int CPUFAMILY_ARM_13 = 0xcc90e64;

    /// <summary>Processor family: ARM 14.</summary>
    public const uint CPUFAMILY_ARM_14 = 0x96077ef1u;

    /// <summary>Processor family: ARM 15.</summary>
    public const uint CPUFAMILY_ARM_15 = 0xa8511bcau;

    /// <summary>Processor family: ARM SWIFT.</summary>
    public const int CPUFAMILY_ARM_SWIFT = 0x1e2d6381;

    /// <summary>Processor family: ARM CYCLONE.</summary>
    public const int CPUFAMILY_ARM_CYCLONE = 0x37a09642;

    /// <summary>Processor family: ARM TYPHOON.</summary>
    public const int CPUFAMILY_ARM_TYPHOON = 0x2c91a47e;

    /// <summary>Processor family: ARM TWISTER.</summary>
    public const uint CPUFAMILY_ARM_TWISTER = 0x92fb37c8u;

    /// <summary>Processor family: ARM HURRICANE.</summary>
    public const int CPUFAMILY_ARM_HURRICANE = 0x67ceee93;

    /// <summary>Processor family: ARM MONSOON MISTRAL.</summary>
    public const uint CPUFAMILY_ARM_MONSOON_MISTRAL = 0xe81e7ef6u;

    /// <summary>Processor family: ARM VORTEX TEMPEST.</summary>
    public const int CPUFAMILY_ARM_VORTEX_TEMPEST = 0x7d34b9f;

    /// <summary>Processor family: ARM LIGHTNING THUNDER.</summary>
    public const int CPUFAMILY_ARM_LIGHTNING_THUNDER = 0x462504d2;

    /// <summary>Processor family: ARM FIRESTORM ICESTORM.</summary>
    public const int CPUFAMILY_ARM_FIRESTORM_ICESTORM = 0x1b588bb3;

    /// <summary>Processor family: ARM BLIZZARD AVALANCHE.</summary>
    public const uint CPUFAMILY_ARM_BLIZZARD_AVALANCHE = 0xda33d83du;

    /// <summary>Processor family: ARM EVEREST SAWTOOTH.</summary>
    public const uint CPUFAMILY_ARM_EVEREST_SAWTOOTH = 0x8765edeau;

    /// <summary>Processor family: ARM IBIZA.</summary>
    public const uint CPUFAMILY_ARM_IBIZA = 0xfa33415eu;

    /// <summary>Processor family: ARM PALMA.</summary>
    public const int CPUFAMILY_ARM_PALMA = 0x72015832;

    /// <summary>Processor family: ARM COLL.</summary>
    public const int CPUFAMILY_ARM_COLL = 0x2876f5b5;

    /// <summary>Processor family: ARM LOBOS.</summary>
    public const int CPUFAMILY_ARM_LOBOS = 0x5f4dea93;

    /// <summary>Processor family: ARM DONAN.</summary>
    public const int CPUFAMILY_ARM_DONAN = 0x6f5129ac;

    /// <summary>Processor family: ARM BRAVA.</summary>
    public const int CPUFAMILY_ARM_BRAVA = 0x17d5b93a;

    /// <summary>Processor subfamily: not known.</summary>
    public const int CPUSUBFAMILY_UNKNOWN = 0;

    /// <summary>Processor subfamily: ARM HP.</summary>
    public const int CPUSUBFAMILY_ARM_HP = 1;

    /// <summary>Processor subfamily: ARM HG.</summary>
    public const int CPUSUBFAMILY_ARM_HG = 2;

    /// <summary>Processor subfamily: ARM M.</summary>
    public const int CPUSUBFAMILY_ARM_M = 3;

    /// <summary>Processor subfamily: ARM HS.</summary>
    public const int CPUSUBFAMILY_ARM_HS = 4;

    /// <summary>Processor subfamily: ARM HC HD.</summary>
    public const int CPUSUBFAMILY_ARM_HC_HD = 5;

    /// <summary>Processor subfamily: ARM HA.</summary>
    public const int CPUSUBFAMILY_ARM_HA = 6;

    /// <summary>Processor family: INTEL 6 23.</summary>
    public const int CPUFAMILY_INTEL_6_23 = 0x78ea4fbc;

    /// <summary>Processor family: INTEL 6 26.</summary>
    public const int CPUFAMILY_INTEL_6_26 = 0x6b5a4cd2;
}
