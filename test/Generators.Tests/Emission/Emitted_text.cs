using Microsoft.CodeAnalysis;

namespace Mach.Generators.Tests;

/// <summary>
/// What is emitted for two small interfaces, word for word, as it was reviewed: Expected/*.txt. With MACH_ACCEPT=1 in the environment
/// the files are written anew.
/// </summary>
public class Emitted_text
{
    private static readonly string _folder = Path.Combine(Facts.Root, "test/Generators.Tests/Emission/Expected");

    public static TheoryData<string> Files => [.. Emitted.Keys.Order(StringComparer.Ordinal)];

    private static IReadOnlyDictionary<string, string> Emitted { get; } = Roslyn.Emitted(File.ReadAllText(Path.Combine(_folder, "Source.txt")));

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_what_was_reviewed(string name)
    {
        var path = Path.Combine(_folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("MACH_ACCEPT") is "1")
            File.WriteAllText(path, Emitted[name]);
        Assert.Equal(File.ReadAllText(path), Emitted[name]);
    }

    [Fact]
    public void Is_all_that_was_reviewed() =>
        Assert.Equal(
            Emitted.Keys.Append("Source").Order(StringComparer.Ordinal),
            Directory.GetFiles(_folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Gives_the_compiler_nothing_to_warn_of() =>
        Assert.Empty(Roslyn.Warnings(File.ReadAllText(Path.Combine(_folder, "Source.txt"))));

    [Fact]
    public void Of_every_way_of_passing_gives_the_compiler_nothing_to_warn_of()
    {
        var source = File.ReadAllText(Path.Combine(Facts.Root, "test/Generators.Tests/Mig/IEverything.cs"));
        Assert.DoesNotContain(Roslyn.Warnings(source.Replace("internal ", "public ", StringComparison.Ordinal)), d => !IsOfTheSource(d));
    }

    private static bool IsOfTheSource(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath == "source0.cs";
}
