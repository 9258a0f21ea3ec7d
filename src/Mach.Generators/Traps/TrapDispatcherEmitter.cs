namespace Mach.Generators;

/// <summary>Emits the dispatcher: from a number and registers to a handler with typed arguments.</summary>
internal static class TrapDispatcherEmitter
{
    public static string Emit(TrapTableModel table)
    {
        var w = SourceWriter.File(table.Shape.Namespace);
        var handlers = $"{table.Stem}Handlers<TThread>";
        w.Summary($"Finds the handler of a trap of {table.Shape.Name} and gives it its arguments, read by their declared types.");
        w.Open($"{table.Shape.Accessibility}static class {table.Stem}Dispatcher");
        w.Summary("Serves the trap in the frame. With Done the result is in the frame.");
        w.Open($"public static global::Mach.Abi.TrapStatus Dispatch<TThread>({handlers} handlers, TThread thread, ref global::Mach.Abi.TrapFrame frame)");
        w.Open("switch (frame.Number)");
        foreach (var trap in table.Traps)
            Case(w, trap);
        w.Line("default:").In().Line("return handlers.BadTrap(thread, ref frame);").Out();
        w.Close().Close().Line();
        Entry(w, table, "Arm64State", "");
        w.Line();
        Entry(w, table, "X64State", ", global::Mach.Abi.IUserMemory memory");
        return w.Close().ToString();
    }

    private static void Case(SourceWriter w, TrapModel trap)
    {
        var register = 0;
        var arguments = string.Concat(trap.Passed.Select(a => $", {Registers.Narrow(a.Type, $"frame.A{register++}")}"));
        var name = Identifiers.Escape(trap.Name);
        w.Line($"case -{trap.Number}:").In();
        if (trap.Blocks)
        {
            w.Line($"return handlers.{name}(thread, ref frame{arguments});");
        }
        else
        {
            var call = $"handlers.{name}(thread{arguments})";
            w.Line($"frame.Return({(trap.Returns.Kind == ValueKind.Enumeration && trap.Returns.CSharp != "global::Mach.Abi.kern_return_t" ? $"unchecked((int){call})" : call)});");
            w.Line("return global::Mach.Abi.TrapStatus.Done;");
        }
        w.Out();
    }

    private static void Entry(SourceWriter w, TrapTableModel table, string state, string memory)
    {
        var architecture = state == "Arm64State" ? "arm64" : "x86_64";
        w.Summary($"Reads the trap that an {architecture} thread makes from its registers. With Trap the frame is ready for Dispatch, and Leave of the state takes its result.");
        w.Open($"public static global::Mach.Abi.TrapEntry Enter(ref global::Mach.Abi.{state} state{memory}, out global::Mach.Abi.TrapFrame frame)");
        w.Line("frame = default;");
        w.Open("if (!state.TryGetMachTrap(out int number))");
        w.Line("return global::Mach.Abi.TrapEntry.OtherFamily;").Close();
        w.Line($"int count = {table.Stem}Numbers.ArgumentsOf(number);");
        w.Open("if (count < 0)");
        w.Line("return global::Mach.Abi.TrapEntry.BadTrap;").Close();
        w.Line($"return state.Enter(number, count{(memory.Length == 0 ? "" : ", memory")}, out frame);");
        w.Close();
    }
}
