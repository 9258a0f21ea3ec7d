namespace Mach.Generators;

/// <summary>Reads the statements of a .defs file. After a mistake it goes on behind the next semicolon.</summary>
internal sealed partial class DefsParser(IReadOnlyList<Token> tokens, DefsComplaints complaints)
{
    private int _at;

    public DefsFile File(string path)
    {
        var statements = new List<DefsStatement>();
        while (Current.Kind != TokenKind.End && !complaints.IsFull)
        {
            if (Accept(";"))
                continue;
            var start = _at;
            _depth = 0;
            try
            {
                statements.Add(Statement());
                Expect(";");
            }
            catch (SyntaxException wrong)
            {
                complaints.Add(Diagnostics.DefsSyntax, wrong.Place, wrong.Message);
                Recover(start);
            }
        }
        return new(path, statements);
    }

    private Token Current => tokens[_at];

    private Token Following => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    private Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            _at++;
        return token;
    }

    private bool Accept(string punctuator)
    {
        if (!Current.Is(punctuator))
            return false;
        _at++;
        return true;
    }

    private void Expect(string punctuator)
    {
        if (!Accept(punctuator))
            throw Unexpected($"'{punctuator}'");
    }

    private bool AtWord(string word) => IsWord(Current, word);

    private static bool IsWord(Token token, string word) =>
        token.Kind == TokenKind.Identifier && string.Equals(token.Text, word, StringComparison.OrdinalIgnoreCase);

    private bool AcceptWord(string word)
    {
        if (!AtWord(word))
            return false;
        _at++;
        return true;
    }

    private Token Name(string what) => Current.Kind == TokenKind.Identifier ? Take() : throw Unexpected(what);

    private SyntaxException Unexpected(string expected) => new(Current.Place, $"{expected} is expected, not {Current.Described}");

    /// <summary>Goes behind the semicolon that ends the statement; one between parentheses does not.</summary>
    private void Recover(int start)
    {
        var wrong = _at;
        var depth = 0;
        for (_at = start; Current.Kind != TokenKind.End; _at++)
        {
            if (Current.Is("("))
                depth++;
            else if (Current.Is(")"))
                depth--;
            else if (Current.Is(";") && depth <= 0 && _at >= wrong)
                break;
            else if (_at > wrong && StartsStatement())
                return;
        }
        Accept(";");
    }

    /// <summary>A word at the start of a line that only begins statements: a forgotten parenthesis costs no more than one routine.</summary>
    private bool StartsStatement() =>
        (AtWord("routine") || AtWord("simpleroutine") || AtWord("type") || AtWord("skip")) && Following.Kind is TokenKind.Identifier &&
        (tokens[_at - 1].Is(";") || tokens[_at - 1].Is(")"));

    private DefsStatement Statement()
    {
        var word = Name("a statement");
        switch (word.Text.ToUpperInvariant())
        {
            case "SUBSYSTEM":
                return Subsystem(word);
            case "TYPE":
                return new TypeStatement(word.Place, NamedType());
            case "ROUTINE" or "PROCEDURE":
                return Routine(word, simple: false);
            case "SIMPLEROUTINE" or "SIMPLEPROCEDURE":
                return Routine(word, simple: true);
            case "FUNCTION":
                throw new SyntaxException(word.Place, "a function returns a value beside its code, which no message of this kind carries: declare a routine with an 'out' argument");
            case "SKIP":
                return new SkipStatement(word.Place, Current.Kind == TokenKind.Number ? Number() : 1);
            case "IMPORT" or "UIMPORT" or "SIMPORT" or "IIMPORT" or "DIMPORT":
                return Import(word);
            case "SERVERPREFIX":
                return Option(word, DefsOption.ServerPrefix, Name("a prefix").Text);
            case "USERPREFIX":
                return Option(word, DefsOption.UserPrefix, Name("a prefix").Text);
            case "SERVERDEMUX":
                return Option(word, DefsOption.ServerDemux, Name("a name").Text);
            case "ERROR":
                return Option(word, DefsOption.ErrorProcedure, Name("a name").Text);
            case "RCSID":
                return Option(word, DefsOption.RcsId, Current.Kind == TokenKind.String ? Take().Text : throw Unexpected("a string"));
            case "MSGOPTION":
                return Option(word, DefsOption.MsgOption, Text());
            case "WAITTIME":
                return Option(word, DefsOption.WaitTime, Text());
            case "NOWAITTIME":
                return Option(word, DefsOption.NoWaitTime, "");
            case "SENDTIME":
                return Option(word, DefsOption.SendTime, Text());
            case "NOSENDTIME":
                return Option(word, DefsOption.NoSendTime, "");
            case "USERTYPELIMIT":
                return Option(word, DefsOption.UserTypeLimit, Digits());
            case "ONSTACKLIMIT":
                return Option(word, DefsOption.OnStackLimit, Digits());
            case "USESPECIALREPLYPORT":
                return Option(word, DefsOption.UseSpecialReplyPort, Digits());
            case "CONSUMEONSENDERROR":
                return Option(word, DefsOption.ConsumeOnSendError, ConsumeOnSendError());
            default:
                _at--;
                throw new SyntaxException(word.Place, $"'{word.Text}' begins no statement");
        }
    }

    private static OptionStatement Option(Token word, DefsOption option, string text) => new(word.Place, option, text);

    private SubsystemStatement Subsystem(Token word)
    {
        bool user = false, server = false;
        while (Following.Kind == TokenKind.Identifier && (AtWord("kernelUser") || AtWord("kernelServer")))
        {
            user |= AtWord("kernelUser");
            server |= AtWord("kernelServer");
            _at++;
        }
        var name = Name("the subsystem's name");
        return new(name.Place, name.Text, Number(), user, server);
    }

    private ImportStatement Import(Token word)
    {
        if (FileName.Read(tokens, _at) is not var (name, angled, next))
            throw Unexpected("a file between quotes or angles");
        _at = next;
        return new(word.Place, word.Text.ToLowerInvariant(), name, angled);
    }

    private string ConsumeOnSendError()
    {
        var word = Name("'none', 'timeout' or 'any'");
        var text = word.Text.ToLowerInvariant();
        return text is "none" or "timeout" or "any" ? text : throw new SyntaxException(word.Place, $"'none', 'timeout' or 'any' is expected, not {word.Described}");
    }

    /// <summary>All up to the semicolon: an expression of C.</summary>
    private string Text()
    {
        var first = Current;
        var text = "";
        while (Current.Kind != TokenKind.End && !Current.Is(";"))
        {
            if (text.Length != 0 && Current.Spaced)
                text += " ";
            text += Take().Written;
        }
        return text.Length == 0 ? throw new SyntaxException(first.Place, $"an expression is expected, not {first.Described}") : text;
    }

    private string Digits() => Number().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private long Number()
    {
        if (Current.Kind != TokenKind.Number)
            throw Unexpected("a number");
        if (!Numbers.TryParse(Current.Text, out var value))
            throw new SyntaxException(Current.Place, $"'{Current.Text}' is no number");
        _at++;
        return value;
    }

    /// <summary>What stops a statement; caught where statements are read.</summary>
    private sealed class SyntaxException(DefsPlace place, string message) : Exception(message)
    {
        public DefsPlace Place => place;
    }
}
