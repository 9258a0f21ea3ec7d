namespace Mach.Generators;

/// <summary>Cuts a file into tokens, line by line; comments and spliced line ends are white space.</summary>
internal sealed class Lexer(DefsSource source, DefsComplaints complaints)
{
    private static readonly string[] _long = ["<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "##"];

    private readonly string _text = source.Text;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    // Line markers shift what the lines behind them are called.
    private string _path = source.Path;
    private int _shift;

    public bool AtEnd => _at >= _text.Length;

    /// <summary>The place of the next character.</summary>
    public DefsPlace Here => new(_path, _line + _shift, _at - _lineStart + 1, Math.Min(_at, _text.Length), 0);

    /// <summary>A line marker: what the next line is called.</summary>
    public void Rename(int line, string? path)
    {
        _shift = line - _line;
        _path = path ?? _path;
    }

    /// <summary>The tokens of one line, which goes on where its end is spliced or within a comment. The line end is consumed.</summary>
    public List<Token> Line()
    {
        var tokens = new List<Token>();
        var spaced = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '\n')
            {
                _at++;
                NewLine();
                break;
            }
            if (c is ' ' or '\t' or '\r' or '\f' or '\v' || Splice())
            {
                _at += c == '\\' ? 0 : 1;
                spaced = true;
            }
            else if (Comment())
            {
                spaced = true;
            }
            else
            {
                tokens.Add(Next(spaced));
                spaced = false;
            }
        }
        return tokens;
    }

    private void NewLine()
    {
        _line++;
        _lineStart = _at;
    }

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool Splice()
    {
        if (_text[_at] != '\\')
            return false;
        var length = Peek(1) == '\n' ? 2 : Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 0;
        if (length == 0)
            return false;
        _at += length;
        NewLine();
        return true;
    }

    private bool Comment()
    {
        if (Peek(0) != '/' || Peek(1) is not ('/' or '*'))
            return false;
        if (Peek(1) == '/')
        {
            while (_at < _text.Length && _text[_at] != '\n')
            {
                if (!Splice())
                    _at++;
            }
            return true;
        }
        var start = Here with { Length = 2 };
        for (_at += 2; _at < _text.Length;)
        {
            if (_text[_at] == '*' && Peek(1) == '/')
            {
                _at += 2;
                return true;
            }
            if (_text[_at++] == '\n')
                NewLine();
        }
        complaints.Add(Diagnostics.DefsPreprocessing, start, "the comment does not end");
        return true;
    }

    private Token Next(bool spaced)
    {
        var start = Here;
        var first = _at;
        var c = _text[_at];
        if (IsLetter(c))
        {
            while (IsLetter(Peek(0)) || IsDigit(Peek(0)))
                _at++;
            return Made(TokenKind.Identifier, first, start, spaced);
        }
        if (IsDigit(c))
        {
            while (IsLetter(Peek(0)) || IsDigit(Peek(0)))
                _at++;
            return Made(TokenKind.Number, first, start, spaced);
        }
        if (c is '"' or '\'')
            return Quoted(c, start, spaced);
        foreach (var punctuator in _long)
        {
            if (string.CompareOrdinal(_text, _at, punctuator, 0, punctuator.Length) == 0)
            {
                _at += punctuator.Length;
                return Made(TokenKind.Punctuator, first, start, spaced);
            }
        }
        _at++;
        return Made(c > ' ' && c < 127 && c is not ('@' or '$' or '`' or '\\') ? TokenKind.Punctuator : TokenKind.Stray, first, start, spaced);
    }

    /// <summary>A string; a quote without its partner on the line is a stray character.</summary>
    private Token Quoted(char quote, DefsPlace start, bool spaced)
    {
        var end = _at + 1;
        while (end < _text.Length && _text[end] != quote && _text[end] != '\n')
            end += _text[end] == '\\' && end + 1 < _text.Length && _text[end + 1] != '\n' ? 2 : 1;
        if (end >= _text.Length || _text[end] != quote)
        {
            _at++;
            return Made(TokenKind.Stray, _at - 1, start, spaced);
        }
        var text = _text.Substring(_at + 1, end - _at - 1);
        var length = end + 1 - _at;
        _at = end + 1;
        return new(quote == '"' ? TokenKind.String : TokenKind.Character, text, start with { Length = length }, spaced);
    }

    private Token Made(TokenKind kind, int first, DefsPlace start, bool spaced) =>
        new(kind, _text.Substring(first, _at - first), start with { Length = _at - first }, spaced);

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
