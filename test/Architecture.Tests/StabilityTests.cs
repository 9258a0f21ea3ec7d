using System.Text.RegularExpressions;
using Mach.Tool.Api;

namespace Mach.Architecture;

/// <summary>The promises of docs/stability.md: the marks in the libraries, the page and its table of dates say the same.</summary>
public partial class StabilityTests
{
    private static readonly StabilityRows Rows = StabilityRows.Read(Clone.Read("docs/stability.tsv"));

    /// <summary>Every mark of the public surfaces as reviewed, which are those that were built.</summary>
    private static readonly (string Kind, string Id)[] Marked =
        [.. ApiCommand.Libraries(Clone.Repository).SelectMany(library => Mark.Matches(File.ReadAllText(ApiCommand.PathFor(Clone.Repository, library))).Select(mark => (mark.Groups["kind"].Value, mark.Groups["id"].Value)))];

    [Fact]
    public void Every_experimental_mark_has_its_row_and_every_row_its_mark() =>
        Assert.Equal(Rows.Experimental.Keys.Order(StringComparer.Ordinal), Marked.Where(mark => mark.Kind == "Experimental").Select(mark => mark.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_obsolete_member_has_an_id_and_a_row_until_it_has_gone() =>
        Assert.Equal(
            Rows.Obsolete.Where(row => row.RemovedIn is null).Select(row => row.Id).Order(StringComparer.Ordinal),
            Marked.Where(mark => mark.Kind == "Obsolete").Select(mark => mark.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_was_removed_before_its_time() => Assert.Empty(Rows.Complaints());

    [Fact]
    public void The_page_lists_what_is_experimental()
    {
        var page = Clone.Read("docs/stability.md");
        Assert.All(Rows.Experimental, row => Assert.Matches($@"\| {row.Key} \| .* \| {row.Value.Since} \|", page));
        Assert.Equal(Rows.Experimental.Count, Regex.Count(page, @"^\| MACHX\d", RegexOptions.Multiline));
    }

    [Fact]
    public void Ids_are_of_their_kind()
    {
        Assert.All(Rows.Experimental.Keys, id => Assert.Matches(@"^MACHX\d{3}$", id));
        Assert.All(Rows.Obsolete, row => Assert.Matches(@"^MACHO\d{3}$", row.Id));
    }

    [Theory]
    [InlineData("obsolete\tMACHO001\tM\t0.2.0\t2027-01-01\t-\t-", null)]
    [InlineData("obsolete\tMACHO001\tM\t0.2.0\t2027-01-01\t0.3.0\t2027-03-01", null)]
    [InlineData("obsolete\tMACHO001\tM\t0.2.0\t2027-01-01\t0.3.0\t2027-01-30", "29 days")]
    [InlineData("obsolete\tMACHO001\tM\t0.2.0\t2027-01-01\t0.2.0\t2027-03-01", "before a release")]
    [InlineData("obsolete\tMACHO001\tM\t0.3.0\t2027-02-01\t0.4.0\t2027-05-01", "before a release")]
    [InlineData("obsolete\tMACHO001\tM\t0.2.0\t2027-01-20\t0.3.0\t2027-03-01", "before a release")]
    [InlineData("obsolete\tMACHO001\tM\t0.2.0\t2027-01-01\t0.3.0\t-", "not both")]
    public void A_removal_is_judged_by_releases_and_days(string row, string? complaint)
    {
        var rows = StabilityRows.Read(row + "\nrelease\t0.1.0\t2026-12-01\nrelease\t0.2.0\t2027-01-15\n");
        if (complaint is null)
            Assert.Empty(rows.Complaints());
        else
            Assert.Contains(complaint, Assert.Single(rows.Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_another_form_is_refused() => Assert.Throws<FormatException>(() => StabilityRows.Read("obsolete\tMACHO001\tM"));

    [GeneratedRegex(@"\[(?<kind>Experimental|Obsolete)\((?<id>[^)]*)\)\]")]
    private static partial Regex Mark { get; }
}
