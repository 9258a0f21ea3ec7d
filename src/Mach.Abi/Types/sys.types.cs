using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// sys/_types/_fsid_t.h, sys/_types/_fsobj_id_t.h, sys/_types/_uuid_t.h: structures

/// <summary>A file system, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct fsid_t
{
    /// <summary>Its device and its kind.</summary>
    public val_words val;

    /// <summary>Two words.</summary>
    [InlineArray(2)]
    public struct val_words
    {
        private int _first;
    }
}

/// <summary>A file within a file system, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct fsobj_id_t
{
    /// <summary>Its number.</summary>
    public uint fid_objno;

    /// <summary>How often the number was used before.</summary>
    public uint fid_generation;
}

/// <summary>An identifier: 16 bytes.</summary>
[InlineArray(16)]
public struct uuid_t
{
    private byte _first;
}
