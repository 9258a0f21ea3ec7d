namespace Mach.Abi;

// mach/processor_info.h
public static partial class MachConstants
{
    /// <summary>Most words of a processor's information.</summary>
    public const int PROCESSOR_INFO_MAX = 1024;

    /// <summary>Most words of a processor set's information.</summary>
    public const int PROCESSOR_SET_INFO_MAX = 1024;

    /// <summary>Processor info flavor: <c>processor_basic_info_data_t</c>.</summary>
    public const int PROCESSOR_BASIC_INFO = 1;

    /// <summary>Processor info flavor: <c>processor_cpu_load_info_data_t</c>.</summary>
    public const int PROCESSOR_CPU_LOAD_INFO = 2;

    /// <summary>Processor info flavor: performance registers.</summary>
    public const int PROCESSOR_PM_REGS_INFO = 0x10000001;

    /// <summary>Processor info flavor: temperature.</summary>
    public const int PROCESSOR_TEMPERATURE = 0x10000002;

    /// <summary>Words of <c>PROCESSOR_BASIC_INFO</c>.</summary>
    public const uint PROCESSOR_BASIC_INFO_COUNT = 5;

    /// <summary>Words of <c>PROCESSOR_CPU_LOAD_INFO</c>.</summary>
    public const uint PROCESSOR_CPU_LOAD_INFO_COUNT = 4;

    /// <summary>What a load of 1 is multiplied by.</summary>
    public const int LOAD_SCALE = 1000;

    /// <summary>Processor set flavor: <c>processor_set_basic_info_data_t</c>.</summary>
    public const int PROCESSOR_SET_BASIC_INFO = 5;

    /// <summary>Words of <c>PROCESSOR_SET_BASIC_INFO</c>.</summary>
    public const uint PROCESSOR_SET_BASIC_INFO_COUNT = 2;

    /// <summary>Processor set flavor: <c>processor_set_load_info_data_t</c>.</summary>
    public const int PROCESSOR_SET_LOAD_INFO = 4;

    /// <summary>Words of <c>PROCESSOR_SET_LOAD_INFO</c>.</summary>
    public const uint PROCESSOR_SET_LOAD_INFO_COUNT = 4;
}
