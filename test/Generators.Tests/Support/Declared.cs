using System.Reflection;
using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>A subsystem that Mach.Abi declares, what the generator made of it, and its row in the fact tables.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Interface">The declaration.</param>
internal sealed record Declared(string Name, Type Interface)
{
    /// <summary>A 64-bit library sends the functions vm_* by the numbers of another subsystem; the tables keep them apart.</summary>
    private const string Lp64 = "vm_map_lp64_local";

    private static readonly Dictionary<string, Declared> _all = typeof(MachConstants).Assembly.GetExportedTypes()
        .Where(type => type.IsDefined(typeof(MigSubsystemAttribute)))
        .Select(type => new Declared(NameOf(type), type))
        .ToDictionary(declared => declared.Name, StringComparer.Ordinal);

    /// <summary>Every subsystem, by the tables' order.</summary>
    public static IEnumerable<Declared> All => Facts.Subsystems.Where(_all.ContainsKey).Select(Of);

    public static Declared Of(string name) => _all[name];

    public JsonElement Fact => Facts.Subsystem(Name);

    /// <summary>The kernel serves it.</summary>
    public bool Kernel => Interface.GetCustomAttribute<MigSubsystemAttribute>()!.Kernel;

    public IReadOnlyList<MigRoutine> Routines => (IReadOnlyList<MigRoutine>)Made("Routines").GetProperty("All")!.GetValue(null)!;

    public int First => (int)Made("Routines").GetField("First")!.GetRawConstantValue()!;

    public int End => (int)Made("Routines").GetField("End")!.GetRawConstantValue()!;

    public Type Client => Made("Client");

    public Type Server => Made("Server`3");

    public MigRoutine Routine(int id) => Routines.Single(routine => routine.Id == id);

    public string? NameOf(int id) => (string?)Made("Routines").GetMethod("NameOf")!.Invoke(null, [id]);

    /// <summary>The declaration of a routine.</summary>
    public MethodInfo Method(string routine) => Interface.GetMethod(routine)!;

    /// <summary>No server has the routine any more.</summary>
    public bool IsGone(string routine) => Method(routine).GetCustomAttribute<RoutineAttribute>()?.Gone == true;

    private Type Made(string output) => Interface.Assembly.GetType($"{Interface.Namespace}.{Interface.Name[1..]}{output}", throwOnError: true)!;

    private static string NameOf(Type type)
    {
        var attribute = type.GetCustomAttribute<MigSubsystemAttribute>()!;
        return attribute is { Name: "vm_map", FirstNumber: 4800 } ? Lp64 : attribute.Name;
    }
}
