using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>A body of code: a member's, a lambda's or a local function's.</summary>
internal sealed class Body(ControlFlowGraph graph, ImmutableHashSet<ISymbol> shared)
{
    /// <summary>Its flow.</summary>
    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>Locals and arguments that nested functions use as well: nobody knows when.</summary>
    public ImmutableHashSet<ISymbol> Shared { get; } = shared;

    /// <summary>All bodies of a member.</summary>
    public static IEnumerable<Body> Of(ImmutableArray<IOperation> blocks, Func<IOperation, ControlFlowGraph> graphOf)
    {
        foreach (var block in blocks)
        {
            if (block is not IBlockOperation)
                continue;
            var shared = Captured(block);
            foreach (var graph in WithNested(graphOf(block)))
                yield return new Body(graph, shared);
        }
    }

    private static IEnumerable<ControlFlowGraph> WithNested(ControlFlowGraph graph)
    {
        yield return graph;
        foreach (var function in graph.LocalFunctions)
        {
            foreach (var nested in WithNested(graph.GetLocalFunctionControlFlowGraph(function)))
                yield return nested;
        }
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in Operations(block))
            {
                foreach (var lambda in operation.DescendantsAndSelf().OfType<IFlowAnonymousFunctionOperation>())
                {
                    foreach (var nested in WithNested(graph.GetAnonymousFunctionControlFlowGraph(lambda)))
                        yield return nested;
                }
            }
        }
    }

    /// <summary>What a block does, in order, the value that decides where it goes last.</summary>
    public static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue is null ? block.Operations : [.. block.Operations, block.BranchValue];

    private static ImmutableHashSet<ISymbol> Captured(IOperation root)
    {
        var captured = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in root.Descendants())
        {
            ISymbol? used = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (used is not null && Function(operation) is { } function && !SymbolEqualityComparer.Default.Equals(function, used.ContainingSymbol))
                captured.Add(used);
        }
        return captured.ToImmutable();
    }

    private static IMethodSymbol? Function(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
                return lambda.Symbol;
            if (parent is ILocalFunctionOperation function)
                return function.Symbol;
        }
        return null;
    }
}
