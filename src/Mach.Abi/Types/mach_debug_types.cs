namespace Mach.Abi;

// mach_debug/mach_debug_types.h
public static partial class MachConstants
{
    /// <summary>First eight bytes of a kernel core file.</summary>
    public const ulong MACH_CORE_FILEHEADER_SIGNATURE = 0x63614d20646152;

    /// <summary>First eight bytes of a kernel core file, second revision.</summary>
    public const ulong MACH_CORE_FILEHEADER_V2_SIGNATURE = 0x63614d2073736f42;

    /// <summary>Cores of a kernel core file.</summary>
    public const int MACH_CORE_FILEHEADER_MAXFILES = 16;

    /// <summary>Bytes of a core's name.</summary>
    public const int MACH_CORE_FILEHEADER_NAMELEN = 16;

    /// <summary>Core file flag: the log is encrypted.</summary>
    public const ulong MACH_CORE_FILEHEADER_V2_FLAG_LOG_ENCRYPTED_AEA = 1;

    /// <summary>Core file flag: this file's key is a NIST P-256 key.</summary>
    public const ulong MACH_CORE_FILEHEADER_V2_FLAG_EXISTING_COREFILE_KEY_FORMAT_NIST_P256 = 0x100;

    /// <summary>Core file flag: the next file's key is a NIST P-256 key.</summary>
    public const ulong MACH_CORE_FILEHEADER_V2_FLAG_NEXT_COREFILE_KEY_FORMAT_NIST_P256 = 0x10000;

    /// <summary>Core file flags that tell the format of this file's key.</summary>
    public const ulong MACH_CORE_FILEHEADER_V2_FLAGS_EXISTING_COREFILE_KEY_FORMAT_MASK = 0x100;

    /// <summary>Core file flags that tell the format of the next file's key.</summary>
    public const ulong MACH_CORE_FILEHEADER_V2_FLAGS_NEXT_COREFILE_KEY_FORMAT_MASK = 0x10000;

    /// <summary>Core flag: encrypted.</summary>
    public const ulong MACH_CORE_DETAILS_V2_FLAG_ENCRYPTED_AEA = 1;

    /// <summary>Core flag: compressed with zlib.</summary>
    public const ulong MACH_CORE_DETAILS_V2_FLAG_COMPRESSED_ZLIB = 0x100;

    /// <summary>Core flag: compressed with LZ4.</summary>
    public const ulong MACH_CORE_DETAILS_V2_FLAG_COMPRESSED_LZ4 = 0x200;

    /// <summary>Bytes of a kernel object's description, with its final zero.</summary>
    public const int KOBJECT_DESCRIPTION_LENGTH = 512;
}
