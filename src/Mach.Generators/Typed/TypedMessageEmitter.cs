namespace Mach.Generators;

/// <summary>Writes the part of a typed message that is generated.</summary>
internal static class TypedMessageEmitter
{
    public static string Emit(TypedMessageModel m)
    {
        // Whoever declares the message has said that typed messages may still change.
        var w = SourceWriter.File(m.Shape.Namespace).Line("#pragma warning disable MACHX001").Line();
        var bases = new List<string> { "global::Mach.IWritableMessage" };
        if (!m.IsReadAsOther)
            bases.Add($"global::Mach.IReadableMessage<{m.FullName}>");
        if (m.Owns && !m.DisposesItself)
            bases.Add("global::System.IDisposable");
        w.Open($"partial {m.Keyword} {Identifiers.Escape(m.Shape.Name)} : {string.Join(", ", bases)}");
        w.Summary("What the message means.").Line($"public const int MessageId = {m.Id};").Line();
        Write(w, m);
        if (m.Owns && !m.DisposesItself)
            Dispose(w, m, m.Parts.Where(p => !p.IsMade));
        if (m.Reply is not null)
            Calls(w, m, m.Reply);
        if (m.IsReadAsOther)
            Other(w, m);
        else
            TypedReadEmitter.Emit(w, m);
        return w.Close().ToString();
    }

    private static void Write(SourceWriter w, TypedMessageModel m)
    {
        w.Line("/// <inheritdoc/>");
        w.Open($"public {Readonly(m)}void WriteTo(global::Mach.MessageBuilder message)");
        w.Line("global::System.ArgumentNullException.ThrowIfNull(message);");
        var varies = new List<string>();
        foreach (var p in m.Parts)
        {
            if (p.Kind is PartKind.Text or PartKind.Counted)
                varies.Add($" + {Size(p)}");
            else if (Check(p) is { } check)
                w.Line(check);
        }
        w.Line($"int size = {m.FixedBytes}{string.Concat(varies)};");
        w.Line("using global::Mach.MessageDraft draft = message.BeginDraft(MessageId, size);");
        foreach (var p in m.Parts.Where(p => p.HasDescriptor))
            w.Line(Descriptor(p));
        if (m.Ndr)
            w.Line("message.WriteNdr();");
        foreach (var p in m.Parts)
        {
            if (Body(p) is { } body)
                w.Line(body);
        }
        w.Line("draft.Commit();").Close().Line();
    }

    private static string? Check(TypedPart p) => p.Kind switch
    {
        PartKind.Right when !p.OrNone => $"global::System.ArgumentNullException.ThrowIfNull(this.{p.Code}, {Quoted(p)});",
        PartKind.Rights => $"global::Mach.PartSize.{(p.OrNone ? "Limit" : "All")}(this.{p.Code}, {p.Limit}, {Quoted(p)});",
        PartKind.Region => $"global::Mach.PartSize.Region(this.{p.Code}, {p.Limit}, {Quoted(p)});",
        PartKind.RegionElements => $"global::Mach.PartSize.Limit(this.{p.Code}, {p.Limit}, {Quoted(p)});",
        PartKind.Elements => $"global::Mach.PartSize.Exactly(this.{p.Code}, {p.Limit}, {Quoted(p)});",
        PartKind.FixedText => $"_ = {Size(p)};",
        _ => null,
    };

    private static string Size(TypedPart p) =>
        $"global::Mach.PartSize.{(p.Kind == PartKind.Counted ? "Counted" : "Text")}(this.{p.Code}, {p.Limit}, {Quoted(p)})";

    private static string Descriptor(TypedPart p) => p.Kind switch
    {
        PartKind.Right when p.OrNone =>
            $"_ = this.{p.Code} is {{ }} right{p.Name} ? message.{p.Verb}(right{p.Name}) : message.NoRight(global::Mach.RightKind.{p.Arrives});",
        PartKind.Rights => $"message.{p.Verb}(new global::System.ReadOnlySpan<{p.Type}?>(this.{p.Code}));",
        PartKind.RegionElements => $"message.CopyElementsOutOfLine<{p.Type}>(this.{p.Code});",
        _ => $"message.{p.Verb}(this.{p.Code});",
    };

