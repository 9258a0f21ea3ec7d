namespace Mach.Generators;

/// <summary>The types that a .defs file has declared so far.</summary>
internal sealed class DefsTypes(DefsComplaints complaints)
{
    /// <summary>The largest message that a stub could build.</summary>
    private const long MostBytes = 1 << 24;

    private readonly Dictionary<string, DefsType?> _named = new(StringComparer.Ordinal);
    private Func<string, DefsType?>? _elsewhere;

    /// <summary>Declares a type; a second declaration must say the same.</summary>
    public void Declare(NamedTypeSyntax syntax)
    {
        var type = Named(syntax);
        if (type is not null && _named.TryGetValue(syntax.Name, out var old) && old is not null && !old.SameAs(type))
            complaints.Add(Diagnostics.DefsType, syntax.Place, $"type '{syntax.Name}' is declared already, as something else");
        // A type that could not be understood is known: its users are not to blame.
        _named[syntax.Name] = type;
    }

    /// <summary>Declares a type that is understood already.</summary>
    public void Declare(DefsType type) => _named[type.Name] = type;

    /// <summary>The type with a name; null when there is none.</summary>
    public DefsType? Known(string name) => _named.TryGetValue(name, out var type) ? type : null;

    /// <summary>Understands a type without declaring it; names mean what they are said to elsewhere.</summary>
    public DefsType? Bind(NamedTypeSyntax syntax, Func<string, DefsType?> elsewhere)
    {
        _elsewhere = elsewhere;
        return Named(syntax);
    }

    /// <summary>The type with a name; null, and a complaint, when it has not been declared.</summary>
    public DefsType? Find(TypeNameSyntax syntax)
    {
        if (_elsewhere?.Invoke(syntax.Name) is { } other)
            return other;
        if (!_named.TryGetValue(syntax.Name, out var type))
            complaints.Add(Diagnostics.DefsType, syntax.Place, $"type '{syntax.Name}' is not declared");
        return type;
    }

    private DefsType? Named(NamedTypeSyntax syntax)
    {
        if (Bound(syntax.Type) is not { } type)
            return null;
        return type with
        {
            Name = syntax.Name,
            UserType = syntax.UserType ?? syntax.CType ?? syntax.InTranslation?.Argument ?? syntax.OutTranslation?.Type ?? syntax.Name,
            ServerType = syntax.ServerType ?? syntax.CType ?? syntax.InTranslation?.Type ?? syntax.OutTranslation?.Argument ?? syntax.Name,
            Original = syntax.Type is TypeNameSyntax ? type : null,
            InTranslation = syntax.InTranslation,
            OutTranslation = syntax.OutTranslation,
            Destructor = syntax.Destructor,
        };
    }

    private DefsType? Bound(DefsTypeSyntax syntax) => syntax switch
    {
        TypeNameSyntax name => Find(name),
        BasicTypeSyntax basic => Basic(basic),
        StructSyntax structure => Repeated(structure.Place, structure.Element, structure.Count, isArray: false),
        ArraySyntax { Varies: false } array => Repeated(array.Place, array.Element, array.Count, isArray: true),
        ArraySyntax array => Varying(array),
        CStringSyntax text => new DefsType("", DefsTypeKind.CString, text.Count) { Count = text.Count, Varies = text.Varies, Numbers = text.Count },
        OutOfLineSyntax region => OutOfLine(region),
        NativePointerSyntax pointer => Wrong(pointer.Place, $"{pointer.Kind} is a pointer within one process: nothing of it can travel"),
        _ => null,
    };

    private DefsType? Wrong(DefsPlace place, string message)
    {
        complaints.Add(Diagnostics.DefsType, place, message);
        return null;
    }

