namespace Mach.Generators;

/// <summary>Emits the client of programs that use rights as objects: a method for each routine that is awaited.</summary>
internal static class MigAsyncClientEmitter
{
    private const string MigCalls = "global::Mach.MigCalls";
    private const string MigWire = "global::Mach.Abi.MigWire";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Waiting = "global::Mach.MachTimeout timeout, global::System.Threading.CancellationToken cancellation";

    /// <summary>A message that answers another goes to a right that it uses up: no client sends it to the port of a service.</summary>
    private static bool IsCalled(MigRoutineModel routine) => routine.Subject.Sent == 19;

    public static string Emit(MigSubsystemModel subsystem)
    {
        var w = SourceWriter.File(subsystem.Shape.Namespace);
        w.Summary($"Sends the routines of subsystem {subsystem.Name} and awaits their replies.");
        w.Line("/// <remarks>");
        w.Line("/// Rights are objects: what moves is gone when the call begins, what is copied or made stays. Rights that come back are the caller's, null where none came.");
        w.Line("/// Any answer but KERN_SUCCESS is a MachException with its code, as is a reply that is not the routine's: MIG_TYPE_ERROR; what it carried is released.");
        w.Line("/// </remarks>");
        w.Line("/// <param name=\"port\">The port of the service; it stays the caller's.</param>");
        w.Open($"{subsystem.Shape.Accessibility}readonly struct {subsystem.Stem}AsyncClient(global::Mach.SendRight port)");
        var first = true;
        foreach (var routine in subsystem.Routines.Where(IsCalled))
        {
            if (!first)
                w.Line();
            first = false;
            Method(w, subsystem, routine);
        }
        return w.Close().ToString();
    }

    private static void Method(SourceWriter w, MigSubsystemModel subsystem, MigRoutineModel routine)
    {
        var results = Results(routine).ToList();
        var type = results.Count switch
        {
            0 => ValueTask,
            1 => $"{ValueTask}<{results[0].Type}>",
            _ => $"{ValueTask}<({string.Join(", ", results.Select(r => $"{r.Type} {r.Name}"))})>",
        };
        var parameters = Parameters(routine).Select(p => $"{p.Type} {p.Name}").Append($"{Waiting} = default");
        w.Summary($"Sends {subsystem.IdOf(routine)}: {routine.Prototype}");
        w.Open($"public {type} {routine.Name}Async({string.Join(", ", parameters)})");
        foreach (var a in routine.Arguments.Where(a => a is { Passing: Passing.Counted or Passing.CString, IsIn: true }))
        {
            var most = a.SameCount is null ? $"{a.Maximum}" : $"{Identifiers.Escape(a.SameCount)}.Length";
            w.Line($"{MigCalls}.Limit({a.Identifier}.Length{(a.Passing == Passing.CString ? " + 1" : "")}, {most}, port, \"{routine.Symbol}\");");
        }
        w.Line($"global::Mach.MessageBuilder __m = {MigCalls}.Begin(port, {subsystem.IdOf(routine)});");
        w.Open("try");
        Request(w, routine.Request());
        w.Close();
        w.Open("catch").Line($"{MigCalls}.End(__m);").Line("throw;").Close();
        if (routine.Simple)
        {
            w.Line($"return {MigCalls}.SendAsync(port, __m, \"{routine.Symbol}\", timeout, cancellation);").Close();
            return;
        }
        w.Line($"return __{routine.Name}(port, __m, timeout, cancellation);").Close().Line();
        Await(w, routine, type, results.Count == 0);
        w.Line();
        Reply(w, routine, subsystem.IdOf(routine) + 100, results);
    }

    private static void Await(SourceWriter w, MigRoutineModel routine, string type, bool isVoid)
    {
        var builder = "global::System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder" + (isVoid ? "" : "<>");
        w.Line($"[global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof({builder}))]");
        w.Open($"private static async {type} __{routine.Name}(global::Mach.SendRight port, global::Mach.MessageBuilder request, {Waiting})");
        w.Open("try");
        w.Line("using global::Mach.ReceivedMessage reply = await port.CallAsync(request, timeout, cancellation).ConfigureAwait(false);");
        w.Line($"{(isVoid ? "" : "return ")}__{routine.Name}(port, reply);");
        w.Close();
        w.Open("finally").Line($"{MigCalls}.End(request);").Close();
        w.Close();
    }

