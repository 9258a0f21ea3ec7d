using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>What calls do with the ownership of what they are given and of what they give: attributes first, then the verbs of the library.</summary>
internal static class Ownership
{
    private static readonly string[] _giving = ["Make", "Copy", "Take", "Create", "Receive", "Call", "LookUp", "CheckIn"];
    private static readonly string[] _borrowing = ["ThrowIfNull", "ThrowIf", "KeepAlive", "ReferenceEquals"];

    public static bool Has(IEnumerable<AttributeData> attributes, string name) =>
        attributes.Any(a => a.AttributeClass is { } type && type.Name == name && type.ContainingNamespace?.ToDisplayString() == "Mach");

    /// <summary>The callee uses what it is given until it returns, and the caller keeps it.</summary>
    public static bool Lends(IParameterSymbol? parameter, MachTypes types)
    {
        if (parameter is null || parameter.RefKind is RefKind.Out or RefKind.Ref)
            return false;
        if (Has(parameter.GetAttributes(), "BorrowsAttribute"))
            return true;
        if (Has(parameter.GetAttributes(), "TakesOwnershipAttribute") || parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        if (Array.IndexOf(_borrowing, method.Name) >= 0)
            return true;
        if (!MachTypes.IsOfMach(method.ContainingType) || method.MethodKind == MethodKind.Constructor || !types.IsOwned(parameter.Type))
            return false;
        return !Moves(parameter, types);
    }

    /// <summary>The callee takes what it is given, and the caller has it no more.</summary>
    public static bool Moves(IParameterSymbol? parameter, MachTypes types)
    {
        if (parameter?.ContainingSymbol is not IMethodSymbol method)
            return false;
        if (Has(parameter.GetAttributes(), "TakesOwnershipAttribute"))
            return types.IsOwned(parameter.Type);
        if (!MachTypes.IsOfMach(method.ContainingType) || method.MethodKind == MethodKind.Constructor || !types.IsOwned(parameter.Type))
            return false;
        return method.Name.StartsWith("Move", StringComparison.Ordinal)
            || (method.Name is "ReplyTo" || method.Name.StartsWith("Request", StringComparison.Ordinal)) && types.IsSendOnce(parameter.Type)
            || method.Name == "TryReplyAndReceive" && types.IsMessage(parameter.Type);
    }

    /// <summary>The expression makes its value, a right, message or region, its receiver's.</summary>
    public static bool Gives(IOperation value, MachTypes types)
    {
        value = Bare(value);
        return value switch
        {
            IObjectCreationOperation creation => types.IsOwned(creation.Type),
            IInvocationOperation call => types.IsOwned(value.Type) && Gives(call.TargetMethod),
            IAwaitOperation { Operation: IInvocationOperation call } => types.IsOwned(value.Type) && Gives(Inner(call).TargetMethod),
            _ => false,
        };
    }

    /// <summary>The call makes its result, or what it puts into <c>out</c>, its caller's.</summary>
    public static bool Gives(IMethodSymbol method)
    {
        if (Has(method.GetReturnTypeAttributes(), "ReturnsOwnedAttribute"))
            return true;
        if (Has(method.GetReturnTypeAttributes(), "ReturnsBorrowedAttribute"))
            return false;
        if (MachTypes.IsOfMach(method))
            return true;
        var name = method.Name.StartsWith("Try", StringComparison.Ordinal) ? method.Name.Substring(3) : method.Name;
        return _giving.Any(verb => name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsUpper(name[verb.Length])));
    }

    /// <summary>The name that an expression yields belongs to somebody else: what shows or lends it, or null.</summary>
    public static string? Lender(IOperation value)
    {
        value = Bare(value);
        return value switch
        {
            IPropertyReferenceOperation { Property: var property } when Has(property.GetAttributes(), "ReturnsBorrowedAttribute") => property.Name,
            IInvocationOperation { TargetMethod: var method } when Has(method.GetReturnTypeAttributes(), "ReturnsBorrowedAttribute") => method.Name,
            IParameterReferenceOperation { Parameter: var parameter } when Has(parameter.GetAttributes(), "BorrowsAttribute") => parameter.Name,
            _ => null,
        };
    }

    /// <summary>Without conversions and parentheses.</summary>
    public static IOperation Bare(IOperation value)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        return value;
    }

    // Behind an await may stand ConfigureAwait.
    private static IInvocationOperation Inner(IInvocationOperation call) =>
        call.TargetMethod.Name == "ConfigureAwait" && call.Instance is IInvocationOperation inner ? inner : call;
}