    private DefsType? Basic(BasicTypeSyntax syntax)
    {
        var (sent, received) = (syntax.Sent, syntax.Received);
        if (sent.Kind != received.Kind && !(sent.Kind == IpcKind.Port && received.Kind == IpcKind.Port))
            return Wrong(syntax.Place, "what is sent and what is received are of different kinds");
        if (sent.Kind == IpcKind.Port)
            return Right(syntax);
        if (syntax.Bits <= 0 || syntax.Bits > MostBytes * 8)
            return Wrong(syntax.Place, "the type needs a size in bits: write '(MACH_MSG_TYPE_…, 8*n)'");
        var bytes = (syntax.Bits + 7) / 8;
        if (sent.Kind == IpcKind.CString)
            return new("", DefsTypeKind.CString, bytes) { Count = bytes, Numbers = bytes, Flags = syntax.Flags };
        var item = (sent.Bits + 7) / 8;
        if (bytes == item || (item == 0 && bytes == 1))
            return new("", DefsTypeKind.Value, bytes) { CSharp = sent.CSharp, Flags = syntax.Flags };
        // However long, it is one number to those who count.
        return new("", DefsTypeKind.Structure, bytes) { Count = bytes, Flags = syntax.Flags };
    }

    private DefsType? Right(BasicTypeSyntax syntax)
    {
        var (sent, received) = (syntax.Sent.Sent, syntax.Received.Received);
        if (syntax.Bits != 32)
            return Wrong(syntax.Place, "a right has 32 bits");
        if (sent != 0 && received != 0 && syntax.Sent.Received != received)
            return Wrong(syntax.Place, "a right that is sent this way does not arrive that way");
        return new("", DefsTypeKind.Port, 4) { Sent = sent, Received = received, CSharp = "uint", Flags = syntax.Flags };
    }

    private DefsType? Repeated(DefsPlace place, DefsTypeSyntax syntax, long count, bool isArray)
    {
        if (Bound(syntax) is not { } element)
            return null;
        if (element.Varies || element.OutOfLine || element.Kind == DefsTypeKind.PortArray)
            return Wrong(place, "the elements must have a fixed size within the message");
        if (element.Size * count > MostBytes)
            return Wrong(place, $"{element.Size * count} bytes do not fit into a message");
        if (element.Kind == DefsTypeKind.Port && !isArray)
            return Wrong(place, "a structure cannot hold rights");
        var kind = element.Kind == DefsTypeKind.Port ? DefsTypeKind.PortArray : DefsTypeKind.Structure;
        return new("", kind, element.Size * count)
        {
            Element = element,
            Count = count,
            IsArray = isArray,
            Numbers = element.Numbers * count,
            Sent = element.Sent,
            Received = element.Received,
            Flags = element.Flags,
        };
    }

    private DefsType? Varying(ArraySyntax syntax)
    {
        if (Bound(syntax.Element) is not { } element)
            return null;
        if (element.Varies || element.OutOfLine || element.Kind == DefsTypeKind.PortArray)
            return Wrong(syntax.Place, "the elements must have a fixed size within the message");
        if (element.Size * syntax.Count > MostBytes)
            return Wrong(syntax.Place, $"{element.Size * syntax.Count} bytes do not fit into a message");
        return new("", DefsTypeKind.Array, element.Size * syntax.Count)
        {
            Element = element,
            Count = syntax.Count,
            Varies = true,
            IsArray = true,
            // Without a limit it does not fit into a message.
            OutOfLine = syntax.Count == 0,
            Flags = element.Flags,
            Sent = element.Sent,
            Received = element.Received,
        };
    }

    private DefsType? OutOfLine(OutOfLineSyntax syntax)
    {
        if (Bound(syntax.Target) is not { } target)
            return null;
        return target.Kind switch
        {
            DefsTypeKind.Port => Wrong(syntax.Place, "one right is never out of line"),
            DefsTypeKind.CString when target.Varies => Wrong(syntax.Place, "a string that varies is never out of line: use an array"),
            DefsTypeKind.CString => Region(new("", DefsTypeKind.Value, 1), target.Count),
            DefsTypeKind.Array or DefsTypeKind.PortArray => target with { OutOfLine = true },
            _ when target.IsArray => target with { OutOfLine = true },
            _ => Region(target, 1),
        };
    }

    /// <summary>A fixed number of elements out of line.</summary>
    private static DefsType Region(DefsType element, long count) => new("", DefsTypeKind.Structure, element.Size * count)
    {
        Element = element,
        Count = count,
        IsArray = true,
        OutOfLine = true,
        Flags = element.Flags,
        Numbers = element.Numbers * count,
    };
}
