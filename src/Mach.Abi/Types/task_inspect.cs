namespace Mach.Abi;

// mach/task_inspect.h
public static partial class MachConstants
{
    /// <summary>Words of <c>TASK_INSPECT_BASIC_COUNTS</c>.</summary>
    public const uint TASK_INSPECT_BASIC_COUNTS_COUNT = 4;

    /// <summary>Task inspect flavor: <c>task_inspect_basic_counts_data_t</c>.</summary>
    public const uint TASK_INSPECT_BASIC_COUNTS = 1;
}
