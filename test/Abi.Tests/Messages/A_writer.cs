using System.Text;

namespace Mach.Abi.Tests;

public class A_writer
{
    [Fact]
    public void Writes_a_simple_message()
    {
        Span<byte> buffer = stackalloc byte[64];
        buffer.Fill(0xaa);
        var writer = new MachMessageWriter(buffer);
        writer.Header(0x103, MACH_MSG_TYPE_COPY_SEND, 0x203, MACH_MSG_TYPE_MAKE_SEND_ONCE, 3201);
        writer.Ndr();
        writer.UInt32(0x01020304);
        var message = writer.Finish();
        Assert.Equal("13150000" + "24000000" + "03010000" + "03020000" + "00000000" + "810c0000" + "0000000001000000" + "04030201", Convert.ToHexStringLower(message));
        Assert.Equal(0xaa, buffer[36]);
    }

    [Fact]
    [Rule("R-DSC-1", "R-DSC-2", "R-DSC-3", "R-DSC-4", "R-DSC-5")]
    public void Writes_every_kind_of_descriptor_without_gaps()
    {
        Span<byte> buffer = stackalloc byte[256];
        var writer = new MachMessageWriter(buffer);
        writer.Header(0x103, MACH_MSG_TYPE_MOVE_SEND_ONCE, MACH_PORT_NULL, 0, -1);
        writer.Port(0x207, MACH_MSG_TYPE_MOVE_RECEIVE);
        writer.OutOfLine(0x1122334455667788, 0x1000, MACH_MSG_VIRTUAL_COPY, deallocate: true);
        writer.OutOfLinePorts(0x8877665544332211, 7, MACH_MSG_TYPE_COPY_SEND, MACH_MSG_PHYSICAL_COPY, deallocate: false);
        writer.OutOfLine(0, 0, MACH_MSG_PHYSICAL_COPY, deallocate: false, MACH_MSG_OOL_VOLATILE_DESCRIPTOR);
        writer.GuardedPort(0x30b, 0xfedcba9876543210, MACH_MSG_GUARD_FLAGS_IMMOVABLE_RECEIVE);
        writer.Bytes([1, 2, 3]);
        var message = writer.Finish();
        Assert.Equal(
            "12000080" + "6c000000" + "03010000" + "00000000" + "00000000" + "ffffffff" + "05000000"
            + "07020000" + "00000000" + "0000" + "10" + "00"
            + "8877665544332211" + "01" + "01" + "00" + "01" + "00100000"
            + "1122334455667788" + "00" + "00" + "13" + "02" + "07000000"
            + "0000000000000000" + "00" + "00" + "00" + "03" + "00000000"
            + "1032547698badcfe" + "0100" + "10" + "04" + "0b030000"
            + "01020300",
            Convert.ToHexStringLower(message));
        Assert.Equal(MachMessageLayout.MessageSize(1, 4, 3), message.Length);
    }

    [Fact]
    public void Pads_with_zeros_and_counts_the_padding()
    {
        Span<byte> buffer = stackalloc byte[40];
        for (var extra = 0; extra < 9; extra++)
        {
            buffer.Fill(0xff);
            var writer = new MachMessageWriter(buffer);
            writer.Bytes(new byte[extra]);
            var message = writer.Finish();
            Assert.Equal((24 + extra + 3) & ~3, message.Length);
            Assert.Equal(-1, message[24..].IndexOfAnyExcept((byte)0));
            Assert.Equal(message.Length, BitConverter.ToInt32(message[4..8]));
        }
    }

    [Fact]
    public void Refuses_descriptors_after_the_body()
    {
        AssertOrder((ref writer) => writer.Port(0x103, MACH_MSG_TYPE_MOVE_SEND));
        AssertOrder((ref writer) => writer.TryPort(0x103, MACH_MSG_TYPE_MOVE_SEND));
        AssertOrder((ref writer) => writer.TryOutOfLine(0, 0, 0, deallocate: false));
        AssertOrder((ref writer) => writer.TryOutOfLinePorts(0, 0, MACH_MSG_TYPE_MOVE_SEND, 0, deallocate: false));
        AssertOrder((ref writer) => writer.TryGuardedPort(0, 0, MACH_MSG_GUARD_FLAGS_UNGUARDED_ON_SEND));
        AssertOrder((ref writer) => writer.TryComplex());
        AssertOrder((ref writer) => writer.TryDescriptor(default(MachDescriptor)));
    }

