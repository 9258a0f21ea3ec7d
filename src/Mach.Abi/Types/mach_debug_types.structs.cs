using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach_debug/mach_debug_types.h: structures

/// <summary>A core of a kernel core file, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_core_details
{
    /// <summary>Where it begins in the file.</summary>
    public ulong gzip_offset;

    /// <summary>Its bytes.</summary>
    public ulong gzip_length;

    /// <summary>Its name, ended by a zero.</summary>
    public core_name_bytes core_name;

    /// <summary>Sixteen bytes.</summary>
    [InlineArray(16)]
    public struct core_name_bytes
    {
        private byte _first;
    }
}

/// <summary>Head of a kernel core file, 544 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_core_fileheader
{
    /// <summary><c>MACH_CORE_FILEHEADER_SIGNATURE</c>.</summary>
    public ulong signature;

    /// <summary>Where the log begins in the file.</summary>
    public ulong log_offset;

    /// <summary>Bytes of the log.</summary>
    public ulong log_length;

    /// <summary>Cores.</summary>
    public ulong num_files;

    /// <summary>The cores.</summary>
    public files_entries files;

    /// <summary>Sixteen cores.</summary>
    [InlineArray(16)]
    public struct files_entries
    {
        private mach_core_details _first;
    }
}

/// <summary>A core of a kernel core file, second revision, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_core_details_v2
{
    /// <summary><c>MACH_CORE_DETAILS_V2_FLAG_*</c>.</summary>
    public ulong flags;

    /// <summary>Where it begins in the file.</summary>
    public ulong offset;

    /// <summary>Its bytes.</summary>
    public ulong length;

    /// <summary>Its name, ended by a zero.</summary>
    public core_name_bytes core_name;

    /// <summary>Sixteen bytes.</summary>
    [InlineArray(16)]
    public struct core_name_bytes
    {
        private byte _first;
    }
}

/// <summary>What every kernel core file begins with, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_core_fileheader_base
{
    /// <summary><c>MACH_CORE_FILEHEADER_SIGNATURE</c> or <c>MACH_CORE_FILEHEADER_V2_SIGNATURE</c>.</summary>
    public ulong signature;

    /// <summary>The revision.</summary>
    public uint version;
}

/// <summary>Head of a kernel core file, second revision, 64 bytes; the cores follow.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct mach_core_fileheader_v2
{
    /// <summary><c>MACH_CORE_FILEHEADER_V2_SIGNATURE</c>.</summary>
    public ulong signature;

    /// <summary>The revision.</summary>
    public uint version;

    /// <summary><c>MACH_CORE_FILEHEADER_V2_FLAG*</c>.</summary>
    public ulong flags;

    /// <summary>Where the public key begins in the file.</summary>
    public ulong pub_key_offset;

    /// <summary>Bytes of the public key.</summary>
    public ushort pub_key_length;

    /// <summary>Where the log begins in the file.</summary>
    public ulong log_offset;

    /// <summary>Bytes of the log.</summary>
    public ulong log_length;

    /// <summary>Cores.</summary>
    public ulong num_files;
}

/// <summary>Name of a symbol table, ended by a zero: 32 bytes.</summary>
[InlineArray(32)]
public struct symtab_name_t
{
    private byte _first;
}
