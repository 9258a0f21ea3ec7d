using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>The size of a structure as the runtime lays it out for C.</summary>
internal static class Measure
{
    /// <summary>Null when the structure holds something that C could not.</summary>
    public static int? Size(INamedTypeSymbol type) => Layout(type, 0)?.Size;

    private static (int Size, int Alignment)? Layout(ITypeSymbol type, int depth)
    {
        if (depth > 16)
            return null;
        var (size, _) = ValueType.Integer(type.SpecialType);
        if (size != 0)
            return (size, size);
        switch (type.SpecialType)
        {
            case SpecialType.System_Single:
                return (4, 4);
            case SpecialType.System_Double:
                return (8, 8);
            default:
                break;
        }
        if (type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            return (8, 8);
        if (type is not INamedTypeSymbol named || !named.IsValueType || !named.IsUnmanagedType)
            return null;
        if (named.EnumUnderlyingType is { } underlying)
            return Layout(underlying, depth + 1);
        return named.TypeKind == TypeKind.Struct ? Fields(named, depth) : null;
    }

    private static (int Size, int Alignment)? Fields(INamedTypeSymbol type, int depth)
    {
        var (kind, pack, least) = Declared(type);
        int end = 0, alignment = 1;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsConst)
                continue;
            var inner = field.IsFixedSizeBuffer ? ((IPointerTypeSymbol)field.Type).PointedAtType : field.Type;
            if (Layout(inner, depth + 1) is not var (size, natural))
                return null;
            if (field.IsFixedSizeBuffer)
                size *= field.FixedSize;
            var aligned = pack == 0 ? natural : Math.Min(natural, pack);
            var offset = kind == Explicit ? Offset(field) : (end + aligned - 1) / aligned * aligned;
            end = Math.Max(end, offset + size);
            alignment = Math.Max(alignment, aligned);
        }
        if (Repeats(type) is { } length)
            end *= length;
        var total = (Math.Max(end, 1) + alignment - 1) / alignment * alignment;
        return (Math.Max(total, least), alignment);
    }

    private const int Explicit = 2;

    private static (int Kind, int Pack, int Size) Declared(INamedTypeSymbol type)
    {
        int kind = 0, pack = 0, size = 0;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name != "StructLayoutAttribute")
                continue;
            if (attribute.ConstructorArguments is [{ Value: not null } argument, ..])
                kind = Convert.ToInt32(argument.Value, System.Globalization.CultureInfo.InvariantCulture);
            foreach (var named in attribute.NamedArguments)
            {
                if (named is { Key: "Pack", Value.Value: int p })
                    pack = p;
                else if (named is { Key: "Size", Value.Value: int s })
                    size = s;
            }
        }
        return (kind, pack, size);
    }

    private static int Offset(IFieldSymbol field)
    {
        foreach (var attribute in field.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "FieldOffsetAttribute" && attribute.ConstructorArguments is [{ Value: int offset }])
                return offset;
        }
        return 0;
    }

    private static int? Repeats(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "InlineArrayAttribute" && attribute.ConstructorArguments is [{ Value: int length }])
                return length;
        }
        return null;
    }
}
