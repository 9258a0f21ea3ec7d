namespace Mach.Generators;

/// <summary>Emits the body of one routine of a server skeleton.</summary>
internal static class MigServerRoutineEmitter
{
    private const string Kern = "global::Mach.Abi.kern_return_t";
    private const string MigWire = "global::Mach.Abi.MigWire";

    public static void Emit(SourceWriter w, MigRoutineModel routine)
    {
        w.Open($"private {Kern} __{routine.Name}(TCaller caller, ref global::Mach.Abi.MigRequest<TRight> request, ref global::Mach.Abi.MigReply<TRight> reply)");
        var request = routine.Request();
        Check(w, request);
        foreach (var (argument, index) in request.Numbered())
            Descriptor(w, request, argument, index);
        foreach (var token in routine.Arguments.Where(a => a.Passing == Passing.AuditToken))
            Fail(w, $"!{MigWire}.TryAuditToken(request.Trailer, out {token.Value.CSharp} {MigServerEmitter.Local(token)})", $"{Kern}.MIG_TRAILER_ERROR");
        w.Line($"{Kern} __code = Translate(caller, request.Destination, global::Mach.Abi.MigSubject.{routine.Subject.Subject}, out TSubject {MigServerEmitter.Local(routine.Subject)});");
        Fail(w, $"__code != {Kern}.KERN_SUCCESS", "__code");
        var reply = routine.Simple ? null : routine.Reply();
        Read(w, request);
        if (reply is not null)
            Room(w, request, reply);
        w.Line($"__code = {routine.Identifier}({string.Join(", ", MigServerEmitter.Parameters(routine).Select(p => p.Argument))});");
        Fail(w, $"__code != {Kern}.KERN_SUCCESS", "__code");
        if (request.IsComplex)
            w.Line($"request.Descriptors.Slice(0, {request.DescriptorCount}).Clear();");
        if (reply is null)
            w.Line($"return {Kern}.MIG_NO_REPLY;");
        else
            Answer(w, reply);
        w.Close();
    }

    private static void Fail(SourceWriter w, string condition, string code) =>
        w.Line($"if ({condition})").In().Line($"return {code};").Out();

    /// <summary>Size, complexity and number of descriptors; then the lengths of the variable parts, which must fill the message exactly.</summary>
    private static void Check(SourceWriter w, MessageLayout request)
    {
        w.Line("global::System.ReadOnlySpan<byte> __q = request.Bytes;");
        var variable = request.Variable.ToList();
        var size = variable.Count == 0 ? $"__q.Length != {request.Size}" : $"__q.Length < {request.Minimum} || __q.Length > {request.Size}";
        Fail(w, $"{size} || !{MigWire}.Has(__q, request.Descriptors.Length, {request.DescriptorCount})", $"{Kern}.MIG_BAD_ARGUMENTS");
        if (variable.Count != 0)
            Lengths(w, request, variable);
        foreach (var field in request.Fields.Where(f => f is { Role: FieldRole.Data, Argument.Passing: Passing.CString }))
        {
            var a = field.Argument!;
            var text = a.Fixed ? $"{At(request, field)}, {a.Maximum}" : $"__at_{a.Name}, __a_{a.Count}";
            Fail(w, $"!{MigWire}.TryString(__q.Slice({text}), out global::System.ReadOnlySpan<byte> {MigServerEmitter.Local(a)})", $"{Kern}.MIG_BAD_ARGUMENTS");
        }
    }

    private static void Lengths(SourceWriter w, MessageLayout request, List<LayoutField> variable)
    {
        w.Line("int __used = 0;");
        var after = 0;
        foreach (var part in variable)
        {
            // The count lies before its part and behind the parts before it.
            var argument = part.Argument!;
            if (argument.SameCount is not null)
            {
                w.Line($"if (!{MigWire}.Follow(__q, {part.Offset - after}, {request.Minimum}, __a_{argument.Count} * {argument.Value.Size}, ref __used, out int __at_{argument.Name}))");
                w.In().Line($"return {Kern}.MIG_BAD_ARGUMENTS;").Out();
                after += Wire.Round(part.Size);
                continue;
            }
            var role = argument.Passing == Passing.CString ? FieldRole.StringCount : FieldRole.Count;
            var offset = request.Field(argument, role).Offset - after;
            after += Wire.Round(part.Size);
            w.Line($"if (!{MigWire}.Take(__q, {offset}, {request.Minimum}, {argument.Maximum}, {argument.Value.Size}, {argument.Multiplier}, ref __used, out int __a_{argument.Count}, out int __at_{argument.Name}))");
            w.In().Line($"return {Kern}.MIG_BAD_ARGUMENTS;").Out();
        }
        Fail(w, $"__q.Length != {request.Minimum} + __used", $"{Kern}.MIG_BAD_ARGUMENTS");
    }

