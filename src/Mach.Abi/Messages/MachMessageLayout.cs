namespace Mach.Abi;

/// <summary>Where the parts of a message lie, in bytes from its start.</summary>
/// <remarks>
/// Header 24; a complex message then has a count word, its descriptors without any gap, and its body;
/// a simple message has its body at once. A received message has a trailer behind its last byte.
/// </remarks>
public static class MachMessageLayout
{
    /// <summary>Bytes of a header; where the body of a simple message starts.</summary>
    public const int HeaderSize = 24;

    /// <summary>Where the descriptor count of a complex message lies.</summary>
    public const int CountOffset = 24;

    /// <summary>Where the first descriptor of a complex message lies.</summary>
    public const int DescriptorsOffset = 28;

    /// <summary>Bytes of a port descriptor.</summary>
    public const int PortDescriptorSize = 12;

    /// <summary>Bytes of every other descriptor.</summary>
    public const int LargeDescriptorSize = 16;

    /// <summary>Where the type byte of any descriptor lies, from its start.</summary>
    public const int DescriptorTypeOffset = 11;

    /// <summary>Bytes of an NDR record.</summary>
    public const int NdrSize = 8;

    /// <summary>Bytes of a reply that carries only a code.</summary>
    public const int ErrorReplySize = 36;

    /// <summary>Bytes of the smallest trailer.</summary>
    public const int MinTrailerSize = 8;

    /// <summary>Bytes of the largest trailer.</summary>
    public const int MaxTrailerSize = 68;

    /// <summary>Largest message that a task may send, in bytes: 48 MiB less the largest trailer.</summary>
    public const int MaxSendSize = (48 << 20) - MaxTrailerSize;

    /// <summary>Bytes of a descriptor of that type; 0 for a type that does not exist.</summary>
    public static int DescriptorSize(uint type) => type switch
    {
        MACH_MSG_PORT_DESCRIPTOR => PortDescriptorSize,
        <= MACH_MSG_DESCRIPTOR_MAX => LargeDescriptorSize,
        _ => 0,
    };

    /// <summary>Bytes of the trailer that <c>MACH_RCV_TRAILER_*</c> chooses; any number that has no meaning chooses the largest.</summary>
    public static int TrailerSize(int elements) => elements switch
    {
        MACH_RCV_TRAILER_NULL => 8,
        MACH_RCV_TRAILER_SEQNO => 12,
        MACH_RCV_TRAILER_SENDER => 20,
        MACH_RCV_TRAILER_AUDIT => 52,
        MACH_RCV_TRAILER_CTX => 60,
        _ => MaxTrailerSize,
    };

    /// <summary>True for the sizes that trailers have.</summary>
    public static bool IsTrailerSize(uint size) => size is 8 or 12 or 20 or 52 or 60 or 68;

    /// <summary>Bytes of a message with that many descriptors and body bytes, padded to 4.</summary>
    /// <param name="ports">Port descriptors.</param>
    /// <param name="larges">Descriptors of other types.</param>
    /// <param name="body">Bytes of the body.</param>
    public static int MessageSize(int ports, int larges, int body)
    {
        var start = ports + larges == 0 ? HeaderSize : DescriptorsOffset;
        return checked((start + (ports * PortDescriptorSize) + (larges * LargeDescriptorSize) + body + 3) & ~3);
    }
}
