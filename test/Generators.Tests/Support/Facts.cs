using System.Globalization;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>The project's own copy of the fact tables.</summary>
internal static class Facts
{
    public static string Root { get; } = FindRoot();

    public static JsonElement Traps { get; } = Load("traps.json");

    public static JsonElement Mig { get; } = Load("mig.json");

    public static JsonElement Functions { get; } = Load("functions.json");

    public static JsonElement Layouts { get; } = Load("layouts.json");

    public static JsonElement Vectors { get; } = Load("dispatch_vectors.json");

    public static IEnumerable<JsonElement> LiveTraps => Traps.GetProperty("traps").EnumerateArray().Where(t => !t.GetProperty("invalid").GetBoolean());

    /// <summary>The names of all subsystems.</summary>
    public static IEnumerable<string> Subsystems =>
        Mig.GetProperty("subsystem_list").EnumerateArray().Select(s => s.Text("subsystem")).Distinct(StringComparer.Ordinal);

    public static JsonElement Subsystem(string name) =>
        Mig.GetProperty("subsystem_list").EnumerateArray().First(s => s.Text("subsystem") == name);

    /// <summary>The routines of a subsystem by message id.</summary>
    public static IReadOnlyDictionary<int, JsonElement> Routines(string subsystem) =>
        Subsystem(subsystem).GetProperty("routines").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetInt32());

    /// <summary>The messages that travel: the library's internal form where the public one is not what is sent.</summary>
    public static JsonElement Wire(this JsonElement routine, string message) =>
        routine.Text("wire_view") == "internal" && routine.TryGetProperty(message + "_internal", out var inner) ? inner : routine.GetProperty(message);

    /// <summary>The arguments of the messages that travel.</summary>
    public static IEnumerable<JsonElement> WireArguments(this JsonElement routine) =>
        routine.GetProperty(routine.Text("wire_view") == "internal" ? "internal_args" : "args").EnumerateArray();

    public static string Text(this JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static int Number(this JsonElement element, string key, int otherwise = 0) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : otherwise;

    /// <summary>C passes an argument of the type as an address: it is a pointer or an array.</summary>
    public static bool IsPointer(string type) =>
        type.EndsWith('*') || (_types[type.Replace("const ", "", StringComparison.Ordinal)].FirstOrDefault() is { ValueKind: JsonValueKind.Object } row && IsPointerText(row.Text("c") + row.Text("u")));

    private static readonly ILookup<string, JsonElement> _types = Layouts.GetProperty("typedefs").EnumerateArray().ToLookup(row => row.Text("n"));

    private static bool IsPointerText(string type) => type.Contains('*', StringComparison.Ordinal) || type.Contains('[', StringComparison.Ordinal);

    /// <summary>The words of an element that a count counts; 1 where there is no count.</summary>
    public static int Multiplier(this JsonElement count) => count.ValueKind == JsonValueKind.Undefined ? 1 : count.Number("mult", 1);

    public static ulong Hex(string? text) =>
        ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static JsonElement Load(string file)
    {
        using var text = File.OpenRead(Path.Combine(Root, "reference", file));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Mach.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the project's folder.");
        return folder;
    }
}
