namespace Mach.Abi;

// mach/mach_voucher_types.h
public static partial class MachConstants
{
    /// <summary>No voucher.</summary>
    public const uint MACH_VOUCHER_NULL = 0;

    /// <summary>No voucher, as a name.</summary>
    public const uint MACH_VOUCHER_NAME_NULL = 0;

    /// <summary>No voucher.</summary>
    public const uint IPC_VOUCHER_NULL = 0;

    /// <summary>Which voucher of a thread: the present one.</summary>
    public const uint MACH_VOUCHER_SELECTOR_CURRENT = 0;

    /// <summary>Which voucher of a thread: the one in effect.</summary>
    public const uint MACH_VOUCHER_SELECTOR_EFFECTIVE = 1;

    /// <summary>Attribute key: every one.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_ALL = 0xffffffffu;

    /// <summary>Attribute key: none.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_NONE = 0;

    /// <summary>Attribute key: activity trace; no longer in use.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_ATM = 1;

    /// <summary>Attribute key: importance.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_IMPORTANCE = 2;

    /// <summary>Attribute key: resource accounting.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_BANK = 3;

    /// <summary>Attribute key: thread priority.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_PTHPRIORITY = 4;

    /// <summary>Attribute key: data of the program.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_USER_DATA = 7;

    /// <summary>Attribute key: data of the program; an old name.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_BITS = 7;

    /// <summary>Attribute key: for tests.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_TEST = 8;

    /// <summary>Number of attribute keys.</summary>
    public const uint MACH_VOUCHER_ATTR_KEY_NUM_WELL_KNOWN = 8;

    /// <summary>Recipe command: nothing.</summary>
    public const uint MACH_VOUCHER_ATTR_NOOP = 0;

    /// <summary>Recipe command: copy the value of the previous voucher.</summary>
    public const uint MACH_VOUCHER_ATTR_COPY = 1;

    /// <summary>Recipe command: remove the value.</summary>
    public const uint MACH_VOUCHER_ATTR_REMOVE = 2;

    /// <summary>Recipe command: set the value by its handle.</summary>
    public const uint MACH_VOUCHER_ATTR_SET_VALUE_HANDLE = 3;

    /// <summary>Recipe command: redeem when received.</summary>
    public const uint MACH_VOUCHER_ATTR_AUTO_REDEEM = 4;

    /// <summary>Recipe command: prepare for sending.</summary>
    public const uint MACH_VOUCHER_ATTR_SEND_PREPROCESS = 5;

    /// <summary>Recipe command: redeem.</summary>
    public const uint MACH_VOUCHER_ATTR_REDEEM = 10;

    /// <summary>Recipe command of importance: the task itself.</summary>
    public const uint MACH_VOUCHER_ATTR_IMPORTANCE_SELF = 200;

    /// <summary>Recipe command of the program's data: store it.</summary>
    public const uint MACH_VOUCHER_ATTR_USER_DATA_STORE = 211;

    /// <summary>Recipe command of the program's data: store it; an old name.</summary>
    public const uint MACH_VOUCHER_ATTR_BITS_STORE = 211;

    /// <summary>Recipe command of tests: store it.</summary>
    public const uint MACH_VOUCHER_ATTR_TEST_STORE = 211;

    /// <summary>Most bytes of a voucher's recipes.</summary>
    public const int MACH_VOUCHER_ATTR_MAX_RAW_RECIPE_ARRAY_SIZE = 5120;

    /// <summary>Most bytes of recipes that a trap keeps on its stack.</summary>
    public const int MACH_VOUCHER_TRAP_STACK_LIMIT = 256;

    /// <summary>No attribute manager.</summary>
    public const uint MACH_VOUCHER_ATTR_MANAGER_NULL = 0;

    /// <summary>No attribute control.</summary>
    public const uint MACH_VOUCHER_ATTR_CONTROL_NULL = 0;

    /// <summary>No attribute manager.</summary>
    public const uint IPC_VOUCHER_ATTR_MANAGER_NULL = 0;

    /// <summary>No attribute control.</summary>
    public const uint IPC_VOUCHER_ATTR_CONTROL_NULL = 0;

    /// <summary>Most values that a value is made of.</summary>
    public const uint MACH_VOUCHER_ATTR_VALUE_MAX_NESTED = 4;

    /// <summary>Attribute value flag: none.</summary>
    public const uint MACH_VOUCHER_ATTR_VALUE_FLAGS_NONE = 0;

    /// <summary>Attribute value flag: keep it without references.</summary>
    public const uint MACH_VOUCHER_ATTR_VALUE_FLAGS_PERSIST = 1;

    /// <summary>Attribute control flag: none.</summary>
    public const uint MACH_VOUCHER_ATTR_CONTROL_FLAGS_NONE = 0;

    /// <summary>Importance command: add an external boost.</summary>
    public const int MACH_VOUCHER_IMPORTANCE_ATTR_ADD_EXTERNAL = 1;

    /// <summary>Importance command: drop an external boost.</summary>
    public const int MACH_VOUCHER_IMPORTANCE_ATTR_DROP_EXTERNAL = 2;

    /// <summary>Most activity numbers of one call.</summary>
    public const int MACH_ACTIVITY_ID_COUNT_MAX = 16;
}
