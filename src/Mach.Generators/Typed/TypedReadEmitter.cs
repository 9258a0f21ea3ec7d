namespace Mach.Generators;

/// <summary>Writes how a typed message is read: every part is looked at before the first one is taken.</summary>
internal static class TypedReadEmitter
{
    public static void Emit(SourceWriter w, TypedMessageModel m)
    {
        w.Line($"static int global::Mach.IReadableMessage<{m.ReadName}>.MessageId => {m.FullName}.MessageId;").Line();
        w.Line("/// <inheritdoc/>");
        w.Open($"public static bool TryRead(global::Mach.ReceivedMessage message, {(m.IsStruct ? $"out {m.ReadName}" : $"[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {m.ReadName}?")} value)");
        w.Line("value = default;");
        w.Line("var reader = new global::Mach.TypedReader(message);");
        var checks = Checks(m).ToList();
        for (var i = 0; i < checks.Count; i++)
            w.Line($"{(i == 0 ? "if (!" : "    || !")}{checks[i]}{(i == checks.Count - 1 ? ")" : "")}");
        w.In().Line("return false;").Out();
        Take(w, m);
        var positional = string.Join(", ", m.Parts.Where(p => p.IsPositional || m.IsReadAsOther).Select(Part));
        var rest = string.Join(", ", m.Parts.Where(p => !p.IsPositional && !m.IsReadAsOther).Select(p => $"{p.Code} = {Part(p)}"));
        w.Line($"value = new {m.ReadName}({positional}){(rest.Length == 0 ? "" : $" {{ {rest} }}")};");
        w.Line("return true;").Close();
    }

    /// <summary>Releases what a variable holds, if anything.</summary>
    public static void Release(SourceWriter w, TypedPart p, string variable)
    {
        if (p.Kind == PartKind.Rights)
        {
            w.Line($"foreach (var right in {variable} ?? [])");
            w.In().Line("right?.Dispose();").Out();
        }
        else
        {
            w.Line($"{variable}?.Dispose();");
        }
    }

    private static string Local(TypedPart p) => "part" + p.Name;

    private static string Part(TypedPart p) => p.HasDescriptor && !p.OrNone || p.Kind == PartKind.Rights ? Local(p) + "!" : Local(p);

    private static IEnumerable<string> Checks(TypedMessageModel m)
    {
        yield return $"reader.Is({m.FullName}.MessageId, {m.Descriptors})";
        var index = 0;
        foreach (var p in m.Parts.Where(p => p.HasDescriptor))
        {
            if (p.Kind == PartKind.Right)
                yield return $"reader.IsRight({index}, global::Mach.RightKind.{p.Arrives}, orNone: {(p.OrNone ? "true" : "false")})";
            index++;
        }
        if (m.Ndr)
            yield return "reader.TryNdr()";
        index = 0;
        foreach (var p in m.Parts)
        {
            if (Check(p, index) is { } check)
                yield return check;
            if (p.HasDescriptor)
                index++;
        }
        yield return "reader.IsAtEnd";
    }

    private static string? Check(TypedPart p, int index) => p.Kind switch
    {
        PartKind.Rights => $"reader.IsRights({index}, global::Mach.RightKind.{p.Arrives}, {p.Limit})",
        PartKind.Region or PartKind.RegionElements => $"reader.IsMemory({index}, {p.Size}, {p.Limit})",
        PartKind.Value => $"reader.TryValue(out {p.Type} {Local(p)})",
        PartKind.Boolean => $"reader.TryBoolean(out bool {Local(p)})",
        PartKind.Elements => $"reader.TryElements({p.Limit}, out {p.Type}[]? {Local(p)})",
        PartKind.Counted => $"reader.TryCounted({p.Limit}, out {p.Type}[]? {Local(p)})",
        PartKind.Text => $"reader.TryText({p.Limit}, out string? {Local(p)})",
        PartKind.FixedText => $"reader.TryFixedText({p.Limit}, out string? {Local(p)})",
        _ => null,
    };

    private static void Take(SourceWriter w, TypedMessageModel m)
    {
        if (m.Descriptors == 0)
            return;
        w.Line("bool whole = true;");
        var index = 0;
        foreach (var p in m.Parts.Where(p => p.HasDescriptor))
        {
            var must = p.Kind == PartKind.Right && p.OrNone ? "_ = " : "whole &= ";
            w.Line(must + p.Kind switch
            {
                PartKind.Right => $"message.TryTake{p.Arrives}({index}, out {p.ReadType}? {Local(p)});",
                PartKind.Rights when p.OrNone => $"message.TryTake{p.Arrives}s({index}, out {p.ReadType}?[]? {Local(p)});",
                PartKind.Rights => $"reader.TryTakeAll({index}, out {p.ReadType}[]? {Local(p)});",
                PartKind.Region => $"message.TryTakeMemory({index}, out global::Mach.OolBuffer? {Local(p)});",
                _ => $"reader.TryTakeElements({index}, out {p.Type}[]? {Local(p)});",
            });
            index++;
        }
        w.Open("if (!whole)");
        foreach (var p in m.Parts.Where(p => p.IsOwned))
            Release(w, p, Local(p));
        w.Line("return false;").Close();
    }
}
