using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>What a client must answer when a message comes back, and what it must release, told from the fact tables and the rules alone.</summary>
internal static class ReplyOracle
{
    private const int ErrorReply = 36, SendOnce = 71;

    /// <summary>The most elements that the round-trip program has room for.</summary>
    private const int Room = 16;

    public static kern_return_t Expect(JsonElement routine, ReadOnlySpan<byte> reply, IReadOnlyList<byte[]> descriptors)
    {
        var id = BinaryPrimitives.ReadInt32LittleEndian(reply[20..]);
        if (id != routine.Number("reply"))
            return id == SendOnce ? MIG_SERVER_DIED : MIG_REPLY_MISMATCH;
        var layout = routine.Wire("rep");
        var carried = Carried(layout).ToList();
        var isComplex = BinaryPrimitives.ReadUInt32LittleEndian(reply) >> 31 != 0;
        var code = reply.Length >= ErrorReply ? (kern_return_t)BinaryPrimitives.ReadInt32LittleEndian(reply[32..]) : KERN_SUCCESS;
        if (BinaryPrimitives.ReadUInt32LittleEndian(reply[8..]) != 0)
            return MIG_TYPE_ERROR;
        // An error is always a simple message of 36 bytes, whatever the reply would be; a simple reply may also fail at full size.
        if (!isComplex && code != KERN_SUCCESS && (reply.Length == ErrorReply || (carried.Count == 0 && IsInside(layout, reply))))
            return code;
        if (isComplex != (carried.Count != 0) || !IsInside(layout, reply) || (isComplex && descriptors.Count != carried.Count))
            return MIG_TYPE_ERROR;
        if (VariableParts.Read(routine, layout, reply) is not { } parts)
            return MIG_TYPE_ERROR;
        for (var i = 0; i < carried.Count; i++)
        {
            if (!Fits(carried[i], descriptors[i], routine, parts, reply))
                return MIG_TYPE_ERROR;
        }
        return IsWhole(routine, layout, parts, reply) ? KERN_SUCCESS : MIG_ARRAY_TOO_LARGE;
    }

    /// <summary>The names of a fixed array of rights that nobody gets: unused ones, and those without room.</summary>
    public static IEnumerable<string> Surplus(JsonElement routine, ReadOnlySpan<byte> reply, IReadOnlyList<byte[]> descriptors)
    {
        var layout = routine.Wire("rep");
        var parts = VariableParts.Read(routine, layout, reply)!;
        var released = new List<string>();
        var at = 0;
        foreach (var argument in routine.WireArguments().Where(a => a.Text("d") != "in" && a.TryGetProperty("descs", out _)))
        {
            var many = argument.Number("descs");
            var kept = Math.Min((int)Used(argument, parts), Math.Min(Room, many));
            for (var i = kept; i < many; i++)
                released.AddRange(Carriage.Releases(descriptors[at + i]));
            at += many;
        }
        return released;
    }

    private static bool IsInside(JsonElement layout, ReadOnlySpan<byte> reply) =>
        reply.Length <= layout.Number("size") && reply.Length >= layout.Number("min", layout.Number("size"));

    /// <summary>The arguments of the descriptors, a fixed array of rights once for each.</summary>
    private static IEnumerable<string> Carried(JsonElement layout)
    {
        foreach (var field in layout.GetProperty("f").EnumerateArray())
        {
            var type = field[1].GetString()!;
            var many = type.StartsWith("mach_msg_port_descriptor_t", StringComparison.Ordinal) ? field[3].GetInt32() / 12 : type.StartsWith("mach_msg_ool_", StringComparison.Ordinal) ? 1 : 0;
            for (var i = 0; i < many; i++)
                yield return field[0].GetString()!;
        }
    }

    private static bool Fits(string name, byte[] descriptor, JsonElement routine, VariableParts parts, ReadOnlySpan<byte> reply)
    {
        var argument = routine.WireArguments().First(a => a.Text("n") == name);
        var disposition = argument.Number("rdisp", argument.Number("disp"));
        if (argument.Text("p") == "port")
            return descriptor[11] == 0 && (disposition < 0 || descriptor[10] == disposition);
        if (descriptor.Length != 16)
            return false;
        var counter = VariableParts.Counter(routine, name);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(descriptor.AsSpan(12));
        var count = parts.Word(reply, counter.Text("n"));
        return argument.Text("p") == "ool_ports"
            ? descriptor[11] == 2 && descriptor[10] == disposition && size == count
            : descriptor[11] == 1 && size == (ulong)count * (uint)argument.Number("ebytes");
    }

    /// <summary>Whether the caller has room for all that came.</summary>
    private static bool IsWhole(JsonElement routine, JsonElement layout, VariableParts parts, ReadOnlySpan<byte> reply)
    {
        foreach (var (name, range) in parts.Texts)
        {
            var text = reply[range];
            var length = text.IndexOf((byte)0);
            if ((length < 0 ? text.Length : length) >= routine.WireArguments().First(a => a.Text("n") == name).Number("max"))
                return false;
        }
        foreach (var argument in routine.WireArguments().Where(a => a.Text("d") == "out"))
        {
            var many = argument.TryGetProperty("descs", out var descriptors) ? descriptors.GetInt32() : argument.Number("max") / argument.Number("emult", 1);
            var isArray = argument.Text("p") == "inline_array" || argument.TryGetProperty("descs", out _);
            if (isArray && Used(argument, parts) > Math.Min(Room, many))
                return false;
        }
        _ = layout;
        return true;
    }

    private static uint Used(JsonElement argument, VariableParts parts) =>
        parts.Counts.TryGetValue(argument.Text("n"), out var own) ? own
        : argument.TryGetProperty("flags", out _) && parts.Counts.Count != 0 ? parts.Counts.Values.First()
        : (uint)argument.Number("descs");
}
