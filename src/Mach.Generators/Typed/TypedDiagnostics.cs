using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>What is complained about in <c>[MachMessage]</c> types. Each is an error: nothing is generated from a declaration that has one.</summary>
internal static class TypedDiagnostics
{
    public static readonly DiagnosticDescriptor NoMessageType = Error(60, "The type cannot be a message",
        "'{0}' cannot be a message: {1}");

    public static readonly DiagnosticDescriptor UnsupportedMember = Error(61, "The member cannot travel",
        "'{0}' has type '{1}', which {2}");

    public static readonly DiagnosticDescriptor NoDisposition = Error(62, "What happens to the right is not said",
        "'{0}' must say what the sender does with its right: {1}");

    public static readonly DiagnosticDescriptor WrongDisposition = Error(63, "The disposition does not fit the type",
        "'{0}' is {1}; a '{2}' can be {3}");

    public static readonly DiagnosticDescriptor TwoDispositions = Error(64, "A right has one disposition",
        "'{0}' has more than one disposition");

    public static readonly DiagnosticDescriptor NoLimit = Error(65, "The member has no limit",
        "'{0}' needs {1}: a peer decides how long it is");

    public static readonly DiagnosticDescriptor LimitRange = Error(66, "The limit of the member is out of range",
        "'{0}' has the limit {1}, which is outside {2}");

    public static readonly DiagnosticDescriptor Contradiction = Error(67, "The attributes do not go together",
        "'{0}': {1}");

    public static readonly DiagnosticDescriptor NotSettable = Error(68, "The member cannot be set",
        "'{0}' must be settable when the message is read: give it 'init' or 'set'");

    public static readonly DiagnosticDescriptor NotNullable = Error(69, "Only a right can be absent",
        "'{0}' must not be nullable: a message has a form for an absent right, and none for an absent '{1}'");

    public static readonly DiagnosticDescriptor NoOrder = Error(70, "The members have no order",
        "'{0}' declares members in more than one part: their order in the message would be that of the files");

    public static readonly DiagnosticDescriptor ReservedName = Error(71, "The name belongs to the generated message",
        "'{0}' declares '{1}', which is generated");

    public static readonly DiagnosticDescriptor NoConstructor = Error(72, "The message cannot be made",
        "'{0}' has no constructor without arguments: whoever reads the message makes it by its members");

    public static readonly DiagnosticDescriptor NoReply = Error(73, "The reply is no message",
        "'{0}' is answered by '{1}', which is no [MachMessage]");

    public static readonly DiagnosticDescriptor TooLarge = Error(74, "The message is too large",
        "'{0}' can have {1} bytes; a message has {2} at most, larger parts travel out of line");

    private static DiagnosticDescriptor Error(int number, string title, string message) =>
        new($"MACHG{number:D3}", title, message, "Mach.Generators", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
