namespace Mach.Abi;

// mach/mach_types.h
public static partial class MachConstants
{
    /// <summary>No task.</summary>
    public const uint TASK_NULL = 0;

    /// <summary>No task name port.</summary>
    public const uint TASK_NAME_NULL = 0;

    /// <summary>No task inspect port.</summary>
    public const uint TASK_INSPECT_NULL = 0;

    /// <summary>No task read port.</summary>
    public const uint TASK_READ_NULL = 0;

    /// <summary>No thread.</summary>
    public const uint THREAD_NULL = 0;

    /// <summary>No thread inspect port.</summary>
    public const uint THREAD_INSPECT_NULL = 0;

    /// <summary>No thread read port.</summary>
    public const uint THREAD_READ_NULL = 0;

    /// <summary>No thread number.</summary>
    public const ulong TID_NULL = 0;

    /// <summary>No thread.</summary>
    public const uint THR_ACT_NULL = 0;

    /// <summary>No space.</summary>
    public const uint IPC_SPACE_NULL = 0;

    /// <summary>No space read port.</summary>
    public const uint IPC_SPACE_READ_NULL = 0;

    /// <summary>No space inspect port.</summary>
    public const uint IPC_SPACE_INSPECT_NULL = 0;

    /// <summary>No coalition.</summary>
    public const uint COALITION_NULL = 0;

    /// <summary>No host.</summary>
    public const uint HOST_NULL = 0;

    /// <summary>No host control port.</summary>
    public const uint HOST_PRIV_NULL = 0;

    /// <summary>No host security port.</summary>
    public const uint HOST_SECURITY_NULL = 0;

    /// <summary>No processor set.</summary>
    public const uint PROCESSOR_SET_NULL = 0;

    /// <summary>No processor.</summary>
    public const uint PROCESSOR_NULL = 0;

    /// <summary>No semaphore.</summary>
    public const uint SEMAPHORE_NULL = 0;

    /// <summary>No lock set.</summary>
    public const uint LOCK_SET_NULL = 0;

    /// <summary>No ledger.</summary>
    public const uint LEDGER_NULL = 0;

    /// <summary>No alarm.</summary>
    public const uint ALARM_NULL = 0;

    /// <summary>No clock.</summary>
    public const uint CLOCK_NULL = 0;

    /// <summary>No user notification server.</summary>
    public const uint UND_SERVER_NULL = 0;

    /// <summary>No arcade registration.</summary>
    public const uint ARCADE_REG_NULL = 0;

    /// <summary>No event link.</summary>
    public const uint MACH_EVENTLINK_NULL = 0;

    /// <summary>No event link.</summary>
    public const uint IPC_EVENTLINK_NULL = 0;

    /// <summary>No task identity token.</summary>
    public const uint TASK_ID_TOKEN_NULL = 0;

    /// <summary>No kcdata object.</summary>
    public const uint KCDATA_OBJECT_NULL = 0;

    /// <summary>Task port flavor: control, the strongest.</summary>
    public const int TASK_FLAVOR_CONTROL = 0;

    /// <summary>Task port flavor: read.</summary>
    public const int TASK_FLAVOR_READ = 1;

    /// <summary>Task port flavor: inspect.</summary>
    public const int TASK_FLAVOR_INSPECT = 2;

    /// <summary>Task port flavor: name, the weakest.</summary>
    public const int TASK_FLAVOR_NAME = 3;

    /// <summary>The last task port flavor.</summary>
    public const int TASK_FLAVOR_MAX = 3;

    /// <summary>Thread port flavor: control, the strongest.</summary>
    public const int THREAD_FLAVOR_CONTROL = 0;

    /// <summary>Thread port flavor: read.</summary>
    public const int THREAD_FLAVOR_READ = 1;

    /// <summary>Thread port flavor: inspect, the weakest.</summary>
    public const int THREAD_FLAVOR_INSPECT = 2;

    /// <summary>The last thread port flavor.</summary>
    public const int THREAD_FLAVOR_MAX = 2;

    /// <summary>Ledger item: no limit.</summary>
    public const uint LEDGER_ITEM_INFINITY = 0xffffffffu;

    /// <summary>Ledger limit: none.</summary>
    public const long LEDGER_LIMIT_INFINITY = 0x7fffffffffffffff;
}
