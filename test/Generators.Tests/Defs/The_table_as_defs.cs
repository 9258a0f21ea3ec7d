using System.Text;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>
/// Every subsystem of reference/mig.json, written as a .defs file that says of each argument only its direction, type and flags: the
/// messages that come from the types of our standard files are those of the table.
/// </summary>
public class The_table_as_defs
{
    private static readonly string[] _serverOnly = ["serveraudittoken", "serversectoken", "servercontexttoken"];

    public static TheoryData<string> Subsystems =>
        [.. Facts.Mig.GetProperty("subsystem_list").EnumerateArray().Where(s => Routines(s).Any()).Select(s => $"{s.Text("subsystem")} {s.Text("defs")}")];

    [Theory]
    [MemberData(nameof(Subsystems))]
    public void Gives_the_messages_of_the_table(string name)
    {
        var subsystem = Facts.Mig.GetProperty("subsystem_list").EnumerateArray().First(s => $"{s.Text("subsystem")} {s.Text("defs")}" == name);
        var messages = DefsText.Messages(DefsText.Right(Text(subsystem)).Layout!);
        foreach (var routine in Routines(subsystem))
        {
            var (request, reply) = messages[routine.Number("id")];
            Same(routine.Wire("req"), request);
            if (routine.TryGetProperty("rep", out _))
                Same(routine.Wire("rep"), reply);
            else
                Assert.Empty(reply);
        }
    }

    private static IEnumerable<JsonElement> Routines(JsonElement subsystem) =>
        subsystem.GetProperty("routines").EnumerateArray().Where(r => r.TryGetProperty("req", out _));

    private static void Same(JsonElement fact, List<Listed> fields)
    {
        var expected = fact.GetProperty("f").EnumerateArray().Select(f => (f[2].GetInt32(), f[3].GetInt32(), f[0].GetString()!));
        Assert.Equal(expected, fields.Select(f => (f.Offset, f.Size, f.Name)));
    }

    private static string Text(JsonElement subsystem)
    {
        var text = new StringBuilder($"subsystem {subsystem.Text("subsystem")} {subsystem.Number("base")};\n");
        foreach (var file in new[] { "mach/mach_types.defs", "mach/clock_types.defs", "mach_debug/mach_debug_types.defs", "device/device_types.defs", "UserNotification/UNDTypes.defs" })
            text.Append("#include <").Append(file).Append(">\n");
        text.Append(File.ReadAllText(Path.Combine(Facts.Root, "test/Generators.Tests/Defs/Local.defs")));
        var next = 0;
        foreach (var routine in Routines(subsystem).OrderBy(r => r.Number("n")))
        {
            if (routine.Number("n") > next)
                text.Append("skip ").Append(routine.Number("n") - next).Append(";\n");
            next = routine.Number("n") + 1;
            var arguments = routine.WireArguments().Where(a => a.Text("d") is not ("count" or "poly")).Select(Argument);
            text.Append(routine.Text("kind")).Append(' ').Append(routine.Text("name")).Append('(').Append(string.Join("; ", arguments)).Append(");\n");
        }
        return text.ToString();
    }

    private static string Argument(JsonElement argument)
    {
        var flags = argument.TryGetProperty("flags", out var list) ? string.Concat(list.EnumerateArray().Select(f => ", " + f.GetString())) : "";
        var direction = argument.Text("d");
        return $"{(_serverOnly.Contains(direction) ? "ServerAuditToken" : direction)} {argument.Text("n")} : {argument.Text("t")}{flags}";
    }
}
