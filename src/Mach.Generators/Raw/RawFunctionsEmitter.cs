namespace Mach.Generators;

/// <summary>Emits functions with C's names and pointers over the generated clients.</summary>
internal static class RawFunctionsEmitter
{
    private const string Kern = "global::Mach.Abi.kern_return_t";

    public static string Emit(RawFunctionsModel model)
    {
        var w = SourceWriter.File(model.Shape.Namespace);
        w.Open($"static unsafe partial class {model.Shape.Name}");
        var first = true;
        foreach (var routine in model.Routines)
        {
            Separate(w, ref first);
            Routine(w, routine);
        }
        foreach (var trap in model.Traps)
        {
            Separate(w, ref first);
            Trap(w, trap);
        }
        return w.Close().ToString();
    }

    private static void Separate(SourceWriter w, ref bool first)
    {
        if (!first)
            w.Line();
        first = false;
    }

    private static void Documentation(SourceWriter w, string owner, string method, string remarks) =>
        w.Line($"/// <inheritdoc cref=\"{owner}.{method}\"/>").Line($"/// <remarks>{SourceWriter.Xml(remarks)}</remarks>");

    private static void Trap(SourceWriter w, RawTrap raw)
    {
        var trap = raw.Trap;
        Documentation(w, raw.Owner, trap.Name, $"Trap -{trap.Number}: {trap.Prototype}");
        if (trap.Ownership.Length != 0)
            w.Line(trap.Ownership.Trim().Replace("[", "[return: "));
        w.Line($"public static {trap.Returns.CSharp} {Identifiers.Escape(trap.Symbol)}({string.Join(", ", trap.Arguments.Select(a => $"{a.Ownership}{(a.Type.C == "void *" ? "void*" : a.Type.Pointer)} {a.Identifier}"))}) =>");
        w.In().Line($"new {raw.Client}(Current).{Identifiers.Escape(trap.Name)}({string.Join(", ", trap.Arguments.Select(a => Address(a, a.Identifier)))});").Out();
    }

    private static string Address(TrapArgument argument, string name) =>
        argument.Type.Kind == ValueKind.Address ? $"new {argument.Type.CSharp}((ulong){name})" : name;

    private static void Routine(SourceWriter w, RawRoutine raw)
    {
        var routine = raw.Routine;
        var pointers = routine.Arguments.SelectMany(a => a.Pointers()).ToList();
        Documentation(w, raw.Owner, routine.Name, (raw.First is null ? "" : $"Trap -{raw.First.Trap.Number} first. ") + $"Message {raw.Id}: {routine.Prototype}");
        w.Open($"public static {Kern} {Identifiers.Escape(routine.Symbol)}({string.Join(", ", pointers.Select(p => $"{p.Ownership}{p.Type} {p.Name}"))})");
        w.Line("global::Mach.Abi.CallingThread __thread = Current;");
        if (raw.IsSystems)
            RawLibraryEmitter.Call(w, routine.Symbol, pointers);
        w.Line($"{Kern} __code;");
        if (raw.First is { } first)
        {
            var arguments = first.Trap.Passed.Zip(pointers, (a, p) => Address(a, p.Name));
            w.Line($"__code = new {first.Client}(__thread).{Identifiers.Escape(first.Trap.Name)}({string.Join(", ", arguments)});");
            w.Line($"if (__code != {Kern}.MACH_SEND_INVALID_DEST)").In().Line("return __code;").Out();
        }
        Send(w, raw);
        w.Close();
    }

    private static void Send(SourceWriter w, RawRoutine raw)
    {
        var arguments = new List<string>();
        var results = new List<string>();
        var counts = new List<string>();
        foreach (var a in raw.Routine.Arguments)
            Argument(w, a, arguments, results, counts);
        w.Line($"__code = new {raw.Client}(__thread).{raw.Routine.Identifier}({string.Join(", ", arguments)});");
        if (counts.Count != 0)
        {
            w.Open($"if (__code is {Kern}.KERN_SUCCESS or {Kern}.MIG_ARRAY_TOO_LARGE)");
            foreach (var count in counts)
                w.Line(count);
            w.Close();
        }
        if (results.Count != 0)
        {
            w.Open($"if (__code == {Kern}.KERN_SUCCESS)");
            foreach (var result in results)
                w.Line(result);
            w.Close();
        }
        w.Line("return __code;");
    }

