using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>What a server must answer to a request, told from the fact tables and the rules alone.</summary>
internal sealed class RequestOracle(Declared declared)
{
    private readonly IReadOnlyDictionary<int, JsonElement> _routines = Facts.Routines(declared.Name);

    /// <returns>Null where the tables do not tell: a routine of the kernel's view alone has no layouts there.</returns>
    public kern_return_t? Expect(ReadOnlySpan<byte> request, ReadOnlySpan<MigDescriptor<uint>> descriptors)
    {
        if (request.Length < 24)
            return MIG_BAD_ID;
        var id = BinaryPrimitives.ReadInt32LittleEndian(request[20..]);
        if (!_routines.TryGetValue(id, out var routine) || declared.IsGone(routine.Text("name")))
            return MIG_BAD_ID;
        if (!routine.TryGetProperty("req", out _))
            return null;
        var layout = routine.Wire("req");
        var fields = layout.GetProperty("f").EnumerateArray().ToList();
        var carried = fields.Where(f => f[1].GetString()!.EndsWith("_descriptor_t", StringComparison.Ordinal)).ToList();
        var size = layout.Number("size");
        if (request.Length > size || request.Length < layout.Number("min", size))
            return MIG_BAD_ARGUMENTS;
        var complex = BinaryPrimitives.ReadUInt32LittleEndian(request) >> 31 != 0;
        if (complex != (carried.Count != 0))
            return MIG_BAD_ARGUMENTS;
        if (complex && (BinaryPrimitives.ReadUInt32LittleEndian(request[24..]) != carried.Count || descriptors.Length < carried.Count))
            return MIG_BAD_ARGUMENTS;
        var shifts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!Fills(routine, layout, fields, request, shifts))
            return MIG_BAD_ARGUMENTS;
        for (var i = 0; i < carried.Count; i++)
        {
            var name = carried[i][0].GetString()!;
            var argument = routine.WireArguments().First(a => a.Text("n") == name);
            if (!Fits(argument, descriptors[i], routine, fields, request, shifts))
                return MIG_TYPE_ERROR;
        }
        return routine.Text("kind") == "routine" ? KERN_SUCCESS : MIG_NO_REPLY;
    }

    /// <summary>Whether the variable parts are as long as they say and fill the message; and how far each field has moved down.</summary>
    private static bool Fills(JsonElement routine, JsonElement layout, List<JsonElement> fields, ReadOnlySpan<byte> request, Dictionary<string, int> shifts)
    {
        var variable = layout.TryGetProperty("var_fields", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
        var (shift, used) = (0, 0);
        var minimum = layout.Number("min", layout.Number("size"));
        var texts = new List<Range>();
        foreach (var field in fields)
        {
            var (name, offset, size) = (field[0].GetString()!, field[2].GetInt32(), field[3].GetInt32());
            shifts[name] = shift;
            var array = routine.WireArguments().FirstOrDefault(a => a.Text("n") == name);
            var isText = array.ValueKind != JsonValueKind.Undefined && array.Text("p") == "cstring";
            if (!variable.Contains(name))
            {
                if (isText)
                    texts.Add((offset - shift)..(offset - shift + size));
                continue;
            }
            var counter = fields.First(f => f[0].GetString() == name + "Cnt")[2].GetInt32();
            var count = BinaryPrimitives.ReadUInt32LittleEndian(request[(counter - shift)..]);
            if (count > array.Number("max") || count % (uint)Counter(routine, name).Multiplier() != 0)
                return false;
            var bytes = isText ? (int)count : (int)count * array.Number("ebytes");
            var padded = (bytes + 3) & ~3;
            used += padded;
            if (minimum + used > request.Length)
                return false;
            if (isText)
                texts.Add((offset - shift)..(offset - shift + bytes));
            shift += size - padded;
        }
        if (request.Length != minimum + used)
            return false;
        foreach (var text in texts)
        {
            if (request[text].IndexOf((byte)0) < 0)
                return false;
        }
        return true;
    }

    private static JsonElement Counter(JsonElement routine, string array) => routine.WireArguments().FirstOrDefault(a => a.Text("of") == array);

    private static bool Fits(
        JsonElement argument, MigDescriptor<uint> descriptor, JsonElement routine, List<JsonElement> fields, ReadOnlySpan<byte> request, Dictionary<string, int> shifts)
    {
        var disposition = argument.Number("rdisp", argument.Number("disp"));
        if (argument.Text("p") == "port")
            return descriptor.Type == 0 && (disposition < 0 || descriptor.Disposition == disposition);
        var counter = Counter(routine, argument.Text("n"));
        var bytes = (ulong)(argument.Number("max") * argument.Number("ebytes"));
        if (counter.ValueKind != JsonValueKind.Undefined)
        {
            var name = counter.Text("n");
            var at = fields.First(f => f[0].GetString() == name)[2].GetInt32() - shifts[name];
            var count = BinaryPrimitives.ReadUInt32LittleEndian(request[at..]);
            if (argument.Text("p") == "ool_ports")
                return descriptor.Type == 2 && descriptor.Disposition == disposition && (descriptor.Rights?.Length ?? 0) == count;
            if (count % (uint)counter.Multiplier() != 0)
                return false;
            bytes = (ulong)count * (uint)argument.Number("ebytes");
        }
        return descriptor.Type == 1 && (ulong)descriptor.Memory.Length == bytes;
    }
}
