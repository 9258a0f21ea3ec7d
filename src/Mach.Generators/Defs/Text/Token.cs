namespace Mach.Generators;

internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,
    Identifier,
    Number,

    /// <summary>Between double quotes, which are not part of the text.</summary>
    String,

    /// <summary>Between single quotes, which are not part of the text.</summary>
    Character,
    Punctuator,

    /// <summary>A character that has no meaning in the language.</summary>
    Stray,
}

/// <summary>The names of macros that a token came from, which are not expanded again within it.</summary>
internal sealed record HiddenNames(string Name, HiddenNames? Rest)
{
    public static bool Contains(HiddenNames? set, string name)
    {
        for (; set is not null; set = set.Rest)
        {
            if (set.Name == name)
                return true;
        }
        return false;
    }

    public static HiddenNames? Union(HiddenNames? a, HiddenNames? b)
    {
        for (; b is not null; b = b.Rest)
        {
            if (!Contains(a, b.Name))
                a = new(b.Name, a);
        }
        return a;
    }

    public static HiddenNames? Intersection(HiddenNames? a, HiddenNames? b)
    {
        HiddenNames? both = null;
        for (; a is not null; a = a.Rest)
        {
            if (Contains(b, a.Name))
                both = new(a.Name, both);
        }
        return both;
    }
}

/// <summary>A token of a .defs file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What is written, without quotes.</param>
/// <param name="Place">Where it is; of what a macro gave, where the macro was called.</param>
/// <param name="Spaced">White space stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, DefsPlace Place, bool Spaced)
{
    public HiddenNames? Hidden { get; init; }

    public bool Is(string punctuator) => Kind == TokenKind.Punctuator && Text == punctuator;

    /// <summary>How a complaint calls it.</summary>
    public string Described => Kind switch
    {
        TokenKind.End => "the end of the file",
        TokenKind.String => $"\"{Text}\"",
        _ => $"'{Text}'",
    };

    /// <summary>As it was written.</summary>
    public string Written => Kind switch
    {
        TokenKind.String => $"\"{Text}\"",
        TokenKind.Character => $"'{Text}'",
        _ => Text,
    };
}
