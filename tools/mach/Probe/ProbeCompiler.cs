using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Mach.Tool.Probe;

/// <summary>A C compiler with a folder of headers.</summary>
internal sealed partial class ProbeCompiler
{
    private const string File = "mach-probe.c";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> s_triples = new(StringComparer.Ordinal)
    {
        ["macos-arm64"] = "arm64-apple-macos13",
        ["macos-x86_64"] = "x86_64-apple-macos13",
        ["ios-arm64"] = "arm64-apple-ios16",
    };

    private readonly string _program;
    private readonly string[] _arguments;
    private readonly string _folder;

    private ProbeCompiler(string program, string[] arguments, string include, string folder, string? remark) =>
        (_program, _arguments, Include, _folder, Remark) = (program, arguments, include, folder, remark);

    /// <summary>Where a header's name begins.</summary>
    public string Include { get; }

    /// <summary>What the reader of the report must know; null for nothing.</summary>
    public string? Remark { get; }

    /// <param name="program">The compiler's name or path.</param>
    /// <param name="headers">The root of an SDK, or a folder of headers.</param>
    /// <param name="target">A target's name.</param>
    /// <param name="folder">Where files may be written.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<ProbeCompiler> FindAsync(string program, string headers, string target, string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(headers))
            throw new ToolException($"there is no folder {headers}", ExitCode.WrongUse);
        string version;
        try
        {
            version = (await Child.RunAsync(program, ["--version"], folder, s_limit, cancel: cancel)).Output;
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or FileNotFoundException)
        {
            throw new ToolException($"there is no compiler '{program}' here: install clang, or name another one with --cc (--write FILE only writes the C)", ExitCode.WrongUse);
        }

        var sdk = Path.Combine(headers, "usr", "include");
        var isSdk = Directory.Exists(sdk);
        var isClang = version.Contains("clang", StringComparison.OrdinalIgnoreCase);
        string[] arguments =
        [
            "-std=gnu11",
            .. isClang ? ["-Wno-everything", "-Werror=incompatible-pointer-types", "-Werror=incompatible-function-pointer-types", "-ferror-limit=0", $"--target={s_triples[target]}"] : (string[])["-Werror=incompatible-pointer-types", "-fmax-errors=0"],
            .. isSdk ? ["-isysroot", headers] : (string[])["-ffreestanding", "-isystem", headers],
        ];
        return new ProbeCompiler(
            program, arguments, isSdk ? sdk : headers, folder, isClang ? null : $"'{program}' is no clang and compiles for this machine: what depends on the target may differ");
    }

    /// <summary>Compiles a file and gives its errors: by line, and those that are not in it.</summary>
    public async Task<(IReadOnlyDictionary<int, string> ByLine, string? Elsewhere)> CheckAsync(string source, CancellationToken cancel)
    {
        var done = await RunAsync(source, ["-fsyntax-only"], cancel);
        var byLine = new Dictionary<int, string>();
        string? elsewhere = null;
        foreach (var found in ErrorLine.Matches(done.Output).Cast<Match>())
        {
            var text = found.Groups["text"].Value.Trim();
            if (Path.GetFileName(found.Groups["file"].Value) == File)
                byLine.TryAdd(int.Parse(found.Groups["line"].Value, CultureInfo.InvariantCulture), text);
            else
                elsewhere ??= $"{Path.GetFileName(found.Groups["file"].Value)}:{found.Groups["line"].Value}: {text}";
        }

        if (done.ExitCode != 0 && byLine.Count == 0)
            elsewhere ??= done.ExitCode is null ? "the compiler takes too long" : done.Output.Split('\n')[0].Trim();
        return (byLine, elsewhere);
    }

    /// <summary>The numbers that the constants of a file have; nothing when it cannot be compiled.</summary>
    public async Task<IReadOnlyDictionary<int, ulong>> ReadNumbersAsync(string source, CancellationToken cancel)
    {
        var done = await RunAsync(source, ["-S", "-o", "-"], cancel);
        if (done.ExitCode != 0)
            return new Dictionary<int, ulong>();
        return NumberLine.Matches(done.Output).Cast<Match>().ToDictionary(
            found => int.Parse(found.Groups["index"].Value, CultureInfo.InvariantCulture),
            found => found.Groups["zero"].Success ? 0 : (ulong)(BigInteger.Parse(found.Groups["value"].Value, CultureInfo.InvariantCulture) & ulong.MaxValue));
    }

    private async Task<Child> RunAsync(string source, string[] more, CancellationToken cancel)
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, File), source, cancel);
        return await Child.RunAsync(_program, [.. _arguments, .. more, File], _folder, s_limit, cancel: cancel);
    }

    [GeneratedRegex(@"^(?<file>[^\n]+?):(?<line>\d+):(?:\d+:)? (?:fatal )?error: (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine { get; }

    [GeneratedRegex(@"^_?mach_probe_(?<index>\d+):[^\n]*\n\s*\.(?:(?<zero>zero|space)|quad|xword|8byte|dword)\s+(?<value>-?\d+)", RegexOptions.Multiline)]
    private static partial Regex NumberLine { get; }
}
