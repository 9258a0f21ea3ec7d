using Mach.Tool.Facts;

namespace Mach.Abi.Tests;

/// <summary>Writes well-formed messages of random content and tells what it wrote.</summary>
internal static class RandomMessage
{
    internal sealed record Content(int Length, int Size, int Id, uint Remote, uint Local, uint Voucher, uint Bits, IReadOnlyList<MachDescriptor> Descriptors, byte[] Body, int TrailerElements);

    internal static Content Write(Random random, byte[] buffer, bool withTrailer)
    {
        var writer = new MachMessageWriter(buffer);
        var (remote, local, voucher, id) = (Word(random), Word(random), Word(random), (int)Word(random));
        var (remoteType, localType, voucherType) = ((uint)random.Next(32), (uint)random.Next(32), (uint)random.Next(32));
        writer.Header(remote, remoteType, local, localType, id);
        writer.Voucher(voucher, voucherType);
        var complex = random.Next(2) == 0;
        var descriptors = new List<MachDescriptor>();
        if (complex)
        {
            Assert.True(writer.TryComplex());
            for (var count = random.Next(7); count > 0; count--)
            {
                var descriptor = RandomDescriptor(random, descriptors.Count, writer.Length);
                Assert.True(writer.TryDescriptor(descriptor));
                descriptors.Add(descriptor);
            }
        }

        var body = new byte[random.Next(100)];
        random.NextBytes(body);
        writer.Bytes(body);
        var size = writer.Finish().Length;
        var bits = MACH_MSGH_BITS_SET(remoteType, localType, voucherType, complex ? MACH_MSGH_BITS_COMPLEX : 0);
        if (!withTrailer)
            return new Content(size, size, id, remote, local, voucher, bits, descriptors, body, 0);
        var elements = random.Next(16);
        var trailer = new mach_msg_mac_trailer_t { msgh_seqno = Word(random), msgh_sender = new(Word(random), 1), msgh_context = (ulong)random.NextInt64() };
        var length = size + MachMessageTrailer.Write(buffer.AsSpan(size), elements, trailer);
        return new Content(length, size, id, remote, local, voucher, bits, descriptors, body, elements);
    }

    private static MachDescriptor RandomDescriptor(Random random, int index, int offset)
    {
        var raw = default(mach_msg_descriptor_t);
        var type = (uint)random.Next(5);
        switch (type)
        {
            case MACH_MSG_PORT_DESCRIPTOR:
                raw.port = new() { name = Word(random), disposition = (uint)random.Next(256), type = type };
                break;
            case MACH_MSG_OOL_PORTS_DESCRIPTOR:
                raw.ool_ports = new() { address = (ulong)random.NextInt64(), count = Word(random), copy = (uint)random.Next(256), deallocate = random.Next(2), disposition = (uint)random.Next(256), type = type };
                break;
            case MACH_MSG_GUARDED_PORT_DESCRIPTOR:
                raw.guarded_port = new() { name = Word(random), context = (ulong)random.NextInt64(), flags = (uint)random.Next(65536), disposition = (uint)random.Next(256), type = type };
                break;
            default:
                raw.out_of_line = new() { address = (ulong)random.NextInt64(), size = Word(random), copy = (uint)random.Next(256), deallocate = random.Next(2), type = type };
                break;
        }

        // The writer only asks for the type and the bytes; the reader will tell index and offset.
        var writer = new MachMessageWriter(new byte[64]);
        Assert.True(type switch
        {
            MACH_MSG_PORT_DESCRIPTOR => writer.TryPort(raw.port.name, raw.port.disposition),
            MACH_MSG_OOL_PORTS_DESCRIPTOR => writer.TryOutOfLinePorts(raw.ool_ports.address, raw.ool_ports.count, raw.ool_ports.disposition, raw.ool_ports.copy, raw.ool_ports.deallocate != 0),
            MACH_MSG_GUARDED_PORT_DESCRIPTOR => writer.TryGuardedPort(raw.guarded_port.name, raw.guarded_port.context, raw.guarded_port.flags, raw.guarded_port.disposition),
            _ => writer.TryOutOfLine(raw.out_of_line.address, raw.out_of_line.size, raw.out_of_line.copy, raw.out_of_line.deallocate != 0, type),
        });
        Assert.True(MachMessageReader.TryParseSent(writer.Finish(), out var reader, out _));
        Assert.True(reader.Descriptors.TryGet(0, out var descriptor));
        return descriptor;
    }

    private static uint Word(Random random) => (uint)random.NextInt64(1L << 32);
}

public class What_is_written
{
    [Fact]
    public void Is_what_is_read()
    {
        var random = Hostile_bytes.Seeded(out _);
        var buffer = new byte[512];
        for (var i = 0; i < Soak.Times(20_000); i++)
        {
            var written = RandomMessage.Write(random, buffer, withTrailer: true);
            Assert.True(MachMessageReader.TryParse(buffer.AsSpan(0, written.Length), out var reader, out var fault), fault.ToString());
            Assert.Equal(written.Size, reader.Size);
            Assert.Equal((written.Id, written.Remote, written.Local, written.Voucher, written.Bits), (reader.Id, reader.RemotePort, reader.LocalPort, reader.VoucherPort, reader.Bits));
            Assert.Equal(written.Body, reader.Body[..written.Body.Length].ToArray());
            Assert.Equal(-1, reader.Body[written.Body.Length..].IndexOfAnyExcept((byte)0));
            Assert.Equal(MachMessageLayout.TrailerSize(written.TrailerElements), reader.Trailer.Size);
            Assert.Equal(written.Descriptors.Count, reader.DescriptorCount);
            foreach (var descriptor in reader.Descriptors)
                Assert.Equal(StructBytes.Of(written.Descriptors[descriptor.Index].Raw), StructBytes.Of(descriptor.Raw));
        }
    }
}
