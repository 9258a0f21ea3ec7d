using System.Text.Json;

namespace Mach.Tool.Facts;

/// <summary>Short ways of reading a row.</summary>
internal static class Row
{
    public static string Text(this JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() ?? "" : "";

    public static int Number(this JsonElement row, string key) => row.GetProperty(key).GetInt32();

    public static bool Has(this JsonElement row, string key) => row.TryGetProperty(key, out _);
}
