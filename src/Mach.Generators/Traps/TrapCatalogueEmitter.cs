namespace Mach.Generators;

/// <summary>Emits the catalogue rows, and the prototypes that other assemblies read from the interface.</summary>
internal static class TrapCatalogueEmitter
{
    public static string Emit(TrapTableModel table)
    {
        var w = SourceWriter.File(table.Shape.Namespace);
        foreach (var trap in table.Traps)
            w.Line(Prototypes.Attribute(trap.Name, trap.Returns.C, trap.Arguments.Select(a => a.Declaration)));
        w.Line($"partial interface {table.Shape.Name};").Line();
        w.Summary($"The traps of {table.Shape.Name} as rows of the catalogue.");
        w.Open($"{table.Shape.Accessibility}static class {table.Stem}Catalogue");
        w.Summary("The rows, by rising slot.");
        w.Line("public static global::System.Collections.Generic.IReadOnlyList<global::Mach.Abi.CatalogueRow> Rows { get; } =");
        w.Open("new global::Mach.Abi.CatalogueRow[]");
        foreach (var trap in table.Traps)
        {
            w.Line($"new(global::Mach.Abi.TrapFamily.Mach, -{trap.Number}, {SourceWriter.Quote(trap.Name)}, {SourceWriter.Quote(trap.Symbol)}, {SourceWriter.Quote(trap.Prototype)}, global::Mach.Abi.TrapResult.{trap.Result},");
            w.In().Line(Prototypes.Arguments(trap.Arguments.Select(a => (a.Type.C, a.Name))) + $") {{ Fallback = {SourceWriter.Quote(trap.Fallback)} }},").Out();
        }
        w.Close(";");
        return w.Close().ToString();
    }
}

/// <summary>C prototypes in generated source.</summary>
internal static class Prototypes
{
    public static string Attribute(string method, string returns, IEnumerable<string> arguments) =>
        $"[global::Mach.Abi.CPrototype({SourceWriter.Quote(method)}, {SourceWriter.Quote(returns)}{string.Concat(arguments.Select(a => ", " + SourceWriter.Quote(a)))})]";

    public static string Arguments(IEnumerable<(string Type, string Name)> arguments)
    {
        var list = string.Join(", ", arguments.Select(a => $"new({SourceWriter.Quote(a.Type)}, {SourceWriter.Quote(a.Name)})"));
        return list.Length == 0
            ? "global::System.Array.Empty<global::Mach.Abi.CatalogueArgument>()"
            : $"new global::Mach.Abi.CatalogueArgument[] {{ {list} }}";
    }
}
