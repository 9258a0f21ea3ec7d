using System.Runtime.CompilerServices;
using System.Text;

namespace Mach.Generators.Tests;

/// <summary>The generator reckons the size of a structure; the runtime lays it out. They must agree.</summary>
public class Sizes_of_structures
{
    private const int RoutinesOfOneSubsystem = 100;

    [Fact]
    public void Are_those_that_the_runtime_gives_them()
    {
        var types = typeof(MachConstants).Assembly.GetExportedTypes()
            .Where(t => t is { IsValueType: true, IsEnum: false, IsByRefLike: false, ContainsGenericParameters: false } && IsUnmanaged(t))
            .ToList();
        Assert.True(types.Count > 60, $"{types.Count} structures");
        foreach (var some in types.Chunk(RoutinesOfOneSubsystem))
        {
            var text = new StringBuilder("[MigSubsystem(\"s\", 1)] public partial interface IService {\n");
            for (var i = 0; i < some.Length; i++)
                text.Append("    [Routine(").Append(i).Append(")] kern_return_t f").Append(i).Append("([Subject] mach_port_t p, out ").Append(TrapRecorder.TypeText(some[i])).Append(" a);\n");
            var routines = (IReadOnlyList<MigRoutine>)Roslyn.Load(text.Append('}').ToString()).GetType("ServiceRoutines")!.GetProperty("All")!.GetValue(null)!;
            for (var i = 0; i < some.Length; i++)
                Assert.Equal((some[i], SizeOf(some[i])), (some[i], routines[i].Reply!.Fields.Single(f => f.Name == "a").Size));
        }
    }

    private static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static bool IsUnmanaged(Type type) =>
        !(bool)typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!.MakeGenericMethod(type).Invoke(null, null)!;
}
