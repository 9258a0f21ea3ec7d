namespace Mach.Abi;

// mach/task_info.h
public static partial class MachConstants
{
    /// <summary>Task info flavor: <c>security_token_t</c>.</summary>
    public const int TASK_SECURITY_TOKEN = 13;

    /// <summary>Words of <c>TASK_SECURITY_TOKEN</c>.</summary>
    public const uint TASK_SECURITY_TOKEN_COUNT = 2;

    /// <summary>Task info flavor: <c>audit_token_t</c>.</summary>
    public const int TASK_AUDIT_TOKEN = 15;

    /// <summary>Words of <c>TASK_AUDIT_TOKEN</c>.</summary>
    public const uint TASK_AUDIT_TOKEN_COUNT = 8;

    /// <summary>Guard behaviour: nothing happens.</summary>
    public const int TASK_EXC_GUARD_NONE = 0;

    /// <summary>Guard behaviour, memory: deliver an exception.</summary>
    public const int TASK_EXC_GUARD_VM_DELIVER = 1;

    /// <summary>Guard behaviour, memory: only the first time.</summary>
    public const int TASK_EXC_GUARD_VM_ONCE = 2;

    /// <summary>Guard behaviour, memory: make a corpse.</summary>
    public const int TASK_EXC_GUARD_VM_CORPSE = 4;

    /// <summary>Guard behaviour, memory: kill.</summary>
    public const int TASK_EXC_GUARD_VM_FATAL = 8;

    /// <summary>Guard behaviour, memory: all bits.</summary>
    public const int TASK_EXC_GUARD_VM_ALL = 15;

    /// <summary>Guard behaviour, ports: deliver an exception.</summary>
    public const int TASK_EXC_GUARD_MP_DELIVER = 16;

    /// <summary>Guard behaviour, ports: only the first time.</summary>
    public const int TASK_EXC_GUARD_MP_ONCE = 32;

    /// <summary>Guard behaviour, ports: make a corpse.</summary>
    public const int TASK_EXC_GUARD_MP_CORPSE = 64;

    /// <summary>Guard behaviour, ports: kill.</summary>
    public const int TASK_EXC_GUARD_MP_FATAL = 128;

    /// <summary>Guard behaviour, ports: all bits.</summary>
    public const int TASK_EXC_GUARD_MP_ALL = 240;

    /// <summary>Guard behaviour: all bits.</summary>
    public const int TASK_EXC_GUARD_ALL = 255;
}
