namespace Mach.Generators;

/// <summary>Writes the arguments of a routine as parameters with attributes.</summary>
internal sealed class ArgumentWriter(TypeWriter types, DefsComplaints complaints)
{
    private static readonly Dictionary<int, string> _dispositions = new()
    {
        [16] = "MoveReceive",
        [17] = "MoveSend",
        [18] = "MoveSendOnce",
        [19] = "CopySend",
        [20] = "MakeSend",
        [21] = "MakeSendOnce",
    };

    /// <summary>The parameter; nothing for an argument that only C's server has.</summary>
    public IEnumerable<string> Write(DefsArgument a)
    {
        switch (a.Role)
        {
            case ArgumentRole.RequestPort:
                yield return Parameter(["Subject", .. a.Type.Sent == 19 ? [] : Disposition(a.Type)], "", Port(a), a);
                break;
            case ArgumentRole.ServerAuditToken:
                yield return Parameter(["ServerAuditToken"], "", new("audit_token_t", null), a);
                break;
            case ArgumentRole.ServerSecToken or ArgumentRole.ServerContextToken or ArgumentRole.MsgSeqno or ArgumentRole.ServerReplyPort:
                // The server finds these in its caller: the message that it serves.
                break;
            case ArgumentRole.In or ArgumentRole.Out or ArgumentRole.InOut:
                if (Travelling(a) is { } text)
                    yield return text;
                break;
            case ArgumentRole.ReplyPort or ArgumentRole.UserReplyPort:
                yield return Parameter(["ReplyPort"], "", Port(a), a);
                break;
            default:
                // Milliseconds without a sign, options with one.
                var number = a.Role == ArgumentRole.MsgOption ? "int" : "uint";
                yield return Parameter([a.Role.ToString()], "", new(number, a.Type.UserType), a);
                break;
        }
    }

    private void Unavailable(DefsArgument a, string what) => complaints.Add(Diagnostics.DefsUnavailable, a.Place, a.Name, what);

    private static string Way(DefsArgument a) => a.Role switch { ArgumentRole.Out => "out ", ArgumentRole.InOut => "ref ", _ => "" };

    private static string Span(DefsArgument a, string element) => a.IsOut ? $"Span<{element}>" : $"ReadOnlySpan<{element}>";

    private string? Travelling(DefsArgument a)
    {
        var type = a.Type;
        if (type.OutOfLine)
            return OutOfLine(a);
        switch (type.Kind)
        {
            case DefsTypeKind.Port:
                return Parameter(Disposition(type), Way(a), Port(a), a);
            case DefsTypeKind.CString:
                return Parameter([type.Varies ? $"CString({type.Count})" : $"CString({type.Count}, Fixed = true)"], "", new(Span(a, "byte"), type.UserType), a);
            case DefsTypeKind.PortArray:
                return Parameter([$"PortArray({type.Count})", .. Disposition(type)], Way(a), new("UserPtr<mach_port_t>", type.UserType), a);
            case DefsTypeKind.Array when type.Element!.Kind == DefsTypeKind.Port:
                return Ports(a);
            case DefsTypeKind.Array:
                return Array(a);
            default:
                return Parameter([], Way(a), types.Value(type, a.Place), a);
        }
    }

    private string? Ports(DefsArgument a)
    {
        if (a.CountOf is not { } owner)
        {
            Unavailable(a, "an array of rights within the message whose number is its own");
            return null;
        }
        string[] attributes = [$"PortArray({a.Type.Count}, SameCount = \"{owner.Name}\")", .. Disposition(a.Type)];
        return Parameter(attributes, Way(a), new("UserPtr<mach_port_t>", a.Type.UserType), a);
    }

    private string Array(DefsArgument a)
    {
        var element = a.Type.Element!;
        var more = a.Flags.CountInOut || a.Type.Flags.CountInOut ? ", CountInOut = true" : "";
        if (a.CountOf is { } owner)
            more += $", SameCount = \"{owner.Name}\"";
        else if (element.Numbers != 1)
            more += $", Multiplier = {element.Numbers}";
        return Parameter([$"Counted({a.Type.Count}{more})"], "", new(Span(a, types.Value(element, a.Place).CSharp), a.Type.UserType), a);
    }

    private string? OutOfLine(DefsArgument a)
    {
        var type = a.Type;
        if (type.Kind == DefsTypeKind.PortArray)
        {
            Unavailable(a, "a fixed number of rights out of line");
            return null;
        }
        if (a.Deallocate == Deallocation.Chosen)
        {
            Unavailable(a, "a region whose caller says whether he gives it up");
            return null;
        }
        var rights = type.Kind == DefsTypeKind.Array && type.Element!.Kind == DefsTypeKind.Port;
        var element = type.Element!;
        var words = new List<string>();
        if (!type.Varies)
            words.Add($"Elements = {type.Count}");
        else if (!rights && element.Numbers != 1)
            words.Add($"Multiplier = {element.Numbers}");
        if (a.Deallocate == Deallocation.Yes)
            words.Add("Deallocate = true");
        if (a.Flags.PhysicalCopy || type.Flags.PhysicalCopy)
            words.Add("PhysicalCopy = true");
        var attribute = words.Count == 0 ? "OutOfLine" : $"OutOfLine({string.Join(", ", words)})";
        if (rights)
            return Parameter([attribute, .. Disposition(type)], Way(a), new("UserPtr<mach_port_t>", type.UserType), a);
        return types.Integer(type) is { } integer
            ? Parameter([attribute], Way(a), new(integer, null), a)
            : Parameter([attribute], Way(a), new($"UserPtr<{types.Value(element, a.Place).CSharp}>", type.UserType), a);
    }

    private WrittenType Port(DefsArgument a) => types.Value(a.Type, a.Place);

    private static IEnumerable<string> Disposition(DefsType type)
    {
        if (type.Sent != 0)
            yield return _dispositions[type.Sent];
        if (type.Sent == 0)
            yield return type.Received == 0 ? "Polymorphic" : $"Polymorphic(Received = {type.Received})";
        else if (type.Received == 0)
            yield return "Polymorphic";
    }

    private static string Parameter(IEnumerable<string> attributes, string way, WrittenType type, DefsArgument a)
    {
        var all = type.C is null || type.C == Spelling.Keyword(type.CSharp) ? [.. attributes] : attributes.Append($"CType(\"{type.C}\")").ToList();
        var before = all.Count == 0 ? "" : $"[{string.Join(", ", all)}] ";
        return $"{before}{way}{type.CSharp} {Named(a.Name)}";
    }

    /// <summary>Names that generated code uses itself get a line behind them.</summary>
    private static string Named(string name) => name is "caller" || name.StartsWith("__", StringComparison.Ordinal) ? name.TrimStart('_') + "_" : Identifiers.EscapeReserved(name);
}
