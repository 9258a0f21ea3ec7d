using System.Text;

namespace Mach.Abi;

public ref partial struct MachMessageWriter
{
    /// <summary>Adds a text to a field of fixed length (<c>c_string[n]</c>): UTF-8, a zero, zeros up to the field's end.</summary>
    /// <param name="text">The text; it ends at its first zero, if it has one.</param>
    /// <param name="fieldBytes">Bytes of the field, final zero included.</param>
    /// <returns>False when the text is too long for the field, or the field does not fit; nothing was written then.</returns>
    public bool TryFixedText(scoped ReadOnlySpan<char> text, int fieldBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fieldBytes);
        text = UpToZero(text);
        if (text.Length >= fieldBytes || Room < fieldBytes || Encoding.UTF8.GetByteCount(text) >= fieldBytes || !TryBeginBody(fieldBytes))
            return false;
        var field = Advance(fieldBytes);
        field[Encoding.UTF8.GetBytes(text, field)..].Clear();
        return true;
    }

    /// <summary>Adds a text of variable length (<c>c_string[*:n]</c>): offset 0, count, UTF-8 and a zero, padded to 4.</summary>
    /// <param name="text">The text; it ends at its first zero, if it has one.</param>
    /// <param name="limit">Most bytes that the receiver takes, final zero included.</param>
    /// <returns>False when the text is longer than the limit, or does not fit; nothing was written then.</returns>
    public bool TryCountedText(scoped ReadOnlySpan<char> text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        text = UpToZero(text);
        if (text.Length >= limit || text.Length >= Room)
            return false;
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes >= limit || !TryBeginBody(8L + bytes + 1))
            return false;
        Put(0u);
        Put((uint)bytes + 1);
        var part = Advance(bytes + 1);
        Encoding.UTF8.GetBytes(text, part);
        part[^1] = 0;
        Align();
        return true;
    }

    /// <summary>Adds bytes of variable length (<c>array[*:n] of char</c>): count, bytes, padded to 4.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="limit">Most bytes that the receiver takes.</param>
    /// <returns>False when there are more bytes than the limit, or they do not fit; nothing was written then.</returns>
    public bool TryCountedBytes(scoped ReadOnlySpan<byte> bytes, int limit)
    {
        if (bytes.Length > limit || !TryBeginBody(sizeof(uint) + (long)bytes.Length))
            return false;
        Put((uint)bytes.Length);
        bytes.CopyTo(Advance(bytes.Length));
        Align();
        return true;
    }

    /// <inheritdoc cref="TryFixedText"/>
    /// <exception cref="ArgumentException">The text is too long, or the field does not fit.</exception>
    public void FixedText(scoped ReadOnlySpan<char> text, int fieldBytes)
    {
        if (!TryFixedText(text, fieldBytes))
            throw new ArgumentException($"The text does not fit a field of {fieldBytes} bytes in a message with room for {Room}.", nameof(text));
    }

    /// <inheritdoc cref="TryCountedText"/>
    /// <exception cref="ArgumentException">The text is too long, or does not fit.</exception>
    public void CountedText(scoped ReadOnlySpan<char> text, int limit)
    {
        if (!TryCountedText(text, limit))
            throw new ArgumentException($"The text does not fit a limit of {limit} bytes in a message with room for {Room}.", nameof(text));
    }

    private static ReadOnlySpan<char> UpToZero(ReadOnlySpan<char> text)
    {
        var zero = text.IndexOf('\0');
        return zero < 0 ? text : text[..zero];
    }
}
