using Microsoft.CodeAnalysis;

namespace Mach.Generators.Tests.Typed;

/// <summary>What is emitted for three messages, word for word, as it was reviewed. With MACH_ACCEPT=1 in the environment the files are written anew.</summary>
public class Emitted_messages
{
    private static readonly string _folder = Path.Combine(Facts.Root, "test/Generators.Tests/Typed/Expected");

    private static readonly string _source = File.ReadAllText(Path.Combine(_folder, "Source.txt"));

    public static TheoryData<string> Files => [.. Emitted.Keys.Order(StringComparer.Ordinal)];

    private static IReadOnlyDictionary<string, string> Emitted { get; } = Roslyn.Emitted(_source);

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_what_was_reviewed(string name)
    {
        var path = Path.Combine(_folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("MACH_ACCEPT") is "1")
            File.WriteAllText(path, Emitted[name]);
        Assert.Equal(File.ReadAllText(path), Emitted[name]);
    }

    [Fact]
    public void Are_all_that_was_reviewed() =>
        Assert.Equal(
            Emitted.Keys.Append("Source").Order(StringComparer.Ordinal),
            Directory.GetFiles(_folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Give_the_compiler_nothing_to_warn_of() => Assert.DoesNotContain(Roslyn.Warnings(_source), d => d.Location.SourceTree?.FilePath != "source0.cs");

    [Fact]
    public void Of_every_kind_of_member_give_the_compiler_nothing_to_warn_of()
    {
        var source = "using Mach;" + File.ReadAllText(Path.Combine(Facts.Root, "test/Library.Tests/Typed/Messages.cs"));
        Assert.DoesNotContain(Roslyn.Warnings(source.Replace("using System.Runtime.InteropServices;", "", StringComparison.Ordinal)
            .Replace("[StructLayout(LayoutKind.Sequential)]", "", StringComparison.Ordinal)), d => d.Location.SourceTree?.FilePath != "source0.cs");
    }

    [Theory]
    [InlineData("[MachMessage(1)] public partial record struct M([MoveSend] SendRight @class, int @event, bool message, int size, int value);")]
    [InlineData("[MachMessage(1)] public partial struct M { public int A; public void Dispose() { } [MoveSend] public SendRight R; }")]
    [InlineData("[MachMessage(1)] public sealed partial class M { [MakeSend] public required ReceiveRight R { get; init; } private int hidden; public int Hidden => hidden; }")]
    [InlineData("[MachMessage(1, Reply = typeof(N))] public partial record struct M(int A); [MachMessage(2)] public sealed partial record N([MakeSend] ReceiveRight R);")]
    [InlineData("[MachMessage(1)] public partial record struct M([property: MoveSend] SendRight? R) { public int More { get; init; } = 3; }")]
    public void Of_unusual_form_compile(string source) =>
        Assert.DoesNotContain(Roslyn.Warnings("using Mach;\n#pragma warning disable MACHX001\nnamespace N1; " + source), d => d.Severity == DiagnosticSeverity.Error || d.Location.SourceTree?.FilePath != "source0.cs");

    [Fact]
    public void Are_made_once_for_unchanged_input()
    {
        var first = Roslyn.Compile(_source);
        var driver = Roslyn.Driver().RunGenerators(first, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(Roslyn.Compile(_source, "public class Elsewhere;"), TestContext.Current.CancellationToken);
        var reasons = driver.GetRunResult().Results.Where(r => r.TrackedSteps.ContainsKey(MachMessageGenerator.ModelStep))
            .SelectMany(r => r.TrackedSteps[MachMessageGenerator.ModelStep]).SelectMany(s => s.Outputs).Select(o => o.Reason);
        Assert.Equal(3, reasons.Count());
        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
    }
}
