using System.Text;

namespace Mach.Tool.Probe;

/// <summary>Claims as C.</summary>
internal static class ProbeSource
{
    /// <summary>The line on which the first claim of a header stands in a file of its own.</summary>
    public const int FirstLine = 3;

    /// <summary>A file for one header: a line for each claim, from <see cref="FirstLine"/> on.</summary>
    /// <param name="header">The header.</param>
    /// <param name="before">A header to include first; null for none.</param>
    /// <param name="claims">What is said of it.</param>
    public static string Of(string header, string? before, IEnumerable<Claim> claims) =>
        $"{(before is null ? "" : $"#include <{before}>")}\n#include <{header}>\n{string.Concat(claims.Select(claim => claim.Code + "\n"))}";

    /// <summary>A file whose constants are the numbers that the claims are about.</summary>
    public static string Numbers(string header, string? before, IReadOnlyList<Claim> claims) =>
        Of(header, before, []) + string.Concat(claims.Select((claim, index) => $"const __UINT64_TYPE__ mach_probe_{index} = {claim.Expression};\n"));

    /// <summary>One file with every claim, for people: it compiles with whichever of the headers there are.</summary>
    public static string All(string target, IEnumerable<IGrouping<string, Claim>> headers)
    {
        var text = new StringBuilder($"/* What Mach.Abi says of Mach's headers on {target}: compiles without an error where it is true. */\n");
        foreach (var header in headers)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n#if __has_include(<{header.Key}>)\n#include <{header.Key}>\n");
            foreach (var claim in header)
                text.Append(claim.Code).Append('\n');
            text.Append("#endif\n");
        }

        return text.ToString();
    }
}
