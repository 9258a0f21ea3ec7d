using System.Text.Json;
using Mach.Abi;

namespace Mach.Tool.Facts;

/// <summary>Compares names of types: what they stand for has C's size, alignment and sign, and leads where C's pointer leads.</summary>
internal sealed class TypeNameFacts(FactTables tables)
{
    public Comparison Compare()
    {
        var result = new Comparison("type names");
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in tables.TypeNames)
        {
            var name = row.Text("n");
            known.Add(name);
            if (tables.Names.Find(name) is { } type)
                result.Add(name, Differences(row, type));
            else if (FactTables.IsPublic(row))
                result.Missing(name, tables.LeftOut.Has(name, row.Text("h")));
        }

        foreach (var row in tables.BootstrapTypes)
        {
            known.Add(row.Name);
            if (tables.Names.Find(row.Name) is { } type)
                result.Add(row.Name, DifferentBootstrapType(row.Value.GetString()!, type));
            else
                result.Missing(row.Name, leftOut: false);
        }

        // C's own names of numbers, and records that have only a tag.
        known.UnionWith(["uint32_t", "uint64_t"]);
        known.UnionWith(tables.MigTypes);
        known.UnionWith(tables.Records.SelectMany(row => tables.Names.NamesOf(row.Text("n"))));
        foreach (var name in tables.Names.Aliases.Keys.Concat(CTypeNames.Declared.Select(type => type.Name)).Where(name => !known.Contains(name) && !IsVariant(name)))
            result.Add(name, "is in no table");
        return result;
    }

    private bool IsVariant(string name) => tables.Records.Any(row => row.Has("variants") && tables.Names.Record(row.Text("n")) is { } type
        && name.StartsWith(type.Name[..^"_t".Length], StringComparison.Ordinal));

    private IEnumerable<string> Differences(JsonElement row, Type type)
    {
        if (row.Number("s") != StructBytes.Size(type))
            yield return $"is {type.Name} with {StructBytes.Size(type)} bytes, in C {row.Number("s")}";
        if (row.Number("a") != StructBytes.Alignment(type))
            yield return $"is {type.Name}, aligned to {StructBytes.Alignment(type)}, in C to {row.Number("a")}";
        if (row.Has("sg") && CTypeNames.IsSigned(type) != (row.Number("sg") == 1))
            yield return $"is {type.Name}, in C {row.Text("u")}";
        if (row.TryGetProperty("diff", out var others))
        {
            foreach (var other in others.EnumerateObject().Where(each => Differs(each.Value, type)))
                yield return $"is {type.Name}, on {other.Name} {other.Value.Text("u")}";
        }

        var canonical = row.Text("c") is { Length: > 0 } written ? written : row.Text("u");
        if (!canonical.EndsWith('*') || !type.IsGenericType || type.GetGenericTypeDefinition() != typeof(UserPtr<>))
            yield break;
        var target = type.GetGenericArguments()[0];
        if (tables.Names.Pointee(canonical) is { } pointee && pointee != target)
            yield return $"leads to {target.Name}, in C {canonical}";
    }

    // Another layout of a record is a record of its own; anything else must have the same size everywhere.
    private bool Differs(JsonElement other, Type type) =>
        other.Number("s") != StructBytes.Size(type) && tables.Names.Find($"{type.Name[..^"_t".Length]}_x86_64_t") is null;

    private static IEnumerable<string> DifferentBootstrapType(string written, Type type)
    {
        var open = written.IndexOf('[', StringComparison.Ordinal);
        var size = open < 0 ? 4 : int.Parse(written[(open + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
        if (size != StructBytes.Size(type))
            yield return $"has {StructBytes.Size(type)} bytes, in C {size}";
        if (open < 0 && CTypeNames.IsSigned(type) != (written == "int"))
            yield return $"is {type.Name}, in C {written}";
    }
}
