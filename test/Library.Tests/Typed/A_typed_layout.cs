using System.Buffers.Binary;
using Xunit;

namespace Mach.Library.Tests.Typed;

/// <summary>Where every part lies, worked out by hand from MIG's rules.</summary>
public sealed class A_typed_layout : World
{
    // Size of the part in bytes, and the number that stands there, little-endian. Parts follow each other without gap.
    private static readonly (int Size, ulong Value)[] s_numbers =
    [
        (4, 0xffffffff),                          // A
        (1, 2), (3, 0),                           // B, padded
        (8, 0x1122334455667788),                  // C, at a multiple of 4
        (2, 0xfffd), (2, 0),                      // D, padded
        (4, 1),                                   // E, boolean_t
        (2, 0x1234), (2, 0),                      // F, padded
        (8, 0x3fe0000000000000),                  // G
        (2, 7), (2, 0), (4, 8),                   // H, C's structure
    ];

    private static readonly (int Size, ulong Value)[] s_texts =
    [
        (4, 0), (4, 1),                           // NDR: little-endian
        (4, 0), (4, 4), (4, 0x636261),            // Name: offset, count with the zero, bytes
        (4, 5), (4, 0x04030201), (4, 0x05),       // Bytes: count, bytes, padded
        (4, 0x2a),                                // Between
        (4, 0x00007978), (4, 0), (4, 0),          // Field: 9 bytes, padded to 12
        (2, 1), (2, 2), (2, 3), (2, 0),           // Three: 6 bytes, padded
        (4, 1), (2, 5), (2, 0), (4, 6),           // Points: count, one element
    ];

    [Fact]
    public void Of_numbers() => Check(new Numbers(-1, 2, 0x1122334455667788, -3, true, Colour.Red, 0.5, new Point(7, 8)), 24, s_numbers);

    [Fact]
    public void Of_texts_and_arrays() => Check(new Texts("abc", [1, 2, 3, 4, 5], 42, "xy", [1, 2, 3], [new(5, 6)]), 24, s_texts);

    [Fact]
    public void Of_descriptors_is_theirs_in_order_and_then_the_values()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        var cargo = new Cargo(
            target.MakeSend(), 5, null, null, null, OolBuffer.CopyOf("12345"u8, Alice), [target.MakeSend()], [null, null], [1, 2, 3], "l");
        using var builder = new MessageBuilder(Alice);
        builder.Put(cargo);
        Assert.Equal(8, builder.DescriptorCount);
        // Header, count, four port descriptors of 12 and four of 16; then what every value says of itself.
        const int body = 24 + 4 + (4 * 12) + (4 * 16);
        Check(cargo, builder, body,
        [
            (4, 0), (4, 1),                       // NDR
            (4, 5),                               // Tag
            (4, 5), (4, 1), (4, 2), (4, 3),       // bytes of Pages, rights of Several and Maybe, elements of Table
            (4, 0), (4, 2), (4, 0x6c),            // Label
        ]);
    }

    [Fact]
    public void Of_what_is_made()
    {
        using ReceiveRight target = ReceiveRight.Create(Alice);
        using var data = new OolVector(task: Alice);
        data.Write("123"u8);
        var message = new Subscribe(target, null, [target], data, 0x77);
        using var builder = new MessageBuilder(Alice);
        builder.Put(message);
        Check(message, builder, 24 + 4 + 12 + 12 + 16 + 16, [(4, 1), (4, 3), (4, 0x77)]);
    }

    private void Check<T>(T message, int bodyOffset, (int Size, ulong Value)[] body)
        where T : IWritableMessage
    {
        using var builder = new MessageBuilder(Alice);
        builder.Put(message);
        Check(message, builder, bodyOffset, body);
    }

    private static void Check<T>(T message, MessageBuilder builder, int bodyOffset, (int Size, ulong Value)[] body)
    {
        Assert.NotNull(message);
        Assert.Equal(bodyOffset + body.Sum(part => part.Size), builder.Size);
        int at = 0;
        foreach ((int size, ulong value) in body)
        {
            ReadOnlySpan<byte> bytes = builder.Body.Slice(at, size);
            ulong found = size switch
            {
                1 => bytes[0],
                2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
                3 => bytes.IndexOfAnyExcept((byte)0) < 0 ? 0UL : ulong.MaxValue,
                4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
                _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            };
            Assert.True(found == value, $"{typeof(T).Name}, byte {bodyOffset + at}: 0x{found:x} instead of 0x{value:x}.");
            at += size;
        }
    }
}
