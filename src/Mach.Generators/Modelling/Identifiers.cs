using Microsoft.CodeAnalysis.CSharp;

namespace Mach.Generators;

internal static class Identifiers
{
    /// <summary>The name as C# writes it.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    /// <summary>The name of a member or an argument as C# writes it: only words that are reserved everywhere are escaped.</summary>
    public static string EscapeReserved(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A C declaration of <paramref name="name"/>.</summary>
    public static string Declare(string type, string name) =>
        type.EndsWith("*", StringComparison.Ordinal) ? type + name : type + " " + name;
}
