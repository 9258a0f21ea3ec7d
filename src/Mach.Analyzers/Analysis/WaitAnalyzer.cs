using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>MACH005: a wait without end, in a call that holds up its thread in asynchronous code, or under a lock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WaitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.WaitsForEver];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (MachTypes.Of(start.Compilation)?.Timeout is { } timeout)
                start.RegisterOperationAction(each => Look(each, timeout), OperationKind.PropertyReference);
        });
    }

    private static void Look(OperationAnalysisContext context, INamedTypeSymbol timeout)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property.Name != "Infinite" || !SymbolEqualityComparer.Default.Equals(reference.Property.ContainingType, timeout))
            return;
        if (reference.Parent is not IArgumentOperation { Parent: IInvocationOperation call })
            return;
        var awaits = call.Type?.Name is "Task" or "ValueTask" or "IAsyncEnumerable";
        var where = IsUnderLock(call) ? "with a lock held" : !awaits && IsInAsync(call, context.ContainingSymbol) ? "and holds up a thread that asynchronous code shares" : null;
        if (where is not null)
            context.ReportDiagnostic(Diagnostic.Create(Rules.WaitsForEver, reference.Syntax.GetLocation(), call.TargetMethod.Name, where));
    }

    private static bool IsUnderLock(IOperation call)
    {
        for (IOperation? inner = call, parent = call.Parent; parent is not null; inner = parent, parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
            if (parent is ILockOperation held && held.Body == inner)
                return true;
            if (parent is IUsingOperation { Resources: var resources, Body: var body } && body == inner && Enters(resources))
                return true;
        }
        return false;
    }

    private static bool Enters(IOperation resources) =>
        resources.DescendantsAndSelf().Any(o => o is IInvocationOperation { TargetMethod: { Name: "EnterScope", ContainingType.Name: "Lock" } });

    private static bool IsInAsync(IOperation call, ISymbol containing)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
                return lambda.Symbol.IsAsync;
            if (parent is ILocalFunctionOperation function)
                return function.Symbol.IsAsync;
        }
        // The body of a program that awaits is asynchronous, too, but nobody shares its thread.
        return containing is IMethodSymbol { IsAsync: true, IsImplicitlyDeclared: false } method && method.Name != "<Main>$";
    }
}
