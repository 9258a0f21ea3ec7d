using System.Text;

namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Adds a text to the body as MIG does (<c>c_string[*:n]</c>): offset 0, count, UTF-8 and a zero, padded to 4.</summary>
    /// <param name="text">The text; it ends at its first zero, if it has one. <see cref="MachBodyReader.TryText"/> reads it.</param>
    public MessageBuilder WriteText(ReadOnlySpan<char> text)
    {
        Parcel parcel = Writable();
        int end = text.IndexOf('\0');
        if (end >= 0)
            text = text[..end];
        int bytes = Encoding.UTF8.GetByteCount(text) + 1;
        int size = checked((2 * sizeof(uint)) + bytes);
        int padded = size + (-(parcel.Length + size) & 3);
        Span<byte> room = parcel.BodyRoom(padded)[..padded];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(room, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(room[sizeof(uint)..], (uint)bytes);
        room[(2 * sizeof(uint) + Encoding.UTF8.GetBytes(text, room[(2 * sizeof(uint))..]))..].Clear();
        parcel.Advance(padded);
        return this;
    }
}
