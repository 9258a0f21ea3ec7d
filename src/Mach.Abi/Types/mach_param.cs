namespace Mach.Abi;

// mach/mach_param.h
public static partial class MachConstants
{
    /// <summary>Registered ports of a task.</summary>
    public const int TASK_PORT_REGISTER_MAX = 3;

    /// <summary>Most ports that a task may watch.</summary>
    public const int TASK_MAX_WATCHPORT_COUNT = 128;

    /// <summary>Exception types, and so most exception ports.</summary>
    public const int TASK_MAX_EXCEPTION_PORT_COUNT = 14;

    /// <summary>Ports that stand for a task.</summary>
    public const int TASK_SELF_PORT_COUNT = 4;

    /// <summary>Ports that stand for a thread.</summary>
    public const int THREAD_SELF_PORT_COUNT = 3;

    /// <summary>Bytes of a conclave's name.</summary>
    public const int MAXCONCLAVENAME = 128;
}
