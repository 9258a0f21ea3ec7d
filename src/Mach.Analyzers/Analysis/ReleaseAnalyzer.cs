using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>MACH001: what a call gave is neither disposed nor handed on, on some path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReleaseAnalyzer : BodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NotReleased];

    private protected override void Analyze(Body body, MachTypes types, Action<Diagnostic> report)
    {
        foreach (var (block, operation) in All(body))
        {
            foreach (var part in operation.DescendantsAndSelf())
            {
                if (part is IExpressionStatementOperation statement && Result(statement) is var value && IsLost(value, types))
                    report(Diagnostic.Create(Rules.NotReleased, value.Syntax.GetLocation(), Shown(value), "given by this call and dropped at once"));
                else if (part is IInvocationOperation or IPropertyReferenceOperation)
                    Temporary(part, types, report);
                if (Acquired(part, types) is { } symbol && !body.Shared.Contains(symbol))
                    Follow(body, block, operation, part, new Variable(symbol, types), report);
            }
        }
    }

    // port.MakeSend(); and _ = port.MakeSend(); but not a right that is there rarely, and whose method says so.
    private static bool IsLost(IOperation value, MachTypes types) =>
        value is not (IAssignmentOperation or IObjectCreationOperation) && Ownership.Gives(value, types) && value.Type?.NullableAnnotation != NullableAnnotation.Annotated;

    private static IOperation Result(IExpressionStatementOperation statement) =>
        Ownership.Bare(statement.Operation is ISimpleAssignmentOperation { Target: IDiscardOperation } discard ? discard.Value : statement.Operation);

    // port.MakeSend().Send(…): nobody can dispose it afterwards.
    private static void Temporary(IOperation part, MachTypes types, Action<Diagnostic> report)
    {
        var (instance, name) = part switch
        {
            IInvocationOperation call => (call.Instance, call.TargetMethod.Name),
            IPropertyReferenceOperation property => (property.Instance, property.Property.Name),
            _ => (null, ""),
        };
        if (instance is null || name is "Dispose" or "IntoRawMachPort" || !Ownership.Gives(instance, types))
            return;
        if (types.IsSendOnce(instance.Type) && name == "Send")
            return;
        report(Diagnostic.Create(Rules.NotReleased, instance.Syntax.GetLocation(), Shown(instance), $"lost after '{name}'"));
    }

    /// <summary>The local that the operation gives something owned to.</summary>
    private static ISymbol? Acquired(IOperation part, MachTypes types)
    {
        if (part is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { IsRef: false } local } } assignment)
            return types.IsOwned(local.Type) && Ownership.Gives(assignment.Value, types) ? local : null;
        if (part is not IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } argument || !Ownership.Gives(call.TargetMethod))
            return null;
        return Variable.Referred(argument.Value) is ILocalSymbol { IsRef: false } filled && types.IsOwned(filled.Type) ? filled : null;
    }

    private static void Follow(Body body, BasicBlock block, IOperation operation, IOperation part, Variable variable, Action<Diagnostic> report)
    {
        var leaves = All(body).Any(each => each.Operation != operation && variable.Leaves(each.Operation));
        if (part is IArgumentOperation { Parent: IInvocationOperation call } && !Decides(block, operation, call, variable))
        {
            // Whether there is something at all is decided later, in a way that is not followed.
            if (!leaves && !All(body).Any(each => variable.IsAsked(each.Operation)))
                report(Diagnostic.Create(Rules.NotReleased, Place(variable, part), variable.Symbol.Name, "never released"));
            return;
        }
        var paths = new Paths(
            body.Graph,
            each => each == operation ? Step.Found : variable.Leaves(each) ? Step.End : Step.GoOn,
            variable.IsAbsent);
        if (paths.From(block, operation) || paths.ReachedEnd)
            report(Diagnostic.Create(Rules.NotReleased, Place(variable, part), variable.Symbol.Name, leaves ? "not released on every path" : "never released"));
    }

    private static bool Decides(BasicBlock block, IOperation operation, IInvocationOperation call, Variable variable)
    {
        // A call that cannot fail has filled the variable whatever comes next.
        if (call.TargetMethod.ReturnsVoid)
            return true;
        return operation == block.BranchValue && (variable.IsAbsent(operation, true) || variable.IsAbsent(operation, false));
    }

    private static Location Place(Variable variable, IOperation part) =>
        variable.Symbol.Locations.FirstOrDefault(l => l.SourceTree == part.Syntax.SyntaxTree) ?? part.Syntax.GetLocation();

    private static string Shown(IOperation value)
    {
        var text = Ownership.Bare(value).Syntax.ToString();
        return text.Length <= 40 && text.IndexOf('\n') < 0 ? text : text.Split('\n')[0].TrimEnd() + "…";
    }
}
