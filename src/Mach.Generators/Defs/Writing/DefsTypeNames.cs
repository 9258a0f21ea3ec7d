namespace Mach.Generators;

/// <summary>The types of an exported .defs file: those that the standard files have are used from there, the others are declared.</summary>
internal sealed class DefsTypeNames
{
    /// <summary>In the order in which they are looked through, each with its types.</summary>
    private static readonly Lazy<(string File, DefsTypes Types)[]> _standard = new(() =>
        [.. new[] { "mach/std_types.defs", "mach/mach_types.defs", "mach/clock_types.defs", "mach_debug/mach_debug_types.defs", "device/device_types.defs" }.Select(f => (f, Load(f)))]);

    private readonly SortedSet<string> _files = new(StringComparer.Ordinal) { "mach/std_types.defs" };
    private readonly DefsTypes _types = new(new());
    private readonly List<string> _declarations = [];

    /// <summary>The standard files to include.</summary>
    public IEnumerable<string> Files => _files.OrderBy(f => Array.FindIndex(_standard.Value, s => s.File == f));

    /// <summary>The declarations of the other types.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    private static DefsTypes Load(string file)
    {
        var complaints = new DefsComplaints();
        var tokens = new Preprocessor((name, _, _) => StandardFiles.Find(name), complaints).Run(StandardFiles.Find(file)!);
        var types = new DefsTypes(complaints);
        foreach (var statement in new DefsParser(tokens, complaints).File(file).Statements.OfType<TypeStatement>())
            types.Declare(statement.Type);
        return types;
    }

    /// <summary>Finds a name for a type.</summary>
    /// <param name="c">What C calls it; null when it has no name.</param>
    /// <param name="otherwise">A name for where C has none, or has another type of that name.</param>
    /// <param name="written">How the type is written.</param>
    public string Name(string? c, string otherwise, string written)
    {
        var wanted = Parse(c ?? otherwise, written);
        foreach (var name in new[] { c ?? otherwise, otherwise })
        {
            if (Known(name) is not { } known)
            {
                var ctype = c is null || c == name ? "" : $" ctype: {c}";
                _declarations.Add($"type {name} = {written}{ctype};");
                _types.Declare(wanted with { Name = name, UserType = c ?? name });
                return name;
            }
            if (known.SameAs(wanted) && known.UserType == (c ?? name))
                return name;
        }
        return Name(c, otherwise + "_", written);
    }

    /// <summary>Marks a standard type as used.</summary>
    public string Standard(string name) => Known(name) is null ? throw new InvalidOperationException($"'{name}' is no standard type.") : name;

    private DefsType? Known(string name)
    {
        if (_types.Known(name) is { } own)
            return own;
        foreach (var (file, types) in _standard.Value)
        {
            if (types.Known(name) is not { } type)
                continue;
            _files.Add(file);
            return type;
        }
        return null;
    }

    private DefsType Parse(string name, string written)
    {
        var complaints = new DefsComplaints();
        var tokens = new Preprocessor((_, _, _) => null, complaints).Run(new("", $"type {name} = {written};"));
        var syntax = ((TypeStatement)new DefsParser(tokens, complaints).File("").Statements[0]).Type;
        return _types.Bind(syntax, Known) ?? throw new InvalidOperationException($"'{written}' is no type.");
    }
}
