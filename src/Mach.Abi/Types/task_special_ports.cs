namespace Mach.Abi;

// mach/task_special_ports.h
public static partial class MachConstants
{
    /// <summary>Special port: the task's control port.</summary>
    public const int TASK_KERNEL_PORT = 1;

    /// <summary>Special port: the host.</summary>
    public const int TASK_HOST_PORT = 2;

    /// <summary>Special port: the task's name port.</summary>
    public const int TASK_NAME_PORT = 3;

    /// <summary>Special port: where names are looked up.</summary>
    public const int TASK_BOOTSTRAP_PORT = 4;

    /// <summary>Special port: the task's inspect port.</summary>
    public const int TASK_INSPECT_PORT = 5;

    /// <summary>Special port: the task's read port.</summary>
    public const int TASK_READ_PORT = 6;

    /// <summary>Special port: who decides on access to tasks; set once.</summary>
    public const int TASK_ACCESS_PORT = 9;

    /// <summary>Special port: debugger's control.</summary>
    public const int TASK_DEBUG_CONTROL_PORT = 10;

    /// <summary>Special port: where resource notices go.</summary>
    public const int TASK_RESOURCE_NOTIFY_PORT = 11;

    /// <summary>The last special port number.</summary>
    public const int TASK_MAX_SPECIAL_PORT = 11;
}
