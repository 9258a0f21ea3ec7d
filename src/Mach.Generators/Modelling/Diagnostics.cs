using Microsoft.CodeAnalysis;

namespace Mach.Generators;

/// <summary>What the generators complain about. Each is an error: nothing is generated from a declaration that has one.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = Error(1, "The declaration must be partial",
        "'{0}' must be partial: the generator adds to it");

    public static readonly DiagnosticDescriptor NotTopLevel = Error(2, "The declaration must be a plain top-level type",
        "'{0}' must not be nested or generic");

    public static readonly DiagnosticDescriptor NotPlainMethod = Error(3, "Only plain methods can be declared",
        "'{0}' is not a plain method: the interface may hold instance methods without body and type parameters, and inherit nothing");

    public static readonly DiagnosticDescriptor Overload = Error(4, "Names must differ",
        "'{0}' is declared twice: C has no overloads");

    public static readonly DiagnosticDescriptor NoNumber = Error(5, "The method has no number",
        "'{0}' needs {1}");

    public static readonly DiagnosticDescriptor NumberRange = Error(6, "The number is out of range",
        "Number {1} of '{0}' is outside {2}");

    public static readonly DiagnosticDescriptor NumberTaken = Error(7, "The number is taken",
        "Number {1} of '{0}' belongs to '{2}'");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(8, "The type cannot travel",
        "'{0}' has type '{1}', which {2}");

    public static readonly DiagnosticDescriptor WrongDirection = Error(9, "The direction is wrong",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor TooManyArguments = Error(10, "Too many arguments",
        "'{0}' passes {1} arguments; there are {2} registers");

    public static readonly DiagnosticDescriptor BlocksMisplaced = Error(11, "[Blocks] is misplaced",
        "'{0}' cannot be [Blocks]: {1}");

    public static readonly DiagnosticDescriptor NoSubject = Error(12, "There must be one subject",
        "'{0}' must mark one argument as [Subject]");

    public static readonly DiagnosticDescriptor DispositionOnNonPort = Error(13, "Only a port has a disposition",
        "'{0}' has a disposition but is not a port name ('uint')");

    public static readonly DiagnosticDescriptor TwoDispositions = Error(14, "A port has one disposition",
        "'{0}' has more than one disposition");

    public static readonly DiagnosticDescriptor NoLength = Error(15, "The array has no limit",
        "'{0}' is a span and needs [Counted] or [CString] with a maximum");

    public static readonly DiagnosticDescriptor LimitRange = Error(16, "The limit is out of range",
        "'{0}' has the limit {1}, which is outside {2}");

    public static readonly DiagnosticDescriptor Contradiction = Error(17, "The attributes contradict each other",
        "'{0}': {1}");

    public static readonly DiagnosticDescriptor ReturnType = Error(18, "The result has the wrong type",
        "'{0}' must return {1}");

    public static readonly DiagnosticDescriptor SimpleHasResults = Error(19, "A simple routine has no results",
        "'{0}' is a [SimpleRoutine] but its argument '{1}' comes back");

    public static readonly DiagnosticDescriptor ReservedName = Error(20, "The name belongs to generated code",
        "'{0}' names an argument '{1}', which generated code uses itself");

    public static readonly DiagnosticDescriptor UnknownFamily = Error(21, "The family has no trap table",
        "'{0}' declares a table of family {1}; only Mach has one");

    public static readonly DiagnosticDescriptor NotRawSource = Error(22, "The type declares no functions",
        "'{0}' is neither a [TrapTable] nor a [MigSubsystem]");

    public static readonly DiagnosticDescriptor NotStaticPartial = Error(23, "The class must be static and partial",
        "'{0}' must be a static partial class, top-level and not generic");

    public static readonly DiagnosticDescriptor NoCurrentThread = Error(24, "The class has no current thread",
        "'{0}' must have a static member 'Current' of type 'Mach.Abi.CallingThread'");

    public static readonly DiagnosticDescriptor FallbackDiffers = Error(25, "Trap and routine take different arguments",
        "The trap '{0}' falls back on '{1}', whose arguments differ: {2}");

    public static readonly DiagnosticDescriptor NameTaken = Error(26, "The name is taken",
        "'{0}' is both {1} and {2}");

    public static readonly DiagnosticDescriptor DefsPreprocessing = Error(40, "The .defs file cannot be preprocessed",
        "{0}");

    public static readonly DiagnosticDescriptor DefsSyntax = Error(41, "The .defs file is not written in the language",
        "{0}");

    public static readonly DiagnosticDescriptor DefsSubsystem = Error(42, "The subsystem of the .defs file is wrong",
        "{0}");

    public static readonly DiagnosticDescriptor DefsType = Error(43, "A type of the .defs file is wrong",
        "{0}");

    public static readonly DiagnosticDescriptor DefsRoutine = Error(44, "A routine of the .defs file is wrong",
        "{0}");

    public static readonly DiagnosticDescriptor DefsArgument = Error(45, "An argument of the .defs file is wrong",
        "{0}");

    public static readonly DiagnosticDescriptor DefsUnavailable = Error(46, "The .defs file wants what an interface cannot say",
        "'{0}' is {1}, for which an interface has no form");

    public static readonly DiagnosticDescriptor DefsWarning = Made(47, "The .defs file warns",
        "#warning {0}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DefsUnwritable = Error(48, "The interface cannot be written as a .defs file",
        "'{0}': {1}");

    private static DiagnosticDescriptor Error(int number, string title, string message) => Made(number, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Made(int number, string title, string message, DiagnosticSeverity severity) =>
        new($"MACHG{number:D3}", title, message, "Mach.Generators", severity, isEnabledByDefault: true);
}