    private static IEnumerable<(string Type, string Name)> Parameters(MigRoutineModel routine)
    {
        foreach (var a in routine.Arguments.Where(a => a.IsIn))
        {
            var name = a.Identifier;
            switch (a.Passing)
            {
                case Passing.Inline:
                    yield return (a.Value.CSharp, name);
                    break;
                case Passing.Counted or Passing.CString or Passing.OutOfLine:
                    yield return ($"global::System.ReadOnlySpan<{a.Value.CSharp}>", name);
                    break;
                case Passing.Port:
                    yield return (Right(a.Sent) + "?", name);
                    if (a.IsChosen)
                        yield return ("uint", a.Poly);
                    break;
                case Passing.OutOfLinePorts:
                    yield return ($"global::System.ReadOnlySpan<{Right(a.Sent)}>", name);
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<(string Type, string Name)> Results(MigRoutineModel routine)
    {
        foreach (var a in routine.Arguments.Where(a => a.IsOut))
        {
            yield return (a.Passing switch
            {
                Passing.Inline => a.Value.CSharp,
                Passing.Counted or Passing.OutOfLine => a.Value.CSharp + "[]",
                Passing.CString => "string",
                Passing.Port => Right(a.Received) + "?",
                _ => Right(a.Received) + "?[]",
            }, a.Identifier);
        }
    }

    /// <summary>The class of a right that has to be given for a disposition, or that comes with one.</summary>
    private static string Right(int disposition) => disposition switch
    {
        17 or 19 => "global::Mach.SendRight",
        18 => "global::Mach.SendOnceRight",
        16 or 20 or 21 => "global::Mach.ReceiveRight",
        _ => "global::Mach.MachRight",
    };

    private static void Request(SourceWriter w, MessageLayout request)
    {
        foreach (var field in request.Fields)
        {
            var a = field.Argument!;
            switch (field.Role)
            {
                case FieldRole.Descriptor:
                    w.Line(a.Passing switch
                    {
                        Passing.Port => $"{MigCalls}.Right(__m, {a.Identifier}, {(a.IsChosen ? "(byte)" + a.Poly : $"{a.Sent}")});",
                        Passing.OutOfLine => $"{MigCalls}.Region<{a.Value.CSharp}>(__m, {a.Identifier}, {a.Elements});",
                        _ => $"{MigCalls}.Rights<{Right(a.Sent)}>(__m, {a.Identifier}, {a.Sent});",
                    });
                    break;
                case FieldRole.Ndr:
                    w.Line($"{MigCalls}.Ndr(__m);");
                    break;
                case FieldRole.Value:
                    w.Line($"{MigCalls}.Value<{a.Value.CSharp}>(__m, {a.Identifier});");
                    break;
                case FieldRole.Count:
                    w.Line($"{MigCalls}.Value<uint>(__m, {(a.IsIn ? $"(uint){a.Identifier}.Length" : $"{a.Maximum}u")}{(a.Multiplier == 1 ? "" : $" * {a.Multiplier}")});");
                    break;
                case FieldRole.StringOffset:
                    w.Line($"{MigCalls}.Value<uint>(__m, 0);");
                    break;
                case FieldRole.StringCount:
                    w.Line($"{MigCalls}.Value<uint>(__m, (uint){a.Identifier}.Length + 1);");
                    break;
                case FieldRole.Data when a.Passing == Passing.CString:
                    w.Line($"{MigCalls}.Text(__m, {a.Identifier}, {(a.Fixed ? $"{a.Maximum}" : $"{a.Identifier}.Length + 1")});");
                    break;
                case FieldRole.Data:
                    w.Line($"{MigCalls}.Array<{a.Value.CSharp}>(__m, {a.Identifier});");
                    break;
                default:
                    break;
            }
        }
    }

    private static void Reply(SourceWriter w, MigRoutineModel routine, int id, List<(string Type, string Name)> results)
    {
        var reply = routine.Reply();
        var type = results.Count switch { 0 => "void", 1 => results[0].Type, _ => $"({string.Join(", ", results.Select(r => r.Type))})" };
        w.Open($"private static {type} __{routine.Name}(global::Mach.SendRight port, global::Mach.ReceivedMessage reply)");
        w.Line("global::System.ReadOnlySpan<byte> __r = reply.Bytes;");
        w.Line($"{MigCalls}.Check(__r, {id}, {reply.Minimum}, {reply.Size}, {reply.DescriptorCount}, port, \"{routine.Symbol}\");");
        var conditions = Lengths(w, reply).Concat(reply.Descriptors.Select(f => Judged(reply, f))).ToList();
        if (conditions.Count != 0)
            w.Line($"if ({string.Join(" || ", conditions)})").In().Line($"{MigCalls}.Refuse(port, \"{routine.Symbol}\");").Out();
        var index = 0;
        var values = new List<string>();
        foreach (var a in routine.Arguments.Where(a => a.IsOut))
        {
            values.Add(a.Identifier == a.Name ? a.Name : "__v_" + a.Name);
            var place = reply.Numbered().Where(n => Equals(n.Argument, a)).Select(n => n.Index).FirstOrDefault();
            w.Line($"var {values[index++]} = {Read(reply, a, place)};");
        }
        if (values.Count != 0)
            w.Line($"return {(values.Count == 1 ? values[0] : $"({string.Join(", ", values)})")};");
        w.Close();
    }

    /// <summary>Reads the lengths of the variable parts; gives what must not hold.</summary>
    private static List<string> Lengths(SourceWriter w, MessageLayout reply)
    {
        var conditions = new List<string>();
        var after = 0;
        foreach (var part in reply.Variable)
        {
            var a = part.Argument!;
            if (after == 0)
                w.Line("int __used = 0;");
            if (a.SameCount is not null)
            {
                w.Line($"bool __bad_{a.Name} = !{MigWire}.Follow(__r, {part.Offset - after}, {reply.Minimum}, __n_{a.Count} * {a.Value.Size}, ref __used, out int __at_{a.Name});");
                conditions.Add($"__bad_{a.Name}");
                after += Wire.Round(part.Size);
                continue;
            }
            var role = a.Passing == Passing.CString ? FieldRole.StringCount : FieldRole.Count;
            var offset = reply.Field(a, role).Offset - after;
            after += Wire.Round(part.Size);
            w.Line($"bool __bad_{a.Name} = !{MigWire}.Take(__r, {offset}, {reply.Minimum}, {a.Maximum}, {a.Value.Size}, {a.Multiplier}, ref __used, out int __n_{a.Count}, out int __at_{a.Name});");
            conditions.Add($"__bad_{a.Name}");
        }
        if (after != 0)
            conditions.Add($"__r.Length != {reply.Minimum} + __used");
        return conditions;
    }

    private static string Judged(MessageLayout reply, LayoutField field)
    {
        var a = field.Argument!;
        if (a.Passing == Passing.PortArray)
            return $"!global::Mach.Abi.MigStub.ArePorts(__r, {field.Offset}, {a.Elements}, {a.Received})";
        var type = a.Passing switch { Passing.Port => 0, Passing.OutOfLine => 1, _ => 2 };
        var condition = $"!global::Mach.Abi.MigStub.Is(__r, {field.Offset}, {type}, {(a.Passing == Passing.OutOfLine ? 0 : a.Received)})";
        if (a.IsCounted)
            condition += $" || !global::Mach.Abi.MigStub.Measures(__r, {field.Offset}, {At(reply, reply.Field(a, FieldRole.Count))}, {(a.Passing == Passing.OutOfLine ? a.Value.Size / a.Multiplier : 1)})";
        return condition;
    }

    private static string Read(MessageLayout reply, MigArgument a, int descriptor) => a.Passing switch
    {
        Passing.Inline => $"{MigWire}.Read<{a.Value.CSharp}>(__r, {At(reply, reply.Field(a, FieldRole.Value))})",
        Passing.Counted => $"{MigCalls}.Elements<{a.Value.CSharp}>(__r, __at_{a.Name}, __n_{a.Count})",
        Passing.CString when a.Fixed => $"{MigCalls}.String(__r, {At(reply, reply.Field(a, FieldRole.Data))}, {a.Maximum})",
        Passing.CString => $"{MigCalls}.String(__r, __at_{a.Name}, __n_{a.Count})",
        Passing.OutOfLine => $"{MigCalls}.Memory<{a.Value.CSharp}>(reply, {descriptor})",
        Passing.PortArray => $"{MigCalls}.TakeEach<{Right(a.Received)}>(reply, {descriptor}, {(a.SameCount is null ? $"{a.Elements}" : $"__n_{a.Count}")})",
        Passing.Port => $"{MigCalls}.Take<{Right(a.Received)}>(reply, {descriptor})",
        _ => $"{MigCalls}.TakeAll<{Right(a.Received)}>(reply, {descriptor})",
    };

    private static string At(MessageLayout reply, LayoutField field)
    {
        var before = reply.Variable.Where(v => v.Offset < field.Offset).ToList();
        return before.Count == 0
            ? $"{field.Offset}"
            : $"{field.Offset - before.Sum(v => Wire.Round(v.Size))} + {string.Join(" + ", before.Select(v => $"{MigWire}.Round(__n_{v.Argument!.Count} * {v.Argument.Value.Size})"))}";
    }
}
