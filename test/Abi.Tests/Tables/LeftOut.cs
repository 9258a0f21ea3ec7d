namespace Mach.Abi.Tests;

/// <summary>What the headers have and Mach.Abi has not, or has otherwise: one reason per line in left-out.txt.</summary>
internal static class LeftOut
{
    internal static IReadOnlyDictionary<string, string> Reasons { get; } = File
        .ReadLines(Path.Combine(Reference.Root, "test", "Abi.Tests", "left-out.txt"))
        .Where(line => line.Length != 0 && line[0] != '#')
        .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    internal static bool Has(string name) => Reasons.ContainsKey(name);
}
