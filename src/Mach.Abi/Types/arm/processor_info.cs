namespace Mach.Abi;

// mach/arm/processor_info.h
public static partial class MachConstants
{
    /// <summary>Processor info flavor: <c>processor_cpu_stat_data_t</c>; arm64 only.</summary>
    public const int PROCESSOR_CPU_STAT = 0x10000003;

    /// <summary>Processor info flavor: <c>processor_cpu_stat64_data_t</c>; arm64 only.</summary>
    public const int PROCESSOR_CPU_STAT64 = 0x10000004;

    /// <summary>Words of <c>PROCESSOR_CPU_STAT</c>.</summary>
    public const uint PROCESSOR_CPU_STAT_COUNT = 9;

    /// <summary>Words of <c>PROCESSOR_CPU_STAT64</c>.</summary>
    public const uint PROCESSOR_CPU_STAT64_COUNT = 20;
}
