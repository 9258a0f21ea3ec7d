namespace Mach.Abi;

// mach/thread_info.h
public static partial class MachConstants
{
    /// <summary>Most words of a thread's information.</summary>
    public const int THREAD_INFO_MAX = 32;

    /// <summary>Thread info flavor: <c>thread_basic_info_data_t</c>.</summary>
    public const int THREAD_BASIC_INFO = 3;

    /// <summary>Words of <c>THREAD_BASIC_INFO</c>.</summary>
    public const uint THREAD_BASIC_INFO_COUNT = 10;

    /// <summary>Thread info flavor: <c>thread_identifier_info_data_t</c>.</summary>
    public const int THREAD_IDENTIFIER_INFO = 4;

    /// <summary>Words of <c>THREAD_IDENTIFIER_INFO</c>.</summary>
    public const uint THREAD_IDENTIFIER_INFO_COUNT = 6;

    /// <summary>What full use of a processor is multiplied by.</summary>
    public const int TH_USAGE_SCALE = 1000;

    /// <summary>Run state: running or ready.</summary>
    public const int TH_STATE_RUNNING = 1;

    /// <summary>Run state: stopped.</summary>
    public const int TH_STATE_STOPPED = 2;

    /// <summary>Run state: waiting.</summary>
    public const int TH_STATE_WAITING = 3;

    /// <summary>Run state: waiting, not to be aborted.</summary>
    public const int TH_STATE_UNINTERRUPTIBLE = 4;

    /// <summary>Run state: halted.</summary>
    public const int TH_STATE_HALTED = 5;

    /// <summary>Thread flag: its stack is swapped out.</summary>
    public const int TH_FLAGS_SWAPPED = 1;

    /// <summary>Thread flag: an idle thread.</summary>
    public const int TH_FLAGS_IDLE = 2;

    /// <summary>Thread flag: forced to idle.</summary>
    public const int TH_FLAGS_GLOBAL_FORCED_IDLE = 4;

    /// <summary>Thread info flavor: <c>thread_extended_info_data_t</c>.</summary>
    public const int THREAD_EXTENDED_INFO = 5;

    /// <summary>Bytes of a thread's name, with its final zero.</summary>
    public const int MAXTHREADNAMESIZE = 64;

    /// <summary>Words of <c>THREAD_EXTENDED_INFO</c>.</summary>
    public const uint THREAD_EXTENDED_INFO_COUNT = 28;

    /// <summary>Thread info flavor: of debug kernels only.</summary>
    public const int THREAD_DEBUG_INFO_INTERNAL = 6;

    /// <summary>Number of input/output priorities.</summary>
    public const int IO_NUM_PRIORITIES = 4;

    /// <summary>Thread info flavor: <c>policy_timeshare_info_data_t</c>.</summary>
    public const int THREAD_SCHED_TIMESHARE_INFO = 10;

    /// <summary>Thread info flavor: <c>policy_rr_info_data_t</c>.</summary>
    public const int THREAD_SCHED_RR_INFO = 11;

    /// <summary>Thread info flavor: <c>policy_fifo_info_data_t</c>.</summary>
    public const int THREAD_SCHED_FIFO_INFO = 12;
}
