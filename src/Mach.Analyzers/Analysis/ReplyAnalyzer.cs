using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>MACH003: code that answers a request on some path forgets it on another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplyAnalyzer : BodyAnalyzer
{
    private static readonly string[] _answers =
        ["Reply", "TryReply", "ServeAndReply", "Serve", "TakeReply", "TryTakeReply", "TryTakeReplySend", "TryReplyAndReceive"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NotAnswered];

    private protected override void Analyze(Body body, MachTypes types, Action<Diagnostic> report)
    {
        var told = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (block, operation) in All(body))
        {
            if (Begun(operation, types) is not { } symbol || body.Shared.Contains(symbol))
                continue;
            var variable = new Variable(symbol, types);
            if (!All(body).Any(each => Answers(each.Operation, variable)))
                continue;
            if (Forgets(body, block, operation, variable) && told.Add(symbol))
                report(Diagnostic.Create(Rules.NotAnswered, symbol.Locations[0], symbol.Name));
        }
    }

    /// <summary>The request that is there from the operation on.</summary>
    private static ISymbol? Begun(IOperation operation, MachTypes types)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            if (part is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } && types.IsMessage(target.Type))
                return target.Local;
            if (part is IArgumentOperation { Parameter.RefKind: RefKind.Out } argument && Variable.Referred(argument.Value) is ILocalSymbol filled && types.IsMessage(filled.Type))
                return filled;
        }
        return null;
    }

    private static bool Forgets(Body body, BasicBlock block, IOperation operation, Variable variable)
    {
        var paths = new Paths(
            body.Graph,
            each => each == operation ? Step.Found : Answers(each, variable) || HandsOn(each, variable) ? Step.End : Step.GoOn,
            variable.IsAbsent);
        return paths.From(block, operation) || paths.ReachedEnd;
    }

    // Answered, or its right to reply was looked at: whoever does that has decided.
    private static bool Answers(IOperation operation, Variable variable) => variable.References(operation).Any(reference => reference.Parent switch
    {
        IInvocationOperation call when call.Instance == reference => Array.IndexOf(_answers, call.TargetMethod.Name) >= 0,
        IPropertyReferenceOperation property => property.Property.Name is "ReplyKind" or "IsFromKernel",
        _ => false,
    });

    private static bool HandsOn(IOperation operation, Variable variable) => variable.References(operation).Any(reference => reference.Parent switch
    {
        IInvocationOperation call when call.Instance == reference => call.TargetMethod.Name == "TryTakeNotification",
        IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.Name != "Dispose",
        IMemberReferenceOperation or IIsNullOperation or IConversionOperation or IFlowCaptureOperation or ISimpleAssignmentOperation => false,
        _ => reference.Parent is IReturnOperation or null or IObjectCreationOperation,
    });
}
