using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mach.Generators;

/// <summary>How C writes the types of a declaration: from the alias that the source uses, or from what another assembly kept.</summary>
internal static class Spelling
{
    /// <summary>The C type of a parameter; of what an <c>out</c> or <c>ref</c> points to.</summary>
    public static string Of(IParameterSymbol parameter)
    {
        if (Given(parameter.GetAttributes()) is { } given)
            return given;
        foreach (var reference in parameter.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is ParameterSyntax { Type: { } type })
                return Of(type);
        }
        return Kept(parameter) ?? Of(parameter.Type);
    }

    /// <summary>The C type that a method returns.</summary>
    public static string OfReturn(IMethodSymbol method)
    {
        if (Given(method.GetReturnTypeAttributes()) is { } given)
            return given;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is MethodDeclarationSyntax declaration)
                return Of(declaration.ReturnType);
        }
        return Prototype(method)?.ConstructorArguments[1].Value as string ?? Of(method.ReturnType);
    }

    private static string? Given(IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass?.Name == "CTypeAttribute" && attribute.ConstructorArguments is [{ Value: string spelling }])
                return spelling;
        }
        return null;
    }

    private static AttributeData? Prototype(IMethodSymbol method) =>
        method.ContainingType.GetAttributes().FirstOrDefault(a =>
            a.AttributeClass?.Name == "CPrototypeAttribute" && a.ConstructorArguments is [{ Value: string name }, _, _] && name == method.Name);

    /// <summary>The whole list of arguments that another assembly's generator kept, or null.</summary>
    public static (string Returns, string[] Arguments)? Kept(IMethodSymbol method) =>
        Prototype(method) is { ConstructorArguments: [_, { Value: string returns }, { IsNull: false } list] }
            ? (returns, [.. list.Values.Select(v => (string?)v.Value ?? "")])
            : null;

    private static string? Kept(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || Kept(method) is not var (_, arguments))
            return null;
        foreach (var argument in arguments)
        {
            if (!argument.EndsWith(parameter.Name, StringComparison.Ordinal))
                continue;
            var type = argument.Substring(0, argument.Length - parameter.Name.Length);
            if (type.Length == 0 || (type[type.Length - 1] is not (' ' or '*')))
                continue;
            type = type.TrimEnd();
            return parameter.RefKind is RefKind.Out or RefKind.Ref && type.EndsWith("*", StringComparison.Ordinal)
                ? type.Substring(0, type.Length - 1).TrimEnd()
                : type;
        }
        return null;
    }

    private static string Of(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax predefined => Keyword(predefined.Keyword.ValueText),
        QualifiedNameSyntax qualified => Of(qualified.Right),
        AliasQualifiedNameSyntax qualified => Of(qualified.Name),
        GenericNameSyntax { TypeArgumentList.Arguments: [var element] } => Of(element) + " *",
        RefTypeSyntax reference => Of(reference.Type),
        _ => type.ToString(),
    };

    private static string Of(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } generic
            ? Of(generic.TypeArguments[0]) + " *"
            : Keyword(type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));

    /// <summary>C's name of a type that C# has a keyword for.</summary>
    public static string Keyword(string keyword) => keyword switch
    {
        "uint" => "unsigned int",
        "ulong" => "uint64_t",
        "long" => "int64_t",
        "ushort" => "uint16_t",
        "short" => "int16_t",
        "byte" => "uint8_t",
        "sbyte" => "int8_t",
        _ => keyword,
    };
}
