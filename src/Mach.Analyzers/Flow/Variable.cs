using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>What code does with one local or argument that holds something owned.</summary>
internal sealed class Variable(ISymbol symbol, MachTypes types)
{
    public ISymbol Symbol { get; } = symbol;

    public static ISymbol? Referred(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };

    public bool Is(IOperation operation) => SymbolEqualityComparer.Default.Equals(Referred(Ownership.Bare(operation)), Symbol);

    public IEnumerable<IOperation> References(IOperation operation) =>
        operation.DescendantsAndSelf().Where(o => o is ILocalReferenceOperation or IParameterReferenceOperation && Is(o));

    /// <summary>After the operation somebody else answers for what it holds, or nobody has to.</summary>
    public bool Leaves(IOperation operation) => References(operation).Any(LeavesBy);

    private bool LeavesBy(IOperation reference)
    {
        var (inner, parent) = Outer(reference);
        return parent switch
        {
            IInvocationOperation call when call.Instance == inner => Ends(call.TargetMethod) || UsesUp(call.TargetMethod, reference),
            IMemberReferenceOperation member when member.Instance == inner => member is IMethodReferenceOperation,
            IIsNullOperation or IIsPatternOperation or IBinaryOperation or INameOfOperation or IExpressionStatementOperation => false,
            IArgumentOperation argument => !Ownership.Lends(argument.Parameter, types),
            _ => true,
        };
    }

    /// <summary>The value was given away or disposed by the operation: how, or null.</summary>
    public string? Given(IOperation operation)
    {
        foreach (var reference in References(operation))
        {
            var (inner, parent) = Outer(reference);
            if (parent is IInvocationOperation { IsImplicit: false } call && call.Instance == inner)
            {
                if (call.TargetMethod.Name is "IntoRawMachPort")
                    return "taken";
                if (call.TargetMethod.Name is "Dispose")
                    return "disposed";
                if (call.TargetMethod.Name is "Send" && types.IsSendOnce(reference.Type))
                    return "used up";
            }
            if (parent is IArgumentOperation argument && Ownership.Moves(argument.Parameter, types))
                return "moved";
        }
        return null;
    }

    /// <summary>A use that needs what the variable holds: the reference, or null. What looks at the object alone does not count.</summary>
    public IOperation? Needed(IOperation operation)
    {
        foreach (var reference in References(operation))
        {
            var (inner, parent) = Outer(reference);
            var looks = parent switch
            {
                IInvocationOperation call when call.Instance == inner => call.IsImplicit || call.TargetMethod.Name is "Dispose" or "ToString" or "Equals" or "GetHashCode",
                IMemberReferenceOperation member when member.Instance == inner => member.Member.Name is "IsHeld" or "IsEmpty" or "Task" or "IsClosed" or "IsInvalid" or "RawPort" or "Length",
                IArgumentOperation argument => Ownership.Bare(argument.Value) != reference || argument.Parameter?.Type.SpecialType == SpecialType.System_Object
                    || argument.Parameter?.ContainingSymbol is not IMethodSymbol method || !MachTypes.IsOfMach(method.ContainingType),
                _ => true,
            };
            if (!looks)
                return reference;
        }
        return null;
    }

    /// <summary>The variable holds something else after the operation.</summary>
    public bool IsSet(IOperation operation) => References(operation).Any(reference => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == reference,
        IDeclarationExpressionOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref,
        _ => false,
    });

    /// <summary>Whether the variable holds nothing when the condition turned out so.</summary>
    public bool IsAbsent(IOperation condition, bool outcome)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return IsAbsent(not.Operand, !outcome);
            case IConversionOperation or IParenthesizedOperation:
                return IsAbsent(Ownership.Bare(condition), outcome);
            case IIsNullOperation test:
                return outcome && Is(test.Operand);
            case IIsPatternOperation test when Is(test.Value):
                return MatchesNull(test.Pattern) == outcome;
            case IPropertyReferenceOperation { Instance: { } instance } property when Is(instance):
                return property.Property.Name switch { "IsEmpty" => outcome, "IsHeld" => !outcome, _ => false };
            case IInvocationOperation call when call.Type?.SpecialType == SpecialType.System_Boolean:
                return !outcome && Fills(call);
            case IIsPatternOperation { Pattern: IConstantPatternOperation, Value: var value } when Ownership.Bare(value) is IInvocationOperation call && Fills(call):
                return !outcome;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                var equal = comparison.OperatorKind == BinaryOperatorKind.Equals;
                var (left, right) = (Ownership.Bare(comparison.LeftOperand), Ownership.Bare(comparison.RightOperand));
                if (Is(left) && IsNull(right) || Is(right) && IsNull(left))
                    return equal == outcome;
                // TryReceive(…, out message) == KERN_SUCCESS: there is none otherwise.
                return Sides(left, right).Any(side => side is IInvocationOperation call && Fills(call)) && equal != outcome;
            default:
                return false;
        }
    }

    /// <summary>Whether the condition, having turned out so, says that the variable still holds it.</summary>
    public bool IsHere(IOperation condition, bool outcome) => Ownership.Bare(condition) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsHere(not.Operand, !outcome),
        IPropertyReferenceOperation { Instance: { } instance } property when Is(instance) => property.Property.Name switch { "IsEmpty" => !outcome, "IsHeld" => outcome, _ => false },
        _ => false,
    };

    private static IOperation[] Sides(IOperation left, IOperation right) => [left, Base(left), right, Base(right)];

    private static IOperation Base(IOperation side) => side is IPropertyReferenceOperation { Instance: { } instance } ? Ownership.Bare(instance) : side;

    private static bool MatchesNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant.Value),
        INegatedPatternOperation negated => !MatchesNull(negated.Pattern),
        _ => false,
    };

    private static bool IsNull(IOperation value) => Ownership.Bare(value).ConstantValue is { HasValue: true, Value: null };

    /// <summary>The operation asks whether the variable holds anything.</summary>
    public bool IsAsked(IOperation operation) => References(operation).Any(reference => Outer(reference).Parent switch
    {
        IPropertyReferenceOperation property => property.Property.Name is "IsEmpty" or "IsHeld",
        IIsNullOperation or IIsPatternOperation or IBinaryOperation => true,
        _ => false,
    });

    /// <summary>The call puts something into the variable.</summary>
    public bool Fills(IInvocationOperation call) => call.Arguments.Any(a => a.Parameter?.RefKind == RefKind.Out && Is(a.Value));

    // What TrySend could not send is told by its answer, which is not followed.
    private bool UsesUp(IMethodSymbol method, IOperation reference) => method.Name is "Send" or "TrySend" && types.IsSendOnce(reference.Type);

    private static bool Ends(IMethodSymbol method) => method.Name is "Dispose" or "DisposeAsync" or "IntoRawMachPort" or "Close";

    // The reference with the conversions around it, and what they stand in.
    private static (IOperation Inner, IOperation? Parent) Outer(IOperation reference)
    {
        var inner = reference;
        while (inner.Parent is IConversionOperation or IParenthesizedOperation)
            inner = inner.Parent;
        return (inner, inner.Parent);
    }
}
