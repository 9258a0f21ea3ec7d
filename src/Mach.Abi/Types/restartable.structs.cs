using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/restartable.defs: structures

/// <summary>Code that starts again at its beginning when a thread is interrupted in it, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct task_restartable_range_t
{
    /// <summary>Where it begins.</summary>
    public mach_vm_address_t location;

    /// <summary>Its bytes.</summary>
    public ushort length;

    /// <summary>Where to go on instead, counted from the beginning.</summary>
    public ushort recovery_offs;

    /// <summary>0.</summary>
    public uint flags;
}
