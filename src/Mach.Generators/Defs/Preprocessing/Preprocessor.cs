namespace Mach.Generators;

/// <summary>C's preprocessor: includes, conditions and macros; what is left are the tokens of the language.</summary>
internal sealed partial class Preprocessor
{
    private const int DeepestInclude = 64;
    private const int MostTokens = 2_000_000;

    private readonly Dictionary<string, Macro> _macros = new(StringComparer.Ordinal);
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);
    private readonly List<Token> _output = [];
    private readonly List<string> _files = [];
    private readonly MacroExpander _expander;
    private readonly IncludeResolver _resolver;
    private readonly DefsComplaints _complaints;
    private int _depth;

    public Preprocessor(IncludeResolver resolver, DefsComplaints complaints)
    {
        _resolver = resolver;
        _complaints = complaints;
        _expander = new(_macros, complaints);
    }

    /// <summary>The files that were read, the first one and what it includes.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Defines a name as <c>-D</c> does: <c>NAME</c> as 1, <c>NAME=text</c> as the text.</summary>
    /// <returns>False when it is no name.</returns>
    public bool Define(string definition)
    {
        var equals = definition.IndexOf('=');
        var name = equals < 0 ? definition : definition.Substring(0, equals);
        var text = equals < 0 ? "1" : definition.Substring(equals + 1);
        var head = new Lexer(new("", name), _complaints).Line();
        if (head is not [{ Kind: TokenKind.Identifier } one] || one.Text != name)
            return false;
        _macros[name] = new(name, null, Variadic: false, new Lexer(new("", text), _complaints).Line());
        return true;
    }

    public void Undefine(string name) => _macros.Remove(name);

    /// <summary>The tokens of a file, with an end token behind them.</summary>
    public IReadOnlyList<Token> Run(DefsSource source)
    {
        var end = File(source);
        _output.Add(new(TokenKind.End, "", end, Spaced: true));
        return _output;
    }

    private bool Stopped => _expander.Stopped || _complaints.IsFull || _output.Count > MostTokens;

    private DefsPlace File(DefsSource source)
    {
        _files.Add(source.Path);
        _depth++;
        var lexer = new Lexer(source, _complaints);
        var conditions = new Stack<Group>();
        var run = new List<Token>();
        while (!lexer.AtEnd && !Stopped)
        {
            var line = lexer.Line();
            if (line.Count == 0)
                continue;
            if (!line[0].Is("#"))
            {
                if (IsActive(conditions))
                    run.AddRange(line);
                continue;
            }
            Flush(run);
            Directive(line, lexer, conditions, source.Path);
        }
        Flush(run);
        foreach (var open in conditions)
            _complaints.Add(Diagnostics.DefsPreprocessing, open.Place, $"#{open.Directive} has no #endif");
        _depth--;
        return lexer.Here;
    }

    private static bool IsActive(Stack<Group> conditions) => conditions.Count == 0 || conditions.Peek().Active;

    private void Flush(List<Token> run)
    {
        if (run.Count != 0)
            _output.AddRange(_expander.Expand(run));
        run.Clear();
    }

    /// <summary>What an <c>#if</c> began.</summary>
    private sealed class Group(string directive, DefsPlace place, bool outer, bool condition)
    {
        public string Directive => directive;

        public DefsPlace Place => place;

        /// <summary>The text around it counts.</summary>
        public bool Outer => outer;

        /// <summary>The text here counts.</summary>
        public bool Active { get; set; } = outer && condition;

        /// <summary>A branch counted already.</summary>
        public bool Taken { get; set; } = condition;

        public bool Else { get; set; }
    }
}
