namespace Mach.Abi;

// kern/ipc_kobject.h
public static partial class MachConstants
{
    /// <summary>Object type: an ordinary port.</summary>
    public const uint IKOT_NONE = 0;

    /// <summary>Object type: thread, control.</summary>
    public const uint IKOT_THREAD_CONTROL = 1;

    /// <summary>Object type: task, control.</summary>
    public const uint IKOT_TASK_CONTROL = 2;

    /// <summary>Object type: host.</summary>
    public const uint IKOT_HOST = 3;

    /// <summary>Object type: host, control.</summary>
    public const uint IKOT_HOST_PRIV = 4;

    /// <summary>Object type: processor.</summary>
    public const uint IKOT_PROCESSOR = 5;

    /// <summary>Object type: processor set, control.</summary>
    public const uint IKOT_PSET = 6;

    /// <summary>Object type: processor set, name.</summary>
    public const uint IKOT_PSET_NAME = 7;

    /// <summary>Object type: timer.</summary>
    public const uint IKOT_TIMER = 8;

    /// <summary>Object type: send-once substitute.</summary>
    public const uint IKOT_PORT_SUBST_ONCE = 9;

    /// <summary>Object type: memory object.</summary>
    public const uint IKOT_MEMORY_OBJECT = 11;

    /// <summary>Object type: user notification reply.</summary>
    public const uint IKOT_UND_REPLY = 15;

    /// <summary>Object type: main device port.</summary>
    public const uint IKOT_MAIN_DEVICE = 19;

    /// <summary>Object type: task, name.</summary>
    public const uint IKOT_TASK_NAME = 20;

    /// <summary>Object type: semaphore.</summary>
    public const uint IKOT_SEMAPHORE = 23;

    /// <summary>Object type: clock.</summary>
    public const uint IKOT_CLOCK = 25;

    /// <summary>Object type: IOKit identity token.</summary>
    public const uint IKOT_IOKIT_IDENT = 27;

    /// <summary>Object type: memory entry.</summary>
    public const uint IKOT_NAMED_ENTRY = 28;

    /// <summary>Object type: IOKit connection.</summary>
    public const uint IKOT_IOKIT_CONNECT = 29;

    /// <summary>Object type: IOKit object.</summary>
    public const uint IKOT_IOKIT_OBJECT = 30;

    /// <summary>Object type: file.</summary>
    public const uint IKOT_FILEPORT = 34;

    /// <summary>Object type: a task's suspension.</summary>
    public const uint IKOT_TASK_RESUME = 36;

    /// <summary>Object type: voucher.</summary>
    public const uint IKOT_VOUCHER = 37;

    /// <summary>Object type: work interval.</summary>
    public const uint IKOT_WORK_INTERVAL = 39;

    /// <summary>Object type: the kernel's exception handler.</summary>
    public const uint IKOT_UX_HANDLER = 40;

    /// <summary>Object type: driver extension object.</summary>
    public const uint IKOT_UEXT_OBJECT = 41;

    /// <summary>Object type: arcade registration.</summary>
    public const uint IKOT_ARCADE_REG = 42;

    /// <summary>Object type: event link.</summary>
    public const uint IKOT_EVENTLINK = 43;

    /// <summary>Object type: task, inspect.</summary>
    public const uint IKOT_TASK_INSPECT = 44;

    /// <summary>Object type: task, read.</summary>
    public const uint IKOT_TASK_READ = 45;

    /// <summary>Object type: thread, inspect.</summary>
    public const uint IKOT_THREAD_INSPECT = 46;

    /// <summary>Object type: thread, read.</summary>
    public const uint IKOT_THREAD_READ = 47;

    /// <summary>Object type: task identity token.</summary>
    public const uint IKOT_TASK_ID_TOKEN = 50;

    /// <summary>Object type: kcdata.</summary>
    public const uint IKOT_KCDATA = 52;

    /// <summary>Object type: unknown.</summary>
    public const uint IKOT_UNKNOWN = 53;

    /// <summary>One past the last object type.</summary>
    public const int IKOT_MAX_TYPE = 54;
}
