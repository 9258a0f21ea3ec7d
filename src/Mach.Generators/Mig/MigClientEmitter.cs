namespace Mach.Generators;

/// <summary>Emits the client: one method for each routine that builds the request on the stack, sends it and reads the reply.</summary>
internal static class MigClientEmitter
{
    private const string Kern = "global::Mach.Abi.kern_return_t";
    private const string MigStub = "global::Mach.Abi.MigStub";
    private const string MigWire = "global::Mach.Abi.MigWire";

    public static string Emit(MigSubsystemModel subsystem)
    {
        var w = SourceWriter.File(subsystem.Shape.Namespace);
        w.Summary($"Sends the routines of subsystem {subsystem.Name} and waits for their replies.");
        w.Line("/// <remarks>");
        w.Line("/// A result is set only when the answer is KERN_SUCCESS, and default otherwise; rights and regions that come back belong to the caller.");
        w.Line("/// A reply that is not the routine's answers MIG_SERVER_DIED, MIG_REPLY_MISMATCH or MIG_TYPE_ERROR, and what it carried is released.");
        w.Line("/// An array that has more elements than there is room for fills the room, and answers MIG_ARRAY_TOO_LARGE with their number.");
        w.Line("/// </remarks>");
        w.Line("/// <param name=\"thread\">The thread that calls; names and addresses mean its task's.</param>");
        w.Open($"{subsystem.Shape.Accessibility}readonly struct {subsystem.Stem}Client(global::Mach.Abi.CallingThread thread)");
        w.Line("private readonly global::Mach.Abi.CallingThread __thread = thread;");
        foreach (var routine in subsystem.Routines)
        {
            w.Line();
            Method(w, subsystem, routine);
        }
        return w.Close().ToString();
    }

    /// <summary>The parameters of a client method.</summary>
    public static IEnumerable<(string Modifier, string Type, string Name)> Parameters(MigRoutineModel routine)
    {
        foreach (var a in routine.Arguments)
        {
            var way = a.Direction switch { Direction.Out => "out ", Direction.InOut => "ref ", _ => "" };
            switch (a.Passing)
            {
                case Passing.AuditToken:
                    continue;
                case Passing.Counted or Passing.CString or Passing.PortArray when a.IsOut:
                    yield return ("", $"global::System.Span<{a.Value.CSharp}>", a.Identifier);
                    if (a.IsCounted)
                        yield return ("out ", "uint", a.Count);
                    continue;
                case Passing.Counted or Passing.CString:
                    yield return ("", $"global::System.ReadOnlySpan<{a.Value.CSharp}>", a.Identifier);
                    continue;
                case Passing.OutOfLine or Passing.OutOfLinePorts:
                    yield return (way, a.Address, a.Identifier);
                    break;
                default:
                    yield return (way, a.Value.CSharp, a.Identifier);
                    break;
            }
            if (a.IsChosen)
                yield return (way, "uint", a.Poly);
            if (a.IsCounted)
                yield return (way, "uint", a.Count);
        }
    }

