using System.Buffers.Binary;

namespace Mach.Conformance;

/// <summary>A message as it lies in a buffer after a call, read without belief.</summary>
public sealed class Letter(byte[] bytes)
{
    public byte[] Bytes => bytes;

    public uint Bits => Word(0);

    public uint Size => Word(4);

    public uint Remote => Word(8);

    public uint Local => Word(12);

    public uint Voucher => Word(16);

    public int Id => (int)Word(20);

    public uint RemoteDisposition => Bits & 0x1f;

    public uint LocalDisposition => (Bits >> 8) & 0x1f;

    public uint VoucherDisposition => (Bits >> 16) & 0x1f;

    public bool IsComplex => (Bits & MACH_MSGH_BITS_COMPLEX) != 0;

    public uint Count => Word(24);

    public Span<byte> Trailer => bytes.AsSpan((int)Size);

    public uint TrailerSize => Word((int)Size + 4);

    public uint Sequence => Word((int)Size + 8);

    /// <summary>Effective user and group of the sender, from the trailer.</summary>
    public (uint User, uint Group) SecurityToken => (Word((int)Size + 12), Word((int)Size + 16));

    /// <summary>The eight words of the sender's audit token, from the trailer.</summary>
    public uint[] AuditToken => [.. Enumerable.Range(0, 8).Select(index => Word((int)Size + 20 + (4 * index)))];

    /// <summary>The port's context, from the trailer.</summary>
    public ulong Context => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan((int)Size + 52));

    /// <summary>What follows the last descriptor, or the header of a simple message.</summary>
    public Span<byte> Body
    {
        get
        {
            var at = 24;
            if (IsComplex)
            {
                at = 28;
                for (var left = Count; left > 0; left--)
                    at += bytes[at + 11] == MACH_MSG_PORT_DESCRIPTOR ? 12 : 16;
            }
            return bytes.AsSpan(at, (int)Size - at);
        }
    }

    /// <summary>The bytes of a descriptor and what follows.</summary>
    public Span<byte> Descriptor(int index)
    {
        var at = 28;
        for (; index > 0; index--)
            at += bytes[at + 11] == MACH_MSG_PORT_DESCRIPTOR ? 12 : 16;
        return bytes.AsSpan(at);
    }

    /// <summary>The name in a port descriptor, or in a guarded one.</summary>
    public uint PortName(int index)
    {
        var descriptor = Descriptor(index);
        return BinaryPrimitives.ReadUInt32LittleEndian(descriptor[11] == MACH_MSG_GUARDED_PORT_DESCRIPTOR ? descriptor[12..] : descriptor);
    }

    public byte Disposition(int index) => Descriptor(index)[10];

    public ulong Address(int index) => BinaryPrimitives.ReadUInt64LittleEndian(Descriptor(index));

    /// <summary>Bytes of an out-of-line region, or elements of an array of ports.</summary>
    public uint Extent(int index) => BinaryPrimitives.ReadUInt32LittleEndian(Descriptor(index)[12..]);

    public uint Word(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));
}
