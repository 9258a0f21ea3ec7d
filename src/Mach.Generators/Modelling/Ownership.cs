using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>Who owns a right afterwards: the attributes of Mach.RawPort that a binding carries, as source text.</summary>
internal static class Ownership
{
    private const string Right = "global::Mach.RawMachRight.";

    /// <summary>What a declaration says itself; empty when it says nothing.</summary>
    public static string Declared(IEnumerable<AttributeData> attributes)
    {
        var text = "";
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is not { Name: "BorrowsAttribute" or "TakesOwnershipAttribute" or "ReturnsOwnedAttribute" or "ReturnsBorrowedAttribute" } type ||
                type.ContainingNamespace?.ToDisplayString() != "Mach")
            {
                continue;
            }
            var named = attribute.NamedArguments.Select(n => $"{n.Key} = {Value(n.Value)}").ToList();
            text += Attribute(type.Name.Substring(0, type.Name.Length - "Attribute".Length), named);
        }
        return text;
    }

    /// <summary>What a routine's argument says by the way in which its right travels.</summary>
    public static string Of(MigArgument argument)
    {
        if (argument.Ownership.Length != 0)
            return argument.Ownership;
        var isRight = argument.Passing is Passing.Subject or Passing.Port or Passing.PortArray or Passing.OutOfLinePorts;
        if (!isRight)
            return "";
        var sent = argument.IsIn && argument.Sent != 0 ? Given(argument.Sent) : "";
        return sent + (argument.IsOut ? Attribute("ReturnsOwned", Kind(argument.Received)) : "");
    }

    private static string Given(int disposition) => disposition switch
    {
        16 or 17 or 18 => Attribute("TakesOwnership", Kind(disposition)),
        _ => Attribute("Borrows", []),
    };

    private static List<string> Kind(int received) => received switch
    {
        16 => [$"Right = {Right}Receive"],
        17 => [$"Right = {Right}Send"],
        18 => [$"Right = {Right}SendOnce"],
        _ => [],
    };

    private static string Attribute(string name, List<string> named) =>
        $"[global::Mach.{name}{(named.Count == 0 ? "" : $"({string.Join(", ", named)})")}] ";

    private static string Value(TypedConstant constant) => constant switch
    {
        { Value: bool flag } => flag ? "true" : "false",
        _ => $"({constant.Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}){constant.Value}",
    };
}