    private static void Descriptor(SourceWriter w, MessageLayout request, MigArgument a, int index)
    {
        var d = $"request.Descriptors[{index}]";
        switch (a.Passing)
        {
            case Passing.Port:
                Fail(w, $"{d}.Type != {MigWire}.PortDescriptor" + (a.Received == 0 ? "" : $" || {d}.Disposition != {a.Received}"), $"{Kern}.MIG_TYPE_ERROR");
                w.Line($"TRight {MigServerEmitter.Local(a)} = {d}.Right;");
                if (a.IsTold)
                    w.Line($"uint __a_{a.Poly} = {d}.Disposition;");
                break;
            case Passing.OutOfLine:
                Fail(w, $"!{MigWire}.IsRegion({d}.Type)", $"{Kern}.MIG_TYPE_ERROR");
                var size = a.Elements == 0
                    ? $"(ulong){d}.Memory.Length != {MigWire}.Read<uint>(__q, {At(request, request.Field(a, FieldRole.Count))}) * {a.Value.Size / a.Multiplier}UL || {d}.Memory.Length % {a.Value.Size} != 0"
                    : $"{d}.Memory.Length != {a.Elements * a.Value.Size}";
                Fail(w, size, $"{Kern}.MIG_TYPE_ERROR");
                if (a.IsOut)
                {
                    w.Line($"global::System.ReadOnlyMemory<byte> {MigServerEmitter.Local(a)} = {d}.Memory;");
                    break;
                }
                var span = $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<byte, {a.Value.CSharp}>({d}.Memory.Span)";
                w.Line(a.Elements == 1
                    ? $"{a.Value.CSharp} {MigServerEmitter.Local(a)} = {MigWire}.Read<{a.Value.CSharp}>({d}.Memory.Span, 0);"
                    : $"global::System.ReadOnlySpan<{a.Value.CSharp}> {MigServerEmitter.Local(a)} = {span};");
                break;
            default:
                Fail(w, $"{d}.Type != {MigWire}.PortsDescriptor || {d}.Disposition != {a.Received}", $"{Kern}.MIG_TYPE_ERROR");
                w.Line($"TRight[] {MigServerEmitter.Local(a)} = {d}.Rights ?? global::System.Array.Empty<TRight>();");
                Fail(w, $"(uint){MigServerEmitter.Local(a)}.Length != {MigWire}.Read<uint>(__q, {At(request, request.Field(a, FieldRole.Count))})", $"{Kern}.MIG_TYPE_ERROR");
                break;
        }
    }

    /// <summary>A field's offset: what the variable parts before it leave unused is taken off.</summary>
    private static string At(MessageLayout request, LayoutField field)
    {
        var before = request.Variable.Where(v => v.Offset < field.Offset).ToList();
        return before.Count == 0
            ? $"{field.Offset}"
            : $"{field.Offset - before.Sum(v => Wire.Round(v.Size))} + {string.Join(" + ", before.Select(v => $"{MigWire}.Round(__a_{v.Argument!.Count} * {v.Argument.Value.Size})"))}";
    }

