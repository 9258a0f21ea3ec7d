namespace Mach.Generators;

internal sealed partial class Preprocessor
{
    private void Directive(List<Token> line, Lexer lexer, Stack<Group> conditions, string path)
    {
        if (line.Count == 1)
            return;
        var name = line[1];
        var rest = line.Skip(2).ToList();
        if (name.Kind == TokenKind.Identifier && Conditional(name, rest, conditions))
            return;
        if (!IsActive(conditions))
            return;
        if (name.Kind == TokenKind.Number)
        {
            Marker([.. line.Skip(1)], lexer);
            return;
        }
        switch (name.Text)
        {
            case "define":
                Define(rest, name);
                break;
            case "undef":
                if (Single(rest, name) is { } undefined)
                    _macros.Remove(undefined);
                break;
            case "include" or "import" or "include_next":
                Include(rest, name, once: name.Text == "import", path);
                break;
            case "line":
                Marker(_expander.Expand(rest), lexer);
                break;
            case "error":
                _complaints.Add(Diagnostics.DefsPreprocessing, name.Place, "#error " + Sentence(rest));
                break;
            case "warning":
                _complaints.Add(Diagnostics.DefsWarning, name.Place, Sentence(rest));
                break;
            case "pragma":
                if (rest is [{ Text: "once" }])
                    _once.Add(path);
                break;
            case "ident" or "sccs":
                break;
            default:
                _complaints.Add(Diagnostics.DefsPreprocessing, name.Place, $"there is no directive #{name.Text}");
                break;
        }
    }

    /// <summary>Handles what opens, turns or closes a condition.</summary>
    /// <returns>False when the directive is another.</returns>
    private bool Conditional(Token name, List<Token> rest, Stack<Group> conditions)
    {
        switch (name.Text)
        {
            case "if":
                var active = IsActive(conditions);
                conditions.Push(new(name.Text, name.Place, active, active && Holds(rest, name)));
                return true;
            case "ifdef" or "ifndef":
                var outer = IsActive(conditions);
                var known = outer && Single(rest, name) is { } asked && _macros.ContainsKey(asked);
                conditions.Push(new(name.Text, name.Place, outer, outer && known == (name.Text == "ifdef")));
                return true;
            case "elif" or "else":
                Turn(name, rest, conditions);
                return true;
            case "endif":
                if (conditions.Count == 0)
                    _complaints.Add(Diagnostics.DefsPreprocessing, name.Place, "#endif without #if");
                else
                    conditions.Pop();
                return true;
            default:
                return false;
        }
    }

    private void Turn(Token name, List<Token> rest, Stack<Group> conditions)
    {
        if (conditions.Count == 0 || conditions.Peek().Else)
        {
            _complaints.Add(Diagnostics.DefsPreprocessing, name.Place, $"#{name.Text} " + (conditions.Count == 0 ? "without #if" : "after #else"));
            return;
        }
        var group = conditions.Peek();
        group.Else = name.Text == "else";
        group.Active = group.Outer && !group.Taken && (group.Else || Holds(rest, name));
        group.Taken |= group.Active;
    }

    private bool Holds(List<Token> condition, Token directive)
    {
        var replaced = new List<Token>();
        for (var i = 0; i < condition.Count; i++)
        {
            var token = condition[i];
            if (token is not { Kind: TokenKind.Identifier, Text: "defined" })
            {
                replaced.Add(token);
                continue;
            }
            var parenthesis = i + 1 < condition.Count && condition[i + 1].Is("(");
            var at = i + (parenthesis ? 2 : 1);
            if (at >= condition.Count || condition[at].Kind != TokenKind.Identifier || (parenthesis && !(at + 1 < condition.Count && condition[at + 1].Is(")"))))
            {
                _complaints.Add(Diagnostics.DefsPreprocessing, token.Place, "'defined' needs a name");
                return false;
            }
            replaced.Add(new(TokenKind.Number, _macros.ContainsKey(condition[at].Text) ? "1" : "0", token.Place, token.Spaced));
            i = at + (parenthesis ? 1 : 0);
        }
        return new Condition(_expander.Expand(replaced), directive.Place, _complaints).IsTrue();
    }

