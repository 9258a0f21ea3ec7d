using System.Text.RegularExpressions;

namespace Mach.Architecture;

/// <summary>docs/locks.md is the whole list of locks; the ranks in it are those of the code.</summary>
public partial class LockTests
{
    [Fact]
    public void Every_lock_stands_in_the_one_order()
    {
        var inCode = Clone.With(".cs").Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => Declaration.Matches(Clone.Read(file)).Select(match => (Type: Path.GetFileName(file).Split('.')[0], Match: match)))
            .Select(found => $"{found.Type}.{found.Match.Groups["name"].Value} {found.Match.Groups["rank"].Value}".Trim());
        var inDocument = Row.Matches(Clone.Read("docs/locks.md"))
            .Select(row => $"{row.Groups["lock"].Value} {row.Groups["rank"].Value}".Trim());
        Assert.Equal(inCode.Order(StringComparer.Ordinal), inDocument.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\s+(?:[a-z]+\s+)*(?:RankedLock|Lock)\s+(?<name>\w+)\s*=\s*new\((?:LockRank\.(?<rank>\w+))?\)", RegexOptions.Multiline)]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"^\| `(?<lock>\w+\.\w+)` \|(?: [0-9] (?<rank>\w+) \|)?", RegexOptions.Multiline)]
    private static partial Regex Row { get; }
}
