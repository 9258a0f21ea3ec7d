using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mach.Generators;

/// <summary>What a declared interface says of itself, whatever it declares.</summary>
/// <param name="Namespace">Null in the global namespace.</param>
/// <param name="Name">The interface's name.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>, with a space after it.</param>
internal sealed record Shape(string? Namespace, string Name, string Accessibility)
{
    /// <summary>The name without the I that marks an interface: what the names of the outputs begin with.</summary>
    public string Stem => Name.Length > 1 && Name[0] == 'I' && char.IsUpper(Name[1]) ? Name.Substring(1) : Name;

    public bool IsPublic => Accessibility.StartsWith("public", StringComparison.Ordinal);

    /// <summary>What names other outputs of the same declaration in a file name.</summary>
    public string FullName => Namespace is null ? Name : Namespace + "." + Name;

    public static Shape? Of(INamedTypeSymbol type, Complaints complaints)
    {
        if (type.ContainingType is not null || type.Arity != 0)
        {
            complaints.Add(Diagnostics.NotTopLevel, type, type.Name);
            return null;
        }
        if (!IsPartial(type))
        {
            complaints.Add(Diagnostics.NotPartial, type, type.Name);
            return null;
        }
        var space = type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString();
        return new(space, type.Name, type.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public ? "public " : "internal ");
    }

    public static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length == 0 ||
        type.DeclaringSyntaxReferences.All(r =>
            r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The methods that the interface declares, in order; complains about anything else.</summary>
    public static IReadOnlyList<IMethodSymbol> Methods(INamedTypeSymbol type, Complaints complaints)
    {
        var methods = new List<IMethodSymbol>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false, IsAbstract: true } method)
            {
                if (names.Add(method.Name))
                    methods.Add(method);
                else
                    complaints.Add(Diagnostics.Overload, method, method.Name);
            }
            else if (member is not IMethodSymbol { AssociatedSymbol: not null })
            {
                complaints.Add(Diagnostics.NotPlainMethod, member, member.Name);
            }
        }
        if (type.AllInterfaces.Length != 0)
            complaints.Add(Diagnostics.NotPlainMethod, type, type.AllInterfaces[0].Name);
        return methods;
    }
}
