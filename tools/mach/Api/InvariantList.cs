using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Mach.Tool.Api;

/// <summary>The numbered invariants that stand at the head of types, collected for reading: docs/invariants.md.</summary>
/// <remarks>They are written once, beside the fields. A line of a type's comment that starts with letters and a number is one.</remarks>
internal static partial class InvariantList
{
    private const string Head =
        """
        # Invariants

        What holds whenever no thread is inside an object's lock, type by type. Each is written at the head of its type, beside the
        fields; this page is collected from there by `./mach api` and a test compares the two.

        """;

    /// <summary>The text that docs/invariants.md should hold.</summary>
    public static string Describe(Repository repository)
    {
        var text = new StringBuilder(Head);
        foreach (var library in ApiCommand.Libraries(repository))
        {
            var found = Directory.EnumerateFiles(repository.At($"src/{library}"), "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(file => Read(repository.Relative(file), File.ReadAllLines(file)))
                .ToList();
            if (found.Count == 0)
                continue;
            text.Append("\n## ").Append(library).Append('\n');
            foreach (var type in found)
            {
                text.Append("\n[").Append(type.Name).Append("](../").Append(type.File).Append(")\n\n");
                foreach (var line in type.Lines)
                    text.Append("- ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string File, List<string> Lines)> Read(string file, string[] source)
    {
        List<string> lines = [];
        foreach (var line in source)
        {
            var comment = Comment.Match(line);
            if (comment.Success)
            {
                var text = comment.Groups["text"].Value;
                if (Numbered.Match(text) is { Success: true } numbered)
                    lines.Add($"**{numbered.Groups["id"].Value}** {Plain(numbered.Groups["text"].Value)}");
                else if (lines.Count > 0 && (text.StartsWith("   ", StringComparison.Ordinal) || !lines[^1].EndsWith('.')))
                    lines[^1] += " " + Plain(text);
            }
            else if (lines.Count > 0 && Declaration.Match(line) is { Success: true } declaration)
            {
                yield return (declaration.Groups["name"].Value, file, lines);
                lines = [];
            }
        }
    }

    private static string Plain(string text) => WebUtility.HtmlDecode(Reference.Replace(text.Trim(), match => match.Groups[1].Success ? $"`{match.Groups[1].Value}`" : match.Value is "</para>" ? "" : "`"));

    [GeneratedRegex(@"^\s*/// ?(?<text>.*)$")]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"^(?:<para>)?(?<id>[A-Z]{1,2}[0-9]{1,2}) (?<text>.+)$")]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"^[^/(=]*\b(?:class|struct|interface|record)\s+(?<name>\w+)")]
    private static partial Regex Declaration { get; }

    [GeneratedRegex("<(?:see|paramref) (?:cref|name|langword)=\"(?:.:)?([^\"]+)\" */>|</?c>|</para>")]
    private static partial Regex Reference { get; }
}
