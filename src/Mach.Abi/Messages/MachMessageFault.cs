namespace Mach.Abi;

/// <summary>What is wrong with a message's bytes.</summary>
public enum MachMessageFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Fewer bytes than a header.</summary>
    NoHeader,

    /// <summary>The size is less than a header, no multiple of 4, or more than there are bytes.</summary>
    BadSize,

    /// <summary>A complex message has no descriptor count, or more descriptors than it has room for.</summary>
    BadDescriptorCount,

    /// <summary>A descriptor goes beyond the message.</summary>
    TruncatedDescriptor,

    /// <summary>A descriptor's type does not exist.</summary>
    BadDescriptorType,

    /// <summary>The trailer is missing, of an unknown format, of a size no trailer has, or cut off.</summary>
    BadTrailer,
}
