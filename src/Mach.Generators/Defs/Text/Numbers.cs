using System.Globalization;

namespace Mach.Generators;

/// <summary>Reads C's integers.</summary>
internal static class Numbers
{
    /// <summary>Decimal, octal or hexadecimal, with or without a suffix.</summary>
    public static bool TryParse(string text, out long value)
    {
        text = text.TrimEnd('u', 'U', 'l', 'L');
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return long.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        if (text.Length > 1 && text[0] == '0')
            return TryOctal(text, out value);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryOctal(string text, out long value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '7' || value >> 59 != 0)
                return false;
            value = (value << 3) | (uint)(digit - '0');
        }
        return true;
    }
}