    private static string? Body(TypedPart p) => p.Kind switch
    {
        PartKind.Right => null,
        PartKind.Value => $"message.Write<{p.Type}>(this.{p.Code}){(p.Size % 4 == 0 ? "" : ".Align()")};",
        PartKind.Boolean => $"message.Write<int>(this.{p.Code} ? 1 : 0);",
        PartKind.Elements => $"message.WriteElements<{p.Type}>(this.{p.Code});",
        PartKind.Counted => $"message.WriteCounted<{p.Type}>(this.{p.Code});",
        PartKind.Text => $"message.WriteText(this.{p.Code});",
        PartKind.FixedText => $"message.WriteFixedText(this.{p.Code}, {p.Limit});",
        _ => $"message.Write<int>(this.{p.Code}.Length);",
    };

    internal static void Dispose(SourceWriter w, TypedMessageModel m, IEnumerable<TypedPart> parts)
    {
        w.Summary("Releases the rights and regions that are still held here: those that moved into a message are not.");
        w.Open($"public {Readonly(m)}void Dispose()");
        foreach (var p in parts.Where(p => p.IsOwned))
            TypedReadEmitter.Release(w, p, "this." + p.Code);
        w.Close().Line();
    }

    private static void Calls(SourceWriter w, TypedMessageModel m, string reply)
    {
        const string arguments = "global::Mach.SendRight port, global::Mach.MessageBuilder message, global::Mach.MachTimeout timeout";
        var types = $"<{m.FullName}, {reply}>";
        w.Line("/// <summary>Sends the request and waits for its reply.</summary>");
        Parameters(w);
        w.Line("/// <param name=\"reply\">The reply when the code is <c>KERN_SUCCESS</c>: the caller's.</param>");
        w.Line("/// <returns>The code, of the send, the wait or the reply, and who owns the request's message.</returns>");
        w.Line($"public {Readonly(m)}global::Mach.SendOutcome TryCall({arguments}, out {reply}{(m.ReplyIsStruct ? "" : "?")} reply) =>");
        w.In().Line($"global::Mach.TypedCalls.TryCall{types}(port, this, message, timeout, out reply);").Out().Line();
        w.Line("/// <summary>Sends the request and waits for its reply.</summary>");
        Parameters(w);
        w.Line("/// <exception cref=\"global::Mach.MachException\">There is no reply, or another than was to come.</exception>");
        w.Line($"public {Readonly(m)}{reply} Call({arguments}) =>");
        w.In().Line($"global::Mach.TypedCalls.Call{types}(port, this, message, timeout);").Out().Line();
        w.Line("/// <summary>Sends the request and awaits its reply.</summary>");
        Parameters(w);
        w.Line("/// <param name=\"cancellation\">Ends the wait. A request that was sent stays sent; its late reply is destroyed.</param>");
        w.Line("/// <exception cref=\"global::Mach.MachException\">There is no reply, or another than was to come.</exception>");
        w.Line($"public {Readonly(m)}global::System.Threading.Tasks.ValueTask<{reply}> CallAsync({arguments}, global::System.Threading.CancellationToken cancellation = default) =>");
        w.In().Line($"global::Mach.TypedCalls.CallAsync{types}(port, this, message, timeout, cancellation);").Out().Line();
    }

    private static void Parameters(SourceWriter w)
    {
        w.Line("/// <param name=\"port\">Where to; the right stays.</param>");
        w.Line("/// <param name=\"message\">An empty builder of the same task; nobody else may use it until the end.</param>");
        w.Line("/// <param name=\"timeout\">For the request, and again for the reply.</param>");
    }

    // Made rights, and what a vector held, are other objects for the receiver: a message of its own says which.
    private static void Other(SourceWriter w, TypedMessageModel m)
    {
        w.Summary($"{m.Shape.Name} as it is received.");
        foreach (var p in m.Parts)
            w.Line($"/// <param name=\"{p.Name}\">As sent{(p.ArrivesAs is null ? "" : "; the receiver's now")}.</param>");
        var record = m.IsStruct ? "readonly partial record struct" : "sealed partial record";
        var parameters = string.Join(", ", m.Parts.Select(p => $"{p.Declared} {p.Code}"));
        w.Open($"public {record} Received({parameters}) : global::Mach.IReadableMessage<{m.ReadName}>{(m.OwnsWhenRead ? ", global::System.IDisposable" : "")}");
        if (m.OwnsWhenRead)
            Dispose(w, m, m.Parts);
        TypedReadEmitter.Emit(w, m);
        w.Close();
    }

    private static string Readonly(TypedMessageModel m) => m.IsStruct ? "readonly " : "";

    private static string Quoted(TypedPart p) => SourceWriter.Quote(p.Name);
}