    private static void Method(SourceWriter w, MigSubsystemModel subsystem, MigRoutineModel routine)
    {
        var request = routine.Request();
        var reply = routine.Simple ? null : routine.Reply();
        var room = reply is null ? request.Size : Math.Max(request.Size, Math.Max(reply.Size, Wire.ErrorReply) + Wire.Trailer);
        w.Summary($"Sends {subsystem.IdOf(routine)}: {routine.Prototype}");
        w.Open($"public {Kern} {routine.Identifier}({string.Join(", ", Parameters(routine).Select(p => $"{p.Modifier}{p.Type} {p.Name}"))})");
        foreach (var (modifier, _, name) in Parameters(routine))
        {
            if (modifier == "out ")
                w.Line($"{name} = default;");
        }
        foreach (var a in routine.Arguments.Where(a => a is { Passing: Passing.Counted or Passing.CString, IsIn: true }))
        {
            var much = $"{a.Identifier}.Length {(a.Passing == Passing.Counted ? ">" : ">=")} {a.Maximum}";
            w.Line($"if ({much}{(a.SameCount is null ? "" : $" || {a.Identifier}.Length != {Identifiers.Escape(a.SameCount)}.Length")})");
            w.In().Line($"return {Kern}.MIG_ARRAY_TOO_LARGE;").Out();
        }
        w.Line($"global::System.Span<byte> __m = stackalloc byte[{room}];");
        var size = Request(w, request);
        var kind = $"{MigStub}.{(subsystem.Kernel ? "KernelObject" : "Queue")}";
        var call = $"(__thread, __m, {size}, {routine.Subject.Identifier}, {(routine.Subject.IsChosen ? routine.Subject.Poly : $"{routine.Subject.Sent}")}, {subsystem.IdOf(routine)}, {request.DescriptorCount}, {kind}{Sending(routine)});";
        if (reply is null)
        {
            w.Line($"return {MigStub}.SendOnly{call}").Close();
            return;
        }
        w.Line($"{Kern} __code = {MigStub}.Call{call}");
        w.Line($"if (__code != {Kern}.KERN_SUCCESS)").In().Line("return __code;").Out();
        Reply(w, reply, subsystem.IdOf(routine) + 100);
        w.Close();
    }

    /// <summary>What the routine and its caller say of how to send; nothing for most.</summary>
    private static string Sending(MigRoutineModel routine)
    {
        var arguments = routine.Arguments.Where(a => a.Passing == Passing.Sending).Select(a => $"{a.Sending} = {a.Identifier}");
        // What the caller says comes last, and holds.
        var members = routine.Sending.Where(m => !routine.Arguments.Any(a => m.StartsWith(a.Sending + " ", StringComparison.Ordinal))).Concat(arguments).ToList();
        return members.Count == 0 ? "" : $", new global::Mach.Abi.MigSending {{ {string.Join(", ", members)} }}";
    }

    /// <summary>Writes the request's fields.</summary>
    /// <returns>The expression of its size.</returns>
    private static string Request(SourceWriter w, MessageLayout request)
    {
        var saved = request.Variable.Any();
        if (saved)
            w.Line("int __saved = 0;");
        var behind = false;
        foreach (var field in request.Fields)
        {
            var a = field.Argument!;
            var at = behind ? $"{field.Offset} - __saved" : $"{field.Offset}";
            switch (field.Role)
            {
                case FieldRole.Body:
                    w.Line($"{MigStub}.Descriptors(__m, {request.DescriptorCount});");
                    break;
                case FieldRole.Descriptor:
                    Descriptor(w, field.Offset, a);
                    break;
                case FieldRole.Ndr:
                    w.Line($"{MigStub}.Ndr(__m, {at});");
                    break;
                case FieldRole.Value:
                    w.Line($"{MigWire}.Write<{a.Value.CSharp}>(__m, {at}, {a.Identifier});");
                    break;
                case FieldRole.Count:
                    w.Line($"{MigWire}.Write<uint>(__m, {at}, {Count(a)});");
                    break;
                case FieldRole.StringCount:
                    w.Line($"{MigWire}.Write<uint>(__m, {at}, (uint){a.Identifier}.Length + 1);");
                    break;
                case FieldRole.Data when a.Fixed:
                    w.Line($"{a.Identifier}.CopyTo(__m.Slice({at}));");
                    break;
                case FieldRole.Data:
                    // A string's closing 0 is there already: the buffer began zeroed.
                    var length = a.Passing == Passing.CString
                        ? $"{MigWire}.Round({a.Identifier}.Length + 1)"
                        : $"{MigWire}.Round({a.Identifier}.Length * {a.Value.Size})";
                    w.Line($"{MigStub}.Array<{a.Value.CSharp}>(__m, {at}, {a.Identifier});");
                    w.Line($"__saved += {Wire.Round(field.Size)} - {length};");
                    behind = true;
                    break;
                default:
                    break;
            }
        }
        return saved ? $"{request.Size} - __saved" : $"{request.Size}";
    }

