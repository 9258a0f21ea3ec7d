using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Mach.Analyzers;

/// <summary>MACH002: a right, message or region is used after it was moved, taken or disposed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoveAnalyzer : BodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UsedAfterMove];

    private protected override void Analyze(Body body, MachTypes types, Action<Diagnostic> report)
    {
        var told = new HashSet<SyntaxNode>();
        foreach (var (block, operation) in All(body))
        {
            foreach (var symbol in Owned(operation, types))
            {
                if (body.Shared.Contains(symbol))
                    continue;
                var variable = new Variable(symbol, types);
                if (variable.Given(operation) is not { } how || variable.IsSet(operation))
                    continue;
                var paths = new Paths(
                    body.Graph,
                    each =>
                    {
                        if (variable.Needed(each) is { } use)
                        {
                            if (told.Add(use.Syntax))
                                report(Diagnostic.Create(Rules.UsedAfterMove, use.Syntax.GetLocation(), symbol.Name, how));
                            return Step.End;
                        }
                        return variable.IsSet(each) ? Step.End : Step.GoOn;
                    },
                    variable.IsHere);
                paths.From(block, operation);
            }
        }
    }

    private static IEnumerable<ISymbol> Owned(IOperation operation, MachTypes types) =>
        operation.DescendantsAndSelf().Select(o => (Symbol: Variable.Referred(o), o.Type))
            .Where(found => found.Symbol is not null && types.IsOwned(found.Type)).Select(found => found.Symbol!).Distinct<ISymbol>(SymbolEqualityComparer.Default);
}
