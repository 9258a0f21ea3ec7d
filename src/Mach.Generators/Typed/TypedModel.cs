namespace Mach.Generators;

internal enum PartKind
{
    /// <summary>A number, an enumeration, a structure.</summary>
    Value,

    /// <summary>C's boolean_t.</summary>
    Boolean,

    /// <summary>Elements without a count.</summary>
    Elements,

    /// <summary>A count and elements.</summary>
    Counted,

    /// <summary>A text of variable length.</summary>
    Text,

    /// <summary>A text in a field.</summary>
    FixedText,

    /// <summary>One right.</summary>
    Right,

    /// <summary>An array of rights.</summary>
    Rights,

    /// <summary>A region that is an object of its own.</summary>
    Region,

    /// <summary>Elements that travel out of line.</summary>
    RegionElements,
}

/// <summary>One member of a typed message.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it travels.</param>
/// <param name="Type">Its type as C# writes it; of an array, the element's.</param>
/// <param name="Size">Bytes of the value, or of one element.</param>
/// <param name="Limit">Most elements, or bytes of a text; of fixed lengths, how many.</param>
internal sealed record TypedPart(string Name, PartKind Kind, string Type, int Size, int Limit)
{
    /// <summary>The name as code writes it.</summary>
    public string Code => Identifiers.Escape(Name);

    /// <summary>An argument of the record's constructor.</summary>
    public bool IsPositional { get; init; }

    /// <summary>The right, or each of the array's, may be absent.</summary>
    public bool OrNone { get; init; }

    /// <summary><c>Move</c>, <c>Copy</c>, <c>MakeSend</c> or <c>MakeSendOnce</c>: what the sender does with the right or region.</summary>
    public string Verb { get; init; } = "";

    /// <summary>What arrives: <c>Send</c>, <c>SendOnce</c> or <c>Receive</c>; empty for what is no right.</summary>
    public string Arrives { get; init; } = "";

    /// <summary>The type that arrives, where it is another than <see cref="Type"/>.</summary>
    public string? ArrivesAs { get; init; }

    public string ReadType => ArrivesAs ?? Type;

    public bool HasDescriptor => Kind >= PartKind.Right;

    /// <summary>A right, rights, or a region: to be disposed.</summary>
    public bool IsOwned => Kind is PartKind.Right or PartKind.Rights or PartKind.Region;

    /// <summary>Made from what stays the sender's: the message as declared does not release it.</summary>
    public bool IsMade => Verb.StartsWith("Make", StringComparison.Ordinal);

    public bool IsArray => Kind is PartKind.Elements or PartKind.Counted or PartKind.Rights or PartKind.RegionElements;

    /// <summary>The member's type in the message that is read, as declared.</summary>
    public string Declared => Kind switch
    {
        PartKind.Right => ReadType + (OrNone ? "?" : ""),
        PartKind.Rights => ReadType + (OrNone ? "?[]" : "[]"),
        _ => ReadType + (IsArray ? "[]" : ""),
    };

    /// <summary>Bytes of the part in every message: descriptor, count, and what has a fixed length.</summary>
    public int FixedBytes => Kind switch
    {
        PartKind.Right => Wire.PortDescriptor,
        PartKind.Rights or PartKind.Region or PartKind.RegionElements => Wire.RegionDescriptor + 4,
        PartKind.Value or PartKind.Boolean => Wire.Round(Size),
        PartKind.Elements or PartKind.FixedText => Wire.Round(Size * Limit),
        PartKind.Text => 8,
        _ => 4,
    };

    /// <summary>The most bytes that the part has in the message.</summary>
    public long MostBytes => FixedBytes + (Kind is PartKind.Text or PartKind.Counted ? ((long)Size * Limit) + 3 & ~3L : 0);
}

/// <summary>A <c>[MachMessage]</c> type.</summary>
/// <param name="Shape">Its name and place.</param>
/// <param name="Keyword"><c>record</c>, <c>record struct</c>, <c>class</c> or <c>struct</c>.</param>
/// <param name="Id">What it means.</param>
/// <param name="Ndr">An NDR record stands before the values.</param>
/// <param name="Reply">The type in which its answer is read, or null.</param>
/// <param name="Parts">What it carries.</param>
/// <param name="DisposesItself">It has a <c>Dispose</c> of its own.</param>
internal sealed record TypedMessageModel(
    Shape Shape, string Keyword, int Id, bool Ndr, string? Reply, EquatableArray<TypedPart> Parts, bool DisposesItself)
{
    /// <summary>The type in which the answer is read is a value.</summary>
    public bool ReplyIsStruct { get; init; }

    public bool IsStruct => Keyword.EndsWith("struct", StringComparison.Ordinal);

    /// <summary>Some part arrives as another type: the message is read as a type of its own.</summary>
    public bool IsReadAsOther => Parts.Any(p => p.ArrivesAs is not null);

    /// <summary>The message as declared holds something to be released.</summary>
    public bool Owns => Parts.Any(p => p.IsOwned && !p.IsMade);

    /// <summary>The message as read does.</summary>
    public bool OwnsWhenRead => Parts.Any(p => p.IsOwned);

    public int Descriptors => Parts.Count(p => p.HasDescriptor);

    /// <summary>Bytes of the message without what varies.</summary>
    public int FixedBytes => Wire.Header + (Descriptors == 0 ? 0 : Wire.Body) + (Ndr ? Wire.Ndr : 0) + Parts.Sum(p => p.FixedBytes);

    public string FullName => "global::" + Shape.FullName;

    /// <summary>The type that is read.</summary>
    public string ReadName => IsReadAsOther ? FullName + ".Received" : FullName;
}
