namespace Mach.Abi;

// mach/thread_special_ports.h
public static partial class MachConstants
{
    /// <summary>Special port: the thread's control port.</summary>
    public const int THREAD_KERNEL_PORT = 1;

    /// <summary>Special port: the thread's inspect port.</summary>
    public const int THREAD_INSPECT_PORT = 2;

    /// <summary>Special port: the thread's read port.</summary>
    public const int THREAD_READ_PORT = 3;

    /// <summary>The last special port number.</summary>
    public const int THREAD_MAX_SPECIAL_PORT = 3;
}
