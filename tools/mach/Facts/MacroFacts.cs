using System.Globalization;
using System.Text.Json;
using Mach.Abi;

namespace Mach.Tool.Facts;

/// <summary>Compares macros with arguments: each public one is a method, and gives for sample arguments what the compiler gave.</summary>
internal sealed class MacroFacts(FactTables tables)
{
    public int Samples { get; private set; }

    public Comparison Compare()
    {
        var result = new Comparison("macros");
        foreach (var row in tables.Macros)
        {
            var name = row.Text("n");
            if (typeof(MachConstants).GetMethod(name) is not null)
                result.Add(name, Differences(name, row));
            else if (FactTables.IsPublic(row))
                result.Missing(name, tables.LeftOut.Has(name, row.Text("h")));
        }

        foreach (var row in tables.NoNumbers)
        {
            var name = row.Text("n");
            if (typeof(MachConstants).GetProperty(name) is not { } property)
                result.Missing(name, tables.LeftOut.Has(name, row.Text("h")));
            else if (!row.GetProperty("v").EnumerateArray().Select(word => word.GetUInt32()).SequenceEqual(StructBytes.Words(property.GetValue(null)!)))
                result.Add(name, $"is not {row.GetProperty("v")}");
            else
                result.Add(name);
        }

        // A variable of the C library that never changes is a property.
        var known = tables.Macros.Concat(tables.NoNumbers).Select(row => row.Text("n")).Concat(ConstantFacts.Names).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(tables.Exports.Select(export => export[1..]));
        var members = typeof(MachConstants).GetMembers().Where(member => member.DeclaringType == typeof(MachConstants)).Select(member => member.Name);
        foreach (var name in members.Where(name => !known.Contains(name) && !name.StartsWith("get_", StringComparison.Ordinal)))
            result.Add(name, "is in no table");
        return result;
    }

    private IEnumerable<string> Differences(string name, JsonElement row)
    {
        if (!row.TryGetProperty("samples", out var samples))
            yield break;
        var method = typeof(MachConstants).GetMethod(name)!;
        foreach (var sample in samples.EnumerateObject())
        {
            // A shift beyond the word has no meaning in C; the compiler made something up.
            if (name == nameof(MACH_PORT_TYPE) && sample.Name == "(255)")
                continue;
            var numbers = sample.Name.Trim('(', ')').Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture));
            var arguments = method.GetParameters().Zip(numbers, (parameter, number) => Argument(parameter.ParameterType, number)).ToArray();
            var result = method.Invoke(null, arguments)!;
            var (ours, expected) = (Number(result), Number(sample.Value.TryGetUInt64(out var big) ? big : sample.Value.GetInt64()));
            if (result is not (ulong or long))
                (ours, expected) = ((uint)ours, (uint)expected);
            Samples++;
            if (ours != expected)
                yield return $"{sample.Name} is {ours:x}, in C {expected:x}";
        }
    }

    private static object Argument(Type type, int number) =>
        type.IsEnum ? Enum.ToObject(type, number) : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);

    private static ulong Number(object value) => value switch
    {
        bool truth => truth ? 1UL : 0,
        ulong big => big,
        _ => unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };
}
