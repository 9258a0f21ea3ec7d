namespace Mach.Generators;

/// <summary>Computes the condition of <c>#if</c>: C's integer expressions, in which unknown names are 0.</summary>
internal sealed class Condition(IReadOnlyList<Token> tokens, DefsPlace at, DefsComplaints complaints)
{
    private const int Deepest = 100;

    private static readonly string[][] _levels =
    [
        ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<", ">", "<=", ">="], ["<<", ">>"], ["+", "-"], ["*", "/", "%"],
    ];

    private int _at;
    private int _depth;
    private bool _wrong;

    /// <summary>False when it cannot be computed, which is complained about.</summary>
    public bool IsTrue()
    {
        var value = Ternary();
        if (!_wrong && _at < tokens.Count)
            Wrong($"{tokens[_at].Described} is not expected here");
        return !_wrong && value != 0;
    }

    private Token? Current => _at < tokens.Count ? tokens[_at] : null;

    private bool Accept(string punctuator)
    {
        if (Current is not { } token || !token.Is(punctuator))
            return false;
        _at++;
        return true;
    }

    private long Wrong(string message)
    {
        if (!_wrong)
            complaints.Add(Diagnostics.DefsPreprocessing, Current?.Place ?? at, message);
        _wrong = true;
        return 0;
    }

    private long Ternary()
    {
        if (++_depth > Deepest)
            return Wrong("the condition is nested too deeply");
        var value = Binary(0);
        if (!_wrong && Accept("?"))
        {
            var yes = Ternary();
            if (!Accept(":"))
                return Wrong("':' is missing");
            var no = Ternary();
            value = value != 0 ? yes : no;
        }
        _depth--;
        return value;
    }

    private long Binary(int level)
    {
        if (level == _levels.Length)
            return Unary();
        var left = Binary(level + 1);
        while (!_wrong && Current is { Kind: TokenKind.Punctuator } token && Array.IndexOf(_levels[level], token.Text) >= 0)
        {
            _at++;
            left = Apply(token, left, Binary(level + 1), skipped: token.Text == "&&" && left == 0);
        }
        return left;
    }

    private long Apply(Token operation, long a, long b, bool skipped)
    {
        switch (operation.Text)
        {
            case "/" or "%" when b == 0:
                _at = Math.Max(_at - 1, 0);
                return skipped ? 0 : Wrong("division by zero");
            case "/":
                return b == -1 ? unchecked(-a) : a / b;
            case "%":
                return b == -1 ? 0 : a % b;
            default:
                break;
        }
        return unchecked(operation.Text switch
        {
            "||" => a != 0 || b != 0 ? 1 : 0,
            "&&" => a != 0 && b != 0 ? 1 : 0,
            "|" => a | b,
            "^" => a ^ b,
            "&" => a & b,
            "==" => a == b ? 1 : 0,
            "!=" => a != b ? 1 : 0,
            "<" => a < b ? 1 : 0,
            ">" => a > b ? 1 : 0,
            "<=" => a <= b ? 1 : 0,
            ">=" => a >= b ? 1 : 0,
            "<<" => a << (int)b,
            ">>" => a >> (int)b,
            "+" => a + b,
            "-" => a - b,
            _ => a * b,
        });
    }

    private long Unary()
    {
        var negations = new Stack<string>();
        while (Current is { Kind: TokenKind.Punctuator, Text: "!" or "-" or "+" or "~" } token)
        {
            negations.Push(token.Text);
            _at++;
        }
        var value = Primary();
        foreach (var negation in negations)
        {
            value = unchecked(negation switch
            {
                "!" => value == 0 ? 1 : 0,
                "-" => -value,
                "~" => ~value,
                _ => value,
            });
        }
        return value;
    }

    private long Primary()
    {
        if (Current is not { } token)
            return Wrong("the condition is not complete");
        if (Accept("("))
        {
            var value = Ternary();
            return _wrong || Accept(")") ? value : Wrong("')' is missing");
        }
        _at++;
        switch (token.Kind)
        {
            case TokenKind.Number when Numbers.TryParse(token.Text, out var number):
                return number;
            case TokenKind.Identifier:
                return 0;
            case TokenKind.Character when token.Text.Length == 1:
                return token.Text[0];
            default:
                _at--;
                return Wrong($"{token.Described} is no number");
        }
    }
}
