namespace Mach.Abi;

// mach/doubleagent_types.h
public static partial class MachConstants
{
    /// <summary>Most bytes of an attribute's name, without its final zero.</summary>
    public const int DA_XATTR_MAXNAMELEN = 127;

    /// <summary>Attribute name: Finder information.</summary>
    public const string DA_XATTR_FINDERINFO_NAME = "com.apple.FinderInfo";

    /// <summary>Attribute name: resource fork.</summary>
    public const string DA_XATTR_RESOURCEFORK_NAME = "com.apple.ResourceFork";

    /// <summary>Most attributes of a list.</summary>
    public const int MAX_NUM_OF_XATTRS = 256;

    /// <summary>Bytes of the names of a list.</summary>
    public const ulong LISTXATTR_RESULT_MAX_NAMES_LEN = 32812;

    /// <summary>Bytes of the hints of a list.</summary>
    public const ulong LISTXATTR_RESULT_MAX_HINTS_LEN = 2048;

    /// <summary>Bytes of the data of a list.</summary>
    public const ulong LISTXATTR_RESULT_MAX_SIZE = 34860;
}
