namespace Mach.Tool.Probe;

/// <summary>What a probe found, in words.</summary>
/// <param name="results">By header.</param>
/// <param name="remark">What the reader must know first; null for nothing.</param>
internal sealed class ProbeReport(IReadOnlyList<HeaderResult> results, string? remark)
{
    public int Differences => results.Sum(result => result.Differences.Count);

    public int Broken => results.Count(result => result.Broken is not null);

    public int There => results.Count(result => result.IsThere);

    /// <summary>Counts of what was compared, and nothing else.</summary>
    public string Summary =>
        $"{string.Join(", ", Enum.GetValues<ClaimKind>().Select(kind => $"{kind.ToString().ToLowerInvariant()} {Equal(kind)} of {Compared(kind)}"))}; headers {There - Broken} of {results.Count}, differences {Differences}";

    /// <summary>Writes the report and gives the exit code: 0 only when something was compared and all of it is equal.</summary>
    public int Write(TextWriter output, bool json)
    {
        if (There == 0)
            throw new ToolException("none of Mach's headers is in that folder", ExitCode.WrongUse);
        if (json)
            Json.Print(new { Remark = remark, Headers = results.Select(result => new { result.Header, result.IsThere, result.Broken, Claims = result.Compared.Count, Differences = result.Differences.Select(each => each.Text) }), Differences });
        else
            Write(output);
        return Differences + Broken == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private void Write(TextWriter output)
    {
        if (remark is not null)
            output.WriteLine(remark);
        foreach (var result in results.Where(result => result.IsThere))
        {
            var state = result.Broken is { } broken ? $"cannot be compiled: {broken}" : result.Differences.Count == 0 ? "equal" : $"{result.Differences.Count} different";
            output.WriteLine($"{result.Header}: {result.Claims.Count}, {state}");
            foreach (var (_, text) in result.Differences)
                output.WriteLine($"  {text}");
        }

        if (results.Where(result => !result.IsThere).Select(result => result.Header).ToArray() is { Length: > 0 } missing)
            output.WriteLine($"not there: {string.Join(", ", missing)}");
        output.WriteLine(Summary);
    }

    private int Compared(ClaimKind kind) => results.Sum(result => result.Compared.Count(claim => claim.Kind == kind));

    private int Equal(ClaimKind kind) => Compared(kind) - results.Sum(result => result.Differences.Count(each => each.Claim.Kind == kind));
}
