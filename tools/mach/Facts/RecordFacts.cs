using System.Reflection;
using System.Text.Json;

namespace Mach.Tool.Facts;

/// <summary>Compares structures and unions: size, alignment, and place and sign of every field, bit-fields included; nothing besides.</summary>
internal sealed class RecordFacts(FactTables tables)
{
    private readonly HashSet<Type> _compared = [];

    public int Fields { get; private set; }

    public Comparison Compare()
    {
        var result = new Comparison("records");
        foreach (var row in tables.Records)
        {
            var name = row.Text("n");
            if (tables.Names.Record(name) is not { } type)
            {
                if (FactTables.IsPublic(row))
                    result.Missing(name, tables.LeftOut.Has(name, row.Text("h")));
                continue;
            }

            result.Add(name, Differences(type, row));
            if (!row.TryGetProperty("variants", out var variants))
                continue;
            foreach (var variant in variants.EnumerateArray())
                CompareVariant(result, type, variant);
        }

        var ofRoutines = tables.MigTypes.ToHashSet(StringComparer.Ordinal);
        foreach (var type in CTypeNames.Declared.Where(type => !type.IsEnum && !_compared.Contains(type) && !IsArray(type) && !ofRoutines.Contains(type.Name)))
            result.Add(type.Name, "is in no table");
        return result;
    }

    // The other layout of a record is a type whose name ends with the target's processor.
    private void CompareVariant(Comparison result, Type type, JsonElement variant)
    {
        var target = variant.GetProperty("targets").EnumerateArray().Single().GetString()!;
        var name = $"{type.Name[..^"_t".Length]}_{target[(target.IndexOf('-', StringComparison.Ordinal) + 1)..]}_t";
        if (tables.Names.Find(name) is { } other)
            result.Add(name, Differences(other, variant));
        else
            result.Missing(name, leftOut: false);
    }

    private static bool IsArray(Type type) => type.IsDefined(typeof(System.Runtime.CompilerServices.InlineArrayAttribute));

    private List<string> Differences(Type type, JsonElement row)
    {
        _compared.Add(type);
        var differences = new List<string>();
        if (row.Number("s") != StructBytes.Size(type))
            differences.Add($"has {StructBytes.Size(type)} bytes, in C {row.Number("s")}");
        if (row.Number("a") != StructBytes.Alignment(type))
            differences.Add($"is aligned to {StructBytes.Alignment(type)}, in C to {row.Number("a")}");
        var known = new HashSet<string>(StringComparer.Ordinal);
        CompareFields(type, row.GetProperty("f"), from: 0, known, differences);
        differences.AddRange(Members(type).Where(name => !known.Contains(name)).Select(name => $"{name} is no field in C"));
        return differences;
    }

    private void CompareFields(Type type, JsonElement fields, int from, HashSet<string> known, List<string> differences)
    {
        foreach (var field in fields.EnumerateArray())
        {
            var name = field.Text("n");
            if (field.Has("flex") || (name.Length == 0 && !field.Has("f")))
                continue;
            if (name.Length == 0)
            {
                CompareFields(type, field.GetProperty("f"), from, known, differences);
                continue;
            }

            known.Add(name);
            if (((MemberInfo?)type.GetField(name) ?? type.GetProperty(name)) is not { } member)
            {
                differences.Add($"{name} is missing");
                continue;
            }

            Fields++;
            var expected = field.Has("bit")
                ? (field.Number("bit") - (from * 8), field.Number("w"))
                : ((field.Number("o") - from) * 8, field.Number("s") * 8);
            var found = StructBytes.Bits(type, member);
            if (expected != found)
                differences.Add($"{name} has bits {found}, in C {expected}");
            var ours = member is FieldInfo { FieldType: var fieldType } ? fieldType : ((PropertyInfo)member).PropertyType;
            if (tables.Names.IsSigned(field.Text("t")) is { } signed && CTypeNames.IsSigned(ours) is { } oursSigned && signed != oursSigned)
                differences.Add($"{name} is {ours.Name}, in C {field.Text("t")}");
            if (field.TryGetProperty("f", out var inner))
                CompareNested(ours, inner, field.Has("rel") ? 0 : field.Number("o"), name, differences);
        }
    }

    private void CompareNested(Type type, JsonElement fields, int from, string name, List<string> differences)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        CompareFields(type, fields, from, known, differences);
        differences.AddRange(Members(type).Where(member => !known.Contains(member)).Select(member => $"{name}.{member} is no field in C"));
    }

    // Properties that can be set are bit-fields; others, and methods, say something about the record as a whole.
    private static IEnumerable<string> Members(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => field.Name)
        .Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0).Select(property => property.Name));
}
