using System.Text.Json;

namespace Mach.Generators.Tests;

/// <summary>The declared subsystems against reference/mig.json and functions.json.</summary>
public class Subsystems_and_the_facts
{
    public static TheoryData<string> Names => [.. Declared.All.Select(declared => declared.Name)];

    [Fact]
    public void Every_subsystem_that_a_kernel_dispatches_is_declared()
    {
        var dispatched = Facts.Subsystems.Where(name => Facts.Subsystem(name).Number("kernel_dispatch") == 1);
        Assert.Empty(dispatched.Except(Declared.All.Select(declared => declared.Name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_subsystem_has_its_numbers_and_all_its_routines(string subsystem)
    {
        var declared = Declared.Of(subsystem);
        Assert.Equal(Facts.Routines(subsystem).Keys.Order(), declared.Routines.Select(r => r.Id));
        Assert.Equal(declared.First, declared.Fact.Number("base"));
        Assert.Equal(declared.End, declared.Fact.Number("end"));
        Assert.Equal(Pascal(subsystem), declared.Interface.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Rule("R-KOBJ-8")]
    public void A_routine_has_its_name_and_number(string subsystem)
    {
        var declared = Declared.Of(subsystem);
        foreach (var routine in declared.Routines)
        {
            var fact = Facts.Routines(subsystem)[routine.Id];
            // Of two routines with one name, the earlier ends in the width of its references.
            Assert.Contains(routine.Name, (string[])[fact.Text("name"), fact.Text("name") + "_32"]);
            Assert.Equal(routine.Name, declared.NameOf(routine.Id));
            Assert.Equal(fact.Text("kind") == "routine", routine.Reply is not null);
            Assert.Equal(fact.Number("reply"), routine.Reply is null ? 0 : routine.Id + 100);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_routine_is_gone_where_no_kernel_has_it_any_more(string subsystem)
    {
        var declared = Declared.Of(subsystem);
        var isServed = declared.Kernel && declared.Fact.Number("kernel_dispatch") == 1;
        foreach (var routine in declared.Routines.Where(_ => isServed))
            Assert.Equal((routine.Name, Facts.Routines(subsystem)[routine.Id].Text("kserver").Length == 0), (routine.Name, declared.IsGone(routine.Name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Messages_lie_as_the_table_says(string subsystem)
    {
        foreach (var routine in Declared.Of(subsystem).Routines)
        {
            // Some rows are of the kernel's view alone, which has no layouts.
            var fact = Facts.Routines(subsystem)[routine.Id];
            if (!fact.TryGetProperty("req", out _))
                continue;
            // The table has mach_vm's names for the messages of the functions vm_*, which have names of their own.
            if (subsystem == "vm_map_lp64_local")
            {
                Assert.Equal(Places(fact.Wire("req")), routine.Request.Fields.Select(f => (f.Offset, f.Size)));
                Assert.Equal(Places(fact.Wire("rep")), routine.Reply!.Fields.Select(f => (f.Offset, f.Size)));
                continue;
            }
            Same(routine.Name, fact.Wire("req"), routine.Request);
            if (routine.Reply is { } reply)
                Same(routine.Name, fact.Wire("rep"), reply);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_has_Cs_prototype(string subsystem)
    {
        foreach (var routine in Declared.Of(subsystem).Routines)
        {
            var fact = Facts.Routines(subsystem)[routine.Id];
            var symbol = fact.Text("wire_view") == "internal" ? fact.Text("internal_user") : fact.Text("user");
            Assert.Equal(symbol, routine.Symbol);
            var function = Facts.Functions.GetProperty("functions").EnumerateArray().FirstOrDefault(f => f.Text("n") == symbol && f.Number("id") == routine.Id);
            // Rows of the kernel's view alone share the prototype of a later routine of the same name.
            if (function.ValueKind == JsonValueKind.Undefined || !fact.TryGetProperty("req", out _))
                continue;
            var arguments = function.GetProperty("args").EnumerateArray().Select(a => new CatalogueArgument(a[1].GetString()!, a[0].GetString()!));
            Assert.Equal(arguments, routine.Arguments);
            Assert.StartsWith($"{function.Text("ret")} {symbol}(", routine.Prototype, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_catalogue_has_a_row_for_each_routine_of_the_kernel()
    {
        var row = MachPortRoutines.Rows.Single(r => r.Number == 3204);
        Assert.Equal(TrapFamily.Mig, row.Family);
        Assert.Equal("kern_return_t mach_port_allocate(ipc_space_t task, mach_port_right_t right, mach_port_name_t *name)", row.Prototype);
        Assert.Null(row.Arm64);
        Assert.Null(row.X64);
        var routines = Declared.All.Where(declared => declared.Kernel).SelectMany(declared => declared.Routines.Select(r => r.Id)).Distinct();
        Assert.Equal(routines.Order(), Catalogue.Rows.Where(r => r.Family == TrapFamily.Mig).Select(r => r.Number).Order());
    }

    private static string Pascal(string subsystem) => subsystem switch
    {
        "vm_map_lp64_local" => "IVmMapLp64",
        "task" => "IMachTask",
        _ => "I" + string.Concat(subsystem.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
    };

    private static IEnumerable<(int Offset, int Size)> Places(JsonElement fact) =>
        fact.GetProperty("f").EnumerateArray().Select(f => (f[2].GetInt32(), f[3].GetInt32()));

    private static void Same(string routine, JsonElement fact, MigLayout layout)
    {
        var size = fact.GetProperty("size").GetInt32();
        Assert.Equal((routine, size), (routine, layout.Size));
        Assert.Equal((routine, fact.Number("min", size)), (routine, layout.Minimum));
        var expected = fact.GetProperty("f").EnumerateArray()
            .Select(f => (f[0].GetString()!, Type(f[1].GetString()!), f[2].GetInt32(), f[3].GetInt32())).ToList();
        Assert.Equal(expected, layout.Fields.Select(f => (f.Name, Type(f.Type), f.Offset, f.Size)));
        Assert.Equal(expected.Sum(f => Descriptors(f.Item2, f.Item4)), layout.Descriptors);
        var variable = fact.TryGetProperty("var_fields", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        Assert.Equal(variable, layout.Fields.Where(f => f.Variable).Select(f => f.Name));
    }

    private static int Descriptors(string type, int size) => type switch
    {
        "mach_msg_port_descriptor_t" => size / 12,
        "mach_msg_ool_descriptor_t" or "mach_msg_ool_ports_descriptor_t" => 1,
        _ => 0,
    };

    /// <summary>An array is told by its size: C's header spells its elements, an interface the whole.</summary>
    private static string Type(string type) => type.IndexOf('[', StringComparison.Ordinal) is > 0 and var at
        ? type.EndsWith("_descriptor_t" + type[at..], StringComparison.Ordinal) ? type[..at] : "array"
        : type;
}