    private static string Count(MigArgument a)
    {
        var count = a.CountInOut
            ? $"(uint)global::System.Math.Min({a.Identifier}.Length, {a.Maximum})"
            : a.Passing == Passing.Counted ? $"(uint){a.Identifier}.Length" : a.Count;
        return a.Multiplier == 1 ? count : $"unchecked({count} * {a.Multiplier})";
    }

    private static void Descriptor(SourceWriter w, int offset, MigArgument a)
    {
        var address = a.IsInteger ? a.Identifier : a.Identifier + ".Address";
        var deallocate = a.Deallocate ? "true" : "false";
        w.Line(a.Passing switch
        {
            Passing.Port => $"{MigStub}.Port(__m, {offset}, {a.Identifier}, {(a.IsChosen ? a.Poly : $"{a.Sent}")});",
            Passing.OutOfLine => $"{MigStub}.Region(__m, {offset}, {address}, {(a.Elements == 0 ? $"unchecked({a.Count} * {a.Value.Size})" : $"{a.Elements * a.Value.Size}")}, {deallocate}, {(a.PhysicalCopy ? "true" : "false")});",
            _ => $"{MigStub}.Ports(__m, {offset}, {address}, {a.Count}, {a.Sent}, {deallocate});",
        });
    }

    private static void Reply(SourceWriter w, MessageLayout reply, int id)
    {
        var check = reply.IsComplex ? "CheckComplex" : "CheckSimple";
        w.Line($"__code = {MigStub}.{check}(__m, {id}, {reply.Minimum}, {reply.Size}{(reply.IsComplex ? $", {reply.DescriptorCount}" : "")});");
        Refuse(w, $"__code != {Kern}.KERN_SUCCESS", "__code");
        var variable = reply.Variable.ToList();
        if (variable.Count != 0)
            Lengths(w, reply, variable);
        foreach (var field in reply.Descriptors)
            Judge(w, reply, field);
        var whole = new List<string>();
        foreach (var field in reply.Fields)
            Read(w, reply, field, whole);
        w.Line(whole.Count == 0
            ? $"return {Kern}.KERN_SUCCESS;"
            : $"return {string.Join(" && ", whole)} ? {Kern}.KERN_SUCCESS : {Kern}.MIG_ARRAY_TOO_LARGE;");
    }

    private static void Refuse(SourceWriter w, string condition, string code) =>
        w.Line($"if ({condition})").In().Line($"return {MigStub}.Refuse(__thread, __m, {code});").Out();

    private static void Lengths(SourceWriter w, MessageLayout reply, List<LayoutField> variable)
    {
        var after = 0;
        w.Line("int __used = 0;");
        foreach (var part in variable)
        {
            var a = part.Argument!;
            if (a.SameCount is not null)
            {
                Refuse(w, $"!{MigWire}.Follow(__m.Slice(0, {MigStub}.SizeOf(__m)), {part.Offset - after}, {reply.Minimum}, __a_{a.Count} * {a.Value.Size}, ref __used, out int __at_{a.Name})", $"{Kern}.MIG_TYPE_ERROR");
                after += Wire.Round(part.Size);
                continue;
            }
            var role = a.Passing == Passing.CString ? FieldRole.StringCount : FieldRole.Count;
            var offset = reply.Field(a, role).Offset - after;
            after += Wire.Round(part.Size);
            Refuse(w, $"!{MigWire}.Take(__m.Slice(0, {MigStub}.SizeOf(__m)), {offset}, {reply.Minimum}, {a.Maximum}, {a.Value.Size}, {a.Multiplier}, ref __used, out int __a_{a.Count}, out int __at_{a.Name})", $"{Kern}.MIG_TYPE_ERROR");
        }
        Refuse(w, $"{MigStub}.SizeOf(__m) != {reply.Minimum} + __used", $"{Kern}.MIG_TYPE_ERROR");
    }

