using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>MACH006: the id of a received message is compared with that of a notification.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotificationAnalyzer : DiagnosticAnalyzer
{
    private const string Prefix = "MACH_NOTIFY_";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.BareNotification];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (MachTypes.Of(start.Compilation) is { } types)
                start.RegisterOperationAction(each => Look(each, types), OperationKind.FieldReference);
        });
    }

    private static void Look(OperationAnalysisContext context, MachTypes types)
    {
        var constant = (IFieldReferenceOperation)context.Operation;
        if (!constant.Field.IsConst || !constant.Field.Name.StartsWith(Prefix, StringComparison.Ordinal))
            return;
        if (Compared(constant) is { } other && Ownership.Bare(other) is IPropertyReferenceOperation { Property.Name: "Id", Instance: { } instance } && types.IsMessage(instance.Type))
            context.ReportDiagnostic(Diagnostic.Create(Rules.BareNotification, constant.Syntax.GetLocation(), constant.Field.Name));
    }

    /// <summary>What the constant is compared with.</summary>
    private static IOperation? Compared(IOperation constant)
    {
        var inner = constant;
        for (var parent = constant.Parent; parent is not null; inner = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    return comparison.LeftOperand == inner ? comparison.RightOperand : comparison.LeftOperand;
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchOperation choice:
                    return choice.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case ISwitchExpressionArmOperation arm when arm.Pattern != inner:
                    return null;
                case IConversionOperation or IParenthesizedOperation or IPatternOperation or ICaseClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation:
                    continue;
                default:
                    return null;
            }
        }
        return null;
    }
}
