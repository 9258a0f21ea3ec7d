using System.Runtime.InteropServices;
using System.Text;

namespace Mach;

public sealed unsafe partial class MessageBuilder
{
    /// <summary>Adds this machine's NDR record to the body.</summary>
    public MessageBuilder WriteNdr() => Write(NDR_record);

    /// <summary>Pads the body with zeros to a multiple of 4.</summary>
    public MessageBuilder Align()
    {
        Parcel parcel = Writable();
        Fill(parcel, -parcel.Length & 3);
        return this;
    }

    /// <summary>Adds elements to the body, as they lie in memory, and pads to 4.</summary>
    public MessageBuilder WriteElements<T>(ReadOnlySpan<T> elements)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(elements)).Align();

    /// <summary>Adds an array of variable length to the body as MIG does: the number of elements, the elements, padded to 4.</summary>
    public MessageBuilder WriteCounted<T>(ReadOnlySpan<T> elements)
        where T : unmanaged => Write(elements.Length).WriteElements(elements);

    /// <summary>Adds a text in a field of fixed length (<c>c_string[n]</c>): UTF-8, zeros up to the field's end, padded to 4.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fieldBytes">Bytes of the field, at least one more than the text has.</param>
    /// <exception cref="ArgumentException">The text does not fit.</exception>
    public MessageBuilder WriteFixedText(ReadOnlySpan<char> text, int fieldBytes)
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes >= fieldBytes)
            throw new ArgumentException($"The text has {bytes} bytes and a zero; its field has {fieldBytes}.", nameof(text));
        Parcel parcel = Writable();
        Encoding.UTF8.GetBytes(text, parcel.BodyRoom(fieldBytes));
        parcel.Advance(bytes);
        Fill(parcel, fieldBytes - bytes);
        return Align();
    }

    private static void Fill(Parcel parcel, int zeros)
    {
        parcel.BodyRoom(zeros)[..zeros].Clear();
        parcel.Advance(zeros);
    }
}
