using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>The declared subsystems against reference/mig.json and functions.json.</summary>
public class Subsystems_and_the_facts
{
    public static TheoryData<string, int> Routines =>
    [
        .. MachPortRoutines.All.Select(r => ("mach_port", r.Id)),
        .. MachTaskRoutines.All.Select(r => ("task", r.Id)),
    ];

    [Fact]
    public void Mach_port_has_all_43_routines()
    {
        Assert.Equal(Facts.Routines("mach_port").Keys.Order(), MachPortRoutines.All.Select(r => r.Id));
        Assert.Equal(43, MachPortRoutines.All.Count);
        Assert.Equal(MachPortRoutines.First, Facts.Subsystem("mach_port").Number("base"));
        Assert.Equal(MachPortRoutines.End, Facts.Subsystem("mach_port").Number("end"));
    }

    [Fact]
    public void Task_takes_the_numbers_of_its_subsystem()
    {
        Assert.Equal(MachTaskRoutines.First, Facts.Subsystem("task").Number("base"));
        Assert.Equal(MachTaskRoutines.End, Facts.Subsystem("task").Number("end"));
    }

    [Theory]
    [MemberData(nameof(Routines))]
    [Rule("R-KOBJ-8")]
    public void A_routine_has_its_name_and_number(string subsystem, int id)
    {
        var routine = Routine(subsystem, id);
        Assert.Equal(Facts.Routines(subsystem)[id].Text("name"), routine.Name);
        Assert.Equal(routine.Name, subsystem == "task" ? MachTaskRoutines.NameOf(id) : MachPortRoutines.NameOf(id));
        Assert.Equal(Facts.Routines(subsystem)[id].Number("reply"), id + 100);
    }

    [Theory]
    [MemberData(nameof(Routines))]
    public void A_request_lies_as_the_table_says(string subsystem, int id) =>
        Same(Facts.Routines(subsystem)[id].Wire("req"), Routine(subsystem, id).Request);

    [Theory]
    [MemberData(nameof(Routines))]
    public void A_reply_lies_as_the_table_says(string subsystem, int id) =>
        Same(Facts.Routines(subsystem)[id].Wire("rep"), Routine(subsystem, id).Reply!);

    [Theory]
    [MemberData(nameof(Routines))]
    public void The_function_has_Cs_prototype(string subsystem, int id)
    {
        var routine = Routine(subsystem, id);
        var fact = Facts.Routines(subsystem)[id];
        var symbol = fact.Text("wire_view") == "internal" ? fact.Text("internal_user") : fact.Text("user");
        Assert.Equal(symbol, routine.Symbol);
        var function = Facts.Functions.GetProperty("functions").EnumerateArray().First(f => f.Text("n") == symbol && f.Number("id") == id);
        var arguments = function.GetProperty("args").EnumerateArray().Select(a => new CatalogueArgument(a[1].GetString()!, a[0].GetString()!));
        Assert.Equal(arguments, routine.Arguments);
        Assert.StartsWith($"{function.Text("ret")} {symbol}(", routine.Prototype, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_has_a_row_for_each_routine()
    {
        var row = MachPortRoutines.Rows.Single(r => r.Number == 3204);
        Assert.Equal(TrapFamily.Mig, row.Family);
        Assert.Equal("kern_return_t mach_port_allocate(ipc_space_t task, mach_port_right_t right, mach_port_name_t *name)", row.Prototype);
        Assert.Null(row.Arm64);
        Assert.Null(row.X64);
        Assert.Equal(MachPortRoutines.All.Count, MachPortRoutines.Rows.Count);
        Assert.Equal(MachTaskRoutines.All.Count, MachTaskRoutines.Rows.Count);
    }

    private static MigRoutine Routine(string subsystem, int id) =>
        (subsystem == "task" ? MachTaskRoutines.All : MachPortRoutines.All).Single(r => r.Id == id);

    private static void Same(JsonElement fact, MigLayout layout)
    {
        var size = fact.GetProperty("size").GetInt32();
        Assert.Equal(size, layout.Size);
        Assert.Equal(fact.Number("min", size), layout.Minimum);
        var expected = fact.GetProperty("f").EnumerateArray()
            .Select(f => (f[0].GetString()!, Type(f[1].GetString()!), f[2].GetInt32(), f[3].GetInt32())).ToList();
        Assert.Equal(expected, layout.Fields.Select(f => (f.Name, Type(f.Type), f.Offset, f.Size)));
        Assert.Equal(expected.Count(f => f.Item2.EndsWith("_descriptor_t", StringComparison.Ordinal)), layout.Descriptors);
        var variable = fact.TryGetProperty("var_fields", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        Assert.Equal(variable, layout.Fields.Where(f => f.Variable).Select(f => f.Name));
    }

    /// <summary>The element of an array is told by its size: C's header spells it integer_t[17], an interface mach_port_info_t.</summary>
    private static string Type(string type) => type.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? type[at..] : type;
}
