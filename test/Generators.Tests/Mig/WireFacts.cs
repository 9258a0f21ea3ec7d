using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>
/// What the bytes of a message must be when its arguments are patterns, told from the fact tables alone: each field at its offset, moved
/// down by what variable parts before it leave unused.
/// </summary>
internal sealed class WireFacts(MigRoutine routine, JsonElement fact, bool reply)
{
    private const int Room = 16;

    private readonly string _way = reply ? "<" : "";

    private readonly List<JsonElement> _arguments = [.. fact.WireArguments()];

    public void Check(ReadOnlySpan<byte> bytes)
    {
        var layout = fact.Wire(reply ? "rep" : "req");
        var variable = layout.TryGetProperty("var_fields", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
        var (shift, end) = (0, 0);
        foreach (var field in layout.GetProperty("f").EnumerateArray())
        {
            var (label, offset, size) = (field[0].GetString()!, field[2].GetInt32() - shift, field[3].GetInt32());
            var whole = Expected(label, field[1].GetString()!, size, layout, variable.Contains(label));
            var padded = (whole.Length + 3) & ~3;
            if (label != "Head")
                Assert.Equal($"{routine.Name}.{label} {Convert.ToHexString(whole)}", $"{routine.Name}.{label} {Convert.ToHexString(Seen(field[1].GetString()!, bytes.Slice(offset, whole.Length)))}");
            if (variable.Contains(label))
                shift += size - padded;
            end = offset + whole.Length;
            if (variable.Contains(label))
            {
                Assert.False(bytes.Slice(end, padded - whole.Length).ContainsAnyExcept((byte)0), "padding");
                end = offset + padded;
            }
        }
        Assert.Equal((routine.Name, end), (routine.Name, bytes.Length));
        Assert.Equal((uint)end, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
    }

    /// <summary>Addresses are where memory happens to be.</summary>
    private static byte[] Seen(string type, ReadOnlySpan<byte> bytes)
    {
        var seen = bytes.ToArray();
        if (type.StartsWith("mach_msg_ool_", StringComparison.Ordinal))
            seen.AsSpan(0, 8).Clear();
        return seen;
    }

    private byte[] Expected(string label, string type, int size, JsonElement layout, bool variable)
    {
        var argument = Argument(label);
        var key = Key(label);
        switch (label)
        {
            case "Head":
                return new byte[size];
            case "NDR":
                return [0, 0, 0, 0, 1, 0, 0, 0];
            case "RetCode":
                return Words(0);
            case "msgh_body":
                return Words((uint)layout.GetProperty("f").EnumerateArray().Sum(f => Descriptors(f[1].GetString()!, f[3].GetInt32())));
            default:
                break;
        }
        if (type.StartsWith("mach_msg_port_descriptor_t", StringComparison.Ordinal))
            return Ports(argument, key, size / 12);
        if (type == "mach_msg_ool_descriptor_t")
            return Region(argument, Elements(argument) * Unit(argument), 1, 0);
        if (type == "mach_msg_ool_ports_descriptor_t")
            return Region(argument, Elements(argument), 2, (byte)argument.Number(reply ? "rdisp" : "disp"));
        if (argument.ValueKind == JsonValueKind.Undefined)
            return Beside(label, size);
        if (argument.Text("d") == "count")
            return Words(Count(argument));
        if (argument.Text("p") == "cstring")
            return variable ? [.. Pattern.String(key, argument.Number("max")), 0] : Filled(Pattern.String(key, argument.Number("max")), size);
        return Pattern.Bytes(key, variable ? Elements(argument) * argument.Number("ebytes") * argument.Number("emult", 1) : size);
    }

    private static byte[] Filled(byte[] bytes, int size)
    {
        Array.Resize(ref bytes, size);
        return bytes;
    }

    /// <summary>Fields that belong to an argument of another name.</summary>
    private byte[] Beside(string label, int size)
    {
        if (label.EndsWith("Pad", StringComparison.Ordinal))
            return new byte[size];
        if (label.EndsWith("Offset", StringComparison.Ordinal))
            return Words(0);
        Assert.EndsWith("Cnt", label, StringComparison.Ordinal);
        return Words((uint)Pattern.String(Key(label[..^3]), Argument(label[..^3]).Number("max")).Length + 1);
    }

    private byte[] Ports(JsonElement argument, string key, int many)
    {
        var (sent, used) = (argument.Number("disp"), argument.TryGetProperty("descs", out _) ? Elements(argument) : 1);
        var disposition = (sent, reply) switch
        {
            (-1, false) => argument.Number("rdisp") == 18 ? 21 : 20,
            (-1, _) => 17,
            (_, false) => sent,
            _ => argument.Number("rdisp", sent),
        };
        var names = Pattern.Bytes(key, used * sizeof(uint));
        return [.. Enumerable.Range(0, many).SelectMany(i => (byte[])
            [.. i < used ? names[(i * 4)..((i * 4) + 4)] : new byte[4], 0, 0, 0, 0, 0, 0, (byte)disposition, 0])];
    }

    private byte[] Region(JsonElement argument, int size, byte type, byte disposition)
    {
        var physical = Has(argument, "physicalcopy");
        return [.. new byte[8], Has(argument, "dealloc") ? (byte)1 : (byte)0, physical ? (byte)0 : (byte)1, disposition, type, .. Words((uint)size)];
    }

    /// <summary>How many elements the pattern gives an array: no more than fit, or as many as are fixed.</summary>
    private int Elements(JsonElement argument)
    {
        if (argument.Text("p") == "ool" && argument.TryGetProperty("max", out var fixedWords))
            return fixedWords.GetInt32() * argument.Number("ebytes") / Unit(argument);
        if (argument.TryGetProperty("descs", out var descriptors) && !Has(argument, "samecount"))
            return Math.Min(Pattern.Length, descriptors.GetInt32());
        return argument.Text("p") == "inline_array" ? Math.Min(Pattern.Length, argument.Number("max") / argument.Number("emult", 1)) : Pattern.Length;
    }

    private uint Count(JsonElement count)
    {
        var array = Argument(count.Text("of"));
        var elements = !reply && count.Text("pd") == "out" ? Math.Min(Room, array.Number("max")) : Elements(array);
        return (uint)(elements * Multiplier(array, count));
    }

    /// <summary>The size of an element of a region: what a word of its count is worth, times the words of an element.</summary>
    private int Unit(JsonElement argument) =>
        argument.Number("ebytes") * Multiplier(argument, _arguments.FirstOrDefault(a => a.Text("of") == argument.Text("n")));

    /// <summary>C's compiler makes vm_info_object_t longer than MIG believes; it is declared as the words that travel.</summary>
    private static int Multiplier(JsonElement array, JsonElement count) => array.Text("elem") == "vm_info_object_t" ? 1 : count.Multiplier();

    private JsonElement Argument(string name) => _arguments.FirstOrDefault(a => a.Text("n") == name);

    /// <summary>The pattern's key: an argument goes by the name that the declaration gives it.</summary>
    private string Key(string label)
    {
        var at = _arguments.FindIndex(a => a.Text("n") == label);
        return $"{routine.Name}.{(at < 0 ? label : routine.Arguments[at].Name)}{_way}";
    }

    private static bool Has(JsonElement argument, string flag) =>
        argument.TryGetProperty("flags", out var flags) && flags.EnumerateArray().Any(f => f.GetString() == flag);

    private static int Descriptors(string type, int size) => type.StartsWith("mach_msg_port_descriptor_t", StringComparison.Ordinal)
        ? size / 12
        : type.StartsWith("mach_msg_ool_", StringComparison.Ordinal) ? 1 : 0;

    private static byte[] Words(uint word)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
        return bytes;
    }
}
