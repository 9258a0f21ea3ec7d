namespace Mach.Abi;

// mach/machine.h: macros with arguments
public static partial class MachConstants
{
    /// <summary>The subtype of an Intel processor of that family and model.</summary>
    public static cpu_subtype_t CPU_SUBTYPE_INTEL(int f, int m) => f + (m << 4);

    /// <summary>The family in the subtype of an Intel processor.</summary>
    public static int CPU_SUBTYPE_INTEL_FAMILY(cpu_subtype_t x) => x & CPU_SUBTYPE_INTEL_FAMILY_MAX;

    /// <summary>The model in the subtype of an Intel processor.</summary>
    public static int CPU_SUBTYPE_INTEL_MODEL(cpu_subtype_t x) => x >> 4;

    /// <summary>The pointer authentication version in a subtype of arm64.</summary>
    public static int CPU_SUBTYPE_ARM64_PTR_AUTH_VERSION(cpu_subtype_t x) => (x & CPU_SUBTYPE_ARM64_PTR_AUTH_MASK) >> 24;
}
