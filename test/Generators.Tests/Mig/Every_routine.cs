using System.Buffers.Binary;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>Every routine from the generated client to the generated server and back, and its bytes against the fact tables.</summary>
public class Every_routine
{
    public static TheoryData<string, string> Routines =>
    [
        .. MachPortRoutines.All.Select(r => ("mach_port", r.Name)),
        .. MachTaskRoutines.All.Select(r => ("task", r.Name)),
    ];

    [Theory]
    [MemberData(nameof(Routines))]
    [Rule("R-KOBJ-2", "R-KOBJ-3")]
    public void Goes_there_and_back(string subsystem, string name)
    {
        var program = Program.Of(subsystem);
        using var gate = program.Gate.EnterScope();
        program.Clear();
        var kernel = new OneServerKernel(program.Server());
        program.Run(name, kernel.Thread());

        Assert.Empty(program.Wrong);
        var fact = Facts.Routines(subsystem).Values.Single(r => r.Text("name") == name);
        var subject = fact.GetProperty("args")[0];
        Assert.Equal($"{name} {Kind(name, subject.Text("c"))} {Pattern.Of<uint>($"{name}.{subject.Text("n")}")}", Assert.Single(program.Served));
        Assert.Equal(3uL | (1uL << 33), kernel.Options);
        Assert.All(kernel.LeftOver, d => Assert.Equal(default, d));
        Request(kernel.Request, name, fact);
        Reply(kernel.Reply, name, fact);
    }

    private static string Kind(string routine, string c) => c switch
    {
        // The table gives it a space to read, but the kernel refuses a wrong object as it does where a task is due.
        _ when routine == "mach_port_get_service_port_info" => "TaskRead",
        "ipc_space_t" => "Space",
        "ipc_space_read_t" => "SpaceRead",
        "ipc_space_inspect_t" => "SpaceInspect",
        "task_t" => "Task",
        "task_name_t" => "TaskName",
        _ => "TaskInspect",
    };

    private static void Request(byte[] bytes, string name, JsonElement fact)
    {
        var subject = fact.GetProperty("args")[0].Text("n");
        var complex = fact.Wire("req").GetProperty("f").EnumerateArray().Any(f => f[0].GetString() == "msgh_body");
        Assert.Equal(0x1513u | (complex ? 0x80000000 : 0), Word(bytes, 0));
        Assert.Equal(Pattern.Of<uint>($"{name}.{subject}"), Word(bytes, 8));
        Assert.Equal(ScriptedThread.Reply, Word(bytes, 12));
        Assert.Equal(0u, Word(bytes, 16));
        Assert.Equal((uint)fact.Number("id"), Word(bytes, 20));
        Fields(bytes, name, fact, "req", "");
    }

    private static void Reply(byte[] bytes, string name, JsonElement fact)
    {
        Assert.Equal((uint)fact.Number("reply"), Word(bytes, 20));
        Assert.Equal(0u, Word(bytes, 8));
        Fields(bytes, name, fact, "rep", "<");
    }

    /// <summary>Each field at the offset that the fact table gives, moved down by what variable parts before it leave unused.</summary>
    private static void Fields(byte[] bytes, string name, JsonElement fact, string message, string way)
    {
        var layout = fact.Wire(message);
        var variable = layout.TryGetProperty("var_fields", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
        var shift = 0;
        var end = 0;
        foreach (var field in layout.GetProperty("f").EnumerateArray())
        {
            var (label, type, offset, size) = (field[0].GetString()!, field[1].GetString()!, field[2].GetInt32() - shift, field[3].GetInt32());
            var key = $"{name}.{label}{way}";
            var argument = fact.WireArguments().FirstOrDefault(a => a.Text("n") == label);
            var actual = bytes.AsSpan(offset, variable.Contains(label) ? Used(argument, key).Length : size);
            if (label == "NDR")
                Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0], actual.ToArray());
            else if (label == "RetCode")
                Assert.Equal(0u, Word(bytes, offset));
            else if (label == "msgh_body")
                Assert.Equal((uint)layout.GetProperty("f").EnumerateArray().Count(f => f[1].GetString()!.EndsWith("_descriptor_t", StringComparison.Ordinal)), Word(bytes, offset));
            else if (type == "mach_msg_port_descriptor_t")
                Port(actual, key, argument, way);
            else if (type == "mach_msg_ool_descriptor_t")
                Region(actual, way.Length != 0 ? Pattern.Length * Unit(fact, argument) : 24, 1, 0);
            else if (type == "mach_msg_ool_ports_descriptor_t")
                Region(actual, Pattern.Length, 2, 17);
            else if (label.EndsWith("Cnt", StringComparison.Ordinal))
                Assert.Equal(Count(fact, label, name, way), Word(bytes, offset));
            else if (label.EndsWith("Offset", StringComparison.Ordinal))
                Assert.Equal(0u, Word(bytes, offset));
            else if (label != "Head")
                Assert.Equal(variable.Contains(label) ? Used(argument, key) : Pattern.Bytes(key, size), actual.ToArray());
            if (variable.Contains(label))
                shift += size - ((actual.Length + 3) & ~3);
            end = offset + ((actual.Length + 3) & ~3);
            Assert.True(actual.Length % 4 == 0 || !bytes.AsSpan(offset + actual.Length, end - offset - actual.Length).ContainsAnyExcept((byte)0), "padding");
        }
        Assert.Equal(end, bytes.Length);
        Assert.Equal((uint)end, Word(bytes, 4));
    }

    private static void Port(ReadOnlySpan<byte> actual, string key, JsonElement argument, string way)
    {
        Assert.Equal(Pattern.Of<uint>(key), Word(actual, 0));
        Assert.Equal(0u, Word(actual, 4));
        Assert.Equal(0, actual[8] | actual[9]);
        var sent = argument.Number("disp");
        var expected = (sent, way) switch
        {
            (-1, "") => argument.Number("rdisp") == 18 ? 21 : 20,
            (-1, _) => 17,
            (_, "") => sent,
            _ => argument.Number("rdisp", sent),
        };
        Assert.Equal(expected, actual[10]);
        Assert.Equal(0, actual[11]);
    }

    private static void Region(ReadOnlySpan<byte> actual, int size, byte type, byte disposition)
    {
        Assert.Equal(0, actual[8]);
        Assert.Equal(1, actual[9]);
        Assert.Equal(disposition, actual[10]);
        Assert.Equal(type, actual[11]);
        Assert.Equal((uint)size, Word(actual, 12));
    }

    /// <summary>The size of an element of a region: what a word of its count is worth, times the words of an element.</summary>
    private static int Unit(JsonElement fact, JsonElement argument) =>
        argument.Number("ebytes") * fact.WireArguments().First(a => a.Text("of") == argument.Text("n")).Number("mult", 1);

    private static uint Count(JsonElement fact, string label, string name, string way)
    {
        var count = fact.WireArguments().FirstOrDefault(a => a.Text("n") == label);
        if (count.ValueKind == JsonValueKind.Undefined)
            return (uint)Pattern.String($"{name}.{label[..^3]}{way}").Length + 1;
        var room = way.Length == 0 && count.Text("pd") == "out" ? 16u : Pattern.Length;
        return room * (uint)count.Number("mult", 1);
    }

    private static byte[] Used(JsonElement argument, string key) => argument.Text("p") == "cstring"
        ? [.. Pattern.String(key), 0]
        : Pattern.Bytes(key, Pattern.Length * argument.Number("ebytes"));

    private static uint Word(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
