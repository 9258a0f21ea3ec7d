using System.Reflection;
using System.Text.Json;
using Mach.Abi;

namespace Mach.Tool.Facts;

/// <summary>Compares MIG routines: that each is declared, its number, and where everything lies in its request and its reply.</summary>
internal sealed class RoutineFacts(FactTables tables)
{
    /// <summary>The functions vm_* by the numbers that a 64-bit library sends: the table has them apart, with mach_vm's names of fields.</summary>
    private const string Lp64 = "vm_map_lp64_local";

    private static readonly ILookup<(string Subsystem, int Id), MigRoutine> Ours = typeof(MigSubsystemAttribute).Assembly.GetExportedTypes()
        .Where(type => type.IsDefined(typeof(MigSubsystemAttribute)))
        .SelectMany(type => All(type).Select(routine => (Subsystem: NameOf(type), Routine: routine)))
        .ToLookup(each => (each.Subsystem, each.Routine.Id), each => each.Routine);

    /// <summary>Fields compared.</summary>
    public int Fields { get; private set; }

    public Comparison Compare()
    {
        var result = new Comparison("routines");
        var known = new HashSet<(string, int)>();
        foreach (var subsystem in tables.Subsystems)
        {
            var name = subsystem.Text("subsystem");
            foreach (var row in subsystem.GetProperty("routines").EnumerateArray().Where(row => known.Add((name, row.Number("id")))))
            {
                if (Ours[(name, row.Number("id"))].SingleOrDefault() is { } routine)
                    result.Add($"{name} {routine.Id} {routine.Name}", Differences(row, routine, name == Lp64));
                else
                    result.Missing($"{name} {row.Text("name")}", tables.LeftOut.Has(row.Text("name"), name));
            }
        }

        foreach (var key in Ours.Select(group => group.Key).Where(key => !known.Contains(key)))
            result.Add($"{key.Subsystem} {key.Id}", "is in no table");
        return result;
    }

    private static IReadOnlyList<MigRoutine> All(Type type) =>
        (IReadOnlyList<MigRoutine>)type.Assembly.GetType($"{type.Namespace}.{type.Name[1..]}Routines", throwOnError: true)!.GetProperty("All")!.GetValue(null)!;

    private static string NameOf(Type type)
    {
        var attribute = type.GetCustomAttribute<MigSubsystemAttribute>()!;
        return attribute is { Name: "vm_map", FirstNumber: 4800 } ? Lp64 : attribute.Name;
    }

    private IEnumerable<string> Differences(JsonElement row, MigRoutine routine, bool otherNames)
    {
        var inner = row.Has("wire_view") && row.Text("wire_view") == "internal";
        // Of two routines with one name, the earlier ends in the width of its references.
        if (routine.Name != row.Text("name") && routine.Name != row.Text("name") + "_32" && !otherNames)
            yield return $"is {routine.Name}, in the table {row.Text("name")}";
        var symbol = row.Text(inner ? "internal_user" : "user");
        if (routine.Symbol != symbol)
            yield return $"is sent by {routine.Symbol}, in the table by {symbol}";
        if ((routine.Reply is null) != (row.Text("kind") != "routine"))
            yield return "has a reply, or should have one";

        // Rows of the kernel's view alone have arguments and no layouts.
        if (!row.Has("req"))
            yield break;
        foreach (var difference in Layout("request", row.GetProperty(inner && row.Has("req_internal") ? "req_internal" : "req"), routine.Request, otherNames))
            yield return difference;
        if (routine.Reply is not { } reply)
            yield break;
        foreach (var difference in Layout("reply", row.GetProperty(inner && row.Has("rep_internal") ? "rep_internal" : "rep"), reply, otherNames))
            yield return difference;
    }

    private IEnumerable<string> Layout(string message, JsonElement row, MigLayout layout, bool otherNames)
    {
        var (size, minimum) = (row.Number("size"), row.Has("min") ? row.Number("min") : row.Number("size"));
        if ((size, minimum) != (layout.Size, layout.Minimum))
            yield return $"{message} has {layout.Minimum} to {layout.Size} bytes, in the table {minimum} to {size}";
        var fields = row.GetProperty("f").EnumerateArray().Select(field => (Name: field[0].GetString()!, Offset: field[2].GetInt32(), Size: field[3].GetInt32())).ToList();
        if (fields.Count != layout.Fields.Count)
        {
            yield return $"{message} has {layout.Fields.Count} fields, in the table {fields.Count}";
            yield break;
        }

        var variable = row.Has("var_fields") ? row.GetProperty("var_fields").EnumerateArray().Select(field => field.GetString()!).ToHashSet() : [];
        for (var index = 0; index < fields.Count; index++)
        {
            var (expected, ours) = (fields[index], layout.Fields[index]);
            Fields++;
            if ((expected.Offset, expected.Size, variable.Contains(expected.Name)) != (ours.Offset, ours.Size, ours.Variable) || (expected.Name != ours.Name && !otherNames))
                yield return $"{message} field {index} is {ours.Name} at {ours.Offset} with {ours.Size} bytes, in the table {expected.Name} at {expected.Offset} with {expected.Size}";
        }
    }
}
