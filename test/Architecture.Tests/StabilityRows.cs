using System.Globalization;

namespace Mach.Architecture;

/// <summary>A member that is on its way out, or has gone.</summary>
internal sealed record ObsoleteRow(string Id, string Member, Version MarkedIn, DateOnly MarkedOn, Version? RemovedIn, DateOnly? RemovedOn);

/// <summary>docs/stability.tsv.</summary>
internal sealed record StabilityRows(
    IReadOnlyDictionary<string, (Version Since, DateOnly On)> Experimental, IReadOnlyList<ObsoleteRow> Obsolete, IReadOnlyDictionary<Version, DateOnly> Releases)
{
    private const int LeastDays = 30;

    public static StabilityRows Read(string text)
    {
        var experimental = new Dictionary<string, (Version, DateOnly)>(StringComparer.Ordinal);
        var obsolete = new List<ObsoleteRow>();
        var releases = new Dictionary<Version, DateOnly>();
        foreach (var line in text.Split('\n').Where(line => line.Length != 0 && line[0] != '#'))
        {
            switch (line.Split('\t'))
            {
                case ["experimental", var id, var since, var on, { Length: > 0 }]:
                    experimental.Add(id, (Version.Parse(since), Date(on)));
                    break;
                case ["obsolete", var id, var member, var marked, var on, var removed, var removedOn]:
                    obsolete.Add(new(
                        id, member, Version.Parse(marked), Date(on), removed == "-" ? null : Version.Parse(removed), removedOn == "-" ? null : Date(removedOn)));
                    break;
                case ["release", var version, var on]:
                    releases.Add(Version.Parse(version), Date(on));
                    break;
                default:
                    throw new FormatException($"No row of stability.tsv: {line}");
            }
        }

        return new(experimental, obsolete, releases);
    }

    /// <summary>What is wrong with the removals.</summary>
    public IEnumerable<string> Complaints()
    {
        foreach (var row in Obsolete.Where(row => row.RemovedIn is not null || row.RemovedOn is not null))
        {
            if (row is not { RemovedIn: { } removed, RemovedOn: { } on })
                yield return $"{row.Id} has a version or a date of its removal, not both.";
            else if (!Releases.Any(release => release.Key >= row.MarkedIn && release.Key < removed && release.Value >= row.MarkedOn && release.Value <= on))
                yield return $"{row.Id} was removed before a release that had its mark.";
            else if (on.DayNumber - row.MarkedOn.DayNumber < LeastDays)
                yield return $"{row.Id} was removed after {on.DayNumber - row.MarkedOn.DayNumber} days; it stays for {LeastDays}.";
        }
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
