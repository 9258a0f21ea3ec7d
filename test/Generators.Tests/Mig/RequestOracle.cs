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
        if (VariableParts.Read(routine, layout, request) is not { } parts)
            return MIG_BAD_ARGUMENTS;
        foreach (var (_, text) in parts.Texts)
        {
            if (request[text].IndexOf((byte)0) < 0)
                return MIG_BAD_ARGUMENTS;
        }
        for (var i = 0; i < carried.Count; i++)
        {
            var name = carried[i][0].GetString()!;
            var argument = routine.WireArguments().First(a => a.Text("n") == name);
            if (!Fits(argument, descriptors[i], routine, parts, request))
                return MIG_TYPE_ERROR;
        }
        return routine.Text("kind") == "routine" ? KERN_SUCCESS : MIG_NO_REPLY;
    }

    private static bool Fits(
        JsonElement argument, MigDescriptor<uint> descriptor, JsonElement routine, VariableParts parts, ReadOnlySpan<byte> request)
    {
        var disposition = argument.Number("rdisp", argument.Number("disp"));
        if (argument.Text("p") == "port")
            return descriptor.Type == 0 && (disposition < 0 || descriptor.Disposition == disposition);
        var counter = VariableParts.Counter(routine, argument.Text("n"));
        var bytes = (ulong)(argument.Number("max") * argument.Number("ebytes"));
        if (counter.ValueKind != JsonValueKind.Undefined)
        {
            var count = parts.Word(request, counter.Text("n"));
            if (argument.Text("p") == "ool_ports")
                return descriptor.Type == 2 && descriptor.Disposition == disposition && (descriptor.Rights?.Length ?? 0) == count;
            if (count % (uint)counter.Multiplier() != 0)
                return false;
            bytes = (ulong)count * (uint)argument.Number("ebytes");
        }
        return descriptor.Type == 1 && (ulong)descriptor.Memory.Length == bytes;
    }
}
