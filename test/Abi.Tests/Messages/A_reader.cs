using System.Buffers.Binary;
using System.Text;

namespace Mach.Abi.Tests;

public class A_reader
{
    [Theory]
    [InlineData(0, MachMessageFault.NoHeader)]
    [InlineData(23, MachMessageFault.NoHeader)]
    [InlineData(24, MachMessageFault.BadTrailer)]
    [InlineData(31, MachMessageFault.BadTrailer)]
    [InlineData(32, MachMessageFault.None)]
    [InlineData(100, MachMessageFault.None)]
    public void Wants_a_header_and_a_trailer(int bytes, MachMessageFault expected) => AssertFault(expected, Empty(100).AsSpan(0, bytes));

    [Theory]
    [InlineData(0u, MachMessageFault.BadSize)]
    [InlineData(23u, MachMessageFault.BadSize)]
    [InlineData(25u, MachMessageFault.BadSize)]
    [InlineData(104u, MachMessageFault.BadSize)]
    [InlineData(0xfffffffcu, MachMessageFault.BadSize)]
    [InlineData(0x80000000u, MachMessageFault.BadSize)]
    [InlineData(96u, MachMessageFault.BadTrailer)]
    public void Does_not_believe_the_size(uint size, MachMessageFault expected)
    {
        var bytes = Empty(100);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), size);
        AssertFault(expected, bytes);
    }

    [Theory]
    [InlineData(24, 0u, MachMessageFault.BadDescriptorCount)]
    [InlineData(28, 0u, MachMessageFault.None)]
    [InlineData(28, 1u, MachMessageFault.BadDescriptorCount)]
    [InlineData(40, 1u, MachMessageFault.None)]
    [InlineData(40, 2u, MachMessageFault.BadDescriptorCount)]
    [InlineData(48, 1u, MachMessageFault.None)]
    [InlineData(88, 5u, MachMessageFault.None)]
    [InlineData(88, 0xffffffffu, MachMessageFault.BadDescriptorCount)]
    [InlineData(88, 0x15555556u, MachMessageFault.BadDescriptorCount)]
    public void Does_not_believe_the_descriptor_count(int size, uint count, MachMessageFault expected)
    {
        var bytes = Complex(size, count);
        AssertFault(expected, bytes);
    }

    [Fact]
    public void Does_not_believe_descriptor_types()
    {
        for (var type = 0; type < 256; type++)
        {
            var bytes = Complex(44, 1);
            bytes[28 + 11] = (byte)type;
            AssertFault(type <= MACH_MSG_DESCRIPTOR_MAX ? MachMessageFault.None : MachMessageFault.BadDescriptorType, bytes);
            bytes = Complex(40, 1);
            bytes[28 + 11] = (byte)type;
            AssertFault(type == 0 ? MachMessageFault.None : type <= MACH_MSG_DESCRIPTOR_MAX ? MachMessageFault.TruncatedDescriptor : MachMessageFault.BadDescriptorType, bytes);
        }

        // A large one and a small one where two small ones fit.
        var two = Complex(52, 2);
        two[28 + 11] = MACH_MSG_OOL_DESCRIPTOR;
        AssertFault(MachMessageFault.TruncatedDescriptor, two);
    }

    [Fact]
    public void Does_not_believe_the_trailer()
    {
        for (uint size = 0; size < 100; size++)
        {
            var bytes = Empty(200);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(28), size);
            AssertFault(size is 8 or 12 or 20 or 52 or 60 or 68 ? MachMessageFault.None : MachMessageFault.BadTrailer, bytes);
            AssertFault(size is 8 or 12 ? MachMessageFault.None : MachMessageFault.BadTrailer, bytes.AsSpan(0, 24 + 12));
        }

        var other = Empty(200);
        other[24] = 1;
        AssertFault(MachMessageFault.BadTrailer, other);
    }

    [Fact]
    public void Goes_by_the_length_and_not_the_size_field_before_sending()
    {
        var bytes = Empty(40);
        bytes[4] = 200;
        Assert.True(MachMessageReader.TryParseSent(bytes, out var reader, out _));
        Assert.Equal(40, reader.Size);
        Assert.Equal(0, reader.Trailer.Size);
        Assert.False(MachMessageReader.TryParseSent(bytes.AsSpan(0, 39), out _, out var fault));
        Assert.Equal(MachMessageFault.BadSize, fault);
        Assert.False(MachMessageReader.TryParseSent(bytes.AsSpan(0, 20), out _, out fault));
        Assert.Equal(MachMessageFault.NoHeader, fault);
    }

    [Fact]
    public void Reads_a_body_from_front_to_back()
    {
        var writer = new MachMessageWriter(new byte[256]);
        writer.Ndr();
        writer.Int32(-7);
        writer.Int64(long.MinValue + 1);
        writer.Bytes([1, 2, 3]);
        writer.Align();
        writer.FixedText("name", 16);
        writer.CountedText("grüße", 64);
        Assert.True(writer.TryCountedBytes([9, 8, 7, 6, 5], 8));
        Assert.True(writer.TryValues<ushort>([1, 2, 3]));
        Assert.True(MachMessageReader.TryParseSent(writer.Finish(), out var message, out _));
        var body = message.ReadBody();
        Assert.True(body.TryNdr(out var ndr) && MachBodyReader.IsNative(ndr));
        Assert.True(body.TryInt32(out var number) && number == -7);
        Assert.True(body.TryInt64(out var big) && big == long.MinValue + 1);
        Assert.True(body.TryBytes(3, out var three) && three.SequenceEqual((byte[])[1, 2, 3]));
        Assert.True(body.TryAlign());
        Assert.True(body.TryFixedText(16, out var name) && Encoding.UTF8.GetString(name) == "name");
        Assert.False(body.TryCountedText(7, out _));
        Assert.True(body.TryCountedText(8, out var text) && Encoding.UTF8.GetString(text) == "grüße");
        Assert.False(body.TryCountedBytes(4, out _));
        Assert.True(body.TryCountedBytes(5, out var five) && five.Length == 5);
        Assert.Equal(8, body.Rest.Length);
        Assert.False(body.TryBytes(-1, out _));
        Assert.False(body.TryBytes(9, out _));
        Assert.True(body.TryValue(out (ushort, ushort, ushort) values) && values == (1, 2, 3));
        Assert.True(body.TryAlign());
        Assert.False(body.TryUInt32(out _));
        Assert.False(body.TryUInt64(out _));
        Assert.Equal(body.Position, message.Body.Length);
    }

    [Fact]
    public void Wants_texts_to_end()
    {
        var body = new MachBodyReader("abcd"u8);
        Assert.False(body.TryFixedText(4, out _));
        Assert.False(body.TryFixedText(5, out _));
        Assert.Equal(0, body.Position);
        byte[] counted = [0, 0, 0, 0, 4, 0, 0, 0, 65, 66, 67, 68];
        body = new MachBodyReader(counted);
        Assert.False(body.TryCountedText(100, out _));
        Assert.Equal(0, body.Position);
        counted[4] = 5;
        body = new MachBodyReader(counted);
        Assert.False(body.TryCountedText(100, out _));
        counted[7] = 0xff;
        Assert.False(new MachBodyReader(counted).TryCountedText(int.MaxValue, out _));
        Assert.False(new MachBodyReader(counted.AsSpan(4)).TryCountedBytes(int.MaxValue, out _));
    }

    [Fact]
    public void Knows_a_message_from_the_kernel()
    {
        var bytes = Empty(100);
        bytes[28] = 52;
        Assert.True(MachMessageReader.TryParse(bytes, out var reader));
        Assert.True(reader.Trailer.IsFromKernel);
        bytes[24 + 20 + 21] = 1;
        Assert.True(MachMessageReader.TryParse(bytes, out reader));
        Assert.False(reader.Trailer.IsFromKernel);
        bytes[24 + 20 + 21] = 0;
        bytes[28] = 20;
        Assert.True(MachMessageReader.TryParse(bytes, out reader));
        Assert.False(reader.Trailer.IsFromKernel);
    }

    // A simple empty message with the smallest trailer, and bytes that do not count behind it.
    private static byte[] Empty(int bytes)
    {
        var message = new byte[bytes];
        message[4] = 24;
        if (bytes > 28)
            message[28] = 8;
        return message;
    }

    private static byte[] Complex(int size, uint count)
    {
        var message = new byte[size + 8];
        message[3] = 0x80;
        message[4] = (byte)size;
        message[size + 4] = 8;
        if (size >= 28)
            BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(24), count);
        return message;
    }

    private static void AssertFault(MachMessageFault expected, ReadOnlySpan<byte> bytes)
    {
        Assert.Equal(expected == MachMessageFault.None, MachMessageReader.TryParse(bytes, out _, out var fault));
        Assert.Equal(expected, fault);
    }
}
