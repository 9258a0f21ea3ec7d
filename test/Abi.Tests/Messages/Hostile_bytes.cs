using System.Buffers.Binary;

namespace Mach.Abi.Tests;

/// <summary>Bytes that nobody can vouch for: random ones, and good messages with damage. Nothing may throw.</summary>
public class Hostile_bytes
{
    [Fact]
    public void Random_bytes_are_accepted_or_refused_and_never_throw()
    {
        var random = Seeded(out var seed);
        var buffer = new byte[512];
        var accepted = 0;
        for (var i = 0; i < Soak.Times(150_000); i++)
        {
            var bytes = buffer.AsSpan(0, random.Next(buffer.Length + 1));
            random.NextBytes(bytes);
            if (bytes.Length >= 24 && i % 4 != 0)
                MakePlausible(random, bytes);
            accepted += Try(bytes, seed, i) ? 1 : 0;
        }

        Assert.InRange(accepted, 1000, int.MaxValue);
    }

    [Fact]
    public void Damaged_messages_are_accepted_or_refused_and_never_throw()
    {
        var random = Seeded(out var seed);
        var buffer = new byte[512];
        var accepted = 0;
        var rounds = Soak.Times(150_000);
        for (var i = 0; i < rounds; i++)
        {
            var length = RandomMessage.Write(random, buffer, withTrailer: true).Length;
            var bytes = buffer.AsSpan(0, length);
            for (var damage = random.Next(4); damage > 0; damage--)
                Damage(random, ref bytes);
            accepted += Try(bytes, seed, i) ? 1 : 0;
        }

        Assert.InRange(accepted, rounds / 10, rounds - 1);
    }

