using System.Composition;
using Mach.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mach.CodeFixes;

/// <summary>MACH004: a send right whose name was claimed is copied instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClaimFix() : OneFix(Rules.ClaimedBorrowed.Id)
{
    private protected override (string Title, SyntaxNode Root)? Change(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => Name(call) == "FromRawMachPort") is not { } claim)
            return null;
        var owner = node.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(a => a.Name.Identifier.ValueText is "RawPort" or "AsRawMachPort")?.Expression;
        if (owner is null || model.GetTypeInfo(owner, cancellation).Type is not { Name: "SendRight" } || model.GetTypeInfo(claim, cancellation).Type is not { Name: "SendRight" })
            return null;
        var copy = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, owner.WithoutTrivia(), SyntaxFactory.IdentifierName("Copy")));
        return ("Make a right of one's own", root.ReplaceNode(claim, copy.WithTriviaFrom(claim)));
    }

    private static string? Name(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
}
