namespace Mach.Tool.Facts;

/// <summary>How one kind of fact compares: how many there are, how many are equal, and what differs.</summary>
/// <param name="kind">What is compared, in the plural.</param>
internal sealed class Comparison(string kind)
{
    private readonly List<string> _differences = [];

    public string Kind => kind;

    public int Total { get; private set; }

    public int Equal { get; private set; }

    public int LeftOut { get; private set; }

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Counts one fact, with what differs.</summary>
    public void Add(string name, params IEnumerable<string> differences)
    {
        var before = _differences.Count;
        _differences.AddRange(differences.Select(difference => $"{name}: {difference}"));
        Total++;
        if (_differences.Count == before)
            Equal++;
    }

    /// <summary>Counts one fact that is not there: on purpose, or as a difference.</summary>
    public void Missing(string name, bool leftOut)
    {
        if (leftOut)
            LeftOut++;
        else
            Add(name, "is missing");
    }

    public override string ToString() => $"{kind} {Equal} of {Total}";
}
