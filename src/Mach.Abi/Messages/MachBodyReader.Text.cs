using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mach.Abi;

public ref partial struct MachBodyReader
{
    /// <summary>Reads a field of fixed length that holds a text and a zero (<c>c_string[n]</c>).</summary>
    /// <param name="fieldBytes">Bytes of the field.</param>
    /// <param name="text">The text's UTF-8 bytes, in place, without the zero. They may be ill-formed: a peer wrote them.</param>
    /// <returns>False when the field is not there or no zero ends the text.</returns>
    public bool TryFixedText(int fieldBytes, out ReadOnlySpan<byte> text)
    {
        var start = _position;
        if (TryBytes(fieldBytes, out var field) && TryUpToZero(field, out text))
            return true;
        _position = start;
        text = default;
        return false;
    }

    /// <summary>Reads a text of variable length (<c>c_string[*:n]</c>): offset, count, bytes and a zero, padded to 4.</summary>
    /// <param name="limit">Most bytes to take, final zero included.</param>
    /// <param name="text">The text's UTF-8 bytes, in place, without the zero.</param>
    /// <returns>False when it is not there whole, longer than the limit, or not ended by a zero.</returns>
    public bool TryCountedText(int limit, out ReadOnlySpan<byte> text)
    {
        var start = _position;
        if (TryUInt32(out _) && TryUInt32(out var count) && count <= (uint)limit
            && TryBytes((int)count, out var bytes) && TryUpToZero(bytes, out text) && TryAlign())
            return true;
        _position = start;
        text = default;
        return false;
    }

    /// <summary>Reads a text of variable length as <see cref="TryCountedText"/> does; what is no UTF-8 in it becomes U+FFFD.</summary>
    /// <param name="limit">Most bytes to take, final zero included.</param>
    /// <param name="text">The text.</param>
    /// <returns>False when it is not there whole, longer than the limit, or not ended by a zero.</returns>
    public bool TryText(int limit, [NotNullWhen(true)] out string? text)
    {
        text = TryCountedText(limit, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;
        return text is not null;
    }

    /// <summary>Reads bytes of variable length: count, bytes, padded to 4.</summary>
    /// <param name="limit">Most bytes to take.</param>
    /// <param name="bytes">The bytes, in place.</param>
    /// <returns>False when they are not there whole, or more than the limit.</returns>
    public bool TryCountedBytes(int limit, out ReadOnlySpan<byte> bytes)
    {
        var start = _position;
        if (TryUInt32(out var count) && count <= (uint)limit && TryBytes((int)count, out bytes) && TryAlign())
            return true;
        _position = start;
        bytes = default;
        return false;
    }

    private static bool TryUpToZero(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> text)
    {
        var zero = bytes.IndexOf((byte)0);
        text = zero < 0 ? default : bytes[..zero];
        return zero >= 0;
    }
}
