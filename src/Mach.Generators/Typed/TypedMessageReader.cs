using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mach.Generators;

/// <summary>Reads a typed message from its declaration.</summary>
internal static class TypedMessageReader
{
    private const string AttributeName = "Mach.MachMessageAttribute";
    private const long MostBytes = (48 << 20) - 68;

    private static readonly string[] _generated = ["MessageId", "WriteTo", "TryRead", "Received"];
    private static readonly string[] _calls = ["TryCall", "Call", "CallAsync"];

    public static Parsed<TypedMessageModel> Read(INamedTypeSymbol type, Compilation compilation)
    {
        var complaints = new Complaints();
        var attribute = Declaration(type)!;
        var shape = Shape.Of(type, complaints);
        var keyword = Keyword(type, complaints);
        var reply = attribute.Named<ITypeSymbol>("Reply", null) is { } answer ? Reply(type, answer, compilation, complaints) : null;
        var parts = Parts(type, compilation, complaints);
        foreach (var name in reply is null ? _generated : [.. _generated, .. _calls])
        {
            if (type.GetMembers(name).FirstOrDefault(m => !m.IsImplicitlyDeclared) is { } taken)
                complaints.Add(TypedDiagnostics.ReservedName, taken, type.Name, name);
        }
        if (type.GetMembers("Dispose").FirstOrDefault(m => m is not IMethodSymbol) is { } dispose && parts.Any(p => p.IsOwned))
            complaints.Add(TypedDiagnostics.ReservedName, dispose, type.Name, "Dispose");
        var disposes = type.GetMembers("Dispose").OfType<IMethodSymbol>().Any(m => m.Parameters.Length == 0);
        if (shape is null || complaints.Any)
            return new(null, complaints.ToEquatable());
        var model = new TypedMessageModel(
            shape, keyword, attribute.Number(0), attribute.Named("Ndr", false), reply, parts.ToEquatable(), disposes)
        {
            ReplyIsStruct = attribute.Named<ITypeSymbol>("Reply", null)?.IsValueType == true,
        };
        var most = model.FixedBytes + parts.Sum(p => p.MostBytes - p.FixedBytes);
        if (most > MostBytes)
        {
            complaints.Add(TypedDiagnostics.TooLarge, type, type.Name, most.ToString(CultureInfo.InvariantCulture), MostBytes.ToString(CultureInfo.InvariantCulture));
            return new(null, complaints.ToEquatable());
        }
        return new(model, complaints.ToEquatable());
    }

    private static AttributeData? Declaration(ITypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == AttributeName);

    private static string Keyword(INamedTypeSymbol type, Complaints complaints)
    {
        var problem = type switch
        {
            { IsRefLikeType: true } => "a ref struct cannot be kept",
            { IsStatic: true } => "it is static",
            { IsAbstract: true } => "it is abstract",
            { TypeKind: TypeKind.Class, IsSealed: false } => "a class must be sealed, so that a message is what it says",
            { BaseType: { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent } => $"it inherits '{parent.Name}'",
            _ => null,
        };
        if (problem is not null)
            complaints.Add(TypedDiagnostics.NoMessageType, type, type.Name, problem);
        return (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            _ => "class",
        };
    }

    private static string? Reply(INamedTypeSymbol type, ITypeSymbol answer, Compilation compilation, Complaints complaints)
    {
        if (answer is not INamedTypeSymbol named || Declaration(named) is null)
        {
            complaints.Add(TypedDiagnostics.NoReply, type, type.Name, answer.Name);
            return null;
        }
        var name = named.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        // What is wrong with the reply is told at the reply.
        var readAsOther = named.DeclaringSyntaxReferences.Length == 0
            ? named.GetTypeMembers("Received").Length != 0
            : Parts(named, compilation, new Complaints()).Any(p => p.ArrivesAs is not null);
        return readAsOther ? name + ".Received" : name;
    }

    private static List<TypedPart> Parts(INamedTypeSymbol type, Compilation compilation, Complaints complaints)
    {
        var reader = new TypedPartReader(new Measure(compilation), complaints);
        var parts = new List<TypedPart>();
        var primary = type.InstanceConstructors.FirstOrDefault(c =>
            c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }));
        if (primary is not null && !type.IsRecord)
            complaints.Add(TypedDiagnostics.NoMessageType, type, type.Name, "the arguments of its constructor are no members; make it a record");
        var positional = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in type.IsRecord && primary is not null ? primary.Parameters : [])
        {
            positional.Add(parameter.Name);
            var property = type.GetMembers(parameter.Name).FirstOrDefault(m => m is IPropertySymbol or IFieldSymbol);
            if (reader.Read(parameter, parameter.Type, [.. parameter.GetAttributes(), .. property?.GetAttributes() ?? []]) is { } part)
                parts.Add(part with { IsPositional = true });
        }
        if (primary is null && type is { TypeKind: TypeKind.Class, IsStatic: false } && !type.InstanceConstructors.Any(c => c.Parameters.Length == 0))
            complaints.Add(TypedDiagnostics.NoConstructor, type, type.Name);

        var backed = new HashSet<ISymbol>(
            type.GetMembers().OfType<IFieldSymbol>().Where(f => f.AssociatedSymbol is not null).Select(f => f.AssociatedSymbol!), SymbolEqualityComparer.Default);
        var declarations = new HashSet<SyntaxNode>();
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || member.IsImplicitlyDeclared || positional.Contains(member.Name))
                continue;
            var (memberType, settable) = member switch
            {
                IPropertySymbol property when backed.Contains(property) => (property.Type, property.SetMethod is not null),
                IFieldSymbol { AssociatedSymbol: null } field => (field.Type, !field.IsReadOnly),
                _ => (null, true),
            };
            if (memberType is null)
                continue;
            if (!settable)
                complaints.Add(TypedDiagnostics.NotSettable, member, member.Name);
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration)
                    declarations.Add(declaration);
            }
            if (reader.Read(member, memberType, member.GetAttributes()) is { } part)
                parts.Add(part);
        }
        if (declarations.Count > 1)
            complaints.Add(TypedDiagnostics.NoOrder, type, type.Name);
        return parts;
    }
}
