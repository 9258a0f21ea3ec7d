namespace Mach.Abi;

/// <summary>The families of numbered entries. A number means nothing without its family.</summary>
public enum TrapFamily
{
    /// <summary>Mach traps: negative in <c>x16</c> on arm64, class 1 in <c>eax</c> on x86_64.</summary>
    Mach,

    /// <summary>BSD calls: positive in <c>x16</c>, class 2 in <c>eax</c>.</summary>
    Bsd,

    /// <summary>Messages to a kernel port, by their MIG number; they have no register form.</summary>
    Mig,
}

/// <summary>What the 32 bits that a trap returns mean.</summary>
public enum TrapResult
{
    /// <summary>As the method's return type says: <c>kern_return_t</c>, <c>mach_msg_return_t</c>, a name or a boolean.</summary>
    Declared,

    /// <summary>A <c>kern_return_t</c>.</summary>
    KernReturn,

    /// <summary>A <c>mach_msg_return_t</c>.</summary>
    MessageCode,

    /// <summary>A port name; 0 is failure.</summary>
    PortName,

    /// <summary>A <c>boolean_t</c>.</summary>
    Boolean,

    /// <summary>A BSD error number, without carry.</summary>
    Errno,

    /// <summary>An <c>IOReturn</c>.</summary>
    IOReturn,
}
