using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Generators.Tests;

/// <summary>Nothing is made again when nothing that matters has changed.</summary>
public class Caching
{
    private const string Source = """
        [TrapTable(TrapFamily.Mach)] public partial interface ITraps { [Trap(1, Fallback = "f")] kern_return_t f_trap(mach_port_t p, int a); }
        [MigSubsystem("s", 1000)] public partial interface IService { [Routine(0)] kern_return_t f([Subject] mach_port_t p, int a); }
        [RawFunctions(typeof(ITraps), typeof(IService))] internal static unsafe partial class C { private static CallingThread Current => null!; }
        """;

    private static readonly string[] _steps = [TrapTableGenerator.ModelStep, MigInterfaceGenerator.ModelStep, RawFunctionsGenerator.ModelStep];

    [Fact]
    public void Unchanged_input_is_cached() => Assert.All(Reasons(c => c), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

    [Fact]
    public void A_change_elsewhere_leaves_the_models_as_they_are() =>
        Assert.All(Reasons(c => c.AddSyntaxTrees(Tree("public class Elsewhere;"))), Unchanged);

    [Fact]
    public void A_comment_or_a_body_in_the_same_file_leaves_the_models_as_they_are() =>
        Assert.All(Reasons(c => Replace(c, "// Words.\n\n" + Source.Replace("null!", "default!", StringComparison.Ordinal))), Unchanged);

    [Theory]
    [InlineData("[Trap(1,", "[Trap(2,")]
    [InlineData("f_trap(mach_port_t p, int a)", "f_trap(mach_port_t p, int b)")]
    [InlineData("f_trap(mach_port_t p", "f_trap(mach_port_name_t p")]
    public void A_change_of_the_table_makes_its_model_anew(string before, string after)
    {
        var reasons = Reasons(c => Replace(c, Source.Replace(before, after, StringComparison.Ordinal)));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], reasons);
    }

    [Fact]
    public void A_change_of_a_structure_that_travels_makes_the_model_anew()
    {
        const string service = "[MigSubsystem(\"s\", 1)] public partial interface IService { [Routine(0)] kern_return_t f([Subject] mach_port_t p, Pair a); }";
        var first = Roslyn.Compile(service, "public struct Pair { public int A; }");
        var second = first.ReplaceSyntaxTree(first.SyntaxTrees[^1], Tree("public struct Pair { public int A; public int B; }"));
        var driver = Roslyn.Driver().RunGenerators(first, TestContext.Current.CancellationToken).RunGenerators(second, TestContext.Current.CancellationToken);
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(driver, MigInterfaceGenerator.ModelStep));
    }

    private static void Unchanged(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}");

    private static SyntaxTree Tree(string source) => CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)Roslyn.Compile("").SyntaxTrees[0].Options);

    private static CSharpCompilation Replace(CSharpCompilation compilation, string source) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Tree(source));

    private static IEnumerable<IncrementalStepRunReason> Reasons(Func<CSharpCompilation, CSharpCompilation> change)
    {
        var first = Roslyn.Compile(Source);
        var driver = Roslyn.Driver().RunGenerators(first, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(change(first), TestContext.Current.CancellationToken);
        return [.. _steps.SelectMany(step => Reasons(driver, step))];
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results.Where(r => r.TrackedSteps.ContainsKey(step))
            .SelectMany(r => r.TrackedSteps[step]).SelectMany(s => s.Outputs).Select(o => o.Reason);
}
