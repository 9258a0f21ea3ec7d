using System.Text.Json;
using Mach.Abi;

namespace Mach.Tool.Servers;

/// <summary>Which routines there are: those of the subsystems that XNU's kernel dispatches, and those that are declared here besides.</summary>
internal static class RoutineList
{
    /// <summary>All of them in order of their numbers, without state.</summary>
    public static IReadOnlyList<Routine> Load(Repository repository)
    {
        using var file = File.OpenRead(repository.At("reference/mig.json"));
        using var document = JsonDocument.Parse(file);
        var subsystems = document.RootElement.GetProperty("subsystem_list").EnumerateArray().ToList();
        var routines = subsystems.Where(IsDispatched).SelectMany(Routines).ToDictionary(static routine => routine.Id);
        foreach (var row in Catalogue.Rows.Where(static row => row.Family == TrapFamily.Mig))
        {
            var subsystem = subsystems.FirstOrDefault(entry => row.Number >= entry.GetProperty("base").GetInt32() && row.Number < entry.GetProperty("end").GetInt32());
            if (subsystem.ValueKind == JsonValueKind.Undefined)
                routines.TryAdd(row.Number, new Routine("besides", row.Number, row.Name));
        }
        return [.. routines.Values.OrderBy(static routine => routine.Id)];
    }

    // 1, or the name of the build option that brings it in.
    private static bool IsDispatched(JsonElement subsystem) =>
        subsystem.TryGetProperty("kernel_dispatch", out var dispatch) && (dispatch.ValueKind == JsonValueKind.String || dispatch.GetInt32() != 0);

    private static IEnumerable<Routine> Routines(JsonElement subsystem) =>
        subsystem.GetProperty("routines").EnumerateArray()
            .Select(routine => new Routine(NameOf(subsystem), routine.GetProperty("id").GetInt32(), routine.GetProperty("name").GetString()!));

    private static string NameOf(JsonElement subsystem) => subsystem.GetProperty("subsystem").GetString()!;
}
