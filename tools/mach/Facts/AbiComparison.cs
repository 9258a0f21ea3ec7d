namespace Mach.Tool.Facts;

/// <summary>The compiled Mach.Abi beside the tables of facts: every value, size, alignment, offset and sign, on every target.</summary>
internal sealed class AbiComparison
{
    private AbiComparison(FactTables tables)
    {
        var (macros, records, routines) = (new MacroFacts(tables), new RecordFacts(tables), new RoutineFacts(tables));
        (Functions, Constants, Macros) = (new FunctionFacts(tables).Compare(), new ConstantFacts(tables).Compare(), macros.Compare());
        (TypeNames, Records) = (new TypeNameFacts(tables).Compare(), records.Compare());
        (Routines, Exports) = (routines.Compare(), new ExportFacts(tables).Compare());
        (Fields, Samples, MessageFields) = (records.Fields, macros.Samples, routines.Fields);
        IdleReasons = [.. tables.LeftOut.Idle];
    }

    public Comparison Functions { get; }

    public Comparison Constants { get; }

    public Comparison Macros { get; }

    public Comparison TypeNames { get; }

    public Comparison Records { get; }

    public Comparison Routines { get; }

    public Comparison Exports { get; }

    /// <summary>Fields of messages compared.</summary>
    public int MessageFields { get; }

    /// <summary>Fields compared.</summary>
    public int Fields { get; }

    /// <summary>Macro calls compared.</summary>
    public int Samples { get; }

    /// <summary>Lines of the list of what is left out that nothing needed.</summary>
    public IReadOnlyList<string> IdleReasons { get; }

    public IEnumerable<Comparison> Parts => [Functions, Constants, Macros, TypeNames, Records, Routines, Exports];

    public int Differences => Parts.Sum(part => part.Differences.Count);

    /// <summary>One line, counts of what was compared and nothing else.</summary>
    public string Summary => $"{Functions}, {Constants}, {Records}, {Routines}, {Exports}, differences {Differences}";

    /// <param name="root">The project's folder.</param>
    public static AbiComparison Run(string root) => new(new FactTables(root));

    /// <summary>What was compared, part by part, each difference on a line of its own, and the summary last.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine("Targets: macos-arm64, macos-x86_64, ios-arm64.");
        foreach (var part in Parts)
            output.WriteLine($"{part}; {part.LeftOut} left out on purpose (test/Abi.Tests/left-out.txt)");
        output.WriteLine($"{Fields} fields of records, {MessageFields} fields of messages, {Samples} calls of macros");
        foreach (var difference in Parts.SelectMany(part => part.Differences))
            output.WriteLine(difference);
        foreach (var line in IdleReasons)
            output.WriteLine($"left-out.txt: nothing needs the line of {line}");
        output.WriteLine(Summary);
    }
}