    [Fact]
    public void Refuses_everything_after_the_end()
    {
        AssertEnd((ref writer) => writer.Header(1, 2, 3, 4, 5));
        AssertEnd((ref writer) => writer.Voucher(1, MACH_MSG_TYPE_COPY_SEND));
        AssertEnd((ref writer) => writer.TryPort(0x103, MACH_MSG_TYPE_MOVE_SEND));
        AssertEnd((ref writer) => writer.TryUInt32(1));
        AssertEnd((ref writer) => writer.TryBytes([]));
        AssertEnd((ref writer) => writer.TryFixedText("", 4));
        AssertEnd((ref writer) => writer.Align());
        AssertEnd((ref writer) => writer.Finish());
    }

    [Fact]
    public void Changes_nothing_when_there_is_no_room()
    {
        for (var capacity = 24; capacity <= 96; capacity++)
        {
            var buffer = new byte[capacity];
            var writer = new MachMessageWriter(buffer);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryPort(1, 17), 16);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryOutOfLine(1, 1, 1, deallocate: true), 20);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryOutOfLinePorts(1, 1, 17, 1, deallocate: true), 20);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryGuardedPort(1, 1, 1), 20);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryComplex(), 4);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryUInt64(ulong.MaxValue), 8);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryUInt32(uint.MaxValue), 4);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryNdr(), 8);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryBytes([1, 2, 3, 4, 5]), 5);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryValues<ulong>([1, 2, 3]), 24);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryReserve(33, out _), 33);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryReserve(int.MaxValue, out _), int.MaxValue);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryFixedText("four", 16), 16);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryCountedText("four", 16), 13);
            AssertUnchanged(ref writer, buffer, (ref w) => w.TryCountedBytes([1, 2, 3, 4, 5, 6], 16), 10);
            Assert.True(writer.TryComplex() || writer.Room < 4);
        }
    }

    [Fact]
    public void Knows_beforehand_what_fits()
    {
        for (var capacity = 24; capacity <= 140; capacity++)
        {
            for (var ports = 0; ports < 4; ports++)
            {
                for (var larges = 0; larges < 3; larges++)
                {
                    for (var body = 0; body < 12; body += 3)
                    {
                        var writer = new MachMessageWriter(new byte[capacity]);
                        var fits = writer.HasRoom(ports, larges, body);
                        Assert.Equal(MachMessageLayout.MessageSize(ports, larges, body) <= capacity, fits);
                        var done = true;
                        for (var i = 0; i < ports; i++)
                            done = done && writer.TryPort(0x103, MACH_MSG_TYPE_MOVE_SEND);
                        for (var i = 0; i < larges; i++)
                            done = done && writer.TryGuardedPort(0x103, 1, 1);
                        done = done && writer.TryBytes(new byte[body]);
                        Assert.Equal(fits, done);
                        if (fits)
                            Assert.Equal(MachMessageLayout.MessageSize(ports, larges, body), writer.Finish().Length);
                    }
                }
            }
        }
    }

    [Fact]
    public void Uses_only_whole_words_of_its_buffer()
    {
        var writer = new MachMessageWriter(new byte[31]);
        Assert.Equal(28, writer.Capacity);
        Assert.False(writer.TryBytes(new byte[5]));
        writer.Bytes([9]);
        Assert.Equal(28, writer.Finish().Length);
    }

    [Fact]
    public void Needs_room_for_a_header()
    {
        Assert.Throws<ArgumentException>(() => new MachMessageWriter(new byte[23]).Length);
        Assert.Throws<ArgumentException>(() => new MachMessageWriter(new byte[100], default).Length);
    }

    [Fact]
    public void Can_make_a_complex_message_without_descriptors()
    {
        var writer = new MachMessageWriter(new byte[64]);
        Assert.True(writer.TryComplex());
        Assert.True(writer.TryComplex());
        writer.UInt32(7);
        var message = writer.Finish();
        Assert.Equal(32, message.Length);
        Assert.True(MachMessageReader.TryParseSent(message, out var reader, out _));
        Assert.True(reader.IsComplex);
        Assert.Equal(0, reader.DescriptorCount);
        Assert.Equal(28, reader.BodyOffset);
        Assert.Equal(0, reader.Descriptors.Count);
    }

    [Fact]
    public void Goes_on_in_a_larger_buffer()
    {
        var small = new byte[48];
        var writer = new MachMessageWriter(small);
        writer.Header(0x103, MACH_MSG_TYPE_COPY_SEND, 0, 0, 7);
        writer.Voucher(0x507, MACH_MSG_TYPE_COPY_SEND);
        writer.Port(0x207, MACH_MSG_TYPE_MOVE_SEND);
        Assert.False(writer.TryPort(0x307, MACH_MSG_TYPE_MOVE_SEND));
        var large = new byte[128];
        small.CopyTo(large, 0);
        writer = new MachMessageWriter(large, writer.Progress);
        writer.Port(0x307, MACH_MSG_TYPE_MOVE_SEND);
        writer.UInt32(1);
        Assert.True(MachMessageReader.TryParseSent(writer.Finish(), out var reader, out _));
        Assert.Equal(2, reader.DescriptorCount);
        Assert.Equal(0x80130013u, reader.Bits);
        Assert.Equal(0x507u, reader.VoucherPort);
        Assert.True(reader.Descriptors.TryGet(1, out var second));
        Assert.Equal(0x307u, second.Name);
    }

    [Fact]
    public void Writes_texts_within_their_limits()
    {
        var writer = new MachMessageWriter(new byte[128]);
        Assert.False(writer.TryFixedText("four", 4));
        Assert.True(writer.TryFixedText("four", 5));
        Assert.False(writer.TryFixedText("ä", 2));
        Assert.True(writer.TryFixedText("ä\0hidden", 3));
        Assert.False(writer.TryCountedText("four", 4));
        Assert.True(writer.TryCountedText("four", 5));
        Assert.False(writer.TryCountedBytes([1, 2, 3], 2));
        Assert.True(writer.TryCountedBytes([1, 2, 3], 3));
        Assert.Throws<ArgumentException>(() =>
        {
            var other = new MachMessageWriter(new byte[64]);
            other.FixedText("four", 4);
        });
        Assert.Throws<ArgumentException>(() =>
        {
            var other = new MachMessageWriter(new byte[64]);
            other.CountedText(new string('x', 100), 1000);
        });
        var body = writer.Finish()[24..];
        Assert.Equal("four\0" + "ä\0" + "\0\0\0\0\u0005\0\0\0" + "four\0\0\0\0" + "\u0003\0\0\0\u0001\u0002\u0003\0", Encoding.UTF8.GetString(body));
    }

    [Fact]
    public void Allocates_nothing()
    {
        Span<byte> buffer = stackalloc byte[512];
        Write(buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Write(buffer);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Write(Span<byte> buffer)
    {
        var writer = new MachMessageWriter(buffer);
        writer.Header(1, 19, 2, 21, 3);
        writer.Port(1, 17);
        writer.OutOfLine(1, 2, 1, deallocate: true);
        writer.Ndr();
        writer.FixedText("a service", 128);
        writer.CountedText("another", 128);
        _ = MachMessageReader.TryParseSent(writer.Finish(), out var reader, out _);
        foreach (var descriptor in reader.Descriptors)
            _ = descriptor.Name;
        var body = reader.ReadBody();
        _ = body.TryNdr(out _) && body.TryFixedText(128, out _);
    }

    private static void AssertUnchanged(ref MachMessageWriter writer, byte[] buffer, TryAct act, int needed)
    {
        var copy = new MachMessageWriter(buffer, writer.Progress);
        var (length, bytes) = (copy.Length, buffer.ToArray());
        var fits = act(ref copy);
        Assert.Equal(copy.Capacity - length >= needed, fits);
        if (fits)
        {
            bytes.CopyTo(buffer, 0);
            return;
        }

        Assert.Equal(length, copy.Length);
        Assert.Equal(bytes, buffer);
        _ = copy.TryComplex();
        Assert.Equal(copy.Room >= 16, copy.TryGuardedPort(1, 1, 1));
        bytes.CopyTo(buffer, 0);
    }

    private static void AssertOrder(Act act)
    {
        foreach (var complex in (bool[])[false, true])
        {
            var buffer = new byte[128];
            Assert.Throws<InvalidOperationException>(() =>
            {
                var writer = new MachMessageWriter(buffer);
                if (complex)
                    writer.Port(0x103, MACH_MSG_TYPE_MOVE_SEND);
                writer.Bytes([]);
                act(ref writer);
            });
        }
    }

    private static void AssertEnd(Act act) => Assert.Throws<InvalidOperationException>(() =>
    {
        var writer = new MachMessageWriter(new byte[128]);
        writer.Finish();
        act(ref writer);
    });

    private delegate void Act(ref MachMessageWriter writer);

    private delegate bool TryAct(ref MachMessageWriter writer);
}
