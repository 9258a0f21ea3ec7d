using System.Globalization;

namespace Mach.Generators.Tests;

/// <summary>The trap table against reference/traps.json.</summary>
public class The_trap_table
{
    private static readonly Dictionary<int, CatalogueRow> _rows = MachTrapCatalogue.Rows.ToDictionary(r => r.Number);

    [Fact]
    public void Has_every_live_trap_and_no_other() =>
        Assert.Equal(Facts.LiveTraps.Select(t => t.Number("n")).OrderDescending(), MachTrapCatalogue.Rows.Select(r => r.Number));

    [Fact]
    public void Has_61_traps() => Assert.Equal(Facts.Traps.GetProperty("count_valid").GetInt32(), MachTrapCatalogue.Rows.Count);

    [Fact]
    [Rule("R-CAT-4")]
    public void Calls_them_by_the_kernels_names_and_the_librarys_symbols()
    {
        Assert.All(Facts.LiveTraps, fact =>
        {
            var row = _rows[fact.Number("n")];
            Assert.Equal(fact.Text("handler"), row.Name);
            Assert.Equal(row.Name, MachTrapNumbers.NameOf(row.Number));
            Assert.Equal(fact.Text("user"), row.Symbol);
        });
    }

    [Fact]
    [Rule("R-CAT-2")]
    public void Gives_both_encodings_of_their_numbers()
    {
        Assert.All(Facts.LiveTraps, fact =>
        {
            var row = _rows[fact.Number("n")];
            Assert.Equal(fact.Number("n"), row.Arm64);
            Assert.Equal((uint)Facts.Hex(fact.Text("x86_64")), row.X64);
        });
    }

    [Fact]
    public void Passes_as_many_registers_as_the_kernel_reads() =>
        Assert.All(Facts.LiveTraps, fact => Assert.Equal(fact.Number("argc"), MachTrapNumbers.ArgumentsOf(fact.Number("n"))));

    [Fact]
    public void Declares_names_and_types_as_user_code_sees_them()
    {
        Assert.All(Facts.LiveTraps, fact =>
        {
            var user = fact.TryGetProperty("args", out var args) ? args : fact.GetProperty("k_args");
            var expected = user.EnumerateArray().Select(a => new CatalogueArgument(a[1].GetString()!, a[0].GetString()!));
            Assert.Equal(expected, _rows[fact.Number("n")].Arguments);
        });
    }

    [Fact]
    public void Returns_what_user_code_sees()
    {
        // Row -91 of the table has stray text in its result; the specification says so.
        Assert.All(Facts.LiveTraps, fact =>
        {
            var result = fact.Number("n") == -91 ? "mach_port_name_t" : fact.Text("ret") is { Length: > 0 } ret ? ret : fact.Text("k_ret");
            Assert.StartsWith(result + " ", _rows[fact.Number("n")].Prototype, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Rule("R-CAT-5")]
    public void Knows_what_each_result_means()
    {
        Assert.Equal([-31, -32, -47], With(TrapResult.MessageCode));
        Assert.Equal([-26, -27, -28, -29, -50, -91], With(TrapResult.PortName));
        Assert.Equal([-59, -60], With(TrapResult.Boolean));
        Assert.Equal([-48, -49, -51, -52, -53], With(TrapResult.Errno));
        Assert.Equal([-100], With(TrapResult.IOReturn));
        Assert.Empty(With(TrapResult.Declared));

        static IEnumerable<int> With(TrapResult result) => MachTrapCatalogue.Rows.Where(r => r.Result == result).Select(r => r.Number);
    }

    [Fact]
    [Rule("R-LIB-8")]
    public void Falls_back_where_the_library_does()
    {
        var viaTrap = Facts.Functions.GetProperty("functions").EnumerateArray()
            .Where(f => f.Text("kind") == "mig" && f.TryGetProperty("via_trap", out _))
            .SelectMany(f => f.GetProperty("via_trap").EnumerateArray().Select(n => (Number: n.GetInt32(), Name: f.Text("n"))))
            .ToHashSet();
        var fallbacks = MachTrapCatalogue.Rows.Where(r => r.Fallback is not null).Select(r => (r.Number, Name: r.Fallback!)).ToHashSet();
        Assert.Equal(21, fallbacks.Count);
        Assert.Equal(viaTrap.Order(), fallbacks.Order());
    }

    [Fact]
    public void Has_constants_for_its_numbers()
    {
        var constants = typeof(MachTrapNumbers).GetFields().Where(f => f.IsLiteral).ToDictionary(f => f.Name, f => (int)f.GetRawConstantValue()!);
        Assert.Equal(MachTrapCatalogue.Rows.ToDictionary(r => r.Name, r => r.Number), constants);
        Assert.Null(MachTrapNumbers.NameOf(-17));
        Assert.Equal(-1, MachTrapNumbers.ArgumentsOf(-17));
        Assert.Equal("-47", MachTrapNumbers.mach_msg2_trap.ToString(CultureInfo.InvariantCulture));
    }
}
