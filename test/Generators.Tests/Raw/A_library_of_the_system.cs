namespace Mach.Generators.Tests;

/// <summary>Which C functions are called in the system's own library.</summary>
public class A_library_of_the_system
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_asked_for_functions_of_the_kernel_and_not_for_a_user_s_own_of_the_same_name(bool kernel)
    {
        var source = $$"""
            [MigSubsystem("store", 9000, Kernel = {{(kernel ? "true" : "false")}})]
            public partial interface IStore { [Routine(0)] kern_return_t read([Subject] mach_port_t store, int key, out long value); }
            [RawFunctions(typeof(IStore))]
            internal static unsafe partial class Store { private static CallingThread Current => null!; }
            """;
        var emitted = Roslyn.Emitted(source)["Store.Functions.g.cs"];
        Assert.Equal(kernel, emitted.Contains("__library.Find(\"read\")", StringComparison.Ordinal));
        Assert.DoesNotContain(Roslyn.Warnings(source), warning => warning.Location.SourceTree?.FilePath != "source0.cs");
    }

    [Fact]
    public void Is_called_with_nothing_but_numbers_and_pointers()
    {
        var emitted = Roslyn.Emitted("[TrapSwitch(typeof(IMachTraps))] internal static partial class Calls;")["Calls.Switch.g.cs"];
        var types = System.Text.RegularExpressions.Regex.Matches(emitted, @"unmanaged\[Cdecl\]<(?<types>[^>]*)>").Select(match => match.Groups["types"].Value).ToArray();
        Assert.Equal(MachTrapCatalogue.Rows.Count(row => row.Symbol.Length != 0), types.Length);
        Assert.All(types.SelectMany(list => list.Split(", ")), type => Assert.Contains(type, new[] { "int", "uint", "ulong" }));
    }
}