    private static void Argument(SourceWriter w, MigArgument a, List<string> arguments, List<string> results, List<string> counts)
    {
        var name = a.Identifier;
        var local = "__a_" + a.Name;
        var array = a.Value.CSharp;
        switch (a.Passing)
        {
            case Passing.AuditToken:
                return;
            case Passing.PortArray:
                arguments.Add($"new global::System.Span<uint>({name}, {a.Elements})");
                return;
            case Passing.Counted when a.IsOut:
                var room = a.CountInOut ? $"(int)global::System.Math.Min(*{a.Count}, {a.Maximum}u)" : $"{a.Maximum}";
                arguments.Add($"new global::System.Span<{array}>({name}, {room})");
                if (!a.IsCounted)
                    return;
                arguments.Add($"out uint __a_{a.Count}");
                counts.Add($"*{a.Count} = __a_{a.Count};");
                return;
            case Passing.Counted:
                w.Line($"if ({a.Count} > {a.Maximum})").In().Line($"return {Kern}.MIG_ARRAY_TOO_LARGE;").Out();
                arguments.Add($"new global::System.ReadOnlySpan<{array}>({name}, (int){a.Count})");
                return;
            case Passing.CString when a.IsOut:
                arguments.Add($"new global::System.Span<byte>({name}, {a.Maximum})");
                return;
            case Passing.CString:
                // As C's stub does, a longer string is cut.
                w.Line($"global::System.ReadOnlySpan<byte> {local} = global::System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpanFromNullTerminated({name});");
                arguments.Add($"{local}.Slice(0, global::System.Math.Min({local}.Length, {a.Maximum - 1}))");
                return;
            case Passing.OutOfLine or Passing.OutOfLinePorts:
                OutOfLine(w, a, arguments, results, local);
                break;
            default:
                Value(w, a, arguments, results, local);
                break;
        }
        if (a.IsChosen)
            Beside(w, a, a.Poly, arguments, results);
        if (a.IsCounted)
            Beside(w, a, a.Count, arguments, results);
    }

    /// <summary>An address out of line: C's pointer, or C's integer.</summary>
    private static void OutOfLine(SourceWriter w, MigArgument a, List<string> arguments, List<string> results, string local)
    {
        var given = a.IsOut ? "*" + a.Identifier : a.Identifier;
        var address = a.IsInteger ? given : $"new {a.Address}((ulong){given})";
        switch (a.Direction)
        {
            case Direction.In:
                arguments.Add(address);
                return;
            case Direction.InOut:
                w.Line($"{a.Address} {local} = {address};");
                arguments.Add("ref " + local);
                break;
            default:
                arguments.Add($"out {a.Address} {local}");
                break;
        }
        results.Add($"*{a.Identifier} = {(a.IsInteger ? local : $"({a.Value.CSharp}*){local}.Address")};");
    }

    /// <summary>The count or the disposition of an argument.</summary>
    private static void Beside(SourceWriter w, MigArgument a, string other, List<string> arguments, List<string> results)
    {
        if (a.Direction == Direction.InOut)
            w.Line($"uint __a_{other} = *{other};");
        arguments.Add(a.Direction switch { Direction.Out => $"out uint __a_{other}", Direction.InOut => $"ref __a_{other}", _ => other });
        if (a.IsOut)
            results.Add($"*{other} = __a_{other};");
    }

    private static void Value(SourceWriter w, MigArgument a, List<string> arguments, List<string> results, string local)
    {
        var name = a.Identifier;
        var address = a.Value.Kind == ValueKind.Address;
        switch (a.Direction)
        {
            case Direction.In when a.Value.IsArray:
                arguments.Add("*" + name);
                return;
            case Direction.In:
                arguments.Add(address ? $"new {a.Value.CSharp}((ulong){name})" : name);
                return;
            case Direction.InOut:
                w.Line($"{a.Value.CSharp} {local} = {(address ? $"new {a.Value.CSharp}((ulong)*{name})" : $"*{name}")};");
                arguments.Add("ref " + local);
                break;
            default:
                arguments.Add($"out {a.Value.CSharp} {local}");
                break;
        }
        results.Add($"*{name} = {(address ? $"({a.Value.Pointer}){local}.Address" : local)};");
    }
}
