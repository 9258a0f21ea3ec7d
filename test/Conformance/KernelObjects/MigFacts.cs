using System.Text.Json;

namespace Mach.Conformance.KernelObjects;

/// <summary>A routine as the fact tables have it: the shape of its request and of its reply.</summary>
/// <param name="Id">The number of the request.</param>
/// <param name="Name">Its name.</param>
/// <param name="Served">False when no kernel answers it any more.</param>
/// <param name="Size">The size of the request with its variable part full.</param>
/// <param name="Minimum">The size with that part empty.</param>
/// <param name="Descriptors">The dispositions of its port descriptors as received; -1 takes any, 0 is memory.</param>
/// <param name="ReplySize">The size of the reply on success, its variable part full.</param>
internal sealed record MigFacts(int Id, string Name, bool Served, int Size, int Minimum, int[] Descriptors, int ReplySize)
{
    internal static IReadOnlyList<MigFacts> Of(string subsystem) => Routines(subsystem, Read);

    /// <summary>The numbers of a subsystem's routines, of those without a shape too.</summary>
    internal static IReadOnlyList<int> NumbersOf(string subsystem) => Routines(subsystem, static routine => routine.GetProperty("id").GetInt32());

    /// <summary>The numbers that XNU's kernel once had a routine for, in the subsystems that it dispatches.</summary>
    internal static IReadOnlyList<int> Gone() =>
        [.. Routines(IsDispatched, static routine => routine.TryGetProperty("kserver", out _) ? 0 : routine.GetProperty("id").GetInt32()).Where(static id => id != 0)];

    private static List<T> Routines<T>(string subsystem, Func<JsonElement, T> read) =>
        Routines(entry => entry.GetProperty("subsystem").GetString() == subsystem, read);

    private static List<T> Routines<T>(Func<JsonElement, bool> wanted, Func<JsonElement, T> read)
    {
        using var text = File.OpenRead(Path.Combine(Root(), "reference", "mig.json"));
        using var document = JsonDocument.Parse(text);
        var subsystems = document.RootElement.GetProperty("subsystem_list").EnumerateArray().Where(wanted);
        return [.. subsystems.SelectMany(static entry => entry.GetProperty("routines").EnumerateArray()).Select(read)];
    }

    private static bool IsDispatched(JsonElement subsystem) =>
        subsystem.GetProperty("kernel_dispatch") is { ValueKind: JsonValueKind.Number } dispatched && dispatched.GetInt32() == 1;

    /// <summary>Nothing follows its descriptors.</summary>
    internal bool IsAllDescriptors => Minimum == 28 + Descriptors.Sum(static received => received == 0 ? 16 : 12);

    private static MigFacts Read(JsonElement routine)
    {
        // What travels is the library's internal form where that is another one.
        var inner = routine.TryGetProperty("wire_view", out var view) && view.GetString() == "internal";
        var request = Form(routine, "req", inner);
        var size = request.GetProperty("size").GetInt32();
        var arguments = routine.GetProperty(inner ? "internal_args" : "args").EnumerateArray().ToDictionary(static a => a.GetProperty("n").GetString()!);
        var descriptors = request.GetProperty("f").EnumerateArray()
            .Where(static field => field[1].GetString()!.EndsWith("_descriptor_t", StringComparison.Ordinal))
            .Select(field => Received(arguments[field[0].GetString()!]));
        return new MigFacts(
            routine.GetProperty("id").GetInt32(),
            routine.GetProperty("name").GetString()!,
            routine.TryGetProperty("kserver", out _),
            size,
            request.TryGetProperty("min", out var minimum) ? minimum.GetInt32() : size,
            [.. descriptors],
            routine.TryGetProperty("rep", out _) ? Form(routine, "rep", inner).GetProperty("size").GetInt32() : 0);
    }

    private static JsonElement Form(JsonElement routine, string message, bool inner) =>
        inner && routine.TryGetProperty(message + "_internal", out var form) ? form : routine.GetProperty(message);

    private static int Received(JsonElement argument)
    {
        if (argument.GetProperty("p").GetString() == "ool")
            return 0;
        return argument.TryGetProperty("rdisp", out var received) ? received.GetInt32() : -1;
    }

    /// <summary>A request that the routine's checks let through: null rights, empty values.</summary>
    internal Note Request(uint to, uint reply)
    {
        var note = new Note(to, MACH_MSG_TYPE_COPY_SEND, reply, MACH_MSG_TYPE_MAKE_SEND_ONCE, Id);
        foreach (var received in Descriptors)
        {
            if (received == 0)
                note.Memory(0, 0);
            else
                note.Port(MACH_PORT_NULL, received == MACH_MSG_TYPE_PORT_SEND_ONCE ? MACH_MSG_TYPE_MAKE_SEND_ONCE : MACH_MSG_TYPE_COPY_SEND);
        }
        var left = Minimum - note.Bytes.Length;
        return note.Body(new byte[left]);
    }

    public override string ToString() => $"{Id} {Name}";

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Mach.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the project's folder.");
        return folder;
    }
}
