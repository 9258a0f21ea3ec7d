namespace Mach.Generators;

/// <summary>Emits the client: one method for each trap that fills the registers and waits for the result.</summary>
internal static class TrapClientEmitter
{
    public static string Emit(TrapTableModel table)
    {
        var w = SourceWriter.File(table.Shape.Namespace);
        w.Summary($"Makes the traps of {table.Shape.Name} on a thread and waits for their results.");
        w.Line("/// <param name=\"thread\">The thread that makes the traps; addresses mean its memory.</param>");
        w.Open($"{table.Shape.Accessibility}readonly struct {table.Stem}Client(global::Mach.Abi.CallingThread thread)");
        var first = true;
        foreach (var trap in table.Traps)
        {
            if (!first)
                w.Line();
            first = false;
            Method(w, trap);
        }
        return w.Close().ToString();
    }

    private static void Method(SourceWriter w, TrapModel trap)
    {
        w.Summary($"Trap -{trap.Number}: {trap.Prototype}");
        var list = string.Join(", ", trap.Arguments.Select(a => $"{a.Type.CSharp} {a.Identifier}"));
        w.Open($"public {trap.Returns.CSharp} {Identifiers.Escape(trap.Name)}({list})");
        w.Line($"var frame = new global::Mach.Abi.TrapFrame(-{trap.Number});");
        var register = 0;
        foreach (var argument in trap.Passed)
            w.Line($"frame.A{register++} = {Registers.Widen(argument.Type, argument.Identifier)};");
        w.Line("thread.Call(ref frame);");
        w.Line($"return {Registers.Narrow(trap.Returns, "frame.R0")};");
        w.Close();
    }
}

/// <summary>How values stand in 64-bit registers.</summary>
internal static class Registers
{
    /// <summary>A value as a register's contents. Types of 32 bits leave the upper half zero; the other side ignores it.</summary>
    public static string Widen(ValueType type, string value) => type.Kind switch
    {
        ValueKind.Address => value + ".Address",
        _ when type.Size == 8 => type.CSharp == "ulong" ? value : $"unchecked((ulong){value})",
        _ => $"unchecked(({Unsigned(type.Size)}){value})",
    };

    /// <summary>A register's contents read by the declared type: a 32-bit type takes the low word, whatever is above it.</summary>
    public static string Narrow(ValueType type, string register) => type.Kind switch
    {
        ValueKind.Address => $"new {type.CSharp}({register})",
        ValueKind.Enumeration => $"unchecked(({type.CSharp})({(type.Signed ? Signed(type.Size) : Unsigned(type.Size))}){register})",
        _ when type.CSharp == "ulong" => register,
        _ => $"unchecked(({type.CSharp}){register})",
    };

    private static string Unsigned(int size) => size switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };

    private static string Signed(int size) => size switch { 1 => "sbyte", 2 => "short", 4 => "int", _ => "long" };
}
