using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>What the kernel put behind a received message: as much of it as was asked for.</summary>
/// <remarks>Elements that are not there read as 0. An empty trailer belongs to a message that was not received.</remarks>
public readonly ref struct MachMessageTrailer
{
    // Empty, or exactly the bytes of a trailer of a known size.
    private readonly ReadOnlySpan<byte> _bytes;

    internal MachMessageTrailer(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The trailer's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Bytes of the trailer: 8, 12, 20, 52, 60, 68, or 0.</summary>
    public int Size => _bytes.Length;

    /// <summary>The message's number on its port, counted from 0.</summary>
    public mach_port_seqno_t SequenceNumber => _bytes.Length >= 12 ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[8..]) : 0;

    /// <summary>True when the sender's user and group are there.</summary>
    public bool HasSecurityToken => _bytes.Length >= 20;

    /// <summary>The sender's effective user and group at the time of sending.</summary>
    public security_token_t SecurityToken => HasSecurityToken ? MemoryMarshal.Read<security_token_t>(_bytes[12..]) : default;

    /// <summary>True when the sender's audit token is there.</summary>
    public bool HasAuditToken => _bytes.Length >= 52;

    /// <summary>The sender at the time of sending; look at <see cref="HasAuditToken"/> first, as zeros mean the kernel.</summary>
    public audit_token_t AuditToken => HasAuditToken ? MemoryMarshal.Read<audit_token_t>(_bytes[20..]) : default;

    /// <summary>True when the audit token is there and is the kernel's. Nobody else can have it.</summary>
    public bool IsFromKernel => HasAuditToken && AuditToken == KERNEL_AUDIT_TOKEN_VALUE;

    /// <summary>The receiving port's context at the time of receiving.</summary>
    public mach_port_context_t Context => _bytes.Length >= 60 ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[52..]) : 0;

    /// <summary>Filter number.</summary>
    public mach_msg_filter_id FilterId => _bytes.Length >= 68 ? BinaryPrimitives.ReadInt32LittleEndian(_bytes[60..]) : 0;

    /// <summary>The sender's label handle.</summary>
    public mach_port_name_t SenderLabel => _bytes.Length >= 68 ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[64..]) : 0;

    /// <summary>Checks what lies behind a message.</summary>
    /// <param name="bytes">The bytes behind a message; those behind the trailer are not looked at.</param>
    /// <param name="trailer">The trailer when the answer is true.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out MachMessageTrailer trailer)
    {
        var fault = Check(bytes, out var part);
        trailer = new MachMessageTrailer(part);
        return fault == MachMessageFault.None;
    }

    /// <summary>Writes a trailer.</summary>
    /// <param name="destination">Takes the first bytes of the trailer: as many as were asked for and fit.</param>
    /// <param name="elements"><c>MACH_RCV_TRAILER_*</c>; numbers without a meaning ask for everything.</param>
    /// <param name="values">The values; type and size are filled in here.</param>
    /// <returns>Bytes written: less than the trailer's size when the destination is too short.</returns>
    public static int Write(Span<byte> destination, int elements, in mach_msg_mac_trailer_t values)
    {
        var whole = values;
        whole.msgh_trailer_type = MACH_MSG_TRAILER_FORMAT_0;
        whole.msgh_trailer_size = (uint)MachMessageLayout.TrailerSize(elements);
        var count = Math.Min((int)whole.msgh_trailer_size, destination.Length);
        MemoryMarshal.AsBytes(new ReadOnlySpan<mach_msg_mac_trailer_t>(in whole))[..count].CopyTo(destination);
        return count;
    }

    internal static MachMessageFault Check(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> trailer)
    {
        trailer = default;
        if (bytes.Length < MachMessageLayout.MinTrailerSize)
            return MachMessageFault.BadTrailer;
        var type = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (type != MACH_MSG_TRAILER_FORMAT_0 || !MachMessageLayout.IsTrailerSize(size) || size > (uint)bytes.Length)
            return MachMessageFault.BadTrailer;
        trailer = bytes[..(int)size];
        return MachMessageFault.None;
    }
}
