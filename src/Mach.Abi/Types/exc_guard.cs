namespace Mach.Abi;

// kern/exc_guard.h
public static partial class MachConstants
{
    /// <summary>Guard type: none.</summary>
    public const int GUARD_TYPE_NONE = 0;

    /// <summary>Guard type: a port.</summary>
    public const int GUARD_TYPE_MACH_PORT = 1;

    /// <summary>Guard type: a file descriptor.</summary>
    public const int GUARD_TYPE_FD = 2;

    /// <summary>Guard type: the program's own.</summary>
    public const int GUARD_TYPE_USER = 3;

    /// <summary>Guard type: a vnode.</summary>
    public const int GUARD_TYPE_VN = 4;

    /// <summary>Guard type: memory.</summary>
    public const int GUARD_TYPE_VIRT_MEMORY = 5;

    /// <summary>Guard type: a refused system call.</summary>
    public const int GUARD_TYPE_REJECTED_SC = 6;
}
