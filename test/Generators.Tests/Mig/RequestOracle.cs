using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>What a server must answer to a request, told from the fact tables and the rules alone.</summary>
internal sealed class RequestOracle(string subsystem)
{
    private readonly IReadOnlyDictionary<int, JsonElement> _routines = Facts.Routines(subsystem);
    private readonly HashSet<int> _declared = [.. (subsystem == "task" ? MachTaskRoutines.All : MachPortRoutines.All).Select(r => r.Id)];

    public kern_return_t Expect(ReadOnlySpan<byte> request, ReadOnlySpan<MigDescriptor<uint>> descriptors)
    {
        if (request.Length < 24)
            return MIG_BAD_ID;
        var id = BinaryPrimitives.ReadInt32LittleEndian(request[20..]);
        if (!_declared.Contains(id))
            return MIG_BAD_ID;
        var routine = _routines[id];
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
        if (!Fills(routine, layout, fields, request))
            return MIG_BAD_ARGUMENTS;
        for (var i = 0; i < carried.Count; i++)
        {
            if (!Fits(routine.WireArguments().First(a => a.Text("n") == carried[i][0].GetString()), descriptors[i]))
                return MIG_TYPE_ERROR;
        }
        return KERN_SUCCESS;
    }

    private static bool Fills(JsonElement routine, JsonElement layout, List<JsonElement> fields, ReadOnlySpan<byte> request)
    {
        if (!layout.TryGetProperty("var_fields", out var names))
            return request.Length == layout.Number("size");
        // No routine has more than one.
        var name = names.EnumerateArray().Single().GetString();
        var array = routine.WireArguments().First(a => a.Text("n") == name);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(request[fields.First(f => f[0].GetString() == name + "Cnt")[2].GetInt32()..]);
        return count <= array.Number("max") && request.Length == layout.Number("min") + (((count * array.Number("ebytes")) + 3) & ~3);
    }

    private static bool Fits(JsonElement argument, MigDescriptor<uint> descriptor)
    {
        if (argument.Text("p") == "ool")
            return descriptor.Type == 1 && descriptor.Memory.Length == argument.Number("max") * argument.Number("ebytes");
        var disposition = argument.Number("rdisp", argument.Number("disp"));
        return descriptor.Type == 0 && (disposition < 0 || descriptor.Disposition == disposition);
    }
}
