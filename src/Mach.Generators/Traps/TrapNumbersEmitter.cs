namespace Mach.Generators;

/// <summary>Emits the number constants and the name table.</summary>
internal static class TrapNumbersEmitter
{
    public static string Emit(TrapTableModel table)
    {
        var w = SourceWriter.File(table.Shape.Namespace);
        w.Summary($"The numbers of {table.Shape.Name}, negative as in x16 on arm64, and their names.");
        w.Open($"{table.Shape.Accessibility}static class {table.Stem}Numbers");
        foreach (var trap in table.Traps)
        {
            w.Summary(trap.Prototype);
            w.Line($"public const int {Identifiers.Escape(trap.Name)} = -{trap.Number};").Line();
        }
        w.Summary("The name that belongs to a number; null for a slot without a trap.");
        w.Open("public static string? NameOf(int number) => number switch");
        foreach (var trap in table.Traps)
            w.Line($"-{trap.Number} => {SourceWriter.Quote(trap.Name)},");
        w.Line("_ => null,").Close(";").Line();
        w.Summary("How many registers a trap reads; -1 for a slot without a trap.");
        w.Open("public static int ArgumentsOf(int number) => number switch");
        foreach (var trap in table.Traps)
            w.Line($"-{trap.Number} => {trap.Passed.Count()},");
        w.Line("_ => -1,").Close(";");
        return w.Close().ToString();
    }
}
