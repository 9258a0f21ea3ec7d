using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/doubleagent_types.h: structures

/// <summary>Extended attributes of a file, as the daemon lists them, 34,920 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct listxattrs_result_t
{
    /// <summary>Where the Finder information begins.</summary>
    public ulong finderInfoOffset;

    /// <summary>Where the resource fork begins.</summary>
    public ulong resourceForkOffset;

    /// <summary>Bytes of the resource fork.</summary>
    public ulong resourceForkLength;

    /// <summary>Attributes.</summary>
    public ulong numOfXattrs;

    /// <summary>Bytes of data.</summary>
    public ulong dataLength;

    /// <summary>Bytes of names.</summary>
    public ulong namesLength;

    /// <summary>Bytes of ranges.</summary>
    public ulong rangesLength;

    /// <summary>Names and ranges.</summary>
    public data_bytes data;

    /// <summary>34,860 bytes.</summary>
    [InlineArray(34860)]
    public struct data_bytes
    {
        private byte _first;
    }
}

/// <summary>Name of an extended attribute, ended by a zero: 128 bytes.</summary>
[InlineArray(128)]
public struct xattrname
{
    private byte _first;
}
