using System.Composition;
using Mach.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Mach.CodeFixes;

/// <summary>MACH005: the wait gets an end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WaitFix() : OneFix(Rules.WaitsForEver.Id)
{
    private protected override (string Title, SyntaxNode Root)? Change(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var timeout = node.FirstAncestorOrSelf<ExpressionSyntax>(e => e.ToString().EndsWith("Infinite", StringComparison.Ordinal) && e.Span == node.Span);
        if (timeout is null)
            return null;
        var end = SyntaxFactory.ParseExpression("global::Mach.MachTimeout.After(global::System.TimeSpan.FromSeconds(10))").WithTriviaFrom(timeout)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return ("Wait for ten seconds at most", root.ReplaceNode(timeout, end));
    }
}
