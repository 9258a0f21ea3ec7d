namespace Mach.Generators;

/// <summary>Emits the base of a kernel's handlers: each trap refuses by name until it is overridden.</summary>
internal static class TrapHandlersEmitter
{
    public static string Emit(TrapTableModel table)
    {
        var w = SourceWriter.File(table.Shape.Namespace);
        w.Summary($"The kernel's side of {table.Shape.Name}. A trap that is not overridden answers that it is not served.");
        w.Line("/// <typeparam name=\"TThread\">How the kernel knows the thread that made the trap.</typeparam>");
        w.Open($"{table.Shape.Accessibility}abstract class {table.Stem}Handlers<TThread>");
        w.Summary("A number that the table lacks. The base answers KERN_NOT_SUPPORTED; a CPU would raise EXC_SYSCALL.");
        w.Line("/// <param name=\"thread\">The thread that made the trap.</param>");
        w.Line("/// <param name=\"frame\">Its registers; the result goes there.</param>");
        w.Open("public virtual global::Mach.Abi.TrapStatus BadTrap(TThread thread, ref global::Mach.Abi.TrapFrame frame)");
        w.Line("frame.Return(global::Mach.Abi.kern_return_t.KERN_NOT_SUPPORTED);");
        w.Line("return global::Mach.Abi.TrapStatus.Done;").Close();
        foreach (var trap in table.Traps)
        {
            w.Line();
            Method(w, trap);
        }
        return w.Close().ToString();
    }

    private static void Method(SourceWriter w, TrapModel trap)
    {
        var arguments = string.Concat(trap.Passed.Select(a => $", {a.Type.CSharp} {a.Identifier}"));
        w.Summary($"Trap -{trap.Number}: {trap.Prototype}");
        if (trap.Blocks)
        {
            w.Line("/// <returns>Done with the result in the frame, or Blocked.</returns>");
            w.Open($"public virtual global::Mach.Abi.TrapStatus {Identifiers.Escape(trap.Name)}(TThread thread, ref global::Mach.Abi.TrapFrame frame{arguments})");
            w.Line($"frame.Return({Refusal(trap, asInteger: trap.Returns.CSharp != KernReturn)});");
            w.Line("return global::Mach.Abi.TrapStatus.Done;").Close();
            return;
        }
        w.Line($"public virtual {trap.Returns.CSharp} {Identifiers.Escape(trap.Name)}(TThread thread{arguments}) =>");
        w.In().Line(Refusal(trap, trap.Returns.CSharp != KernReturn) + ";").Out();
    }

    internal const string KernReturn = "global::Mach.Abi.kern_return_t";

    /// <summary>What an unserved trap answers: names and booleans 0, a trap with a message form the word that sends the caller there.</summary>
    internal static string Refusal(TrapModel trap, bool asInteger)
    {
        var cast = asInteger ? $"({trap.Returns.CSharp})" : $"({KernReturn})";
        return trap.Result switch
        {
            ResultKind.PortName or ResultKind.Boolean => asInteger ? "0" : cast + "0",
            ResultKind.Errno => cast + "45",
            ResultKind.IOReturn => $"unchecked({cast}(int)0xe00002c7)",
            _ => (asInteger ? cast : "") + (trap.Fallback is null ? KernReturn + ".KERN_NOT_SUPPORTED" : KernReturn + ".MACH_SEND_INVALID_DEST"),
        };
    }
}
