using System.Buffers.Binary;

namespace Mach.Conformance;

/// <summary>A message as its sender writes it, byte by byte: right or wrong.</summary>
public sealed class Note
{
    private readonly List<byte> _descriptors = [];
    private readonly List<byte> _body = [];
    private int _count;

    public Note(uint remote, int remoteDisposition, uint local = 0, int localDisposition = 0, int id = 0)
    {
        Remote = remote;
        Local = local;
        Id = id;
        Bits = (uint)(remoteDisposition | localDisposition << 8);
    }

    public uint Bits { get; set; }

    public uint Remote { get; set; }

    public uint Local { get; set; }

    public uint Voucher { get; set; }

    public int Id { get; set; }

    /// <summary>Instead of the true number of descriptors.</summary>
    public uint? Count { get; set; }

    /// <summary>How many descriptors it has.</summary>
    public int Descriptors => _count;

    public bool IsComplex => _count > 0 || Count is not null;

    /// <summary>Instead of the true size, in msgh_size only.</summary>
    public uint? SizeField { get; set; }

    /// <summary>The sender's buffer after the call.</summary>
    public byte[] AfterSend { get; set; } = [];

    /// <summary>The sender's buffer after the call, read as a message.</summary>
    public Letter Returned => new(AfterSend);

    public byte[] Bytes
    {
        get
        {
            var complex = IsComplex;
            var bytes = new byte[24 + (complex ? 4 : 0) + _descriptors.Count + _body.Count];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, complex ? Bits | MACH_MSGH_BITS_COMPLEX : Bits);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), SizeField ?? (uint)bytes.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Remote);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Local);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), Voucher);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), Id);
            if (complex)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), Count ?? (uint)_count);
            _descriptors.CopyTo(bytes, complex ? 28 : 24);
            _body.CopyTo(bytes, bytes.Length - _body.Count);
            return bytes;
        }
    }

    public Note Port(uint name, int disposition)
    {
        Span<byte> bytes = stackalloc byte[12];
        bytes.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, name);
        bytes[10] = (byte)disposition;
        return Descriptor(bytes);
    }

    public Note Memory(ulong address, uint size, bool deallocate = false, int copy = MACH_MSG_VIRTUAL_COPY, int type = MACH_MSG_OOL_DESCRIPTOR) =>
        OutOfLine(address, deallocate, (byte)copy, 0, type, size);

    public Note Ports(ulong address, uint count, int disposition, bool deallocate = false) =>
        OutOfLine(address, deallocate, MACH_MSG_VIRTUAL_COPY, (byte)disposition, MACH_MSG_OOL_PORTS_DESCRIPTOR, count);

    public Note GuardedPort(uint name, ulong context, int flags, int disposition = MACH_MSG_TYPE_MOVE_RECEIVE)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, context);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], (ushort)flags);
        bytes[10] = (byte)disposition;
        bytes[11] = MACH_MSG_GUARDED_PORT_DESCRIPTOR;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], name);
        return Descriptor(bytes);
    }

    /// <summary>A descriptor of any bytes.</summary>
    public Note Descriptor(ReadOnlySpan<byte> bytes)
    {
        _descriptors.AddRange(bytes);
        _count++;
        return this;
    }

    public Note Body(params ReadOnlySpan<byte> bytes)
    {
        _body.AddRange(bytes);
        return this;
    }

    public Note Word(uint word)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
        return Body(bytes);
    }

    private Note OutOfLine(ulong address, bool deallocate, byte copy, byte disposition, int type, uint size)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, address);
        bytes[8] = deallocate ? (byte)1 : (byte)0;
        bytes[9] = copy;
        bytes[10] = disposition;
        bytes[11] = (byte)type;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], size);
        return Descriptor(bytes);
    }
}
