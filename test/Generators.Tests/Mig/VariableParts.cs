using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>Where the variable parts of a message lie and whether they fill it, told from the fact tables.</summary>
internal sealed class VariableParts
{
    private readonly JsonElement _routine;
    private readonly List<JsonElement> _fields;
    private readonly Dictionary<string, int> _shifts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _counts = new(StringComparer.Ordinal);

    private VariableParts(JsonElement routine, JsonElement layout) =>
        (_routine, _fields) = (routine, [.. layout.GetProperty("f").EnumerateArray()]);

    /// <summary>Strings: where their bytes lie.</summary>
    public List<(string Name, Range Bytes)> Texts { get; } = [];

    /// <summary>The elements that an array has, as counted in the message.</summary>
    public IReadOnlyDictionary<string, uint> Counts => _counts;

    /// <summary>Reads the parts of a message; null when they are longer than they may be, or leave bytes over.</summary>
    public static VariableParts? Read(JsonElement routine, JsonElement layout, ReadOnlySpan<byte> message)
    {
        var parts = new VariableParts(routine, layout);
        return parts.Read(layout, message) ? parts : null;
    }

    /// <summary>A word of the message by the name of its field.</summary>
    public uint Word(ReadOnlySpan<byte> message, string field) =>
        BinaryPrimitives.ReadUInt32LittleEndian(message[(Field(field)[2].GetInt32() - _shifts[field])..]);

    /// <summary>The argument that counts an array; undefined when it has none of its own.</summary>
    public static JsonElement Counter(JsonElement routine, string array) => routine.WireArguments().FirstOrDefault(a => a.Text("of") == array);

    private bool Read(JsonElement layout, ReadOnlySpan<byte> message)
    {
        var variable = layout.TryGetProperty("var_fields", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
        var minimum = layout.Number("min", layout.Number("size"));
        var (shift, used) = (0, 0);
        var last = "";
        foreach (var field in _fields)
        {
            var (name, offset, size) = (field[0].GetString()!, field[2].GetInt32(), field[3].GetInt32());
            _shifts[name] = shift;
            var array = _routine.WireArguments().FirstOrDefault(a => a.Text("n") == name);
            var isText = array.ValueKind != JsonValueKind.Undefined && array.Text("p") == "cstring";
            if (!variable.Contains(name))
            {
                if (isText)
                    Texts.Add((name, (offset - shift)..(offset - shift + size)));
                continue;
            }
            if (_fields.Exists(f => f[0].GetString() == name + "Cnt"))
                last = name;
            var words = Word(message, last + "Cnt");
            var multiplier = (uint)Counter(_routine, last).Multiplier();
            var limit = _routine.WireArguments().First(a => a.Text("n") == last).Number("max");
            if (words > limit || words % multiplier != 0)
                return false;
            // Who shares a count has as many elements, of a size of its own.
            var bytes = isText ? (int)words : (int)(words / multiplier) * array.Number("ebytes") * array.Number("emult", 1);
            var padded = (bytes + 3) & ~3;
            used += padded;
            if (minimum + used > message.Length)
                return false;
            _counts[name] = words / multiplier;
            if (isText)
                Texts.Add((name, (offset - shift)..(offset - shift + bytes)));
            shift += size - padded;
        }
        return message.Length == minimum + used;
    }

    private JsonElement Field(string name) => _fields.Find(f => f[0].GetString() == name);
}
