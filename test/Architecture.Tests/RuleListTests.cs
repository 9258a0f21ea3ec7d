using System.Text.RegularExpressions;
using Mach.Tool.Rules;

namespace Mach.Architecture;

/// <summary>The lists of docs/rules and the tags that name their ids.</summary>
public partial class RuleListTests
{
    private static readonly IReadOnlyList<Rule> Rules = RuleList.Load(Clone.Repository);

    [Theory]
    [InlineData("ports-and-messages", 394)]
    [InlineData("kernel-objects", 301)]
    [InlineData("system-calls", 110)]
    public void A_list_holds_every_rule_of_its_part_of_the_specification(string list, int count) =>
        Assert.Equal(count, Rules.Count(rule => rule.List == list));

    [Fact]
    public void An_id_stands_once() =>
        Assert.Empty(Rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_statement_is_one_line_of_its_own() =>
        Assert.All(Rules, rule =>
        {
            Assert.InRange(rule.Statement.Length, 10, 140);
            Assert.Equal(rule.Statement.Trim(), rule.Statement);
        });

    [Fact]
    public void No_two_rules_say_the_same() =>
        Assert.Empty(Rules.GroupBy(rule => rule.Statement).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_tag_names_rules_that_exist()
    {
        var known = Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var unknown = Clone.With(".cs").Where(file => file.StartsWith("test/", StringComparison.Ordinal))
            .SelectMany(file => Tag.Matches(Comment.Replace(Clone.Read(file), "")).SelectMany(tag => Quoted.Matches(tag.Value)).Select(id => (file, id: id.Groups[1].Value)))
            .Where(found => !known.Contains(found.id))
            .Select(found => $"{found.file}: {found.id}");
        Assert.Empty(unknown);
    }

    [GeneratedRegex(@"\bRule\((?:\s*""[^""]*""\s*,?)+\)")]
    private static partial Regex Tag { get; }

    [GeneratedRegex("^\\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment { get; }

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted { get; }
}
