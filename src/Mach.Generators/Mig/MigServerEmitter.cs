namespace Mach.Generators;

/// <summary>Emits the server skeleton: an abstract method for each routine, and the body that checks, translates and replies.</summary>
internal static class MigServerEmitter
{
    private const string Kern = "global::Mach.Abi.kern_return_t";
    private const string MigWire = "global::Mach.Abi.MigWire";

    public static string Emit(MigSubsystemModel subsystem)
    {
        var w = SourceWriter.File(subsystem.Shape.Namespace);
        w.Summary($"Serves subsystem {subsystem.Name}: a request is checked, its subject translated, its arguments read, and the reply written.");
        w.Line("/// <typeparam name=\"TCaller\">Who asks, as the server's world knows it.</typeparam>");
        w.Line("/// <typeparam name=\"TRight\">How the server's world holds a right.</typeparam>");
        w.Line("/// <typeparam name=\"TSubject\">What a port stands for, once translated.</typeparam>");
        w.Open($"{subsystem.Shape.Accessibility}abstract class {subsystem.Stem}Server<TCaller, TRight, TSubject> : global::Mach.Abi.MigServer<TCaller, TRight>");
        var replies = subsystem.Routines.Where(r => r is { Simple: false, Gone: false }).Select(r => r.Reply()).ToList();
        Constant(w, "int First", subsystem.First);
        Constant(w, "int End", subsystem.First + subsystem.Count);
        Constant(w, "int LargestReply", Math.Max(Wire.ErrorReply, replies.Select(r => r.Size).DefaultIfEmpty().Max()));
        Constant(w, "int MostReplyDescriptors", replies.Select(r => r.DescriptorCount).DefaultIfEmpty().Max());
        w.Line("/// <inheritdoc/>").Line($"public override string Name => {SourceWriter.Quote(subsystem.Name)};").Line();
        w.Summary("Finds what the port of a request stands for. Any code but KERN_SUCCESS is the answer to the request.");
        w.Line("/// <param name=\"caller\">Who asks.</param>");
        w.Line("/// <param name=\"port\">The port that the message was sent to; it is only looked at.</param>");
        w.Line("/// <param name=\"kind\">What the routine wants it to stand for.</param>");
        w.Line("/// <param name=\"subject\">What it stands for.</param>");
        w.Line($"protected abstract {Kern} Translate(TCaller caller, TRight port, global::Mach.Abi.MigSubject kind, out TSubject subject);");
        foreach (var routine in subsystem.Routines.Where(r => !r.Gone))
        {
            w.Line().Summary($"Routine {subsystem.IdOf(routine)}: {routine.Prototype}");
            w.Line($"protected abstract {Kern} {routine.Identifier}({string.Join(", ", Parameters(routine).Select(p => p.Declaration))});");
        }
        w.Line();
        Dispatch(w, subsystem);
        foreach (var routine in subsystem.Routines.Where(r => !r.Gone))
        {
            w.Line();
            MigServerRoutineEmitter.Emit(w, routine);
        }
        return w.Close().ToString();
    }

    private static void Constant(SourceWriter w, string declaration, int value) =>
        w.Line("/// <inheritdoc/>").Line($"public override {declaration} => {value};").Line();

    private static void Dispatch(SourceWriter w, MigSubsystemModel subsystem)
    {
        w.Line("/// <inheritdoc/>");
        w.Open($"public override {Kern} Dispatch(TCaller caller, ref global::Mach.Abi.MigRequest<TRight> request, ref global::Mach.Abi.MigReply<TRight> reply)");
        w.Line($"{MigWire}.Prepare(ref reply, LargestReply, MostReplyDescriptors);");
        w.Open($"{Kern} __code = {MigWire}.IdOf(request.Bytes) switch");
        foreach (var routine in subsystem.Routines.Where(r => !r.Gone))
            w.Line($"{subsystem.IdOf(routine)} => __{routine.Name}(caller, ref request, ref reply),");
        w.Line($"_ => {Kern}.MIG_BAD_ID,").Close(";");
        w.Open($"if (__code != {Kern}.KERN_SUCCESS && __code != {Kern}.MIG_NO_REPLY)");
        w.Line($"{MigWire}.WriteError(request.Bytes, ref reply, __code);").Close();
        w.Line("return __code;").Close();
    }

    /// <summary>The parameters of a routine's abstract method: how each is declared, and how the skeleton passes it.</summary>
    public static IEnumerable<(string Declaration, string Argument)> Parameters(MigRoutineModel routine)
    {
        yield return ("TCaller caller", "caller");
        foreach (var a in routine.Arguments.Where(a => a.Passing != Passing.Sending))
        {
            var name = a.Identifier;
            yield return a.Passing switch
            {
                Passing.Subject => ($"TSubject {name}", Local(a)),
                Passing.Inline or Passing.AuditToken => By(a, a.Value.CSharp),
                Passing.Port => By(a, "TRight"),
                Passing.Counted or Passing.CString => ((a.IsOut ? "global::System.Span<" : "global::System.ReadOnlySpan<") + a.Value.CSharp + $"> {name}", Local(a)),
                Passing.PortArray => By(a, "TRight[]"),
                Passing.OutOfLine when a.IsOut => By(a, $"global::System.ReadOnlyMemory<{a.Value.CSharp}>"),
                Passing.OutOfLine when a.Elements == 1 => ($"{a.Value.CSharp} {name}", Local(a)),
                Passing.OutOfLine => ($"global::System.ReadOnlySpan<{a.Value.CSharp}> {name}", Local(a)),
                _ => By(a, "TRight[]"),
            };
            if (a.IsTold && a.IsOut)
                yield return ($"out uint {a.Poly}", $"out uint __a_{a.Poly}");
            else if (a.IsTold)
                yield return ($"uint {a.Poly}", $"__a_{a.Poly}");
            if (a is { Passing: Passing.Counted, IsCounted: true, IsOut: true })
                yield return ($"out uint {a.Count}", $"out uint __a_{a.Count}");
        }
    }

    public static string Local(MigArgument argument) => "__a_" + argument.Name;

    private static (string, string) By(MigArgument a, string type) =>
        a.Direction switch
        {
            Direction.InOut => ($"ref {type} {a.Identifier}", "ref " + Local(a)),
            Direction.Out => ($"out {type} {a.Identifier}", $"out {type} {Local(a)}"),
            _ => ($"{type} {a.Identifier}", Local(a)),
        };
}