    private static void Read(SourceWriter w, MessageLayout request)
    {
        foreach (var field in request.Fields)
        {
            var a = field.Argument!;
            switch (field.Role)
            {
                case FieldRole.Value:
                    w.Line($"{a.Value.CSharp} {MigServerEmitter.Local(a)} = {MigWire}.Read<{a.Value.CSharp}>(__q, {At(request, field)});");
                    break;
                case FieldRole.Data when a.Passing == Passing.Counted:
                    w.Line($"global::System.ReadOnlySpan<{a.Value.CSharp}> {MigServerEmitter.Local(a)} = global::System.Runtime.InteropServices.MemoryMarshal.Cast<byte, {a.Value.CSharp}>(__q.Slice(__at_{a.Name}, __a_{a.Count} * {a.Value.Size}));");
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Results that the routine writes in place get their room, zeroed, where they lie when all parts are full.</summary>
    private static void Room(SourceWriter w, MessageLayout request, MessageLayout reply)
    {
        w.Line("global::System.Span<byte> __p = reply.Bytes;");
        foreach (var field in reply.Fields.Where(f => f.Role == FieldRole.Data))
        {
            var a = field.Argument!;
            var room = $"__p.Slice({field.Offset}, {Wire.Round(field.Size)})";
            w.Line($"{room}.Clear();");
            if (a.Passing == Passing.CString)
            {
                w.Line($"global::System.Span<byte> {MigServerEmitter.Local(a)} = __p.Slice({field.Offset}, {a.Maximum});");
                continue;
            }
            var all = $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<byte, {a.Value.CSharp}>(__p.Slice({field.Offset}, {a.MaximumBytes}))";
            if (a.CountInOut)
                all += $".Slice(0, {MigWire}.Room(__q, {At(request, request.Field(a, FieldRole.Count))}, {a.Maximum}, {a.Multiplier}))";
            w.Line($"global::System.Span<{a.Value.CSharp}> {MigServerEmitter.Local(a)} = {all};");
        }
    }

    private static void Answer(SourceWriter w, MessageLayout reply)
    {
        foreach (var (a, index) in reply.Numbered())
        {
            var d = $"reply.Descriptors[{index}]";
            var local = MigServerEmitter.Local(a);
            var disposition = a.Polymorphic ? $"(byte)__a_{a.Poly}" : $"{a.Sent}";
            w.Line(a.Passing switch
            {
                Passing.Port => $"{d} = {MigWire}.Port({local}, {disposition});",
                Passing.PortArray => $"{MigWire}.PortArray(reply.Descriptors.Slice({index}, {a.Elements}), {local}, {disposition});",
                Passing.OutOfLine => $"{d} = {MigWire}.Region<TRight, {a.Value.CSharp}>({local}, {(a.Deallocate ? "true" : "false")}, {(a.PhysicalCopy ? "true" : "false")});",
                _ => $"{d} = {MigWire}.Ports({local}, {disposition});",
            });
        }
        var variable = reply.Variable.Any();
        if (variable)
            w.Line("int __saved = 0;");
        foreach (var field in reply.Fields)
        {
            var a = field.Argument;
            var at = variable && reply.Variable.First().Offset < field.Offset ? $"{field.Offset} - __saved" : $"{field.Offset}";
            switch (field.Role)
            {
                case FieldRole.Value:
                    w.Line($"{MigWire}.Write<{a!.Value.CSharp}>(__p, {at}, {MigServerEmitter.Local(a)});");
                    break;
                case FieldRole.Count:
                    var count = a!.Passing == Passing.Counted ? $"__a_{a.Count}" : $"(uint){MigServerEmitter.Local(a)}.Length";
                    w.Line($"{MigWire}.Write<uint>(__p, {at}, {count}{(a.Multiplier == 1 ? "" : $" * {a.Multiplier}")});");
                    break;
                case FieldRole.StringOffset:
                    w.Line($"{MigWire}.Write<uint>(__p, {at}, 0);");
                    break;
                case FieldRole.StringCount:
                    w.Line($"int __a_{a!.Count} = {MigWire}.Terminate({MigServerEmitter.Local(a)});");
                    w.Line($"{MigWire}.Write<uint>(__p, {at}, (uint)__a_{a.Count});");
                    break;
                case FieldRole.Data when a!.IsVariable:
                    var bytes = a.Passing == Passing.Counted ? $"{MigWire}.Bytes(__a_{a.Count}, {MigServerEmitter.Local(a)}.Length, {a.Value.Size})" : $"__a_{a.Count}";
                    w.Line($"{MigWire}.Settle(__p, {field.Offset}, {Wire.Round(field.Size)}, {bytes}, ref __saved);");
                    break;
                case FieldRole.Data:
                    w.Line($"{MigWire}.Terminate({MigServerEmitter.Local(a)});");
                    if (variable)
                        w.Line($"{MigWire}.Settle(__p, {field.Offset}, {Wire.Round(field.Size)}, {a.Maximum}, ref __saved);");
                    break;
                default:
                    break;
            }
        }
        w.Line($"{MigWire}.Finish(__q, ref reply, {reply.Size}{(variable ? " - __saved" : "")}, {reply.DescriptorCount}, {reply.Ndr});");
        w.Line($"return {Kern}.KERN_SUCCESS;");
    }
}
