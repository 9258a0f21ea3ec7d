using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Abi.Tests;

/// <summary>Bytes seen through a record of the fact tables: what the C compiler would read and write there.</summary>
internal sealed class FactView(string record, byte[] bytes, int start = 0)
{
    private static readonly Dictionary<string, JsonElement> Records = Reference.Layouts.GetProperty("records")
        .EnumerateArray()
        .ToDictionary(row => row.Text("n"), StringComparer.Ordinal);

    internal static int SizeOf(string record) => Records[record].GetProperty("s").GetInt32();

    internal static IEnumerable<string> FieldsOf(string record) => Records[record].GetProperty("f").EnumerateArray().Select(field => field.Text("n"));

    internal ulong this[string field]
    {
        get
        {
            var (from, bits) = Place(field);
            ulong value = 0;
            for (var i = 0; i < bits; i++)
                value |= (ulong)(bytes[start + ((from + i) / 8)] >> ((from + i) % 8) & 1) << i;
            return value;
        }

        set
        {
            var (from, bits) = Place(field);
            for (var i = 0; i < bits; i++)
            {
                ref var place = ref bytes[start + ((from + i) / 8)];
                var mask = (byte)(1 << ((from + i) % 8));
                place = (value >> i & 1) != 0 ? (byte)(place | mask) : (byte)(place & ~mask);
            }
        }
    }

    internal FactView Inside(string field, string type) => new(type, bytes, start + (Place(field).From / 8));

    internal uint Word(string field, int index) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(start + (Place(field).From / 8) + (4 * index)));

    private (int From, int Bits) Place(string field)
    {
        foreach (var each in Records[record].GetProperty("f").EnumerateArray())
        {
            if (each.Text("n") != field)
                continue;
            return each.TryGetProperty("bit", out var bit)
                ? (bit.GetInt32(), each.GetProperty("w").GetInt32())
                : (each.GetProperty("o").GetInt32() * 8, Math.Min(64, each.GetProperty("s").GetInt32() * 8));
        }

        throw new ArgumentException($"{record} has no {field}.");
    }
}
