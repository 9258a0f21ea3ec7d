namespace Mach.Abi;

// ipc/port.h
public static partial class MachConstants
{
    /// <summary>The largest user reference count; a count that reaches it stays there.</summary>
    public const uint MACH_PORT_UREFS_MAX = 0xffff;
}
