namespace Mach.Tool.Probe;

/// <summary>What was found about one header.</summary>
/// <param name="Header">The header.</param>
/// <param name="Claims">What Mach.Abi says of it.</param>
internal sealed record HeaderResult(string Header, IReadOnlyList<Claim> Claims)
{
    /// <summary>False when there is no such header.</summary>
    public bool IsThere { get; init; } = true;

    /// <summary>Why it could not be compiled, and nothing in it compared; null when it could.</summary>
    public string? Broken { get; init; }

    /// <summary>The claims that are wrong, each with what is wrong.</summary>
    public IReadOnlyList<(Claim Claim, string Text)> Differences { get; init; } = [];

    /// <summary>The claims that were compared.</summary>
    public IReadOnlyList<Claim> Compared => IsThere && Broken is null ? Claims : [];
}

/// <summary>Compiles the claims about each header.</summary>
internal static class ProbeRun
{
    /// <summary>For a header that needs others before it.</summary>
    private const string Before = "mach/mach.h";

    public static async Task<IReadOnlyList<HeaderResult>> RunAsync(ProbeCompiler compiler, IEnumerable<IGrouping<string, Claim>> headers, CancellationToken cancel)
    {
        var results = new List<HeaderResult>();
        foreach (var header in headers)
            results.Add(await RunAsync(compiler, header.Key, [.. header], cancel));
        return results;
    }

    private static async Task<HeaderResult> RunAsync(ProbeCompiler compiler, string header, IReadOnlyList<Claim> claims, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(compiler.Include, header.Replace('/', Path.DirectorySeparatorChar))))
            return new HeaderResult(header, claims) { IsThere = false };
        string? before = null;
        var (errors, broken) = await compiler.CheckAsync(ProbeSource.Of(header, before, claims), cancel);
        if (broken is not null && File.Exists(Path.Combine(compiler.Include, Before.Replace('/', Path.DirectorySeparatorChar))))
        {
            before = Before;
            (errors, broken) = await compiler.CheckAsync(ProbeSource.Of(header, before, claims), cancel);
        }

        if (broken is not null)
            return new HeaderResult(header, claims) { Broken = broken };
        var wrong = errors.Where(error => error.Key >= ProbeSource.FirstLine).OrderBy(error => error.Key)
            .Select(error => (Claim: claims[error.Key - ProbeSource.FirstLine], Text: error.Value)).ToList();
        var numbers = wrong.Where(each => each.Claim.Expression is not null && !IsMissing(each.Text)).Select(each => each.Claim).ToList();
        var found = numbers.Count == 0
            ? new Dictionary<int, ulong>()
            : await compiler.ReadNumbersAsync(ProbeSource.Numbers(header, before, numbers), cancel);
        return new HeaderResult(header, claims)
        {
            Differences = [.. wrong.Select(each => (each.Claim, Difference(each.Claim, each.Text, found, numbers.IndexOf(each.Claim))))],
        };
    }

    private static string Difference(Claim claim, string error, IReadOnlyDictionary<int, ulong> found, int index)
    {
        if (IsMissing(error))
            return $"{claim.Subject} is {claim.Ours ?? "here"}, and these headers do not have it";
        if (claim.Kind == ClaimKind.Functions)
            return $"{claim.Name} is {claim.Ours}; {error}";
        return found.TryGetValue(index, out var number)
            ? $"{claim.Subject} is {claim.Ours}, in these headers {Claim.Text(number, claim.Expression!.Contains("64", StringComparison.Ordinal) ? 8 : 4, claim.Signed)}"
            : $"{claim.Subject} is {claim.Ours}, and not in these headers: {error}";
    }

    // As clang says it, and gcc.
    private static bool IsMissing(string error) =>
        error.Contains("undeclared", StringComparison.Ordinal) || error.Contains("unknown type", StringComparison.Ordinal) || error.Contains("no member named", StringComparison.Ordinal)
        || error.Contains("has no member", StringComparison.Ordinal) || error.Contains("incomplete type", StringComparison.Ordinal) || error.Contains("undefined type", StringComparison.Ordinal);
}