    private string? Single(List<Token> rest, Token directive)
    {
        if (rest is [{ Kind: TokenKind.Identifier } name, ..])
            return name.Text;
        _complaints.Add(Diagnostics.DefsPreprocessing, directive.Place, $"#{directive.Text} needs a name");
        return null;
    }

    private void Define(List<Token> rest, Token directive)
    {
        if (Single(rest, directive) is not { } name)
            return;
        List<string>? parameters = null;
        var variadic = false;
        var body = 1;
        if (rest.Count > 1 && rest[1].Is("(") && !rest[1].Spaced)
        {
            parameters = [];
            body = Parameters(rest, parameters, ref variadic);
            if (body < 0)
            {
                _complaints.Add(Diagnostics.DefsPreprocessing, rest[1].Place, $"the parameters of macro '{name}' are not a list of names");
                return;
            }
        }
        var macro = new Macro(name, parameters, variadic, [.. rest.Skip(body)]);
        if (name == "defined" || (_macros.TryGetValue(name, out var old) && !old.SameAs(macro)))
            _complaints.Add(Diagnostics.DefsPreprocessing, rest[0].Place, name == "defined" ? "'defined' is no name of a macro" : $"macro '{name}' has another definition already");
        _macros[name] = macro;
    }

    /// <summary>Reads names between parentheses; gives the index behind them, or -1.</summary>
    private static int Parameters(List<Token> rest, List<string> parameters, ref bool variadic)
    {
        var i = 2;
        if (i < rest.Count && rest[i].Is(")"))
            return i + 1;
        while (i < rest.Count)
        {
            if (rest[i].Is(".") && i + 3 < rest.Count && rest[i + 1].Is(".") && rest[i + 2].Is(".") && rest[i + 3].Is(")"))
            {
                variadic = true;
                return i + 4;
            }
            if (rest[i].Kind != TokenKind.Identifier || parameters.Contains(rest[i].Text))
                return -1;
            parameters.Add(rest[i].Text);
            if (i + 1 < rest.Count && rest[i + 1].Is(")"))
                return i + 2;
            if (i + 1 >= rest.Count || !rest[i + 1].Is(","))
                return -1;
            i += 2;
        }
        return -1;
    }

    private void Include(List<Token> rest, Token directive, bool once, string path)
    {
        if (rest.Count != 0 && !rest[0].Is("<") && rest[0].Kind != TokenKind.String)
            rest = _expander.Expand(rest);
        if (FileName.Read(rest, 0) is not var (name, angled, _))
        {
            _complaints.Add(Diagnostics.DefsPreprocessing, directive.Place, $"#{directive.Text} needs a file between quotes or angles");
            return;
        }
        if (_resolver(name, angled, path) is not { } source)
            _complaints.Add(Diagnostics.DefsPreprocessing, rest[0].Place, $"there is no file '{name}'");
        else if (_depth >= DeepestInclude)
            _complaints.Add(Diagnostics.DefsPreprocessing, rest[0].Place, $"files include each other more than {DeepestInclude} deep");
        else if (!_once.Contains(source.Path))
            Enter(source, once);
    }

    private void Enter(DefsSource source, bool once)
    {
        if (once)
            _once.Add(source.Path);
        _ = File(source);
    }

    private void Marker(List<Token> rest, Lexer lexer)
    {
        if (rest is [{ Kind: TokenKind.Number } number, ..] && Numbers.TryParse(number.Text, out var line) && line is >= 0 and < int.MaxValue)
            lexer.Rename((int)line, rest is [_, { Kind: TokenKind.String } file, ..] ? file.Text : null);
        else
            _complaints.Add(Diagnostics.DefsPreprocessing, rest.Count == 0 ? lexer.Here : rest[0].Place, "a line marker needs a number");
    }

    private static string Sentence(List<Token> tokens) => string.Join(" ", tokens.Select(t => t.Written));
}