    private static void Judge(SourceWriter w, MessageLayout reply, LayoutField field)
    {
        var a = field.Argument!;
        if (a.Passing == Passing.PortArray)
        {
            Refuse(w, $"!{MigStub}.ArePorts(__m, {field.Offset}, {a.Elements}, {a.Received})", $"{Kern}.MIG_TYPE_ERROR");
            return;
        }
        var type = a.Passing switch { Passing.Port => 0, Passing.OutOfLine => 1, _ => 2 };
        var disposition = a.Passing == Passing.OutOfLine ? 0 : a.Received;
        var condition = $"!{MigStub}.Is(__m, {field.Offset}, {type}, {disposition})";
        if (a.IsCounted)
        {
            var unit = a.Passing == Passing.OutOfLine ? a.Value.Size / a.Multiplier : 1;
            condition += $" || !{MigStub}.Measures(__m, {field.Offset}, {At(reply, reply.Field(a, FieldRole.Count))}, {unit})";
        }
        Refuse(w, condition, $"{Kern}.MIG_TYPE_ERROR");
    }

    private static string At(MessageLayout reply, LayoutField field)
    {
        var before = reply.Variable.Where(v => v.Offset < field.Offset).ToList();
        return before.Count == 0
            ? $"{field.Offset}"
            : $"{field.Offset - before.Sum(v => Wire.Round(v.Size))} + {string.Join(" + ", before.Select(v => $"{MigWire}.Round(__a_{v.Argument!.Count} * {v.Argument.Value.Size})"))}";
    }

    private static void Read(SourceWriter w, MessageLayout reply, LayoutField field, List<string> whole)
    {
        var a = field.Argument!;
        switch (field.Role)
        {
            case FieldRole.Descriptor when a.Passing == Passing.Port:
                w.Line($"{a.Identifier} = {MigWire}.Read<uint>(__m, {field.Offset});");
                if (a.IsChosen)
                    w.Line($"{a.Poly} = {MigStub}.Disposition(__m, {field.Offset});");
                break;
            case FieldRole.Descriptor when a.Passing == Passing.PortArray:
                w.Line($"bool __whole_{a.Name} = {MigStub}.Names(__thread, __m, {field.Offset}, {a.Elements}, {(a.SameCount is null ? $"{a.Elements}" : $"__a_{a.Count}")}, {a.Identifier});");
                whole.Add($"__whole_{a.Name}");
                break;
            case FieldRole.Descriptor:
                var address = $"{MigWire}.Read<ulong>(__m, {field.Offset})";
                w.Line($"{a.Identifier} = {(a.IsInteger ? address : $"new {a.Address}({address})")};");
                break;
            case FieldRole.Value:
                w.Line($"{a.Identifier} = {MigWire}.Read<{a.Value.CSharp}>(__m, {At(reply, field)});");
                break;
            case FieldRole.Count when a.Passing != Passing.Counted:
                w.Line($"{a.Count} = {MigWire}.Read<uint>(__m, {At(reply, field)}){(a.Multiplier == 1 ? "" : $" / {a.Multiplier}")};");
                break;
            case FieldRole.Data when a.Passing == Passing.Counted:
                if (a.IsCounted)
                    w.Line($"{a.Count} = (uint)__a_{a.Count};");
                w.Line($"bool __whole_{a.Name} = {MigStub}.Copy<{a.Value.CSharp}>(__m, __at_{a.Name}, __a_{a.Count}, {a.Identifier});");
                whole.Add($"__whole_{a.Name}");
                break;
            case FieldRole.Data:
                var text = a.Fixed ? $"__m.Slice({At(reply, field)}, {a.Maximum})" : $"__m.Slice(__at_{a.Name}, __a_{a.Count})";
                w.Line($"bool __whole_{a.Name} = {MigStub}.CopyString({text}, {a.Identifier});");
                whole.Add($"__whole_{a.Name}");
                break;
            default:
                break;
        }
    }
}
