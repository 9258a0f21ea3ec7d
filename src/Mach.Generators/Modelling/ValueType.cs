using Microsoft.CodeAnalysis;

namespace Mach.Generators;

internal enum ValueKind
{
    Integer,
    Enumeration,
    Structure,
    Address,
}

/// <summary>A type that can stand in a register or a message.</summary>
/// <param name="CSharp">How generated code writes it, whatever is imported there.</param>
/// <param name="C">How C writes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Signed">A signed integer, or an enumeration of one.</param>
/// <param name="Element">For an address, what is found there, as C# writes it.</param>
/// <param name="IsArray">An array of a fixed length: C passes its address.</param>
internal sealed record ValueType(string CSharp, string C, ValueKind Kind, int Size, bool Signed, string? Element = null, bool IsArray = false)
{
    /// <summary>Bytes of no type.</summary>
    public static ValueType Byte { get; } = new("byte", "uint8_t", ValueKind.Integer, 1, Signed: false);

    /// <summary>The type with a pointer in place of <c>UserPtr</c>.</summary>
    public string Pointer => Kind == ValueKind.Address ? Element + "*" : CSharp;

    /// <summary>The size as a field of a message: padded to four bytes.</summary>
    public int Padded => Wire.Round(Size);

    public static ValueType? Of(ITypeSymbol type, string c, Measure measure)
    {
        if (type is IPointerTypeSymbol or INamedTypeSymbol { IsTupleType: true })
            return null;
        var text = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (Integer(type.SpecialType) is var (size, signed) && size != 0)
            return new(text, c, ValueKind.Integer, size, signed);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Struct } named)
            return null;
        if (named.EnumUnderlyingType is { } underlying)
        {
            (size, signed) = Integer(underlying.SpecialType);
            return new(text, c, ValueKind.Enumeration, size, signed);
        }
        if (IsUserPtr(named))
        {
            var element = named.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            return new(text, c, ValueKind.Address, 8, Signed: false, element);
        }
        return measure.Size(named) is { } bytes
            ? new(text, c, ValueKind.Structure, bytes, Signed: false, IsArray: Measure.IsArray(named))
            : null;
    }

    public static bool IsUserPtr(ITypeSymbol type) => Is(type, "UserPtr", "Mach.Abi");

    /// <summary>An address of bytes, or one that is written as an integer.</summary>
    public static bool IsBytes(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_UInt64 ||
        (IsUserPtr(type) && ((INamedTypeSymbol)type).TypeArguments[0].SpecialType == SpecialType.System_Byte);

    public static bool IsSpan(ITypeSymbol type) => Is(type, "Span", "System");

    public static bool IsReadOnlySpan(ITypeSymbol type) => Is(type, "ReadOnlySpan", "System");

    private static bool Is(ITypeSymbol type, string name, string space) =>
        type is INamedTypeSymbol { Arity: 1 } named && named.Name == name &&
        named.ContainingNamespace?.ToDisplayString() == space;

    public static (int Size, bool Signed) Integer(SpecialType type) => type switch
    {
        SpecialType.System_SByte => (1, true),
        SpecialType.System_Byte => (1, false),
        SpecialType.System_Int16 => (2, true),
        SpecialType.System_UInt16 => (2, false),
        SpecialType.System_Int32 => (4, true),
        SpecialType.System_UInt32 => (4, false),
        SpecialType.System_Int64 => (8, true),
        SpecialType.System_UInt64 => (8, false),
        _ => (0, false),
    };
}

/// <summary>Sizes on the wire.</summary>
internal static class Wire
{
    public const int Header = 24;
    public const int Body = 4;
    public const int Ndr = 8;
    public const int PortDescriptor = 12;
    public const int RegionDescriptor = 16;
    public const int ErrorReply = 36;
    public const int Trailer = 8;

    public static int Round(int size) => (size + 3) & ~3;
}
