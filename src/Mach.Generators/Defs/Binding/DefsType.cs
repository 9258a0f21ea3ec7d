namespace Mach.Generators;

internal enum DefsTypeKind
{
    /// <summary>A number, or bytes without further structure.</summary>
    Value,

    /// <summary>A fixed number of elements that is one value.</summary>
    Structure,

    /// <summary>A right.</summary>
    Port,

    /// <summary>A string of C.</summary>
    CString,

    /// <summary>Elements of which less than all may travel, or any number.</summary>
    Array,

    /// <summary>A fixed number of rights.</summary>
    PortArray,
}

/// <summary>A type of a .defs file, with sizes.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes in the message, with every element; of an array without limit 0.</param>
internal sealed record DefsType(string Name, DefsTypeKind Kind, long Size)
{
    /// <summary>What the client's C calls it.</summary>
    public string UserType { get; init; } = Name;

    /// <summary>What the server's C calls it.</summary>
    public string ServerType { get; init; } = Name;

    /// <summary>The type that it is another name of.</summary>
    public DefsType? Original { get; init; }

    /// <summary>It travels out of line.</summary>
    public bool OutOfLine { get; init; }

    /// <summary>How many elements, at most; 0 without limit.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Less than <see cref="Count"/> may travel.</summary>
    public bool Varies { get; init; }

    /// <summary>C has it as an array, not as a structure.</summary>
    public bool IsArray { get; init; }

    public DefsType? Element { get; init; }

    /// <summary>Numbers in one of it: what a count on the wire is multiplied by.</summary>
    public long Numbers { get; init; } = 1;

    /// <summary>The C# type of a number.</summary>
    public string CSharp { get; init; } = "byte";

    /// <summary>The disposition of a right as sent and as received; 0 for the caller's choice.</summary>
    public int Sent { get; init; }

    /// <inheritdoc cref="Sent"/>
    public int Received { get; init; }

    /// <summary>What the type says of its arguments.</summary>
    public FlagSyntax Flags { get; init; } = FlagSyntax.None;

    public TranslationSyntax? InTranslation { get; init; }

    public TranslationSyntax? OutTranslation { get; init; }

    public TranslationSyntax? Destructor { get; init; }

    /// <summary>Whether another declaration says the same.</summary>
    public bool SameAs(DefsType other) =>
        Kind == other.Kind && Size == other.Size && OutOfLine == other.OutOfLine && Count == other.Count && Varies == other.Varies &&
        Sent == other.Sent && Received == other.Received && Numbers == other.Numbers;
}
