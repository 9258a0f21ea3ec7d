using System.Text.Json;

namespace Mach.Tool.Facts;

/// <summary>The constants and layouts of Mach's headers as a compiler gave them, from the project's folder <c>reference</c>.</summary>
internal sealed class FactTables
{
    private readonly JsonElement _constants;
    private readonly JsonElement _layouts;
    private readonly JsonElement _newer;
    private readonly JsonElement _exports;
    private readonly JsonElement _mig;
    private readonly JsonElement _functions;
    private readonly JsonElement _traps;

    public FactTables(string root)
    {
        _constants = Load(root, "constants.json");
        _layouts = Load(root, "layouts.json");
        _newer = Load(root, "delta-11417.121.6.json");
        _exports = Load(root, "libsystem_exports.json");
        _mig = Load(root, "mig.json");
        _functions = Load(root, "functions.json");
        _traps = Load(root, "traps.json");
        LeftOut = new LeftOut(Path.Combine(root, "test", "Abi.Tests", "left-out.txt"));
        Names = new CTypeNames(Path.Combine(root, "src", "Mach.Abi", "build", "Mach.Abi.props"), TypeNames);
    }

    /// <summary>What is left out on purpose.</summary>
    public LeftOut LeftOut { get; }

    /// <summary>C's names of types and what stands for them.</summary>
    public CTypeNames Names { get; }

    /// <summary>Constants of the headers, those that the next release added last.</summary>
    public IEnumerable<JsonElement> Constants => Rows(_constants, "constants").Concat(Added("constants"));

    /// <summary>Constants of the kernel's own headers.</summary>
    public IEnumerable<JsonElement> KernelConstants => Rows(_constants, "kernel_constants");

    /// <summary>Constants of <c>servers/bootstrap.h</c>, which is not part of the kernel's headers.</summary>
    public IEnumerable<JsonProperty> BootstrapConstants => _constants.GetProperty("bootstrap").GetProperty("constants").EnumerateObject();

    /// <summary>Types of <c>servers/bootstrap.h</c>: name and C type.</summary>
    public IEnumerable<JsonProperty> BootstrapTypes => _constants.GetProperty("bootstrap").GetProperty("typedefs").EnumerateObject();

    /// <summary>Functions of <c>servers/bootstrap.h</c>.</summary>
    public IEnumerable<JsonElement> BootstrapFunctions => Rows(_constants.GetProperty("bootstrap"), "functions");

    /// <summary>Names that stand for no number: null pointers, token values, variables of the C library.</summary>
    public IEnumerable<JsonElement> NoNumbers => Rows(_constants, "non_integer");

    /// <summary>Macros with arguments and what they gave for sample arguments.</summary>
    public IEnumerable<JsonElement> Macros => Rows(_constants, "function_macros");

    /// <summary>Structures and unions.</summary>
    public IEnumerable<JsonElement> Records => Rows(_layouts, "records").Concat(Added("records"));

    /// <summary>Names of types.</summary>
    public IEnumerable<JsonElement> TypeNames => Rows(_layouts, "typedefs").Concat(Added("typedefs"));

    /// <summary>Functions of the headers and of the library behind them.</summary>
    public IEnumerable<JsonElement> Functions => Rows(_functions, "functions");

    /// <summary>The kernel's names of traps; not every one has a function in the headers.</summary>
    public IEnumerable<string> TrapNames => Rows(_traps, "traps").Select(trap => trap.Text("handler"));

    /// <summary>MIG subsystems with their routines.</summary>
    public IEnumerable<JsonElement> Subsystems => Rows(_mig, "subsystem_list");

    /// <summary>Names of types that only the arguments of MIG routines have: headers declare them nowhere, or not for programs.</summary>
    public IEnumerable<string> MigTypes => Rows(_mig, "subsystem_list")
        .SelectMany(subsystem => subsystem.GetProperty("routines").EnumerateArray())
        .SelectMany(routine => routine.GetProperty("args").EnumerateArray())
        .SelectMany(argument => (string[])[argument.Text("c"), argument.Text("elem")]);

    /// <summary>What the system libraries export on every processor, with the symbol's leading underscore.</summary>
    public IEnumerable<string> Exports => _exports.GetProperty("libraries").EnumerateObject().SelectMany(library => library.Value.GetProperty("both").EnumerateArray()).Select(name => name.GetString()!);

    /// <summary>True for a row that programs see without Apple's private switch.</summary>
    public static bool IsPublic(JsonElement row) => !row.TryGetProperty("private", out _);

    private static JsonElement.ArrayEnumerator Rows(JsonElement table, string key) => table.GetProperty(key).EnumerateArray();

    private JsonElement.ArrayEnumerator Added(string key) => Rows(_newer.GetProperty(key), "added");

    private static JsonElement Load(string root, string file)
    {
        using var text = File.OpenRead(Path.Combine(root, "reference", file));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
