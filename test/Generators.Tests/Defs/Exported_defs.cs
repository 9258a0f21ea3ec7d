namespace Mach.Generators.Tests;

/// <summary>An interface written as a .defs file and compiled again has the same messages.</summary>
public class Exported_defs
{
    /// <summary>The complaint of what cannot be exported.</summary>
    public const string Unwritable = "MACHG048";

    [Fact]
    public void Give_the_same_messages_again()
    {
        var defs = Exported(File.ReadAllText(Path.Combine(Facts.Root, "test/Generators.Tests/Mig/IEverything.cs")));
        var again = DefsText.Messages(DefsText.Right(defs).Layout!);
        foreach (var routine in EverythingRoutines.All)
        {
            var (request, reply) = again[routine.Id];
            Assert.Equal(routine.Request.Fields.Select(f => (f.Name, f.Offset, f.Size)), request.Select(f => (f.Name, f.Offset, f.Size)));
            Assert.Equal((routine.Reply?.Fields ?? []).Select(f => (f.Name, f.Offset, f.Size)), reply.Select(f => (f.Name, f.Offset, f.Size)));
        }
    }

    [Fact]
    public void Of_compiled_defs_are_those_again()
    {
        var first = DefsText.Right(DefsText.Routine(
            "a : text_t; b : pairs_t; c : mach_port_make_send_once_t; d : ports_t, dealloc; out e : info_t, countinout; inout f : pair_t; out g : bytes_t, dealloc",
            "type text_t = c_string[*:32];\ntype pair_t = struct[2] of int;\ntype pairs_t = array[*:8] of pair_t;\ntype ports_t = ^array[] of mach_port_t;\n" +
            "type info_t = array[*:17] of int;\ntype bytes_t = ^array[] of char;\n"));
        var once = Exported(first.Interface!);
        var second = DefsText.Right(once);
        Assert.Equal(first.Layout, second.Layout);
        Assert.Equal(once, Exported(second.Interface!));
    }

    [Fact]
    public void Cannot_call_a_function_what_it_likes()
    {
        const string Source = "[MigSubsystem(\"s\", 1000)] public partial interface IService { [Routine(0, Symbol = \"other\")] kern_return_t f([Subject] mach_port_t p); }";
        var compilation = Roslyn.Compile(Source);
        var (defs, diagnostics) = MigTool.Export(Assert.Single(MigTool.Subsystems(compilation)), compilation);
        Assert.Null(defs);
        Assert.Equal(Unwritable, Assert.Single(diagnostics).Id);
    }

    private static string Exported(string source)
    {
        var compilation = Roslyn.Compile(source);
        var (defs, diagnostics) = MigTool.Export(Assert.Single(MigTool.Subsystems(compilation)), compilation);
        Assert.Empty(diagnostics);
        return defs!;
    }
}
