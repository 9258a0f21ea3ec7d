namespace Mach.Tool.Rules;

/// <summary>The lists of docs/rules.</summary>
/// <remarks>
/// A line is <c>id TAB statement</c>; a line <c>## 4 Title</c> starts a section; other lines that start with # and empty lines are for people.
/// </remarks>
internal static class RuleList
{
    /// <summary>The three lists, in reading order.</summary>
    public static readonly IReadOnlyList<string> Names = ["ports-and-messages", "kernel-objects", "system-calls"];

    /// <summary>Every rule of every list, in order.</summary>
    /// <exception cref="ToolException">A line has another form.</exception>
    public static IReadOnlyList<Rule> Load(Repository repository) => [.. Names.SelectMany(name => LoadList(repository, name))];

    private static IEnumerable<Rule> LoadList(Repository repository, string list)
    {
        var path = repository.At($"docs/rules/{list}.tsv");
        var (section, title, number) = ("", "", 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                var parts = line[3..].Split(' ', 2);
                if (parts.Length != 2)
                    throw Malformed("a section has no title");
                (section, title) = (parts[0], parts[1]);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('\t');
                if (parts.Length != 2 || !Rule.IdForm.IsMatch(parts[0]) || section.Length == 0)
                    throw Malformed("neither a section nor \"id TAB statement\"");
                yield return new Rule(parts[0], list, section, title, parts[1]);
            }
        }

        ToolException Malformed(string why) => new($"docs/rules/{list}.tsv({number}): {why}");
    }
}
