using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Mach.Analyzers;

/// <summary>An analyzer that looks at the flow of each body of code, where the library is used.</summary>
public abstract class BodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (MachTypes.Of(start.Compilation) is not { } types)
                return;
            start.RegisterOperationBlockAction(block =>
            {
                foreach (var body in Body.Of(block.OperationBlocks, block.GetControlFlowGraph))
                    Analyze(body, types, block.ReportDiagnostic);
            });
        });
    }

    private protected abstract void Analyze(Body body, MachTypes types, Action<Diagnostic> report);

    /// <summary>Every operation of a body with its block.</summary>
    private protected static IEnumerable<(BasicBlock Block, IOperation Operation)> All(Body body)
    {
        foreach (var block in body.Graph.Blocks)
        {
            if (!block.IsReachable)
                continue;
            foreach (var operation in Body.Operations(block))
                yield return (block, operation);
        }
    }
}
