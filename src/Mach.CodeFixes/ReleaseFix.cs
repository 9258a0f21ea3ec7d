using System.Composition;
using Mach.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mach.CodeFixes;

/// <summary>MACH001: a local becomes a <c>using</c> local; a result that nobody takes is disposed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReleaseFix() : OneFix(Rules.NotReleased.Id)
{
    private protected override (string Title, SyntaxNode Root)? Change(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { UsingKeyword.RawKind: 0, Declaration.Variables.Count: 1 } declaration
            && node is VariableDeclaratorSyntax { Initializer: not null })
        {
            var first = declaration.GetFirstToken();
            var declared = declaration.ReplaceToken(first, first.WithLeadingTrivia())
                .WithUsingKeyword(SyntaxFactory.Token(first.LeadingTrivia, SyntaxKind.UsingKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)));
            return ("Dispose it at the end of its scope", root.ReplaceNode(declaration, declared));
        }
        if (node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Expression: InvocationExpressionSyntax call } statement && call.Span == node.Span)
        {
            var disposed = SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrivia(), SyntaxFactory.IdentifierName("Dispose")));
            return ("Dispose it", root.ReplaceNode(statement.Expression, disposed.WithTriviaFrom(call)));
        }
        return null;
    }
}
