using Microsoft.CodeAnalysis;

namespace Mach.Analyzers;

/// <summary>The rules. docs/analyzers.md has wrong and right code for each.</summary>
public static class Rules
{
    public static readonly DiagnosticDescriptor NotReleased = Rule(1, "A right or message is neither released nor handed on",
        "'{0}' is {1}: dispose it, or hand it to an owner", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UsedAfterMove = Rule(2, "A right or message is used after it was given away",
        "'{0}' was {1} before: it is not here any more", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotAnswered = Rule(3, "A request is answered on some paths only",
        "'{0}' is answered on some paths and not on others: whoever asked learns nothing but that nobody will answer", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ClaimedBorrowed = Rule(4, "Ownership is claimed from a borrowed name",
        "{0} only shows or lends the name: '{1}' would release what is somebody else's", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor WaitsForEver = Rule(5, "A wait without end holds others up",
        "'{0}' may wait for ever {1}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BareNotification = Rule(6, "A notification is recognised by its id alone",
        "Anybody can send a message with the id {0}: TryTakeNotification accepts the kernel's only", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor AdoptedName = Rule(7, "A name is adopted that the call does not give away",
        "{0} gives a name whose right stays another's: '{1}' would release it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor WriterCopied = Rule(8, "A message writer is copied",
        "'{0}' is copied here: what the copy writes the original does not know of. Pass it by 'ref'", DiagnosticSeverity.Warning);

    /// <summary>The page that explains the rules; it lies in the package, too.</summary>
    public const string Page = "docs/analyzers.md";

    private static DiagnosticDescriptor Rule(int number, string title, string message, DiagnosticSeverity severity) =>
        new($"MACH{number:D3}", title, message, "Ownership", severity, isEnabledByDefault: true, helpLinkUri: $"{Page}#mach{number:D3}");
}
