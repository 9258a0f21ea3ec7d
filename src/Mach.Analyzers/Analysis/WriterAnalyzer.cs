using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>MACH008: a message writer, which is a place in a buffer, is copied by value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WriterAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.WriterCopied];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // The codec stands below the library: a program may use it alone.
            if (start.Compilation.GetTypeByMetadataName("Mach.Abi.MachMessageWriter") is not { } writer)
                return;
            start.RegisterOperationAction(
                each => Look(each, writer),
                OperationKind.LocalReference,
                OperationKind.ParameterReference,
                OperationKind.FieldReference);
        });
    }

    private static void Look(OperationAnalysisContext context, INamedTypeSymbol writer)
    {
        var reference = context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(reference.Type, writer))
            return;
        var copied = reference.Parent switch
        {
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.None,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => !declarator.Symbol.IsRef,
            ISimpleAssignmentOperation assignment => assignment.Value == reference && !assignment.IsRef,
            // A call on what may not change works on a copy.
            IInvocationOperation call => call.Instance == reference && IsReadOnly(reference) && !call.TargetMethod.IsReadOnly,
            _ => false,
        };
        if (copied)
            context.ReportDiagnostic(Diagnostic.Create(Rules.WriterCopied, reference.Syntax.GetLocation(), reference.Syntax.ToString()));
    }

    private static bool IsReadOnly(IOperation reference) => reference switch
    {
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => true,
        ILocalReferenceOperation { Local: { IsRef: true, RefKind: RefKind.RefReadOnly } } => true,
        IFieldReferenceOperation { Field.IsReadOnly: true } => true,
        _ => false,
    };
}
