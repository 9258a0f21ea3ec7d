namespace Mach.Abi;

// mach/ndr.h
public static partial class MachConstants
{
    /// <summary>NDR: protocol version.</summary>
    public const int NDR_PROTOCOL_2_0 = 0;

    /// <summary>NDR: integers are big-endian.</summary>
    public const int NDR_INT_BIG_ENDIAN = 0;

    /// <summary>NDR: integers are little-endian.</summary>
    public const int NDR_INT_LITTLE_ENDIAN = 1;

    /// <summary>NDR: IEEE floating point.</summary>
    public const int NDR_FLOAT_IEEE = 0;

    /// <summary>NDR: VAX floating point.</summary>
    public const int NDR_FLOAT_VAX = 1;

    /// <summary>NDR: Cray floating point.</summary>
    public const int NDR_FLOAT_CRAY = 2;

    /// <summary>NDR: IBM floating point.</summary>
    public const int NDR_FLOAT_IBM = 3;

    /// <summary>NDR: ASCII characters.</summary>
    public const int NDR_CHAR_ASCII = 0;

    /// <summary>NDR: EBCDIC characters.</summary>
    public const int NDR_CHAR_EBCDIC = 1;
}
