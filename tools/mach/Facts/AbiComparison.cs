namespace Mach.Tool.Facts;

/// <summary>The compiled Mach.Abi beside the tables of facts: every value, size, alignment, offset and sign, on every target.</summary>
internal sealed class AbiComparison
{
    private AbiComparison(Comparison constants, Comparison macros, Comparison typeNames, Comparison records, int fields, int samples, IEnumerable<string> idle)
    {
        (Constants, Macros, TypeNames, Records, Fields, Samples) = (constants, macros, typeNames, records, fields, samples);
        IdleReasons = [.. idle];
    }

    public Comparison Constants { get; }

    public Comparison Macros { get; }

    public Comparison TypeNames { get; }

    public Comparison Records { get; }

    /// <summary>Fields compared.</summary>
    public int Fields { get; }

    /// <summary>Macro calls compared.</summary>
    public int Samples { get; }

    /// <summary>Lines of the list of what is left out that nothing needed.</summary>
    public IReadOnlyList<string> IdleReasons { get; }

    public IEnumerable<Comparison> Parts => [Constants, Macros, TypeNames, Records];

    public int Differences => Parts.Sum(part => part.Differences.Count);

    /// <summary>One line, counts of what was compared and nothing else.</summary>
    public string Summary => $"{string.Join(", ", Parts)}, differences {Differences}";

    /// <param name="root">The project's folder.</param>
    public static AbiComparison Run(string root)
    {
        var tables = new FactTables(root);
        var (macros, records) = (new MacroFacts(tables), new RecordFacts(tables));
        var (constantsDone, macrosDone, namesDone, recordsDone) =
            (new ConstantFacts(tables).Compare(), macros.Compare(), new TypeNameFacts(tables).Compare(), records.Compare());
        return new AbiComparison(constantsDone, macrosDone, namesDone, recordsDone, records.Fields, macros.Samples, tables.LeftOut.Idle);
    }

    /// <summary>What was compared, part by part, each difference on a line of its own, and the summary last.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine("Targets: macos-arm64, macos-x86_64, ios-arm64.");
        foreach (var part in Parts)
            output.WriteLine($"{part}; {part.LeftOut} left out on purpose (test/Abi.Tests/left-out.txt)");
        output.WriteLine($"{Fields} fields, {Samples} calls of macros");
        foreach (var difference in Parts.SelectMany(part => part.Differences))
            output.WriteLine(difference);
        foreach (var line in IdleReasons)
            output.WriteLine($"left-out.txt: nothing needs the line of {line}");
        output.WriteLine(Summary);
    }
}
