using System.Text.Json;

namespace Mach.Darwin.Tests;

/// <summary>What the tables of facts say of traps and of what libSystem exports.</summary>
internal static class Facts
{
    /// <summary>Names without the underscore of the symbol table, that the libraries export on arm64 as well as on x86_64.</summary>
    public static IReadOnlySet<string> Exports { get; } = Load("libsystem_exports.json").GetProperty("libraries").EnumerateObject()
        .SelectMany(library => library.Value.GetProperty("both").EnumerateArray())
        .Select(name => name.GetString()![1..])
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The traps that there are, by number.</summary>
    public static IReadOnlyDictionary<int, JsonElement> Traps { get; } = Load("traps.json").GetProperty("traps").EnumerateArray()
        .Where(trap => !trap.GetProperty("invalid").GetBoolean())
        .ToDictionary(trap => trap.GetProperty("n").GetInt32());

    /// <summary>The bytes of a C type in a call.</summary>
    public static int SizeOf(string type) =>
        type.EndsWith('*') ? 8 : s_sizes[type];

    private static readonly Dictionary<string, int> s_sizes = Load("layouts.json").GetProperty("typedefs").EnumerateArray()
        .Where(row => row.GetProperty("s").ValueKind == JsonValueKind.Number)
        .GroupBy(row => row.GetProperty("n").GetString()!, StringComparer.Ordinal)
        .ToDictionary(row => row.Key, row => row.First().GetProperty("s").GetInt32(), StringComparer.Ordinal)
        .Concat([new("int", 4), new("unsigned int", 4), new("uint32_t", 4), new("uint64_t", 8)])
        .DistinctBy(row => row.Key).ToDictionary(StringComparer.Ordinal);

    /// <summary>The source files of a folder of the project.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs").Select(File.ReadAllText);

    private static JsonElement Load(string file)
    {
        using var text = File.OpenRead(Path.Combine(Root(), "reference", file));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Mach.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the project's folder.");
        return folder;
    }
}
