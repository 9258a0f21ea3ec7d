using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Mach.Analyzers;

/// <summary>What a walk does behind an operation.</summary>
internal enum Step
{
    GoOn,

    /// <summary>This path is of no more interest.</summary>
    End,

    /// <summary>What was looked for is here.</summary>
    Found,
}

/// <summary>Walks along the paths of a body, each block once. Paths that end in an exception are not followed.</summary>
internal sealed class Paths(ControlFlowGraph graph, Func<IOperation, Step> visit, Func<IOperation, bool, bool> isOver)
{
    private readonly HashSet<int> _seen = [];

    /// <summary>True when the end of the body was reached on some path.</summary>
    public bool ReachedEnd { get; private set; }

    /// <summary>Walks from behind an operation of a block. True when the visitor found something.</summary>
    /// <param name="block">The block.</param>
    /// <param name="after">Its operation; null for the block's start.</param>
    public bool From(BasicBlock block, IOperation? after)
    {
        var pending = new Stack<BasicBlock>();
        var step = Walk(block, after, pending);
        while (step != Step.Found && pending.Count != 0)
        {
            var next = pending.Pop();
            if (_seen.Add(next.Ordinal))
                step = Walk(next, null, pending);
        }
        return step == Step.Found;
    }

    private Step Walk(BasicBlock block, IOperation? after, Stack<BasicBlock> pending)
    {
        var skips = after is not null;
        foreach (var operation in Body.Operations(block))
        {
            if (skips)
            {
                skips = operation != after;
                continue;
            }
            var step = visit(operation);
            if (step != Step.GoOn)
                return step;
        }
        if (block.ConditionalSuccessor is { } conditional)
        {
            var outcome = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            if (Follow(block, conditional, outcome, pending) == Step.Found)
                return Step.Found;
            return block.FallThroughSuccessor is { } otherwise ? Follow(block, otherwise, !outcome, pending) : Step.GoOn;
        }
        return block.FallThroughSuccessor is { } only ? Follow(block, only, null, pending) : Step.GoOn;
    }

    private Step Follow(BasicBlock block, ControlFlowBranch branch, bool? outcome, Stack<BasicBlock> pending)
    {
        if (outcome is { } value && block.BranchValue is { } condition && isOver(condition, value))
            return Step.End;
        if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.Error)
            return Step.End;
        foreach (var region in branch.FinallyRegions)
        {
            for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
            {
                foreach (var operation in Body.Operations(graph.Blocks[i]))
                {
                    var step = visit(operation);
                    if (step != Step.GoOn)
                        return step;
                }
            }
        }
        if (branch.Destination is not { } destination)
            return Step.End;
        if (destination.Kind == BasicBlockKind.Exit)
            ReachedEnd = true;
        else
            pending.Push(destination);
        return Step.GoOn;
    }
}
