namespace Mach.Generators;

/// <summary>Replaces macros by what they stand for. A macro is not expanded within itself.</summary>
internal sealed class MacroExpander(IReadOnlyDictionary<string, Macro> macros, DefsComplaints complaints)
{
    /// <summary>Definitions that double each other grow without bound: beyond this many tokens of one file expansion stops.</summary>
    private const int MostTokens = 500_000;

    private const int Deepest = 200;

    private int _made;
    private int _depth;
    private bool _stopped;

    public bool Stopped => _stopped;

    public List<Token> Expand(IEnumerable<Token> tokens)
    {
        var output = new List<Token>();
        var input = new Stack<Token>(tokens.Reverse());
        while (input.Count != 0 && !_stopped)
        {
            var token = input.Pop();
            if (token.Kind != TokenKind.Identifier || HiddenNames.Contains(token.Hidden, token.Text) || !macros.TryGetValue(token.Text, out var macro))
            {
                output.Add(token);
                continue;
            }
            if (macro.Parameters is null)
            {
                Push(input, Substitute(macro, [], token, new(macro.Name, token.Hidden)));
            }
            else if (input.Count != 0 && input.Peek().Is("("))
            {
                if (Arguments(macro, token, input) is not var (arguments, close))
                    return output;
                var hidden = HiddenNames.Intersection(token.Hidden, close.Hidden);
                Push(input, Substitute(macro, arguments, token, new(macro.Name, hidden)));
            }
            else
            {
                output.Add(token);
            }
        }
        return output;
    }

    private void Push(Stack<Token> input, List<Token> made)
    {
        _made += made.Count + 1;
        for (var i = made.Count - 1; i >= 0; i--)
            input.Push(made[i]);
        if (_made <= MostTokens || _stopped)
            return;
        _stopped = true;
        complaints.Add(Diagnostics.DefsPreprocessing, made.Count == 0 ? default : made[0].Place, $"macros expand to more than {MostTokens} tokens");
    }

    private (List<List<Token>> Arguments, Token Close)? Arguments(Macro macro, Token call, Stack<Token> input)
    {
        input.Pop();
        var arguments = new List<List<Token>> { new() };
        var depth = 0;
        while (input.Count != 0)
        {
            var token = input.Pop();
            if (token.Is(")") && depth-- == 0)
                return Fitted(macro, arguments, call) ? (arguments, token) : null;
            if (token.Is("("))
                depth++;
            if (token.Is(",") && depth == 0 && !(macro.Variadic && arguments.Count > macro.Parameters!.Count))
                arguments.Add([]);
            else
                arguments[arguments.Count - 1].Add(token);
        }
        complaints.Add(Diagnostics.DefsPreprocessing, call.Place, $"the call of macro '{macro.Name}' does not end");
        return null;
    }

    private bool Fitted(Macro macro, List<List<Token>> arguments, Token call)
    {
        var expected = macro.Parameters!.Count;
        if (expected == 0 && !macro.Variadic && arguments is [{ Count: 0 }])
            arguments.Clear();
        if (macro.Variadic && arguments.Count == expected)
            arguments.Add([]);
        if (arguments.Count == expected + (macro.Variadic ? 1 : 0))
            return true;
        complaints.Add(Diagnostics.DefsPreprocessing, call.Place, $"macro '{macro.Name}' takes {expected} arguments, not {arguments.Count}");
        return false;
    }

    private List<Token> Substitute(Macro macro, List<List<Token>> arguments, Token call, HiddenNames hidden)
    {
        var made = new List<Token>();
        var body = macro.Body;
        for (var i = 0; i < body.Count && _made + made.Count <= MostTokens; i++)
        {
            var token = body[i];
            if (token.Is("#") && macro.Parameters is not null && i + 1 < body.Count && Index(macro, body[i + 1]) is >= 0 and var quoted)
            {
                made.Add(new(TokenKind.String, Written(arguments[quoted]), call.Place, token.Spaced));
                i++;
            }
            else if (token.Is("##") && made.Count != 0 && i + 1 < body.Count)
            {
                var right = body[++i];
                Paste(made, Index(macro, right) is >= 0 and var index ? arguments[index] : [right], call);
            }
            else if (Index(macro, token) is >= 0 and var index)
            {
                var raw = i + 1 < body.Count && body[i + 1].Is("##");
                made.AddRange(raw ? arguments[index] : Inner(arguments[index], call));
            }
            else
            {
                made.Add(token);
            }
        }
        for (var i = 0; i < made.Count; i++)
            made[i] = made[i] with { Place = call.Place, Hidden = HiddenNames.Union(made[i].Hidden, hidden) };
        return made;
    }

    /// <summary>Expands an argument by itself.</summary>
    private List<Token> Inner(List<Token> argument, Token call)
    {
        if (_depth >= Deepest)
        {
            if (!_stopped)
                complaints.Add(Diagnostics.DefsPreprocessing, call.Place, "macros are nested too deeply");
            _stopped = true;
            return [];
        }
        _depth++;
        var expanded = Expand(argument);
        _depth--;
        return expanded;
    }

    private static int Index(Macro macro, Token token)
    {
        if (macro.Parameters is null || token.Kind != TokenKind.Identifier)
            return -1;
        for (var i = 0; i < macro.Parameters.Count; i++)
        {
            if (macro.Parameters[i] == token.Text)
                return i;
        }
        return macro.Variadic && token.Text == "__VA_ARGS__" ? macro.Parameters.Count : -1;
    }

    private void Paste(List<Token> made, List<Token> right, Token call)
    {
        if (right.Count == 0)
            return;
        var left = made[made.Count - 1];
        var text = left.Text + right[0].Text;
        var lexer = new Lexer(new(call.Place.Path, text), complaints);
        var tokens = lexer.Line();
        if (tokens is [var one] && one.Text == text)
            made[made.Count - 1] = one with { Place = call.Place, Spaced = left.Spaced };
        else
            complaints.Add(Diagnostics.DefsPreprocessing, call.Place, $"'{left.Text}' and '{right[0].Text}' do not make one token");
        made.AddRange(right.Skip(1));
    }

    private static string Written(List<Token> tokens) =>
        string.Concat(tokens.Select((t, i) => (t.Spaced && i != 0 ? " " : "") + t.Written)).Replace("\\", "\\\\").Replace("\"", "\\\"");
}
