using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mach;

public readonly partial record struct RawMachPort : ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<RawMachPort>
{
    /// <summary>The name as <c>0x103</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The name as text.</summary>
    /// <param name="format">Null, empty or <c>G</c>: <c>0x103</c>. <c>x</c>, <c>X</c>, <c>x8</c>, <c>D</c>, …: the number in that form, without <c>0x</c>.</param>
    /// <param name="formatProvider">Not used.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) => IsGeneral(format)
        ? string.Create(CultureInfo.InvariantCulture, $"0x{Name:x}")
        : Name.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Writes the name as text, in the forms of <see cref="ToString(string?, IFormatProvider?)"/>.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (!IsGeneral(format))
            return Name.TryFormat(destination, out charsWritten, format, CultureInfo.InvariantCulture);
        charsWritten = 0;
        if (!"0x".TryCopyTo(destination) || !Name.TryFormat(destination[2..], out var digits, "x", CultureInfo.InvariantCulture))
            return false;
        charsWritten = digits + 2;
        return true;
    }

    /// <summary>Writes the name as text, in the forms of <see cref="ToString(string?, IFormatProvider?)"/>.</summary>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (!IsGeneral(format))
            return Name.TryFormat(utf8Destination, out bytesWritten, format, CultureInfo.InvariantCulture);
        bytesWritten = 0;
        if (!"0x"u8.TryCopyTo(utf8Destination) || !Name.TryFormat(utf8Destination[2..], out var digits, "x", CultureInfo.InvariantCulture))
            return false;
        bytesWritten = digits + 2;
        return true;
    }

    /// <summary>Reads a name: hexadecimal digits of at most 32 bits, with or without <c>0x</c> before them.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static RawMachPort Parse(ReadOnlySpan<char> s) => Parse(s, null);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static RawMachPort Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var port) ? port : throw new FormatException("A port name is 1 to 8 hexadecimal digits, with or without 0x before them.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static RawMachPort Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads a name: hexadecimal digits of at most 32 bits, with or without <c>0x</c> before them.</summary>
    /// <returns>False when it is something else; the name is null then.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out RawMachPort result) => TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out RawMachPort)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RawMachPort result)
    {
        if (s.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            s = s[2..];
        var good = uint.TryParse(s, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var name);
        result = new RawMachPort(good ? name : 0);
        return good;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out RawMachPort)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RawMachPort result) =>
        TryParse(s.AsSpan(), provider, out result);

    private static bool IsGeneral(ReadOnlySpan<char> format) => format.IsEmpty || format is "G" or "g";
}
