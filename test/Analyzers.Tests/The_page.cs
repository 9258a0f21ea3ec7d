using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Mach.Analyzers.Tests;

/// <summary>docs/analyzers.md says of every rule what it is.</summary>
public partial class The_page
{
    private static readonly string _page = File.ReadAllText(Path.Combine(Sources.Root, Analyzers.Rules.Page));

    private static IEnumerable<DiagnosticDescriptor> Rules => Sources.Analyzers.SelectMany(a => a.SupportedDiagnostics).OrderBy(d => d.Id, StringComparer.Ordinal);

    [Fact]
    public void Lists_the_rules_with_their_severity() =>
        Assert.Equal(
            Rules.Select(rule => $"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {rule.Title} | {(rule.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : "warning")} |"),
            Row.Matches(_page).Select(row => row.Value));

    [Fact]
    public void Shows_wrong_and_right_code_for_each()
    {
        var sections = Section.Matches(_page);
        Assert.Equal(Rules.Select(rule => rule.Id), sections.Select(section => section.Groups["id"].Value));
        Assert.All(sections.Zip(Rules), pair =>
        {
            Assert.StartsWith($"**{pair.Second.Title}.**", pair.First.Groups["text"].Value.TrimStart(), StringComparison.Ordinal);
            var samples = pair.First.Groups["text"].Value.Split("```csharp");
            Assert.Equal(3, samples.Length);
            Assert.Contains(pair.Second.Id, samples[1], StringComparison.Ordinal);
            Assert.DoesNotContain(pair.Second.Id, samples[2], StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"^\| \[MACH\d{3}\]\(#mach\d{3}\) \| [^|]* \| [^|]* \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"^## (?<id>MACH\d{3})\n(?<text>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section { get; }
}
