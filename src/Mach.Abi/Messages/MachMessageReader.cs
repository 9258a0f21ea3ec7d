using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mach.Abi;

/// <summary>A message whose whole form was checked at once. Afterwards no member can fail, whatever a peer wrote.</summary>
/// <remarks>
/// <para>R1 Size, descriptor count, the type and place of every descriptor and the trailer were checked by <c>TryParse</c>.</para>
/// <para>R2 The bytes do not change while a reader looks at them: receive buffers belong to the receiver alone.</para>
/// <para>Names, dispositions, addresses and counts inside descriptors are what the bytes say; whoever takes a right or a region judges them.</para>
/// </remarks>
public readonly ref struct MachMessageReader
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly ReadOnlySpan<byte> _trailer;
    private readonly int _body;
    private readonly int _count;

    private MachMessageReader(ReadOnlySpan<byte> message, ReadOnlySpan<byte> trailer, int count, int body)
    {
        _message = message;
        _trailer = trailer;
        _count = count;
        _body = body;
    }

    /// <summary>The header.</summary>
    public mach_msg_header_t Header => MemoryMarshal.Read<mach_msg_header_t>(_message);

    /// <summary>What the message means.</summary>
    public mach_msg_id_t Id => (int)Word(20);

    /// <summary>Received: where to reply.</summary>
    public mach_port_name_t RemotePort => Word(8);

    /// <summary>Received: the port it came to.</summary>
    public mach_port_name_t LocalPort => Word(12);

    /// <summary>The voucher.</summary>
    public mach_port_name_t VoucherPort => Word(16);

    /// <summary>The header's bits.</summary>
    public mach_msg_bits_t Bits => Word(0);

    /// <summary>What <see cref="RemotePort"/> is; 0 for nothing.</summary>
    public mach_msg_type_name_t RemoteDisposition => MACH_MSGH_BITS_REMOTE(Bits);

    /// <summary>What <see cref="LocalPort"/> is.</summary>
    public mach_msg_type_name_t LocalDisposition => MACH_MSGH_BITS_LOCAL(Bits);

    /// <summary>What <see cref="VoucherPort"/> is; 0 for nothing.</summary>
    public mach_msg_type_name_t VoucherDisposition => MACH_MSGH_BITS_VOUCHER(Bits);

    /// <summary>True when the message may have descriptors.</summary>
    public bool IsComplex => MACH_MSGH_BITS_IS_COMPLEX(Bits);

    /// <summary>Header, descriptors and body, without the trailer.</summary>
    public ReadOnlySpan<byte> Message => _message;

    /// <summary>Bytes of the message, without the trailer.</summary>
    public int Size => _message.Length;

    /// <summary>Descriptors of the message; 0 for a simple one.</summary>
    public int DescriptorCount => _count;

    /// <summary>The descriptors.</summary>
    public MachDescriptorList Descriptors =>
        _count == 0 ? default : new(_message[MachMessageLayout.DescriptorsOffset.._body], _count);

    /// <summary>What follows header and descriptors, padding included.</summary>
    public ReadOnlySpan<byte> Body => _message[_body..];

    /// <summary>Where the body starts, in bytes from the start of the message.</summary>
    public int BodyOffset => _body;

    /// <summary>Reads the body from its start.</summary>
    public MachBodyReader ReadBody() => new(_message[_body..]);

    /// <summary>The trailer; an empty one for a message that was not received.</summary>
    public MachMessageTrailer Trailer => new(_trailer);

    /// <summary>Checks a received message.</summary>
    /// <param name="bytes">Message and trailer; bytes behind them are not looked at.</param>
    /// <param name="reader">The message when the answer is true.</param>
    /// <returns>False when anything is wrong with its form. Never throws.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out MachMessageReader reader) => TryParse(bytes, out reader, out _);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out MachMessageReader)"/>
    /// <param name="bytes">Message and trailer; bytes behind them are not looked at.</param>
    /// <param name="reader">The message when the answer is true.</param>
    /// <param name="fault">What is wrong when the answer is false.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out MachMessageReader reader, out MachMessageFault fault)
    {
        reader = default;
        fault = CheckSize(bytes, out var size);
        if (fault != MachMessageFault.None)
            return false;
        fault = MachMessageTrailer.Check(bytes[size..], out var trailer);
        if (fault != MachMessageFault.None)
            return false;
        return TryForm(bytes[..size], trailer, out reader, out fault);
    }

    /// <summary>Checks a message without a trailer, as it is before it is sent.</summary>
    /// <param name="message">The message, whole: its length counts and the size field does not, as when sending.</param>
    /// <param name="reader">The message when the answer is true.</param>
    /// <param name="fault">What is wrong when the answer is false.</param>
    public static bool TryParseSent(ReadOnlySpan<byte> message, out MachMessageReader reader, out MachMessageFault fault)
    {
        reader = default;
        fault = message.Length < MachMessageLayout.HeaderSize ? MachMessageFault.NoHeader
            : (message.Length & 3) != 0 ? MachMessageFault.BadSize
            : MachMessageFault.None;
        return fault == MachMessageFault.None && TryForm(message, default, out reader, out fault);
    }

    private static MachMessageFault CheckSize(ReadOnlySpan<byte> bytes, out int size)
    {
        size = 0;
        if (bytes.Length < MachMessageLayout.HeaderSize)
            return MachMessageFault.NoHeader;
        var said = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (said < MachMessageLayout.HeaderSize || (said & 3) != 0 || said > (uint)bytes.Length)
            return MachMessageFault.BadSize;
        size = (int)said;
        return MachMessageFault.None;
    }

    private static bool TryForm(ReadOnlySpan<byte> message, ReadOnlySpan<byte> trailer, out MachMessageReader reader, out MachMessageFault fault)
    {
        reader = default;
        fault = MachMessageFault.None;
        if (!MACH_MSGH_BITS_IS_COMPLEX(BinaryPrimitives.ReadUInt32LittleEndian(message)))
        {
            reader = new MachMessageReader(message, trailer, 0, MachMessageLayout.HeaderSize);
            return true;
        }

        fault = CheckDescriptors(message, out var count, out var body);
        if (fault != MachMessageFault.None)
            return false;
        reader = new MachMessageReader(message, trailer, count, body);
        return true;
    }

    private static MachMessageFault CheckDescriptors(ReadOnlySpan<byte> message, out int count, out int body)
    {
        count = 0;
        body = MachMessageLayout.DescriptorsOffset;
        if (message.Length < MachMessageLayout.DescriptorsOffset)
            return MachMessageFault.BadDescriptorCount;
        var said = BinaryPrimitives.ReadUInt32LittleEndian(message[MachMessageLayout.CountOffset..]);
        if (said > (uint)(message.Length - MachMessageLayout.DescriptorsOffset) / MachMessageLayout.PortDescriptorSize)
            return MachMessageFault.BadDescriptorCount;
        count = (int)said;
        for (var i = 0; i < count; i++)
        {
            if (message.Length - body < MachMessageLayout.PortDescriptorSize)
                return MachMessageFault.TruncatedDescriptor;
            var size = MachMessageLayout.DescriptorSize(message[body + MachMessageLayout.DescriptorTypeOffset]);
            if (size == 0)
                return MachMessageFault.BadDescriptorType;
            if (message.Length - body < size)
                return MachMessageFault.TruncatedDescriptor;
            body += size;
        }

        return MachMessageFault.None;
    }

    private uint Word(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_message[offset..]);
}
