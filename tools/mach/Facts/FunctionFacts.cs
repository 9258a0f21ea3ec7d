using System.Reflection;
using System.Text.Json;
using Mach.Raw;

namespace Mach.Tool.Facts;

/// <summary>Compares functions: that each public one is there, its arguments by name, type and order, its result, and that no table lacks one of ours.</summary>
internal sealed class FunctionFacts(FactTables tables)
{
    private static readonly ILookup<string, MethodInfo> Ours = new[] { typeof(LibSystem), typeof(LibBootstrap) }
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(method => !method.IsSpecialName).ToLookup(method => method.Name, StringComparer.Ordinal);

    /// <summary>Names of ours.</summary>
    public static IEnumerable<string> Names => Ours.Select(group => group.Key);

    public Comparison Compare()
    {
        var result = new Comparison("functions");
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in tables.Functions.Concat(tables.BootstrapFunctions))
        {
            var name = row.Text("n");
            known.Add(name);
            if (Ours[name].SingleOrDefault() is { } method)
                result.Add(name, Differences(row, method));
            else if (FactTables.IsPublic(row) && !row.Has("hk"))
                result.Missing(name, tables.LeftOut.Has(name, row.Text("h")));
        }

        known.UnionWith(tables.Subsystems.SelectMany(subsystem => subsystem.GetProperty("routines").EnumerateArray()).Select(row => row.Text("user")));
        known.UnionWith(tables.TrapNames);
        known.UnionWith(tables.Exports.Select(symbol => symbol[1..])); // of headers that are not Mach's own
        known.Add("mach_task_self"); // a macro in C
        foreach (var name in Names.Where(name => !known.Contains(name)))
            result.Add(name, "is in no table");
        return result;
    }

    private IEnumerable<string> Differences(JsonElement row, MethodInfo method)
    {
        var isPrivate = row.Has("hk") || !FactTables.IsPublic(row);
        if (Different(row.Text("ret"), method.ReturnType, method.Name, isPrivate) is { } returns)
            yield return $"returns {returns}";
        var expected = row.GetProperty("args").EnumerateArray().Select(each => (Name: each[0].GetString()!, Type: each[1].GetString()!)).ToList();
        var parameters = method.GetParameters();
        if (expected.Count != parameters.Length)
        {
            yield return $"takes {parameters.Length} arguments, in C {expected.Count}";
            yield break;
        }

        for (var index = 0; index < parameters.Length; index++)
        {
            var (name, type) = expected[index];
            if (name.Length != 0 && name != parameters[index].Name)
                yield return $"argument {index} is {parameters[index].Name}, in C {name}";
            if (Different(type, parameters[index].ParameterType, method.Name, isPrivate) is { } other)
                yield return $"argument {index}, {parameters[index].Name}, is {other}";
        }
    }

    private string? Different(string c, Type ours, string function, bool isPrivate)
    {
        var expected = tables.Names.Passed(c);
        if (ours == expected || (ours == typeof(nuint) && expected == typeof(ulong)))
            return null;
        // The tables have no types of private headers.
        if (expected is null && isPrivate)
            return null;
        // An array is passed by the address of its first element: by that type or the array's.
        if (expected is { IsPointer: true } && ours.IsPointer && CTypeNames.Element(expected.GetElementType()!) == ours.GetElementType())
            return null;
        var name = ours == typeof(string) ? "string" : ours.Name;
        return tables.LeftOut.OtherType(function) == name ? null : $"{name}, in C {c}";
    }
}
