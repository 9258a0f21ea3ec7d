using System.Text.Json;

namespace Mach.Abi.Tests;

/// <summary>The project's own copy of the fact tables.</summary>
internal static class Reference
{
    internal static string Root { get; } = FindRoot();

    internal static JsonElement Constants { get; } = Load("constants.json");

    internal static JsonElement Layouts { get; } = Load("layouts.json");

    internal static JsonElement Load(string file)
    {
        using var text = File.OpenRead(Path.Combine(Root, "reference", file));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    internal static string Text(this JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) ? value.GetString() ?? "" : "";

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Mach.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the project's folder.");
        return folder;
    }
}
