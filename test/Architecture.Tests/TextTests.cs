using System.Text.RegularExpressions;

namespace Mach.Architecture;

/// <summary>What tracked text may say: it speaks of the project alone, on any machine.</summary>
public partial class TextTests
{
    private static readonly string[] Read = [".cs", ".md", ".csproj", ".props", ".targets", ".slnx", ".yml", ".c", ".sh", ".tsv", ".txt", ".svg", ".config", ".json"];

    /// <summary>First folders of paths that every system of a kind has.</summary>
    private static readonly string[] Everywhere = ["usr", "tmp", "proc", "dev", "sys", "etc", "bin", "System", "Library", "Applications", "var"];

    private static IEnumerable<string> Texts =>
        Clone.Files.Where(file => Read.Contains(Path.GetExtension(file)) || Path.GetExtension(file).Length == 0)
            .Where(file => !file.StartsWith("reference/", StringComparison.Ordinal));

    [Fact]
    public void No_tracked_file_knows_a_path_of_one_machine()
    {
        var found = new List<string>();
        foreach (var file in Texts.Where(file => file != "Mach.slnx"))
        {
            foreach (var match in AbsolutePath.Matches(Clone.Read(file)).Cast<Match>())
            {
                if (!Everywhere.Contains(match.Groups["first"].Value))
                    found.Add($"{file}: {match.Value}");
            }

            if (HomeFolder.IsMatch(Clone.Read(file)))
                found.Add($"{file}: a home folder");
        }

        Assert.Empty(found);
    }

    [Fact]
    public void No_tracked_file_carries_a_foreign_licence_head()
    {
        string[] heads = ["APPLE_" + "LICENSE", "Apple " + "Public Source", "GNU General " + "Public"];
        Assert.DoesNotContain(Texts, file => heads.Any(head => Clone.Read(file).Contains(head, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Every_link_of_the_documents_leads_to_a_file()
    {
        var dead = new List<string>();
        foreach (var file in Clone.With(".md"))
        {
            foreach (var match in Link.Matches(Clone.Read(file)).Cast<Match>())
            {
                var target = match.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal))
                    continue;
                var path = Path.Combine(Path.GetDirectoryName(Clone.Repository.At(file))!, target);
                if (!Path.Exists(path))
                    dead.Add($"{file}: {target}");
            }
        }

        Assert.Empty(dead);
    }

    [GeneratedRegex(@"(?<![\w./~$}*<>)\]-])/(?<first>[A-Za-z][\w-]*)/[\w.-]+")]
    private static partial Regex AbsolutePath { get; }

    [GeneratedRegex(@"(?<![\w.])/(home|root|Users)/|[A-Z]:\\\\?Users\\")]
    private static partial Regex HomeFolder { get; }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link { get; }
}
