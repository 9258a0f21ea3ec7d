namespace Mach.Generators;

internal sealed partial class DefsParser
{
    private const int Deepest = 64;

    /// <summary>No array or structure has more elements than a message could have bytes.</summary>
    private const long Most = int.MaxValue;

    private int _depth;

    private NamedTypeSyntax NamedType()
    {
        var name = Name("the name of a type");
        Expect("=");
        return Translations(new(name.Place, name.Text, Type()));
    }

    private NamedTypeSyntax Translations(NamedTypeSyntax type)
    {
        while (Current.Kind == TokenKind.Identifier && Following.Is(":"))
        {
            var word = Take();
            Expect(":");
            type = word.Text.ToUpperInvariant() switch
            {
                "CTYPE" => type with { CType = Name("a C type").Text },
                "CUSERTYPE" => type with { UserType = Name("a C type").Text },
                "CSERVERTYPE" => type with { ServerType = Name("a C type").Text },
                "INTRAN" => type with { InTranslation = Translation() },
                "INTRANPAYLOAD" => type with { InTranslationPayload = Translation() },
                "OUTTRAN" => type with { OutTranslation = Translation() },
                "DESTRUCTOR" => type with { Destructor = Destructor() },
                _ => throw new SyntaxException(word.Place, $"'{word.Text}' says nothing of a type"),
            };
        }
        return type;
    }

    private TranslationSyntax Translation()
    {
        var type = Name("a C type").Text;
        var function = Destructor();
        return function with { Type = type };
    }

    private TranslationSyntax Destructor()
    {
        var function = Name("a function").Text;
        Expect("(");
        var argument = Name("a C type").Text;
        Expect(")");
        return new("", function, argument);
    }

    private DefsTypeSyntax Type()
    {
        if (++_depth > Deepest)
            throw new SyntaxException(Current.Place, "the type is nested too deeply");
        var type = Unnested();
        _depth--;
        return type;
    }

    private DefsTypeSyntax Unnested()
    {
        var start = Current;
        if (Accept("^"))
            return new OutOfLineSyntax(start.Place, Type());
        if (start.Is("(") || start.Kind == TokenKind.Number)
            return Basic();
        if (start.Kind != TokenKind.Identifier)
            throw Unexpected("a type");
        if (IpcType.Named(start.Text) is not null || start.Text.StartsWith("MACH_MSG_TYPE_", StringComparison.Ordinal))
            return Basic();
        if (Following.Is("["))
        {
            if (AcceptWord("array"))
                return Array(start);
            if (AcceptWord("struct"))
                return Struct(start);
            if (AcceptWord("c_string"))
                return CString(start);
        }
        _at++;
        if (Current.Is("(") && start.Text.ToUpperInvariant() is "POINTERTO" or "POINTERTOIFNOT" or "VALUEOF")
            return NativePointer(start);
        return new TypeNameSyntax(start.Place, start.Text);
    }

    /// <summary>The kinds of IPC: one for both ends or two; in parentheses with the size in bits and flags.</summary>
    private BasicTypeSyntax Basic()
    {
        var start = Current;
        var parenthesis = Accept("(");
        var sent = Ipc();
        var received = Accept("|") ? Ipc() : sent;
        if (!parenthesis)
            return new(start.Place, sent, received, sent.Bits, FlagSyntax.None);
        Expect(",");
        var bits = Sum();
        var flags = Flags();
        Expect(")");
        return new(start.Place, sent, received, bits, flags);
    }

    private IpcType Ipc()
    {
        var word = Current;
        if (word.Kind == TokenKind.Number)
            throw new SyntaxException(word.Place, "a kind of IPC is known by its name, not by its number");
        if (word.Kind != TokenKind.Identifier)
            throw Unexpected("a kind of IPC");
        _at++;
        return IpcType.Named(word.Text) ?? throw new SyntaxException(word.Place, $"there is no kind of IPC '{word.Text}'");
    }

    private ArraySyntax Array(Token start)
    {
        Expect("[");
        var (varies, count) = Current.Is("]") ? (true, 0) : Length();
        Expect("]");
        Of();
        return new(start.Place, varies, count, Type());
    }

    /// <summary>What stands between brackets: a number, <c>*</c>, or <c>*:</c> and a number.</summary>
    private (bool Varies, long Count) Length()
    {
        if (!Accept("*"))
            return (false, Positive());
        return (true, Accept(":") ? Positive() : 0);
    }

    private StructSyntax Struct(Token start)
    {
        Expect("[");
        var count = Positive();
        if (Accept(","))
            _ = Positive(); // an alignment, which messages of four-byte packing do not follow
        Expect("]");
        Of();
        return new(start.Place, count, Type());
    }

    private CStringSyntax CString(Token start)
    {
        Expect("[");
        var (varies, count) = Length();
        if (count == 0)
            throw new SyntaxException(Current.Place, "a string needs a limit");
        Expect("]");
        return new(start.Place, varies, count);
    }

    private NativePointerSyntax NativePointer(Token start)
    {
        var depth = 0;
        do
        {
            if (Current.Kind == TokenKind.End)
                throw Unexpected("')'");
            depth += Current.Is("(") ? 1 : Current.Is(")") ? -1 : 0;
            _at++;
        }
        while (depth != 0);
        return new(start.Place, start.Text);
    }

    private void Of()
    {
        if (!AcceptWord("of"))
            throw Unexpected("'of'");
    }

    private long Positive()
    {
        var place = Current.Place;
        var value = Sum();
        return value is > 0 and <= Most ? value : throw new SyntaxException(place, $"{value} is no number of elements");
    }

    private long Sum()
    {
        var place = Current.Place;
        try
        {
            return Sums();
        }
        catch (Exception wrong) when (wrong is OverflowException or DivideByZeroException)
        {
            throw new SyntaxException(place, "the expression has no value");
        }
    }

    private long Sums()
    {
        var value = Product();
        while (Current.Is("+") || Current.Is("-"))
            value = checked(Take().Text == "+" ? value + Product() : value - Product());
        return value;
    }

    private long Product()
    {
        var value = Factor();
        while (Current.Is("*") || Current.Is("/"))
            value = checked(Take().Text == "*" ? value * Factor() : value / Factor());
        return value;
    }

    private long Factor()
    {
        if (!Accept("("))
            return Number();
        if (++_depth > Deepest)
            throw new SyntaxException(Current.Place, "the expression is nested too deeply");
        var value = Sums();
        Expect(")");
        _depth--;
        return value;
    }
}
