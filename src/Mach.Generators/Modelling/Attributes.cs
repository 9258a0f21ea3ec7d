using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Finds and reads the attributes of Mach.Abi.</summary>
internal static class Attributes
{
    public static AttributeData? Find(this ISymbol symbol, string name) => Find(symbol.GetAttributes(), name);

    public static AttributeData? Find(IEnumerable<AttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace?.ToDisplayString() == "Mach.Abi")
                return attribute;
        }
        return null;
    }

    public static bool Has(this ISymbol symbol, string name) => symbol.Find(name) is not null;

    /// <summary>A property that the attribute sets by name.</summary>
    public static T? Named<T>(this AttributeData attribute, string name, T? otherwise)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is T value)
                return value;
        }
        return otherwise;
    }

    /// <summary>An argument of the constructor that is a number or an enumeration.</summary>
    public static int Number(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array, Value: { } value }
            ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
}
