using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Mach.Abi;

namespace Mach.Tool.Facts;

/// <summary>Compares constants: that each public one is there, its value on each target, its type, and that no table lacks one of ours.</summary>
internal sealed class ConstantFacts(FactTables tables)
{
    private static readonly Dictionary<string, MemberInfo> Ours = typeof(MachConstants)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Concat(typeof(kern_return_t).GetFields(BindingFlags.Public | BindingFlags.Static))
        .Concat<MemberInfo>(typeof(MachConstants).GetProperties().Where(IsPerTarget))
        .ToDictionary(member => member.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, MachTarget> Targets = new(StringComparer.Ordinal)
    {
        ["macos-arm64"] = MachTarget.MacOSArm64,
        ["macos-x86_64"] = MachTarget.MacOSX64,
        ["ios-arm64"] = MachTarget.IOSArm64,
    };

    /// <summary>Names of ours.</summary>
    public static IEnumerable<string> Names => Ours.Keys;

    public Comparison Compare()
    {
        var result = new Comparison("constants");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in tables.Constants)
        {
            var name = row.Text("n");
            if (Ours.TryGetValue(name, out var member) && seen.Add(name))
                result.Add(name, Differences(row, member));
            else if (!seen.Contains(name) && FactTables.IsPublic(row))
                result.Missing(name, tables.LeftOut.Has(name, row.Text("h")));
        }

        foreach (var row in tables.BootstrapConstants)
        {
            if (!Ours.TryGetValue(row.Name, out var member))
                result.Missing(row.Name, leftOut: false);
            else if (seen.Add(row.Name))
                result.Add(row.Name, DifferentValue(row.Value, Value(member)));
        }

        foreach (var row in tables.KernelConstants)
        {
            if (Ours.TryGetValue(row.Text("n"), out var member) && seen.Add(row.Text("n")))
                result.Add(row.Text("n"), Differences(row, member));
        }

        foreach (var name in Ours.Keys.Where(name => !seen.Contains(name) && name != "value__"))
            result.Add(name, "is in no table");
        return result;
    }

    private static bool IsPerTarget(PropertyInfo property) =>
        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(TargetConstant<>);

    private IEnumerable<string> Differences(JsonElement row, MemberInfo member)
    {
        if (DifferentType(row, member) is { } type)
            yield return type;
        if (!row.TryGetProperty("by_target", out var byTarget))
        {
            foreach (var difference in DifferentValue(row.GetProperty("v"), Value(member)))
                yield return difference;
            yield break;
        }

        var values = byTarget.EnumerateObject().Select(each => (Target: each.Name, Value: Plain(each.Value))).ToArray();
        foreach (var (target, value) in values)
        {
            foreach (var difference in DifferentValue(value, Value(member, Targets[target])))
                yield return $"on {target} {difference}";
        }

        if (values.Select(each => each.Value.ToString()).Distinct(StringComparer.Ordinal).Skip(1).Any() != member is PropertyInfo)
            yield return "is per target, or should be";
    }

    private static JsonElement Plain(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value[0] : value;

    private static IEnumerable<string> DifferentValue(JsonElement value, object ours)
    {
        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText();
        var mine = ours is Enum code ? ((int)(kern_return_t)code).ToString(CultureInfo.InvariantCulture) : Convert.ToString(ours, CultureInfo.InvariantCulture);
        if (text != mine && !(ours is int number && unchecked((uint)number).ToString(CultureInfo.InvariantCulture) == text))
            yield return $"is {mine}, in C {text}";
    }

    // A number with its top bit set is the same number, whether C calls it signed or not.
    private string? DifferentType(JsonElement row, MemberInfo member)
    {
        if (member.DeclaringType != typeof(MachConstants) || !row.Has("w"))
            return null;
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType.GetGenericArguments()[0];
        if (tables.LeftOut.OtherType(member.Name) is { } other)
            return Name(type) == other ? null : $"is {Name(type)}, the list says {other}";
        var expected = row.Text("k") == "string" ? "string" : (row.Number("w"), row.Number("s") == 1) switch
        {
            (8, true) => "sbyte",
            (8, false) => "byte",
            (16, true) => "short",
            (16, false) => "ushort",
            (32, true) => "int",
            (32, false) => "uint",
            (64, true) => "long",
            _ => "ulong",
        };
        return Name(type) == expected ? null : $"is {Name(type)}, in C {row.Text("t")}";
    }

    private static string Name(Type type) => type.Name switch
    {
        "SByte" => "sbyte",
        "Byte" => "byte",
        "Int16" => "short",
        "UInt16" => "ushort",
        "Int32" => "int",
        "UInt32" => "uint",
        "Int64" => "long",
        "UInt64" => "ulong",
        "String" => "string",
        var name => name,
    };

    private static object Value(MemberInfo member, MachTarget target = default)
    {
        if (member is FieldInfo { IsLiteral: true } field)
            return field.FieldType.IsEnum ? Enum.ToObject(field.FieldType, field.GetRawConstantValue()!) : field.GetRawConstantValue()!;
        var constant = ((PropertyInfo)member).GetValue(null)!;
        return constant.GetType().GetProperty("Item")!.GetValue(constant, [target])!;
    }
}
