using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Reads one member of a typed message.</summary>
internal sealed class TypedPartReader(Measure measure, Complaints complaints)
{
    private const int MostElements = 65536, MostTextBytes = 16384, MostRights = 16384;

    private static readonly (string Attribute, string Says, string Verb)[] _dispositions =
    [
        ("MoveReceiveAttribute", "[MoveReceive]", "Move"), ("MoveSendAttribute", "[MoveSend]", "Move"),
        ("MoveSendOnceAttribute", "[MoveSendOnce]", "Move"), ("CopySendAttribute", "[CopySend]", "Copy"),
        ("MakeSendAttribute", "[MakeSend]", "MakeSend"), ("MakeSendOnceAttribute", "[MakeSendOnce]", "MakeSendOnce"),
    ];

    public TypedPart? Read(ISymbol member, ITypeSymbol type, IReadOnlyList<AttributeData> attributes)
    {
        if (type.TypeKind == TypeKind.Error)
            return null; // the compiler says so
        var says = new Said(attributes);
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            if (!NotNull(member, type, "array"))
                return null;
            return RightOf(array.ElementType) is not null
                ? Rights(member, array.ElementType, says, isArray: true)
                : Array(member, array, says);
        }
        if (RightOf(type) is not null)
            return Rights(member, type, says, isArray: false);
        if (!NotNull(member, type, type.Name))
            return null;
        if (NoDispositions(member, says) is false)
            return null;
        if (type.SpecialType == SpecialType.System_String)
            return Text(member, says);
        if (type.ContainingNamespace?.ToDisplayString() == "Mach" && type.Name is "OolBuffer" or "OolVector")
            return Region(member, type, says);
        if (says.Any)
            return Contradict(member, $"a '{type.ToDisplayString()}' needs no limit");
        return Value(member, type);
    }

    private static string? RightOf(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() == "Mach" && type.Name is "SendRight" or "SendOnceRight" or "ReceiveRight" ? type.Name : null;

    private TypedPart? Rights(ISymbol member, ITypeSymbol type, Said says, bool isArray)
    {
        if (says.Text is not null || says.Region is not null || says.Length is not null || (!isArray && says.Counted is not null))
            return Contradict(member, isArray ? "an array of rights has [Counted] and a disposition" : "a right has a disposition and nothing else");
        if (says.Dispositions.Count > 1)
        {
            complaints.Add(TypedDiagnostics.TwoDispositions, member, member.Name);
            return null;
        }
        string[] can = type.Name switch
        {
            "SendRight" => ["[MoveSend]", "[CopySend]"],
            "SendOnceRight" => ["[MoveSendOnce]"],
            _ => isArray ? ["[MoveReceive]", "[MakeSend]"] : ["[MoveReceive]", "[MakeSend]", "[MakeSendOnce]"],
        };
        var (_, said, verb) = says.Dispositions.Count == 1 ? says.Dispositions[0] : can.Length == 1 ? _dispositions[2] : default;
        if (said is null)
        {
            complaints.Add(TypedDiagnostics.NoDisposition, member, member.Name, string.Join(" or ", can));
            return null;
        }
        if (System.Array.IndexOf(can, said) < 0)
        {
            complaints.Add(TypedDiagnostics.WrongDisposition, member, member.Name, said, type.Name + (isArray ? "[]" : ""), string.Join(" or ", can));
            return null;
        }
        var limit = 1;
        if (isArray)
        {
            if (says.Counted is null)
                return Unlimited(member, "[Counted(maximum)]");
            limit = says.Counted.Number(0);
            if (!InRange(member, limit, MostRights))
                return null;
        }
        var arrives = verb switch { "MakeSend" => "Send", "MakeSendOnce" => "SendOnce", _ => type.Name.Substring(0, type.Name.Length - "Right".Length) };
        return new(member.Name, isArray ? PartKind.Rights : PartKind.Right, "global::Mach." + type.Name, 4, limit)
        {
            Verb = verb,
            Arrives = arrives,
            ArrivesAs = verb is "MakeSend" or "MakeSendOnce" ? $"global::Mach.{arrives}Right" : null,
            OrNone = type.NullableAnnotation == NullableAnnotation.Annotated,
        };
    }

    private TypedPart? Array(ISymbol member, IArrayTypeSymbol array, Said says)
    {
        if (NoDispositions(member, says) is false)
            return null;
        if (says.Text is not null || (says.Length is not null && (says.Counted ?? says.Region) is not null))
            return Contradict(member, "an array has [FixedLength(n)] or [Counted(maximum)], and [OutOfLine] besides the latter");
        if ((says.Length ?? says.Counted) is not { } limited)
            return Unlimited(member, says.Region is null ? "[FixedLength(n)] or [Counted(maximum)]" : "[Counted(maximum)]");
        if (!Plain(member, says))
            return null;
        if (Value(member, array.ElementType) is not { } element)
            return null;
        if (element.Kind == PartKind.Boolean)
        {
            complaints.Add(TypedDiagnostics.UnsupportedMember, member, member.Name, array.ToDisplayString(), "has no fixed form in an array: use bytes or 'int'");
            return null;
        }
        var limit = limited.Number(0);
        if (!InRange(member, limit, says.Region is null ? MostElements : int.MaxValue / element.Size))
            return null;
        var kind = says.Region is not null ? PartKind.RegionElements : says.Length is not null ? PartKind.Elements : PartKind.Counted;
        return element with { Kind = kind, Limit = limit };
    }

    private TypedPart? Text(ISymbol member, Said says)
    {
        if (says.Counted is not null || says.Region is not null || says.Length is not null)
            return Contradict(member, "a text has [CString(maximum)] and nothing else");
        if (says.Text is null)
            return Unlimited(member, "[CString(maximum)]");
        var limit = says.Text.Number(0);
        return InRange(member, limit, MostTextBytes)
            ? new(member.Name, says.Text.Named("Fixed", false) ? PartKind.FixedText : PartKind.Text, "string", 1, limit)
            : null;
    }

    private TypedPart? Region(ISymbol member, ITypeSymbol type, Said says)
    {
        if (says.Text is not null || says.Length is not null)
            return Contradict(member, "a region has [OutOfLine], and [Counted(maximum)] for most bytes");
        var vector = type.Name == "OolVector";
        if (vector && says.Region is not null)
            return Contradict(member, "what an OolVector holds always moves: [OutOfLine] says nothing more");
        if (!vector && says.Region is null)
        {
            complaints.Add(TypedDiagnostics.NoDisposition, member, member.Name, "[OutOfLine] when it is copied, [OutOfLine(Deallocate = true)] when it moves");
            return null;
        }
        if (!Plain(member, says))
            return null;
        var limit = says.Counted?.Number(0) ?? int.MaxValue;
        if (!InRange(member, limit, int.MaxValue))
            return null;
        return new(member.Name, PartKind.Region, "global::Mach." + type.Name, 1, limit)
        {
            Verb = vector || says.Region!.Named("Deallocate", false) ? "Move" : "Copy",
            ArrivesAs = vector ? "global::Mach.OolBuffer" : null,
        };
    }

    private TypedPart? Value(ISymbol member, ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean:
                return new(member.Name, PartKind.Boolean, "bool", 4, 1);
            case SpecialType.System_Single:
                return new(member.Name, PartKind.Value, "float", 4, 1);
            case SpecialType.System_Double:
                return new(member.Name, PartKind.Value, "double", 8, 1);
            default:
                break;
        }
        var local = type.Name == "RawMachPort" || ValueType.IsUserPtr(type);
        var basic = type.SpecialType != SpecialType.None && ValueType.Integer(type.SpecialType).Size == 0;
        if (!local && !basic && ValueType.Of(type, "", measure) is { } value)
            return new(member.Name, PartKind.Value, value.CSharp, value.Size, 1);
        var why = local
            ? "means something in one task only: send a right or a region"
            : "has no fixed form";
        complaints.Add(TypedDiagnostics.UnsupportedMember, member, member.Name, type.ToDisplayString(), why);
        return null;
    }

    private bool NotNull(ISymbol member, ITypeSymbol type, string what)
    {
        if (type.NullableAnnotation != NullableAnnotation.Annotated && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
            return true;
        complaints.Add(TypedDiagnostics.NotNullable, member, member.Name, what);
        return false;
    }

    private bool? NoDispositions(ISymbol member, Said says)
    {
        if (says.Dispositions.Count == 0)
            return null;
        Contradict(member, $"{says.Dispositions[0].Says} is for rights");
        return false;
    }

    // A multiplier or a physical copy is of the interface language; here a count counts elements.
    private bool Plain(ISymbol member, Said says)
    {
        var only = (says.Counted?.NamedArguments.Length ?? 0) == 0 && (says.Region is null || says.Region.NamedArguments.All(a => a.Key == "Deallocate"));
        if (!only)
            Contradict(member, "only [OutOfLine] has a setting here, and that is Deallocate");
        return only;
    }

    private bool InRange(ISymbol member, int limit, int most)
    {
        if (limit >= 1 && limit <= most)
            return true;
        complaints.Add(TypedDiagnostics.LimitRange, member, member.Name, limit.ToString(CultureInfo.InvariantCulture), $"1 to {most.ToString(CultureInfo.InvariantCulture)}");
        return false;
    }

    private TypedPart? Unlimited(ISymbol member, string needs)
    {
        complaints.Add(TypedDiagnostics.NoLimit, member, member.Name, needs);
        return null;
    }

    private TypedPart? Contradict(ISymbol member, string why)
    {
        complaints.Add(TypedDiagnostics.Contradiction, member, member.Name, why);
        return null;
    }

    /// <summary>What the attributes of a member say.</summary>
    private sealed class Said(IReadOnlyList<AttributeData> attributes)
    {
        public AttributeData? Counted { get; } = Attributes.Find(attributes, "CountedAttribute");

        public AttributeData? Text { get; } = Attributes.Find(attributes, "CStringAttribute");

        public AttributeData? Region { get; } = Attributes.Find(attributes, "OutOfLineAttribute");

        public AttributeData? Length { get; } = attributes.FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == "Mach.FixedLengthAttribute");

        public List<(string Attribute, string Says, string Verb)> Dispositions { get; } =
            [.. _dispositions.Where(d => Attributes.Find(attributes, d.Attribute) is not null)];

        public bool Any => (Counted ?? Text ?? Region ?? Length) is not null;
    }
}
