namespace Mach.Tool.Probe;

/// <summary>What a claim is about.</summary>
internal enum ClaimKind
{
    Values,
    Types,
    Records,
    Fields,
    Functions,
}

/// <summary>One thing that Mach.Abi says of a header, as C that compiles only where it is true.</summary>
/// <param name="Header">The header, as a program includes it.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">The name in C.</param>
/// <param name="Code">One line of C.</param>
internal sealed record Claim(string Header, ClaimKind Kind, string Name, string Code)
{
    /// <summary>What the claim is about, for the report: "sizeof(mach_port_t)".</summary>
    public string Subject { get; init; } = Name;

    /// <summary>What Mach.Abi has; null for a prototype.</summary>
    public string? Ours { get; init; }

    /// <summary>An expression for what the headers have, where it is a number.</summary>
    public string? Expression { get; init; }

    /// <summary>The number is signed.</summary>
    public bool Signed { get; init; }

    /// <summary>A claim that a number is what it is here.</summary>
    public static Claim OfNumber(string header, ClaimKind kind, string name, string expression, ulong value, int bytes, bool signed)
    {
        var word = bytes == 8 ? "__UINT64_TYPE__" : "__UINT32_TYPE__";
        var bits = bytes == 8 ? value : (uint)value;
        return new Claim(header, kind, name, $"_Static_assert(({word})({expression}) == ({word}){bits}u{(bytes == 8 ? "ll" : "")}, \"{expression}\");")
        {
            Subject = expression,
            Ours = Text(bits, bytes, signed),
            Expression = $"({word})({expression})",
            Signed = signed,
        };
    }

    /// <summary>A number as C would print it.</summary>
    public static string Text(ulong bits, int bytes, bool signed) => FormattableString.Invariant(
        $"{(signed ? bytes == 8 ? (long)bits : (int)bits : bytes == 8 ? bits : (decimal)(uint)bits)}");
}
