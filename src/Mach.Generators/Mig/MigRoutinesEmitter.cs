namespace Mach.Generators;

/// <summary>Emits the table of routines: ids, names, layouts of their messages; and the prototypes and rows of the catalogue.</summary>
internal static class MigRoutinesEmitter
{
    public static string Emit(MigSubsystemModel subsystem)
    {
        var w = SourceWriter.File(subsystem.Shape.Namespace);
        foreach (var routine in subsystem.Routines)
        {
            var declarations = routine.Arguments.SelectMany(a => a.Declarations()).Select(d => Identifiers.Declare(d.Type, d.Name));
            w.Line(Prototypes.Attribute(routine.Name, "kern_return_t", declarations));
        }
        w.Line($"partial interface {subsystem.Shape.Name};").Line();
        w.Summary($"The routines of subsystem {subsystem.Name}: message ids, names and layouts.");
        w.Open($"{subsystem.Shape.Accessibility}static class {subsystem.Stem}Routines");
        w.Summary("The message id of routine 0.").Line($"public const int First = {subsystem.First};").Line();
        w.Summary("The message id after the last routine.").Line($"public const int End = {subsystem.First + subsystem.Count};").Line();
        foreach (var routine in subsystem.Routines)
        {
            w.Summary(routine.Prototype);
            w.Line($"public const int {routine.Identifier} = {subsystem.IdOf(routine)};").Line();
        }
        w.Summary("The name of the routine with a message id; null when there is none.");
        w.Open("public static string? NameOf(int id) => id switch");
        foreach (var routine in subsystem.Routines)
            w.Line($"{subsystem.IdOf(routine)} => {SourceWriter.Quote(routine.Name)},");
        w.Line("_ => null,").Close(";").Line();
        w.Summary("The routines by rising id, with the layouts of their messages.");
        w.Line("public static global::System.Collections.Generic.IReadOnlyList<global::Mach.Abi.MigRoutine> All { get; } =");
        w.Open("new global::Mach.Abi.MigRoutine[]");
        foreach (var routine in subsystem.Routines)
        {
            w.Line($"new({subsystem.IdOf(routine)}, {SourceWriter.Quote(routine.Name)}, {SourceWriter.Quote(routine.Symbol)}, {SourceWriter.Quote(routine.Prototype)},");
            w.In();
            w.Line(Prototypes.Arguments(routine.Arguments.SelectMany(a => a.Declarations())) + ",");
            Layout(w, routine.Request(), ",");
            if (routine.Simple)
                w.Line("null),");
            else
                Layout(w, routine.Reply(), "),");
            w.Out();
        }
        w.Close(";");
        if (subsystem.Kernel)
        {
            w.Line().Summary($"The routines of subsystem {subsystem.Name} as rows of the catalogue.");
            w.Line("public static global::System.Collections.Generic.IReadOnlyList<global::Mach.Abi.CatalogueRow> Rows { get; } =");
            w.In().Line("global::System.Array.ConvertAll((global::Mach.Abi.MigRoutine[])All, static routine => routine.ToRow());").Out();
        }
        return w.Close().ToString();
    }

    private static void Layout(SourceWriter w, MessageLayout layout, string after)
    {
        w.Line($"new({layout.Size}, {layout.Minimum}, {layout.DescriptorCount}, new global::Mach.Abi.MigField[]");
        w.Line("{").In();
        foreach (var field in layout.Fields)
        {
            var variable = field.Argument?.IsVariable == true && field.Role == FieldRole.Data;
            w.Line($"new({SourceWriter.Quote(field.Name)}, {SourceWriter.Quote(field.C)}, {field.Offset}, {field.Size}, {(variable ? "true" : "false")}),");
        }
        w.Out().Line("})" + after);
    }
}
