using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>The sizes of structures as the runtime lays them out for C, wherever they are declared.</summary>
internal sealed class Measure(Compilation compilation)
{
    private const int Deepest = 16;

    private readonly Dictionary<IAssemblySymbol, AssemblyMetadata?> _metadata = new(SymbolEqualityComparer.Default);

    /// <summary>Null when the structure holds something that C could not.</summary>
    public int? Size(INamedTypeSymbol type) => Layout(type, 0)?.Size;

    private (int Size, int Alignment)? Layout(ITypeSymbol type, int depth)
    {
        if (depth > Deepest)
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
        if (type is not INamedTypeSymbol { IsValueType: true, IsUnmanagedType: true } named)
            return null;
        if (named is { Name: "Int128" or "UInt128", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            return (16, 16);
        if (named.EnumUnderlyingType is { } underlying)
            return Layout(underlying, depth + 1);
        return named.TypeKind == TypeKind.Struct ? Fields(named, depth) : null;
    }

    private (int Size, int Alignment)? Fields(INamedTypeSymbol type, int depth)
    {
        var declared = type.OriginalDefinition.DeclaringSyntaxReferences.Length == 0 ? Declared.InMetadata(type, Reader(type)) : Declared.InSource(type);
        if (declared is null)
            return null;
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
            var aligned = declared.Pack == 0 ? natural : Math.Min(natural, declared.Pack);
            var offset = declared.Offset(field) ?? (end + aligned - 1) / aligned * aligned;
            end = Math.Max(end, offset + size);
            alignment = Math.Max(alignment, aligned);
        }
        var total = (Math.Max(end, 1) + alignment - 1) / alignment * alignment;
        return (Math.Max(total * Repeats(type), declared.Size), alignment);
    }

    private MetadataReader? Reader(INamedTypeSymbol type)
    {
        if (!_metadata.TryGetValue(type.ContainingAssembly, out var metadata))
        {
            metadata = (compilation.GetMetadataReference(type.ContainingAssembly) as PortableExecutableReference)?.GetMetadata() as AssemblyMetadata;
            _metadata.Add(type.ContainingAssembly, metadata);
        }
        return metadata?.GetModules()[0].GetMetadataReader();
    }

    /// <summary>The structure is an array of a fixed length.</summary>
    public static bool IsArray(INamedTypeSymbol type) => Length(type) is not null;

    private static int Repeats(INamedTypeSymbol type) => Length(type) ?? 1;

    private static int? Length(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "InlineArrayAttribute" && attribute.ConstructorArguments is [{ Value: int length }])
                return length;
        }
        return null;
    }

    /// <summary>What a structure says of its layout.</summary>
    private sealed record Declared(int Pack, int Size, Func<IFieldSymbol, int?> Offset)
    {
        /// <summary>The runtime orders the fields as it likes.</summary>
        private const int Auto = 3;

        public static Declared? InSource(INamedTypeSymbol type)
        {
            int pack = 0, size = 0;
            foreach (var attribute in type.GetAttributes())
            {
                if (attribute.AttributeClass?.Name != "StructLayoutAttribute")
                    continue;
                if (attribute.Number(0) == Auto)
                    return null;
                pack = attribute.Named("Pack", 0);
                size = attribute.Named("Size", 0);
            }
            return new(pack, size, static field => field.GetAttributes()
                .Where(a => a.AttributeClass?.Name == "FieldOffsetAttribute" && a.ConstructorArguments is [{ Value: int }])
                .Select(a => (int?)a.Number(0)).FirstOrDefault());
        }

        /// <summary>Compiled structures keep their layout in tables, not as attributes.</summary>
        public static Declared? InMetadata(INamedTypeSymbol type, MetadataReader? reader)
        {
            if (reader is null || MetadataTokens.EntityHandle(type.OriginalDefinition.MetadataToken) is not { Kind: HandleKind.TypeDefinition } handle)
                return null;
            var definition = reader.GetTypeDefinition((TypeDefinitionHandle)handle);
            var kind = definition.Attributes & TypeAttributes.LayoutMask;
            if (kind == TypeAttributes.AutoLayout)
                return null;
            var layout = definition.GetLayout();
            var isExplicit = kind == TypeAttributes.ExplicitLayout;
            return new(layout.PackingSize, layout.Size, field => isExplicit ? InTable(reader, field) : null);
        }

        private static int? InTable(MetadataReader reader, IFieldSymbol field) =>
            MetadataTokens.EntityHandle(field.OriginalDefinition.MetadataToken) is { Kind: HandleKind.FieldDefinition } handle &&
            reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetOffset() is >= 0 and var offset
                ? offset
                : null;
    }
}
