namespace Mach;

/// <summary>The kind of a right, for annotations.</summary>
public enum RawMachRight
{
    /// <summary>Any, or a kind that only the kernel can tell.</summary>
    Any,

    /// <summary>A send right.</summary>
    Send,

    /// <summary>A send-once right.</summary>
    SendOnce,

    /// <summary>A receive right.</summary>
    Receive,

    /// <summary>A port set.</summary>
    PortSet,

    /// <summary>A dead name.</summary>
    DeadName,
}
