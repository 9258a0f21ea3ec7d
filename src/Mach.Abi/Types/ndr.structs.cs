using System.Runtime.InteropServices;

namespace Mach.Abi;

// mach/ndr.h and mach/mig_errors.h: structures

/// <summary>How the numbers of a message are encoded, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct NDR_record_t
{
    /// <summary>MIG version.</summary>
    public byte mig_vers;

    /// <summary>Interface version.</summary>
    public byte if_vers;

    /// <summary>Always 0.</summary>
    public byte reserved1;

    /// <summary>Encoding.</summary>
    public byte mig_encoding;

    /// <summary><c>NDR_INT_*</c>.</summary>
    public byte int_rep;

    /// <summary><c>NDR_CHAR_*</c>.</summary>
    public byte char_rep;

    /// <summary><c>NDR_FLOAT_*</c>.</summary>
    public byte float_rep;

    /// <summary>Always 0.</summary>
    public byte reserved2;
}

/// <summary>A reply that carries a code and nothing else, 36 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct mig_reply_error_t
{
    /// <summary>The header.</summary>
    public mach_msg_header_t Head;

    /// <summary>How the code is encoded.</summary>
    public NDR_record_t NDR;

    /// <summary>The code.</summary>
    public kern_return_t RetCode;
}

public static partial class MachConstants
{
    /// <summary>The record of a little-endian machine with ASCII and IEEE numbers.</summary>
    public static NDR_record_t NDR_record => new() { int_rep = NDR_INT_LITTLE_ENDIAN };
}
