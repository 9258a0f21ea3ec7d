namespace Mach.Generators;

/// <summary>Emits the switch from a trap's number to the function of a system library that makes it.</summary>
internal static class TrapSwitchEmitter
{
    private const string Frame = "global::Mach.Abi.TrapFrame";
    private const string Library = "global::Mach.Abi.SystemLibrary";
    private const string NoDestination = "global::Mach.Abi.kern_return_t.MACH_SEND_INVALID_DEST";

    public static string Emit(TrapSwitchModel model)
    {
        var w = SourceWriter.File(model.Shape.Namespace);
        w.Open($"static unsafe partial class {model.Shape.Name}");
        w.Summary("The name of the function that makes a trap; null for a slot without a trap, or whose trap no function makes.");
        w.Open("internal static string? FunctionOf(int number) => number switch");
        foreach (var trap in model.Traps.Where(t => t.Symbol.Length != 0))
            w.Line($"-{trap.Number} => {SourceWriter.Quote(trap.Symbol)},");
        w.Line("_ => null,").Close(";").Line();
        w.Summary("True for a trap that may put its caller to sleep.");
        w.Line("internal static bool MaySleep(int number) =>");
        w.In().Line(Sleepers(model)).Out().Line();
        w.Summary("Makes the trap in the frame by calling the library's function for it. Where there is none the answer sends the caller to the message that does the same.");
        w.Line("/// <returns>False for a slot without a trap; the frame is then as it was.</returns>");
        w.Line("/// <exception cref=\"global::System.EntryPointNotFoundException\">There is neither a function nor a message.</exception>");
        w.Open($"internal static bool TryCall({Library} library, ref {Frame} frame)");
        if (model.Traps.Any(t => t.Symbol.Length != 0))
            w.Line("nint function;");
        w.Open("switch (frame.Number)");
        foreach (var trap in model.Traps)
            Case(w, trap);
        w.Line("default:").In().Line("return false;").Out();
        w.Close();
        if (model.Traps.Any(IsOptional))
            w.Line($"frame.Return({NoDestination});").Line("return true;");
        w.Close();
        return w.Close().ToString();
    }

    private static bool IsOptional(TrapModel trap) => trap.Symbol.Length != 0 && trap.Fallback is not null;

    private static string Sleepers(TrapSwitchModel model)
    {
        var numbers = model.Traps.Where(t => t.Blocks).Select(t => $"-{t.Number}").ToList();
        return numbers.Count == 0 ? "false;" : $"number is {string.Join(" or ", numbers)};";
    }

    private static void Case(SourceWriter w, TrapModel trap)
    {
        w.Line($"case -{trap.Number}:").In();
        if (trap.Symbol.Length == 0)
        {
            w.Line($"frame.Return({TrapHandlersEmitter.Refusal(trap, asInteger: trap.Returns.CSharp != TrapHandlersEmitter.KernReturn)});").Line("return true;").Out();
            return;
        }
        w.Line($"function = library.{(IsOptional(trap) ? "Find" : "Require")}({SourceWriter.Quote(trap.Symbol)});");
        if (IsOptional(trap))
            w.Line("if (function == 0)").In().Line("break;").Out();
        var types = string.Concat(trap.Arguments.Select(a => Plain(a.Type) + ", ")) + Plain(trap.Returns);
        var register = 0;
        var arguments = trap.Arguments.Select(a => a.Passed ? Argument(a.Type, $"frame.A{register++}") : "default");
        w.Line($"frame.Return(((delegate* unmanaged[Cdecl]<{types}>)function)({string.Join(", ", arguments)}));");
        w.Line("return true;").Out();
    }

    /// <summary>The number that stands for a type in a C call: as wide, and signed as it is.</summary>
    private static string Plain(ValueType type) => (type.Kind == ValueKind.Address ? 8 : type.Size, type.Signed) switch
    {
        (1, true) => "sbyte",
        (1, false) => "byte",
        (2, true) => "short",
        (2, false) => "ushort",
        (4, true) => "int",
        (4, false) => "uint",
        (_, true) => "long",
        _ => "ulong",
    };

    private static string Argument(ValueType type, string register) =>
        Plain(type) is var plain && plain == "ulong" ? register : $"unchecked(({plain}){register})";
}
