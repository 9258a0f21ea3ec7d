using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/port_obj.h: structures

/// <summary>What a program associates with a name, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct port_obj_tentry
{
    /// <summary>The value.</summary>
    public UserPtr<byte> pos_value;

    /// <summary>Its kind.</summary>
    public int pos_type;
}