    [Fact]
    public void A_very_large_message_is_walked_once()
    {
        // 1.3 million descriptors: linear work is done at once, quadratic work would not end.
        const int Count = 1_300_000;
        var bytes = new byte[28 + (Count * 12) + 8];
        bytes[3] = 0x80;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), Count);
        bytes[^4] = 8;
        Assert.True(MachMessageReader.TryParse(bytes, out var reader));
        var seen = 0;
        foreach (var descriptor in reader.Descriptors)
            seen += descriptor.IsPort ? 1 : 0;
        Assert.Equal(Count, seen);
    }

    // Every member of what was parsed is used; the answer must be what the rules of the form say.
    private static bool Try(ReadOnlySpan<byte> bytes, int seed, int round)
    {
        try
        {
            var received = MachMessageReader.TryParse(bytes, out var reader, out var fault);
            Assert.Equal(IsWellFormed(bytes, bytes.Length >= 8 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) : 0, trailer: true), received);
            Assert.Equal(received, fault == MachMessageFault.None);
            if (received)
                UseAll(reader);
            var sent = MachMessageReader.TryParseSent(bytes, out var other, out fault);
            Assert.Equal(IsWellFormed(bytes, bytes.Length, trailer: false), sent);
            Assert.Equal(sent, fault == MachMessageFault.None);
            if (sent)
                UseAll(other);
            if (MachMessageTrailer.TryParse(bytes, out var trailer))
                UseTrailer(trailer);
            return received;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"seed {seed}, round {round}: {Convert.ToHexString(bytes)}", exception);
        }
    }

    private static void UseAll(MachMessageReader reader)
    {
        Assert.Equal(reader.Size, reader.BodyOffset + reader.Body.Length);
        Assert.Equal(reader.Header.msgh_id, reader.Id);
        Assert.Equal(reader.IsComplex, MACH_MSGH_BITS_IS_COMPLEX(reader.Header.msgh_bits));
        Assert.Equal(reader.DescriptorCount, reader.Descriptors.Count);
        var (count, offset) = (0, MachMessageLayout.DescriptorsOffset);
        foreach (var descriptor in reader.Descriptors)
        {
            Assert.Equal(count++, descriptor.Index);
            Assert.Equal(offset, descriptor.Offset);
            offset += descriptor.Size;
            Assert.Equal(1, (descriptor.IsPort ? 1 : 0) + (descriptor.IsMemory ? 1 : 0) + (descriptor.IsPortArray ? 1 : 0));
            _ = (descriptor.Name, descriptor.Disposition, descriptor.Address, descriptor.MemorySize, descriptor.Count);
            _ = (descriptor.Copy, descriptor.Deallocate, descriptor.Context, descriptor.GuardFlags);
        }

        Assert.Equal(reader.DescriptorCount, count);
        if (count != 0)
            Assert.Equal(reader.BodyOffset, offset);
        UseTrailer(reader.Trailer);
        var body = reader.ReadBody();
        while (body.TryNdr(out var ndr))
        {
            _ = MachBodyReader.IsNative(ndr);
            _ = body.TryCountedText(1 << 20, out _) || body.TryCountedBytes(1 << 20, out _) || body.TryFixedText(16, out _) || body.TryUInt32(out _);
            _ = body.TryBytes(1, out _) && body.TryAlign();
        }
    }

    private static void UseTrailer(MachMessageTrailer trailer)
    {
        _ = (trailer.Size, trailer.SequenceNumber, trailer.SecurityToken, trailer.AuditToken.ProcessId, trailer.IsFromKernel);
        _ = (trailer.Context, trailer.FilterId, trailer.SenderLabel, trailer.Bytes.Length);
    }

    // The rules again, in the plainest form, so that a mistake in the reader is not repeated here.
    private static bool IsWellFormed(ReadOnlySpan<byte> bytes, long size, bool trailer)
    {
        if (bytes.Length < 24 || size < 24 || size % 4 != 0 || size > bytes.Length)
            return false;
        if ((bytes[3] & 0x80) != 0)
        {
            if (size < 28)
                return false;
            long count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
            long at = 28;
            for (long i = 0; i < count; i++)
            {
                if (at + 12 > size)
                    return false;
                var type = bytes[(int)at + 11];
                at += type == 0 ? 12 : 16;
                if (type > 4 || at > size)
                    return false;
            }
        }

        if (!trailer)
            return true;
        var rest = bytes[(int)size..];
        if (rest.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(rest) != 0)
            return false;
        var trailerSize = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
        return ((uint[])[8, 12, 20, 52, 60, 68]).Contains(trailerSize) && trailerSize <= rest.Length;
    }

    // Random bytes rarely have a size that fits; these often do.
    private static void MakePlausible(Random random, Span<byte> bytes)
    {
        var size = random.Next(24, bytes.Length + 1) & ~3;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], size);
        if (size + 8 <= bytes.Length && random.Next(4) != 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes[size..], 0);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(size + 4)..], random.GetItems([8, 12, 20, 52, 60, 68, 7], 1)[0]);
        }

        if (size < 28 || random.Next(4) == 0)
            return;
        bytes[3] |= 0x80;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], random.Next(8));
        for (var at = 28; at + 12 <= size && random.Next(8) != 0; at += bytes[at + 11] == 0 ? 12 : 16)
            bytes[at + 11] = (byte)random.Next(5);
    }

    private static void Damage(Random random, ref Span<byte> bytes)
    {
        if (bytes.Length == 0)
            return;
        var at = random.Next(bytes.Length);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes = bytes[..at];
                break;
            case 3:
                random.NextBytes(bytes.Slice(at, Math.Min(bytes.Length - at, random.Next(16))));
                break;
            case 4 when bytes.Length >= 28:
                BinaryPrimitives.WriteInt32LittleEndian(bytes[(random.Next(2) * 20 + 4)..], random.Next(-3, 200));
                break;
            default:
                bytes[at..].Reverse();
                break;
        }
    }

    internal static Random Seeded(out int seed)
    {
        seed = Environment.GetEnvironmentVariable("MACH_SEED") is { Length: > 0 } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"MACH_SEED={seed}");
        return new Random(seed);
    }
}
